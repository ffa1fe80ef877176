import type { GraphQLArgument, GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { ask, schemaOf } from './ask.ts'
import { castOf, type Actor } from './cast.ts'
import { cellsOf } from './cells.ts'
import { leakFinder } from './crawl.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { documentOf, nameOf, pathsOf, type Path } from './paths.ts'
import { aboutsOf, answerOf } from './question-list.ts'
import { Chance } from './random.ts'
import { subjectsOf } from './subjects.ts'

const world = useWorld()
// All of them, which takes long: TEST_PATH_STEPS=6 npm test -- tests/access/paths.test.ts
const STEPS = Number(process.env['TEST_PATH_STEPS'] ?? 3)
const LONGEST = 6
const LONGER = 250
const SEED = Number(process.env['TEST_SEED'] ?? 20231205)
const WALKERS = ['anonymous', 'partner', 'contributor of XAL', 'coordinator of XOR', 'viewer of XSO', 'reviewer assigned',
  'reviewer unassigned', 'reviewer in conflict', 'editor', 'officer', 'administrator', 'PMMPT observer'] // prettier-ignore
const owner = { role: 'pmm_owner', settings: {} } as const

let everything: OwnerDatabase
let schema: GraphQLSchema
let cast: readonly Actor[]
let leaksOf: ReturnType<typeof leakFinder>
let about: ReadonlyMap<string, Readonly<Record<string, string>>>

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = (await castOf(world())).filter(({ name }) => WALKERS.includes(name))
  schema = await schemaOf(world().server)
  everything = await openAsOwner(world())
  leaksOf = leakFinder(await everything.database.read(owner, subjectsOf), world().clock.now())
  const abouts = await everything.database.read(owner, aboutsOf)
  about = new Map([...abouts].map(([root, [first]]) => [root, first?.args ?? {}]))
}, 180_000)
afterAll(() => everything?.close())

function documentFor(path: Path): string | null {
  const given = about.get(path[0]!.field.name) ?? {}
  return documentOf(path, {
    schema,
    entries: new Set(),
    parts: new Set(),
    answers: (at: string, argument: GraphQLArgument) => {
      if (at.startsWith('Query(') || at === `Query(${argument.name}:)`) return given[argument.name]
      return argument.name === 'first' ? '1' : answerOf(at, argument)
    },
  })
}

async function leaksAlong(paths: readonly Path[]) {
  const leaks = new Set<string>()
  let walked = 0
  for (const path of paths) {
    const document = documentFor(path)
    if (document === null) continue
    for (const actor of cast) {
      walked += 1
      const { data, errors, status } = await ask(world().server, actor, document)
      if (status >= 500 || errors.some(({ extensions }) => extensions['code'] === 'INTERNAL')) {
        leaks.add(`${nameOf(path)} fails for ${actor.name}`)
      }
      for (const cell of cellsOf(document, data)) {
        for (const leak of leaksOf(actor, cell)) leaks.add(`${leak} by ${nameOf(path)}`)
      }
    }
  }
  return { walked, leaks: [...leaks] }
}

describe('every way through the graph', () => {
  test(`A4: of up to ${STEPS} steps from each root leads nobody to what is not theirs`, async () => {
    const paths = pathsOf(schema, STEPS)

    const { walked, leaks } = await leaksAlong(paths)

    process.stdout.write(
      `paths: ${paths.length} of up to ${STEPS} steps, ${walked} walks, ${leaks.length} leaks\n`,
    )
    expect(paths.length).toBeGreaterThan(500)
    expect(leaks).toEqual([])
  }, 3_600_000)

  test('A4: of more steps, some at random, leads nobody to what is not theirs', async () => {
    const chance = new Chance(SEED)
    const longer = pathsOf(schema, LONGEST).filter(({ length }) => length > STEPS)
    const some = Array.from({ length: Math.min(LONGER, longer.length) }, () => chance.of(longer))

    const { walked, leaks } = await leaksAlong(some)

    process.stdout.write(
      `paths: ${some.length} of ${longer.length} longer ones, ${walked} walks, ${leaks.length} leaks\n`,
    )
    expect(leaks).toEqual([])
  }, 1_800_000)
})
