import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { anonymous, identityOf, workerIdentity } from '#access'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { exchangeOf } from './exchange.fixture'
import { pruneImports } from './prune-imports'

const world = useWorld()
const { get, check, apply } = exchangeOf(world)

let editor: Caller
let bytes: Buffer
let published: string

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  bytes = (await get(editor, '/files/framework/PMM-V1-DEMO.json')).rawPayload
  const { data } = await editor.query('{ frameworkVersion(code: "PMM-V1-DEMO") { id } }')
  published = data.frameworkVersion.id
})

const dryRun = (code: string) => check(editor, `${code}.json`, bytes, { baseVersionId: published, code }) // prettier-ignore
const now = () => world().clock.now().toISOString()
const age = (code: string, days: number) =>
  world().asOwner(({ db }) =>
    sql`update framework_import set created_at = ${now()}::timestamptz - make_interval(days => ${days}) where code = ${code}`.execute(db),
  ) // prettier-ignore
const kept = async () =>
  (
    await world().asOwner(({ db }) =>
      sql<{ code: string; status: string; content: object }>`
        select code, status, content from framework_import order by created_at desc, id desc`.execute(
        db,
      ),
    )
  ).rows
const prune = () =>
  world().database.write(workerIdentity, (scope) =>
    pruneImports()({ ...scope, now: world().clock.now() } as never),
  )

test('a dry run nobody imported goes after 30 days; what was imported stays on record without its content', async () => {
  const imported = await dryRun('PRUNE-IMPORTED')
  await dryRun('PRUNE-OLD')
  await dryRun('PRUNE-YOUNG')
  expect((await apply(editor, imported.frameworkImport)).problems).toEqual([])
  await age('PRUNE-IMPORTED', 400)
  await age('PRUNE-OLD', 31)
  await age('PRUNE-YOUNG', 29)

  await prune()
  const rows = await kept()

  expect(rows.map(({ code, status }) => [code, status])).toEqual([
    ['PRUNE-YOUNG', 'READY'],
    ['PRUNE-IMPORTED', 'APPLIED'],
  ])
  expect(rows[1]!.content).toEqual({})
  expect(Object.keys(rows[0]!.content)).not.toEqual([])
  const { data } = await editor.query(`{ frameworkImports(first: 10) { nodes { code state counts { state count } } } }`) // prettier-ignore
  expect(data.frameworkImports.nodes[1]).toMatchObject({ state: 'APPLIED', counts: [{ state: 'UNCHANGED' }] }) // prettier-ignore
})

test('only the newest hundred stay, and the log says how many went', async () => {
  await world().asOwner(({ db }) =>
    sql`insert into framework_import
      select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'code', 'PRUNE-' || n,
        'created_at', ${now()}::timestamptz - make_interval(mins => n)))).*
      from framework_import i, generate_series(1, 105) n where i.code = 'PRUNE-YOUNG'`.execute(db),
  )

  await prune()
  const codes = (await kept()).filter(({ status }) => status !== 'APPLIED').map(({ code }) => code)
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ payload: string }>`select payload from audit_entry where action = 'frameworkImportPrune' order by at desc, seq desc`.execute(db),
  ) // prettier-ignore

  expect(codes).toEqual(Array.from({ length: 100 }, (_, at) => `PRUNE-${at + 1}`))
  expect(JSON.parse(rows[0]!.payload).content).toMatchObject({ count: 6 })
})

test('nobody else prunes, and nobody deletes', async () => {
  for (const statement of [
    'select framework_import_prune(now())',
    'delete from framework_import',
  ]) {
    await expect(
      world().database.write(identityOf(anonymous(world().clock.now())), ({ db }) =>
        sql.raw(statement).execute(db),
      ),
    ).rejects.toThrow(/permission denied/)
  }
})
