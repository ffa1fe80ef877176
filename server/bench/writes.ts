import { deepStrictEqual } from 'node:assert'
import { sql } from 'kysely'
import { anonymous, identityOf } from '#access'
import { loadViewer } from '#accounts'
import { globalId, systemClock, type Database, type TransactionIdentity } from '#platform'
import { ownerIdentity } from '../seeds/seed'
import { SESSION_COOKIE } from '../src/server'
import { startBareServer } from './bare-server'
import { TURN, type Contender, type Measured } from './rounds'
import { signIn } from './served'

/** Figures that are saved again and again, each time with the next value and on the version before. */
interface Cell {
  readonly elementCode: string
  readonly year: number
}

/** A coordinator with an assessment nobody else writes to. */
interface Writer {
  readonly assessmentId: string
  readonly administrationId: string
  readonly token: string
  readonly identity: TransactionIdentity
}

export interface WriteComparison {
  readonly name: string
  /** Data statements of one save, the transaction as a whole. */
  readonly statements: number
  readonly ours: Measured
  readonly best: Measured
  readonly again: Measured
}

const DOCUMENT = `mutation Save($input: DataValuesSaveInput!) {
  dataValuesSave(input: $input) { problems { reason } results { elementCode year isSaved value version } } }`
const SIZES = [
  { name: 'W1 one figure saved', cells: 1 },
  { name: 'W2 51 figures saved', cells: 51 },
] as const

/**
 * Saves one figure and 51 at once, by this server and by a bare one that stores the same figures with their history in
 * one statement: without rules, computing, audit and what else a save brings about.
 */
export async function compareWrites(
  url: string,
  database: Database,
  runRounds: (contenders: readonly Contender[]) => Promise<readonly Measured[]>,
): Promise<readonly WriteComparison[]> {
  const found: WriteComparison[] = []
  for (const { name, cells: count } of SIZES) {
    const [ours, best, again] = (await writers(database)) as [Writer, Writer, Writer]
    const cells = await cellsOf(database, count)
    const bare = await startBareServer((body) => store(database, best, body))
    const call = (writer: Writer, key: string, at: string): Contender => ({
      key,
      url: at,
      body: bodyOf(writer, cells),
      headers: { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=${writer.token}` },
      saved: '"isSaved":true',
      turn: 1,
    })
    const contenders = [call(ours, 'R1', url), call(best, 'L1', bare.url), call(again, 'A/A', url)]
    const first = contenders.map((contender) => () => answerOf(contender))
    const statements = await database.counter.during(async () => void (await first[0]!()))
    const expected = await first[1]!()
    deepStrictEqual(await first[2]!(), expected)
    const [mine, theirs, same] = await runRounds(contenders)
    await bare.close()
    found.push({ name, statements, ours: mine!, best: theirs!, again: same! })
  }
  return found
}

const bodyOf = ({ assessmentId }: Writer, cells: readonly Cell[]) =>
  JSON.stringify({
    query: DOCUMENT,
    variables: {
      input: {
        assessmentId: globalId('AS', assessmentId),
        cells: cells.map((cell) => ({ ...cell, value: `1${TURN}`, expectedVersion: TURN })),
      },
    },
  }).replaceAll(`"expectedVersion":"${TURN}"`, `"expectedVersion":${TURN}`)

async function answerOf({ url, body, headers }: Contender): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers, body: body!.replaceAll(TURN, '0') })
  return response.json()
}

/** Three coordinators of open assessments, emptied of figures so that every cell begins at version 0. */
async function writers(database: Database): Promise<readonly Writer[]> {
  const rows = await database.write(ownerIdentity, async ({ db }) => {
    const open = await sql<{ assessmentId: string; administrationId: string; roleId: string }>`
      select distinct on (a.id) a.id as assessment_id, a.administration_id, r.id as role_id
      from assessment a join cycle c on c.id = a.cycle_id
      join person_role r on r.administration_id = a.administration_id and r.role = 'COORDINATOR' and r.ended_at is null
      where c.status = 'OPEN' and a.status = 'DRAFT' order by a.id limit 3`.execute(db)
    for (const { assessmentId } of open.rows) {
      await sql`delete from data_value where assessment_id = ${assessmentId}::uuid`.execute(db)
    }
    return open.rows
  })
  if (rows.length < 3) throw new Error('the demonstration world has fewer than three open drafts')
  return Promise.all(
    rows.map(async ({ roleId, ...row }) => {
      const token = await signIn(database, roleId)
      const now = systemClock.now()
      const viewer = await loadViewer(database, { sessionToken: token, authorization: null, now })
      return { ...row, token, identity: identityOf(viewer ?? anonymous(now)) }
    }),
  )
}

/** Figures of the reporting year that administrations type. */
async function cellsOf(database: Database, count: number): Promise<readonly Cell[]> {
  const { rows } = await database.write(ownerIdentity, ({ db }) =>
    sql<Cell>`
      select distinct v.element_code, c.reporting_year as year
      from data_value v join assessment a on a.id = v.assessment_id
      join cycle closed on closed.id = a.cycle_id and v.year = closed.reporting_year
      join cycle c on c.status = 'OPEN' and c.framework_version_id = closed.framework_version_id
      join data_element e on e.version_id = c.framework_version_id and e.code = v.element_code and e.origin = 'ENTERED' and e.is_integer
      order by v.element_code limit ${count}`.execute(db),
  )
  if (rows.length < count) throw new Error(`there are only ${rows.length} figures to save`)
  return rows
}

/** The quickest save known: figures and their lines of history in one statement, in our transaction frame. */
async function store(database: Database, writer: Writer, body: string): Promise<string> {
  const { variables } = JSON.parse(body) as { variables: { input: { cells: unknown[] } } }
  const { assessmentId, administrationId, identity } = writer
  const { rows } = await database.write(identity, ({ db }) =>
    sql<{ json: unknown }>`
      with cell as (
        select *, row_number() over () as place from jsonb_to_recordset(${JSON.stringify(variables.input.cells)}::jsonb)
          as c("elementCode" text, year integer, value numeric, "expectedVersion" integer)),
      written as (
        insert into data_value as v (id, assessment_id, administration_id, element_code, year, value, updated_at, updated_by, version)
        select gen_random_uuid(), ${assessmentId}::uuid, ${administrationId}::uuid, "elementCode", year, value, now(),
          pmm('person')::uuid, "expectedVersion" + 1 from cell
        on conflict (assessment_id, element_code, year) do update set value = excluded.value,
          updated_at = excluded.updated_at, version = excluded.version where v.version = excluded.version - 1
        returning v.*),
      noted as (
        insert into draft_revision (id, assessment_id, administration_id, element_code, year, value, is_estimated, note, revision, written_at, written_by)
        select gen_random_uuid(), assessment_id, administration_id, element_code, year, value, is_estimated, note, version, updated_at, updated_by
        from written)
      select jsonb_build_object('data', jsonb_build_object('dataValuesSave', jsonb_build_object('problems', '[]'::jsonb,
        'results', (select jsonb_agg(jsonb_build_object('elementCode', c."elementCode", 'year', c.year, 'isSaved', w.id is not null,
          'value', trim_scale(w.value)::text, 'version', w.version) order by c.place)
          from cell c left join written w on w.element_code = c."elementCode" and w.year = c.year)))) as json`.execute(
      db,
    ),
  )
  return JSON.stringify(rows[0]!.json)
}
