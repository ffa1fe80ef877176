import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db, TransactionIdentity } from '../../server/src/platform'
import { unwatchChanges } from '../setup/watch.ts'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { castOf, identityOfActor, type Actor } from './cast.ts'
import { expectations, words } from './expectations.ts'
import { factsOf, readEverything } from './facts.ts'
import { openAsOwner, tablesOf, type OwnerDatabase } from './owner-database.ts'
import { ROWS } from './rows.ts'

const world = useWorld()
const owner: TransactionIdentity = { role: 'pmm_owner', settings: {} }
const CLOSED = [
  'credential',
  'session',
  'sign_in_link',
  'sign_in_attempt',
  'api_client_token',
  'invitation_link',
  'support_session',
  'second_factor',
  'recovery_code',
  'access_restoration',
  'password_reset_request',
  'oidc_identity',
  'oidc_answer',
]

let everything: OwnerDatabase
let cast: readonly Actor[]
let tables: readonly string[]

beforeAll(async () => {
  await world().asOwner(({ db }) => unwatchChanges(db))
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  everything = await openAsOwner(world())
  tables = await everything.database.read(owner, tablesOf)
})
afterAll(() => everything?.close())

const inRolledBack = async (
  identity: TransactionIdentity,
  work: (db: Db) => Promise<void>,
): Promise<void> => {
  const undo = new Error('undo')
  const done = everything.database.write(identity, async ({ db }) => {
    await work(db)
    throw undo
  })
  await done.catch((error: unknown) => {
    if (error !== undo) throw error
  })
}

const refusalOf = async (identity: TransactionIdentity, statement: ReturnType<typeof sql>) =>
  everything.database
    .write(identity, ({ db }) => statement.execute(db))
    .then(
      () => 'done',
      (error: unknown) => String((error as { code?: string }).code),
    )

describe('the database alone', () => {
  test('closes every table by force, and opens none to a role without a policy', async () => {
    const { rows } = await everything.database.read(owner, (db) =>
      sql<{ name: string; isForced: boolean; policies: number }>`
        select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as is_forced,
          (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'mikro_orm%'`.execute(
        db,
      ),
    )

    expect(rows.length).toBeGreaterThan(50)
    expect(rows.filter(({ isForced, policies }) => !isForced || policies === 0)).toEqual([])
  })

  test('runs views and functions with the rights of whoever asks, or of a listed door', async () => {
    const { rows } = await everything.database.read(owner, (db) =>
      sql<{ name: string }>`select c.relname::text as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('v', 'm')
          and not coalesce('security_invoker=true' = any (c.reloptions), false)
        union all select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and p.prosecdef and not coalesce('search_path=public' = any (p.proconfig), false)
          and has_function_privilege('pmm_app', p.oid, 'execute')`.execute(db),
    )

    expect(rows).toEqual([])
  })

  test('names every table in the list of expectations', () => {
    const named = new Set(expectations('tables.csv', ['table']).map(({ table }) => table))

    expect([...named].toSorted()).toEqual([...tables].toSorted())
  })

  test('A52: shows each viewer exactly the rows the list says', async () => {
    const lines = expectations('tables.csv', ['table', 'hats', 'rows'])
    const stored = await everything.database.read(owner, readEverything)
    const facts = factsOf(stored, world().clock.now())
    const wrong: string[] = []
    let cells = 0
    for (const actor of cast) {
      const seen = await everything.database.read(await identityOfActor(world(), actor), (db) =>
        seenBy(db),
      )
      for (const table of tables) {
        const open = lines.filter(
          ({ table: name, hats }) =>
            name === table && (hats === 'everybody' || words(hats).includes(actor.hat)),
        )
        const visible = seen.get(table)!
        for (const { key, row } of stored.get(table)!) {
          cells += 1
          const isExpected = open.some(({ rows }) => ruleNamed(rows)(row, actor, facts))
          if (visible.has(key) === isExpected) continue
          wrong.push(`${actor.name}: ${table} ${isExpected ? 'is hidden' : 'is shown'}`)
        }
      }
    }

    process.stdout.write(`rows x viewers: ${cells}, wrong: ${wrong.length}\n`)
    expect(counted(wrong)).toEqual([])
  }, 600_000)

  test('shows a request without settings nothing of any administration', async () => {
    const bare: TransactionIdentity = { role: 'pmm_app', settings: {} }
    const seen = await everything.database.read(bare, seenBy)
    const stored = await everything.database.read(owner, readEverything)
    const foreign = tables.filter((table) => {
      if (['administration', 'release_assessment', 'release_value'].includes(table)) return false
      return stored.get(table)!.some(({ key, row }) => {
        const isOfOne = 'administration_id' in row || 'person_id' in row || 'assessment_id' in row
        return isOfOne && seen.get(table)!.has(key)
      })
    })

    expect(foreign).toEqual([])
  })

  test('changes no foreign row, whoever tries', async () => {
    const touched: string[] = []
    for (const actor of cast) {
      const identity = await identityOfActor(world(), actor)
      await inRolledBack(identity, async (db) => {
        for (const table of tables) {
          const foreign = await foreignTouched(db, table, actor)
          if (foreign > 0) touched.push(`${actor.name}: ${foreign} foreign rows of ${table}`)
        }
      })
    }

    expect(touched).toEqual([])
  }, 600_000)

  test('lets nobody move an own row to another administration', async () => {
    const coordinator = cast.find(({ name }) => name === 'coordinator of XAL')!
    const other = cast.find(({ name }) => name === 'coordinator of XOR')!
    const identity = await identityOfActor(world(), coordinator)
    for (const table of ['assessment', 'kpi_response', 'data_value', 'assignment']) {
      const code = await refusalOf(
        identity,
        sql`update ${sql.table(table)} set administration_id = ${other.administrationId}::uuid
          where administration_id = ${coordinator.administrationId}::uuid`,
      )
      expect(`${table} ${code}`).toBe(`${table} 42501`)
    }
  })
})

describe('the roles of the database', () => {
  test.each(['pmm_app', 'pmm_worker'] as const)(
    '%s is no superuser and passes no row policy by',
    async (role) => {
      const { rows } = await everything.database.read(owner, (db) =>
        sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = ${role}`.execute(
          db,
        ),
      )

      expect(Object.values(rows[0] as object)).toEqual([false, false, false, false])
    },
  )

  test.each(CLOSED)('%s is closed to requests and to the worker', async (table) => {
    const app = await refusalOf(
      { role: 'pmm_app', settings: { hat: 'D' } },
      sql`select * from ${sql.table(table)}`,
    )
    const worker = await refusalOf(
      { role: 'pmm_worker', settings: {} },
      sql`select * from ${sql.table(table)}`,
    )

    expect([app, worker]).toEqual(['42501', '42501'])
  })

  test('a request cannot write into the audit log but through its one door', async () => {
    const officer: TransactionIdentity = { role: 'pmm_app', settings: { hat: 'O' } }
    const entry = sql`insert into audit_entry (chain, seq, at, action, outcome, request_id, payload, previous_hash, hash)
      values ('secretariat', 999999, now(), 'forged', 'DONE', 'x', '{}', '\\x00', '\\x00')`

    expect(await refusalOf(officer, entry)).toBe('42501')
    expect(await refusalOf(officer, sql`update audit_head set seq = 0`)).toBe('42501')
    expect(await refusalOf({ role: 'pmm_worker', settings: {} }, entry)).toBe('42501')
  })

  test('the serving login cannot become the owner', async () => {
    if (world().database.kind === 'embedded') return
    const attempt = world().database.read(owner, (db) => sql`select 1`.execute(db))

    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })
})

describe('what nobody changes, the owner included', () => {
  const firstOf = (table: string) => sql`select 1 from ${sql.table(table)} limit 1`

  test.each([
    ['audit_entry', "update audit_entry set action = 'forged'", 'PM001'],
    ['audit_entry', 'delete from audit_entry', 'PM001'],
    ['audit_entry', 'truncate audit_entry', 'PM001'],
    ['audit_head', 'delete from audit_head', 'PM001'],
    ['audit_head', 'truncate audit_head', 'PM001'],
    ['consent_record', "update consent_record set level = 'PUBLIC'", 'PM001'],
    ['consent_record', 'delete from consent_record', 'PM001'],
    ['consent_record', 'truncate consent_record', 'PM001'],
    ['kpi', "update kpi set formula = 'A'", 'PM002'],
    ['dimension', 'update dimension set weight = 2', 'PM002'],
    ['expected_outcome', 'update expected_outcome set weight = 2', 'PM002'],
    ['data_element', 'update data_element set max_value = 1', 'PM002'],
    ['instrument', 'update instrument set sort = 99', 'PM002'],
    ['validation_rule', "update validation_rule set level = 'INFO'", 'PM002'],
    ['validation_rule', 'delete from validation_rule', 'PM002'],
    ['outcome_mapping', 'update outcome_mapping set strength = 1', 'PM002'],
    ['outcome_mapping', 'delete from outcome_mapping', 'PM002'],
    ['change_proposal', "update change_proposal set title = 'forged'", 'PM002'],
    ['change_proposal', "update change_proposal set status = 'OPEN'", 'PM002'],
    [
      'framework_version',
      "update framework_version set content_hash = 'x' where status = 'PUBLISHED'",
      'PM002',
    ],
    ['framework_version', "delete from framework_version where status = 'PUBLISHED'", 'PM002'],
  ])('A53: %s refuses: %s', async (table, statement, code) => {
    await everything.database.write(owner, ({ db }) =>
      sql`select audit_append('secretariat', now(), null, null, null, null, 'seen', 'DONE', null, null, 'x', '{}')`.execute(
        db,
      ),
    )
    const present = await everything.database.read(owner, (db) => firstOf(table).execute(db))

    expect(present.rows).toHaveLength(1)
    expect(await refusalOf(owner, sql.raw(statement))).toBe(code)
  })
})

describe('the audit log', () => {
  test('is a chain without gaps that a second reckoning confirms', async () => {
    const member = cast.find(({ name }) => name === 'coordinator of XAL')!
    const append = (chain: string, action: string) =>
      sql`select audit_append(${chain}, now(), ${member.personId}::uuid, null, 'N', ${member.administrationId}::uuid,
        ${action}, 'DONE', 'Assessment', 'x', 'request', '{"a":"é"}')`
    await everything.database.write({ role: 'pmm_app', settings: {} }, async ({ db }) => {
      for (const action of ['one', 'two', 'three'])
        await append(member.administrationId!, action).execute(db)
    })

    const broken = await everything.database.read(owner, brokenLinks)

    expect(broken).toEqual({ entries: expect.any(Number), broken: [], heads: [] })
    expect(broken.entries).toBeGreaterThan(3)
  })
})

/** Keys of the visible rows by table; a table without a grant shows none. */
async function seenBy(db: Db): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const seen = new Map<string, ReadonlySet<string>>()
  const { rows: open } = await sql<{ name: string }>`
    select c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace
      and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(db)
  const granted = new Set(open.map(({ name }) => name))
  for (const table of tables) {
    if (!granted.has(table)) {
      seen.set(table, new Set())
      continue
    }
    const { rows } = await sql<{
      key: string
    }>`select t.ctid::text as key from ${sql.table(table)} t`.execute(db)
    seen.set(table, new Set(rows.map(({ key }) => key)))
  }
  return seen
}

function ruleNamed(name: string) {
  const rule = ROWS[name]
  if (!rule) throw new Error(`rows.ts knows no rows "${name}".`)
  return rule
}

const counted = (lines: readonly string[]): readonly string[] =>
  [...Map.groupBy(lines, (line) => line)].map(([line, all]) => `${line} (${all.length} rows)`)

/** Tries to change all rows of a table; how many of the changed ones belong to somebody else. */
async function foreignTouched(db: Db, table: string, actor: Actor): Promise<number> {
  const { rows: columns } = await sql<{ name: string; isOpen: boolean }>`
    select attname::text as name, has_column_privilege(attrelid, attnum, 'update') as is_open from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and attidentity = '' and not attisdropped order by attnum`.execute(
    db,
  )
  const names = columns.map(({ name }) => name)
  // Some tables open single columns to a change; trying another one would prove nothing.
  const first = columns.find(({ isOpen }) => isOpen)?.name ?? names[0]!
  await sql`savepoint attempt`.execute(db)
  let foreign = 0
  try {
    await sql`update ${sql.table(table)} set ${sql.ref(first)} = ${sql.ref(first)}`.execute(db)
    await sql`set local role pmm_owner`.execute(db)
    const person = PERSON_OF[table]
    if (person) {
      foreign = await countChanged(db, table, isForeignPerson(sql.ref(`t.${person}`), actor))
    } else if (actor.hat === 'D' && KEPT_BY_ADMINISTRATOR.has(table)) {
      foreign = 0
    } else if (
      names.includes('administration_id') &&
      actor.administrationId &&
      'CNAV'.includes(actor.hat)
    ) {
      foreign = await countChanged(
        db,
        table,
        sql`administration_id is distinct from ${actor.administrationId}::uuid`,
      )
    } else if (actor.hat === 'B' && table === 'change_proposal') {
      // The PMMPT decides on what is open, whoever proposed it.
      foreign = await countChanged(db, table, sql`status <> 'OPEN'`)
    } else if (
      '-PVB'.includes(actor.hat) &&
      !(actor.hat === 'B' && table.startsWith('framework'))
    ) {
      foreign = await countChanged(db, table, sql`true`)
    } else if ('ED'.includes(actor.hat) && names.includes('administration_id')) {
      foreign = await countChanged(db, table, sql`true`)
    } else if ('RL'.includes(actor.hat) && names.includes('review_id')) {
      foreign = await countChanged(
        db,
        table,
        sql`review_id <> all (${actor.reviews.map(({ reviewId }) => reviewId)}::uuid[])`,
      )
    }
  } catch (error) {
    if (!['42501', 'PM001', 'PM002'].includes(String((error as { code?: string }).code)))
      throw error
  }
  await sql`rollback to savepoint attempt`.execute(db)
  return foreign
}

/** Tables about one person each, by the column that says whom. */
const PERSON_OF: Readonly<Record<string, string>> = {
  person: 'id',
  person_account: 'person_id',
  support_access: 'person_id',
  support_view: 'person_id',
  notification: 'person_id',
  notification_setting: 'person_id',
}
const KEPT_BY_ADMINISTRATOR: ReadonlySet<string> = new Set([
  'person_role',
  'invitation',
  'administration',
  'administration_contact',
  'administration_contact_address',
  'api_client',
])

/** Neither oneself, nor one of the coordinator's own house, nor anybody where it is the administrator. */
const isForeignPerson = (
  id: ReturnType<typeof sql.ref>,
  { hat, personId, administrationId }: Actor,
) =>
  hat === 'D'
    ? sql`false`
    : sql`${id} is distinct from ${personId}::uuid and not (${hat === 'N'} and exists (select 1 from person_role r
        where r.person_id = ${id} and r.ended_at is null and r.administration_id = ${administrationId}::uuid))`

async function countChanged(db: Db, table: string, where: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} t
    where t.xmin::text::bigint >= pg_current_xact_id()::text::bigint and ${where}`.execute(db)
  return rows[0]!.n
}

interface Entry {
  readonly chain: string
  readonly seq: string | number
  readonly payload: string
  readonly action: string
  readonly previousHash: Uint8Array
  readonly hash: Uint8Array
}

/** Reckons every hash anew, from the texts alone. */
async function brokenLinks(db: Db) {
  const { rows } =
    await sql<Entry>`select chain, seq, payload, action, previous_hash, hash from audit_entry
    order by chain, seq`.execute(db)
  const heads = await sql<{ chain: string; seq: string | number; hash: Uint8Array }>`
    select chain, seq, hash from audit_head`.execute(db)
  const broken: string[] = []
  const last = new Map<string, { seq: number; hash: Buffer }>()
  for (const entry of rows) {
    const before = last.get(entry.chain) ?? {
      seq: 0,
      hash: createHash('sha256').update(entry.chain, 'utf8').digest(),
    }
    const hash = createHash('sha256').update(before.hash).update(entry.payload, 'utf8').digest()
    const told = JSON.parse(entry.payload) as { seq: number; chain: string; action: string }
    const isRight =
      Number(entry.seq) === before.seq + 1 &&
      told.seq === Number(entry.seq) &&
      told.chain === entry.chain &&
      told.action === entry.action &&
      before.hash.equals(entry.previousHash) &&
      hash.equals(entry.hash)
    if (!isRight) broken.push(`${entry.chain} ${entry.seq}`)
    last.set(entry.chain, { seq: Number(entry.seq), hash })
  }
  const wrongHeads = heads.rows.filter(({ chain, seq, hash }) => {
    const tail = last.get(chain)
    return !tail || tail.seq !== Number(seq) || !tail.hash.equals(hash)
  })
  return { entries: rows.length, broken, heads: wrongHeads.map(({ chain }) => chain) }
}
