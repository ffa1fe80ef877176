import type { GraphQLArgument, GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { ask, schemaOf } from './ask.ts'
import { castOf, type Actor } from './cast.ts'
import { cellsOf } from './cells.ts'
import { leakFinder } from './crawl.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { documentOf, pathsOf, type Path } from './paths.ts'
import { aboutsOf, answerOf } from './question-list.ts'
import { subjectsOf } from './subjects.ts'

const world = useWorld()
// The root field is the first step. Six are all there need be, and take long: TEST_PATH_STEPS=6 npm test -- tests/access/paths.test.ts
const STEPS = Number(process.env['TEST_PATH_STEPS'] ?? 4)
const AT_ONCE = 120
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

function documentFor(paths: readonly Path[]): string | null {
  const given = about.get(paths[0]![0]!.field.name) ?? {}
  return documentOf(paths, {
    schema,
    entries: new Set(),
    parts: new Set(),
    answers: (at: string, argument: GraphQLArgument) => {
      if (at.startsWith('Query(')) return given[argument.name]
      return argument.name === 'first' ? '1' : answerOf(at, argument)
    },
  })
}

/** Documents that walk all of these ways, each as many as its bounds allow; what has no argument is left out. */
async function documentsFor(paths: readonly Path[]): Promise<readonly string[]> {
  const document = documentFor(paths)
  const isOne = paths.length === 1
  if (document === null && isOne) return []
  if (document !== null && (isOne || (await isTaken(document)))) return [document]
  const half = Math.ceil(paths.length / 2)
  return [...(await documentsFor(paths.slice(0, half))), ...(await documentsFor(paths.slice(half)))]
}

// Only what the server would run is worth sending: dear documents and such that contradict themselves are halved.
async function isTaken(document: string): Promise<boolean> {
  const officer = cast.find(({ hat }) => hat === 'O')!
  const { status } = await ask(
    world().server,
    { headers: { ...officer.headers, 'x-cost-only': '1' } },
    document,
  )
  return status === 200
}

test(`A4: no way through the graph of up to ${STEPS} steps leads anybody to what is not theirs`, async () => {
  const paths = pathsOf(schema, STEPS)
  const leaks = new Set<string>()
  let walked = 0
  let cells = 0
  for (const ways of Map.groupBy(paths, ([first]) => first!.field.name).values()) {
    for (let at = 0; at < ways.length; at += AT_ONCE) {
      for (const document of await documentsFor(ways.slice(at, at + AT_ONCE))) {
        for (const actor of cast) {
          walked += 1
          const { data, errors, status } = await ask(world().server, actor, document)
          const isBroken = errors.some(({ extensions }) =>
            ['INTERNAL', 'BAD_INPUT'].includes(String(extensions['code'])),
          )
          if (status >= 500 || isBroken)
            leaks.add(`${document.slice(0, 80)} fails for ${actor.name}`)
          for (const cell of cellsOf(document, data)) {
            cells += 1
            for (const leak of leaksOf(actor, cell)) leaks.add(`${leak} at ${cell.path}`)
          }
        }
      }
    }
  }

  process.stdout.write(
    `paths: ${paths.length} of up to ${STEPS} steps, ${walked} walks of many at once, ${cells} cells, ${leaks.size} leaks\n`,
  )
  expect(paths.length).toBeGreaterThan(500)
  expect([...leaks]).toEqual([])
}, 3_600_000)
