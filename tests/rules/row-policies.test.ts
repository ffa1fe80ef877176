import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addKpiSetPartner, arrangeRareStates } from '../access/arrangement.ts'
import {
  KPI_SET_PARTNER,
  PARTS,
  VIEWER_OF_RETURNED,
  castOf,
  identityOfActor,
} from '../access/cast.ts'
import { factsOf, readEverything } from '../access/facts.ts'
import { openAsOwner, tablesOf, type OwnerDatabase } from '../access/owner-database.ts'
import { firstWrongRead, type ReadingScene } from '../access/reading.ts'
import {
  addProbe,
  addRowsToTry,
  draftWith,
  knownTo,
  wrongWrites,
  type Act,
  type WritingScene,
} from '../access/writing.ts'
import { unwatchChanges } from '../setup/watch.ts'
import { useWorld } from '../setup/world.ts'
import { Tally } from './tally.ts'

const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const
const tally = new Tally('row policies')

let everything: OwnerDatabase
let scene: ReadingScene & WritingScene

beforeAll(async () => {
  await draftWith(await world().as('METHODOLOGY_EDITOR'))
  await world().asOwner(({ db }) => unwatchChanges(db))
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  await world().asOwner(({ db }) => addKpiSetPartner(db, world().clock.now()))
  const cast = await castOf(world(), [...PARTS, KPI_SET_PARTNER, VIEWER_OF_RETURNED])
  await world().asOwner(async ({ db }) => {
    await addRowsToTry(db, cast, world().clock.now())
    await addProbe(db)
  })
  everything = await openAsOwner(world())
  const stored = await everything.database.read(owner, readEverything)
  scene = {
    database: everything.database,
    stored,
    tables: await everything.database.read(owner, tablesOf),
    facts: factsOf(stored, world().clock.now()),
    known: knownTo(cast, stored),
    actors: await Promise.all(
      cast.map(async (actor) => ({ actor, identity: await identityOfActor(world(), actor) })),
    ),
  }
}, 180_000)
afterAll(async () => {
  await everything?.close()
  tally.print()
})

interface RowPolicy {
  readonly table: string
  readonly name: string
  readonly act: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL'
  readonly isRestrictive: boolean
  readonly shows: string | null
  readonly takes: string | null
}

test('each row policy of the serving role, deleted or widened, shows in what is read or written', async () => {
  const { rows: policies } = await everything.database.read(owner, (db) =>
    sql<RowPolicy>`select tablename::text as table, policyname::text as name, cmd as act,
      permissive = 'RESTRICTIVE' as is_restrictive, qual as shows, with_check as takes
      from pg_policies where schemaname = 'public' and 'pmm_app' = any (roles) order by 1, 2`.execute(
      db,
    ),
  )
  for (const policy of policies) {
    for (const [name, by] of [
      ['deleted', policy.isRestrictive],
      ['widened', true],
    ] as const) {
      const open = by ? 'true' : 'false'
      if (hasNoEffect(policy, open)) {
        tally.excuse(1, `${name}, but already so`)
        continue
      }
      await alter(policy, policy.shows && open, policy.takes && open)
      try {
        const seen = await noticed(policy)
        if (seen) tally.caught(policy.act, seen)
        else tally.survived(policy.act, `${policy.table} ${policy.name} ${name}`)
      } finally {
        await alter(policy, policy.shows, policy.takes)
      }
    }
  }

  expect(tally.share()).toBeGreaterThanOrEqual(0.99)
}, 1_800_000)

const hasNoEffect = ({ shows, takes }: RowPolicy, open: string) =>
  (shows ?? open) === open && (takes ?? open) === open

const ACTS: Readonly<Record<RowPolicy['act'], readonly Act[]>> = {
  SELECT: [],
  INSERT: ['insert'],
  UPDATE: ['update', 'hold'],
  DELETE: ['delete'],
  ALL: ['insert', 'update', 'delete', 'hold'],
}

async function noticed({ table, act }: RowPolicy): Promise<string | null> {
  if (act === 'SELECT' || act === 'ALL') {
    if (await firstWrongRead(scene, table)) return 'in what is read'
  }
  if (ACTS[act].length === 0) return null
  const { wrong } = await wrongWrites(scene, {
    tables: [table],
    acts: ACTS[act],
    isFirstEnough: true,
  })
  return wrong.length > 0 ? 'in what is written' : null
}

async function alter(
  { table, name }: RowPolicy,
  shows: string | null,
  takes: string | null,
): Promise<void> {
  const statement = [
    `alter policy "${name}" on "${table}"`,
    ...(shows ? [`using (${shows})`] : []),
    ...(takes ? [`with check (${takes})`] : []),
  ].join(' ')
  await everything.database.write(owner, ({ db }) => sql.raw(statement).execute(db))
}
