import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Db, TransactionIdentity } from '../../server/src/platform'
import type { Caller } from '../setup/world.ts'
import type { Actor } from './cast.ts'
import { expectations, words } from './expectations.ts'
import { DECISIVE, type Stored } from './facts.ts'
import { ROWS, type Facts, type StoredRow } from './rows.ts'

// To hold a row is to lock it against others: it takes the right to update, and changes nothing.
export const ACTS = ['insert', 'update', 'delete', 'hold'] as const
export type Act = (typeof ACTS)[number]

/** A stored row to try on, whole, with where it lies and the columns that say whose it is. */
export interface Sample {
  readonly key: string
  readonly row: StoredRow
  readonly whole: string
}

/**
 * Adds a function that tries one act on each of some rows and undoes it: `done` where the row policies let
 * it through (a constraint may still stop it), the code of a trigger that stopped it, or `none`.
 */
export const addProbe = (db: Db) =>
  sql`create function test_probe(of regclass, act text, keys tid[], rows jsonb[]) returns text[]
    language plpgsql as $$
    declare
      found text[] := '{}'; at int; touched int; first text; columns text;
    begin
      select string_agg(quote_ident(attname), ', ' order by attnum),
          (array_agg(attname::text order by attnum) filter (where has_column_privilege(of, attnum, 'update')))[1]
        into columns, first from pg_attribute
        where attrelid = of and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a';
      for at in 1 .. coalesce(array_length(keys, 1), 0) loop
        begin
          if act = 'insert' then
            execute format('insert into %s (%s) select %s from jsonb_populate_record(null::%s, $1)', of, columns, columns, of)
              using rows[at];
          elsif act = 'update' then
            execute format('update %s set %I = %I where ctid = $1', of, first, first) using keys[at];
          elsif act = 'hold' then
            execute format('select 1 from %s where ctid = $1 for no key update', of) using keys[at];
          else
            execute format('delete from %s where ctid = $1', of) using keys[at];
          end if;
          get diagnostics touched = row_count;
          raise exception using errcode = case when touched = 0 then 'TP000' else 'TP001' end;
        exception when others then
          found := found || case
            when sqlstate = 'TP001' or sqlstate like '23%' then 'done'
            when sqlstate in ('TP000', '42501') then 'none'
            else sqlstate end;
        end;
      end loop;
      return found;
    end $$`.execute(db)

// One KPI or data element is like another, but for whom it was given to.
const GIVEN = new Set(['kpi_code', 'element_code'])
const TRUST = 'trusted '

/** States in which a row may be made, where no row lies in them. */
const MADE: Readonly<Record<string, StoredRow>> = {
  release: { status: 'BUILDING' },
  review: { status: 'REQUESTED' },
}

const madeFrom = (table: string, sample: Sample): Sample => ({
  ...sample,
  row: { ...sample.row, ...MADE[table] },
  whole: JSON.stringify({ ...(JSON.parse(sample.whole) as object), ...MADE[table] }),
})

/** One row of each kind in a table: by whose it is, as far as that is one of these, and by its state. */
export async function samplesOf(
  db: Db,
  table: string,
  known: ReadonlySet<string>,
): Promise<readonly Sample[]> {
  const { rows } = await sql<Sample>`select t.ctid::text as key, to_jsonb(t)::text as whole,
    coalesce((select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(t)) e
      where e.key = any (${DECISIVE}::text[])), '{}') as row from ${sql.table(table)} t order by t.ctid`.execute(
    db,
  )
  const kinds = new Map<string, Sample>()
  for (const sample of rows) {
    const kind = DECISIVE.filter((column) => column in sample.row)
      .map((column) => {
        const value = sample.row[column]
        if (GIVEN.has(column)) {
          const key = `${sample.row['assessment_id']}:${value}`
          return `${known.has(key)} ${known.has(TRUST + key)}`
        }
        const isId = typeof value === 'string' && value.length === 36
        return isId ? (known.has(value) ? value : 'other') : String(value).slice(0, 20)
      })
      .join()
    if (!kinds.has(kind)) kinds.set(kind, sample)
  }
  return [...kinds.values()]
}

/** Tries an act on each sample as this identity; nothing stays. */
export async function trying(
  database: Database,
  identity: TransactionIdentity,
  table: string,
  act: Act,
  samples: readonly Sample[],
): Promise<readonly string[]> {
  const { rows } = await database.write(identity, ({ db }) =>
    sql<{ found: string[] }>`select test_probe(${table}::regclass, ${act},
      ${samples.map(({ key }) => key)}::tid[], ${samples.map(({ whole }) => whole)}::jsonb[]) as found`.execute(
      db,
    ),
  )
  return rows[0]!.found
}

/** A draft with content of every kind, which the demonstration world lacks. */
export async function draftWith(editor: Caller): Promise<void> {
  const { data } = await editor.query<{ frameworkVersions: { id: string; status: string }[] }>(
    `{ frameworkVersions { id status } }`,
  )
  const base = data.frameworkVersions.find(({ status }) => status === 'PUBLISHED')!
  const answer = await editor.query(
    `mutation ($input: FrameworkVersionCreateInput!) { frameworkVersionCreate(input: $input) { problems { message } } }`,
    {
      input: {
        baseVersionId: base.id,
        code: 'TEST-CONTENT',
        kind: 'REVISION',
        idempotencyKey: randomUUID(),
      },
    },
  )
  if (JSON.stringify(answer.data) !== '{"frameworkVersionCreate":{"problems":[]}}')
    throw new Error(`No draft: ${JSON.stringify(answer)}`)
}

/** Rows of the kinds no arrangement holds yet: drafts, unsigned answers, doors opened for support. */
export async function addRowsToTry(db: Db, cast: readonly Actor[], now: Date): Promise<void> {
  const at = now.toISOString()
  const editor = cast.find(({ hat }) => hat === 'E')!.personId
  await sql`insert into dry_run (id, version_id, content_hash, report, passed, created_by, created_at)
    select gen_random_uuid(), id, 'x', '{}', false, ${editor}::uuid, ${at}::timestamptz from framework_version limit 1`.execute(
    db,
  )
  await sql`insert into cycle (id, code, number, name, framework_version_id, status, reporting_year, previous_year, opens_at,
      closes_at, is_demonstration)
    select gen_random_uuid(), 'PLANNED', 990, name, framework_version_id, 'PLANNED', reporting_year, previous_year, opens_at,
      closes_at, is_demonstration from cycle where code = 'C2024'`.execute(db)
  for (const { hat, personId, administrationId, reviews } of cast) {
    if (hat === 'C') {
      await sql`insert into return_item (id, assessment_id, administration_id, submission_number, kpi_code, reason, created_by, created_at)
        select gen_random_uuid(), assessment_id, administration_id, 1, kpi_code, 'x', ${editor}::uuid, ${at}::timestamptz
          from assignment where person_id = ${personId}::uuid and kpi_code is not null limit 1 on conflict do nothing`.execute(
        db,
      )
    }
    if (hat === 'N' || hat === 'A') {
      await sql`insert into finding_response (finding_id, review_id, administration_id, decision, body, proposed_by, updated_at)
        select id, review_id, administration_id, 'ACCEPTED', 'x', ${personId}::uuid, ${at}::timestamptz from finding
          where administration_id = ${administrationId}::uuid limit 2 on conflict do nothing`.execute(
        db,
      )
    }
    for (const { reviewId, isLead } of reviews) {
      await sql`insert into finding_response (finding_id, review_id, administration_id, decision, body, proposed_by, confirmed_at, updated_at)
        select id, review_id, administration_id, 'ACCEPTED', 'x', ${personId}::uuid, ${at}::timestamptz, ${at}::timestamptz from finding
          where review_id = ${reviewId}::uuid order by id desc limit 1
        on conflict (finding_id) do update set confirmed_at = excluded.confirmed_at`.execute(db)
      await sql`insert into review_score (id, review_id, administration_id, assessment_id, kpi_code, author_id, judgement, confidence, status, updated_at)
        select gen_random_uuid(), id, administration_id, assessment_id, 'EP-02-1', ${personId}::uuid, 'AGREE', 'LOW', 'DRAFT', ${at}::timestamptz
          from review where id = ${reviewId}::uuid on conflict do nothing`.execute(db)
      if (!isLead) continue
      await sql`insert into review_consensus (review_id, administration_id, assessment_id, kpi_code, judgement, note, recorded_by, updated_at)
        select id, administration_id, assessment_id, 'EP-02-1', 'AGREE', 'x', ${personId}::uuid, ${at}::timestamptz
          from review where id = ${reviewId}::uuid on conflict do nothing`.execute(db)
      await sql`insert into finding_resolution (finding_id, review_id, administration_id, outcome, body, resolved_by, resolved_at)
        select id, review_id, administration_id, 'UPHELD', 'x', ${personId}::uuid, ${at}::timestamptz from finding
          where review_id = ${reviewId}::uuid limit 1 on conflict do nothing`.execute(db)
    }
    if (!personId) continue
    await sql`insert into framework_presence (version_id, person_id, node_code, seen_at)
      select id, ${personId}::uuid, 'TF-01-1', ${at}::timestamptz from framework_version where status = 'DRAFT' on conflict do nothing`.execute(
      db,
    )
    await sql`insert into framework_change (id, version_id, node_kind, node_id, node_code, action, person_id, at)
      select gen_random_uuid(), id, 'KPI', gen_random_uuid(), 'TF-01-1', 'UPDATE', ${personId}::uuid, ${at}::timestamptz
        from framework_version where status = 'DRAFT'`.execute(db)
    await sql`with door as (insert into support_access (id, person_id, person_role_id, administration_id, opened_at, ends_at)
        select gen_random_uuid(), person_id, id, administration_id, ${at}::timestamptz, ${at}::timestamptz + interval '30 minutes'
          from person_role where person_id = ${personId}::uuid and ended_at is null limit 1 on conflict do nothing returning *)
      insert into support_view (id, support_access_id, person_id, administration_id, viewer_id, started_at, ends_at)
        select gen_random_uuid(), id, person_id, administration_id, ${editor}::uuid, opened_at, ends_at from door`.execute(
      db,
    )
    await sql`insert into notification (id, person_id, role, kind, at)
      values (gen_random_uuid(), ${personId}::uuid, 'VIEWER', 'ACCEPTED', ${at}::timestamptz)`.execute(
      db,
    )
  }
}

/** Ids that make a difference: of the cast, their reviews and administrations, of versions and releases. */
export function knownTo(cast: readonly Actor[], stored: Stored): ReadonlySet<string> {
  const known = cast.flatMap(({ personId, administrationId, reviews, assigned, entrusted }) => [
    personId,
    administrationId,
    ...assigned,
    ...[...entrusted].map((key) => TRUST + key),
    ...reviews.flatMap(({ reviewId, assessmentId, submissionId }) => [
      reviewId,
      assessmentId,
      submissionId,
    ]),
  ])
  const all = ['framework_version', 'release', 'review', 'cycle_message'].flatMap((table) =>
    stored.get(table)!.map(({ row }) => String(row['id'])),
  )
  return new Set([...known.filter((id) => id !== null), ...all])
}

export interface WritingScene {
  readonly database: Database
  readonly tables: readonly string[]
  readonly facts: Facts
  readonly known: ReadonlySet<string>
  readonly actors: readonly { readonly actor: Actor; readonly identity: TransactionIdentity }[]
}

/** What is tried of it; all by default. */
export interface WritingRange {
  readonly tables?: readonly string[]
  readonly acts?: readonly Act[]
  readonly isFirstEnough?: boolean
}

export interface WritingOutcome {
  readonly tried: number
  readonly wrong: readonly string[]
  /** Acts the list names of which no row could be tried. */
  readonly untried: readonly string[]
}

const owner: TransactionIdentity = { role: 'pmm_owner', settings: {} }

/** Tries every act on rows of every kind as everybody, and compares with the list. */
export async function wrongWrites(
  { database, tables, facts, known, actors }: WritingScene,
  { tables: only = tables, acts = ACTS, isFirstEnough = false }: WritingRange = {},
): Promise<WritingOutcome> {
  const lines = expectations('writes.csv', ['table', 'act', 'hats', 'rows'])
  const wrong = new Map<string, number>()
  const untried: string[] = []
  let tried = 0
  for (const table of only) {
    const stored = await database.read(owner, (db) => samplesOf(db, table, known))
    for (const act of acts) {
      const samples =
        act === 'insert' && MADE[table]
          ? [...stored, ...stored.map((each) => madeFrom(table, each))]
          : stored
      const open = lines.filter((line) => line.table === table && names(line.act, act))
      const could = new Set<string>()
      for (const { actor, identity } of actors) {
        const mine = open.filter(({ hats }) => words(hats).includes(actor.hat))
        const found = await trying(database, identity, table, act, samples)
        for (const [at, { row }] of samples.entries()) {
          tried += 1
          const isExpected = mine.some(({ rows }) => holds(rows)(row, actor, facts))
          if (isExpected) for (const { hats, rows } of mine) could.add(`${hats} ${rows}`)
          if (isExpected === (found[at] === 'done')) continue
          const line = `${actor.name}: ${act} ${table} ${isExpected ? `is refused (${found[at]})` : 'is done'}`
          wrong.set(line, (wrong.get(line) ?? 0) + 1)
          if (isFirstEnough) return { tried, wrong: [line], untried }
        }
      }
      for (const { hats, rows } of open)
        if (!could.has(`${hats} ${rows}`)) untried.push(`${act} ${table} by ${hats}: ${rows}`)
    }
  }
  return { tried, wrong: [...wrong].map(([line, n]) => `${line} (${n} rows)`), untried }
}

/** Whoever may update a row may hold it; a line for itself says who holds it and leaves it as it is. */
const names = (acts: string, act: Act): boolean =>
  words(acts).includes(act) || (act === 'hold' && words(acts).includes('update'))

function holds(name: string) {
  const rule = ROWS[name]
  if (!rule) throw new Error(`rows.ts knows no rows "${name}".`)
  return rule
}
