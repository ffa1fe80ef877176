import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwatchChanges } from '../setup/watch.ts'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { castOf, identityOfActor, type Actor } from './cast.ts'
import { factsOf, readEverything } from './facts.ts'
import { openAsOwner, tablesOf, type OwnerDatabase } from './owner-database.ts'
import {
  addProbe,
  addRowsToTry,
  draftWith,
  knownTo,
  wrongWrites,
  type WritingScene,
} from './writing.ts'

const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const

let everything: OwnerDatabase
let cast: readonly Actor[]
let scene: WritingScene

beforeAll(async () => {
  await draftWith(await world().as('METHODOLOGY_EDITOR'))
  await world().asOwner(({ db }) => unwatchChanges(db))
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  await world().asOwner(async ({ db }) => {
    await addRowsToTry(db, cast, world().clock.now())
    await addProbe(db)
  })
  everything = await openAsOwner(world())
  const stored = await everything.database.read(owner, readEverything)
  scene = {
    database: everything.database,
    tables: await everything.database.read(owner, tablesOf),
    facts: factsOf(stored, world().clock.now()),
    known: knownTo(cast, stored),
    actors: await Promise.all(
      cast.map(async (actor) => ({ actor, identity: await identityOfActor(world(), actor) })),
    ),
  }
}, 400_000)
afterAll(() => everything?.close())

test('every table is written by those the list names, row by row, and by nobody else', async () => {
  const { tried, wrong, untried } = await wrongWrites(scene)

  process.stdout.write(`writes x rows x viewers: ${tried}, wrong: ${wrong.length}\n`)
  expect(wrong).toEqual([])
  expect(untried).toEqual([])
}, 900_000)
