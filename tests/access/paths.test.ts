import { parse, validate, type GraphQLArgument, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../server/src/limits'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { ask } from './ask.ts'
import { heldBy } from './audiences.ts'
import { castOf, type Actor } from './cast.ts'
import { cellsOf } from './cells.ts'
import { leakFinder } from './crawl.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { documentOf, namesOf, pathsOf, type Path } from './paths.ts'
import { aboutsOf, answerOf, type About } from './question-list.ts'
import { shortenLists } from './short-lists.ts'
import { subjectsOf, type Subjects } from './subjects.ts'

const world = useWorld()
// The root field is the first step. Where lists stand in lists, rows multiply with each step: further on two of each are met.
const STEPS = Number(process.env['TEST_PATH_STEPS'] ?? 6)
const WITH_EVERY_ROW = Math.min(STEPS, 4)
const WALKERS = ['anonymous', 'partner', 'contributor of XAL', 'coordinator of XOR', 'coordinator of XPE', 'viewer of XSO', 'reviewer assigned',
  'reviewer unassigned', 'reviewer in conflict', 'editor', 'officer', 'administrator', 'PMMPT observer'] // prettier-ignore
const owner = { role: 'pmm_owner', settings: {} } as const

let everything: OwnerDatabase
let schema: GraphQLSchema
let cast: readonly Actor[]
let subjects: Subjects
let abouts: ReadonlyMap<string, readonly About[]>
let shortened: RunningServer

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = (await castOf(world())).filter(({ name }) => WALKERS.includes(name))
  schema = await createSchema()
  everything = await openAsOwner(world())
  subjects = await everything.database.read(owner, subjectsOf)
  abouts = await everything.database.read(owner, aboutsOf)
  shortened = await createServer({
    schema: shortenLists(await createSchema(), 2),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
}, 180_000)
afterAll(async () => {
  await shortened?.stop()
  await everything?.close()
})

/** What a root field is asked about as this actor: one object for all, the first and the last that are theirs. */
function aboutsFor(actor: Actor, root: string): readonly About['args'][] {
  const all = abouts.get(root) ?? []
  const isTheirs = ({ id }: About) => {
    const subject = subjects.get(id ?? '')
    return id === undefined || (subject && heldBy(actor, subject, world().clock.now()).size > 0)
  }
  const asked = [all[0], all.find(isTheirs), all.findLast(isTheirs)].filter(Boolean)
  return asked.length === 0 ? [{}] : [...new Set(asked)].map((about) => about!.args)
}

function documentFor(paths: readonly Path[], about: About['args']): string | null {
  return documentOf(paths, {
    schema,
    entries: new Set(),
    parts: new Set(),
    answers: (at: string, argument: GraphQLArgument) => {
      if (at.startsWith('Query(')) return about[argument.name]
      return argument.name === 'first' ? '1' : answerOf(at, argument)
    },
  })
}

/** Ways that fit in one document each; what has no argument is left out. */
function bundlesOf(paths: readonly Path[], about: About['args']): readonly (readonly Path[])[] {
  const document = documentFor(paths, about)
  if (document !== null && isTaken(document)) return [paths]
  if (paths.length === 1) return []
  const half = Math.ceil(paths.length / 2)
  return [...bundlesOf(paths.slice(0, half), about), ...bundlesOf(paths.slice(half), about)]
}

function isTaken(document: string): boolean {
  try {
    return validate(schema, parse(document, { maxTokens: LIMITS.tokens })).length === 0
  } catch {
    return false
  }
}

/** Walks all of these ways as everybody. */
async function walk(server: RunningServer, paths: readonly Path[], atOnce: number) {
  const leaksOf = leakFinder(subjects, world().clock.now())
  const leaks = new Set<string>()
  const walked = new Set<string>()
  const arrived = new Set<string>()
  let documents = 0
  let cells = 0
  for (const [root, ways] of Map.groupBy(paths, ([first]) => first!.field.name)) {
    for (let at = 0; at < ways.length; at += atOnce) {
      for (const bundle of bundlesOf(
        ways.slice(at, at + atOnce),
        abouts.get(root)?.[0]?.args ?? {},
      )) {
        for (const path of bundle) walked.add(namesOf(path))
        for (const actor of cast) {
          for (const about of aboutsFor(actor, root)) {
            const document = documentFor(bundle, about)!
            documents += 1
            const { data, errors, status } = await ask(server, actor, document)
            const isBroken = errors.some(({ extensions }) =>
              ['INTERNAL', 'BAD_INPUT'].includes(String(extensions['code'])),
            )
            if (status >= 400 || isBroken)
              leaks.add(`${document.slice(0, 80)} fails for ${actor.name}: ${status}`)
            let place = ''
            for (const cell of cellsOf(document, data)) {
              cells += 1
              if (cell.path !== place) {
                place = cell.path
                arrived.add(place.replaceAll(/\[\d+\]/g, ''))
              }
              for (const leak of leaksOf(actor, cell)) leaks.add(`${leak} at ${cell.path}`)
            }
          }
        }
      }
    }
  }
  return { leaks: [...leaks], walked, arrived, documents, cells }
}

const left = (paths: readonly Path[], walked: ReadonlySet<string>) => [
  ...new Set(
    paths.filter((path) => !walked.has(namesOf(path))).map(([first]) => first!.field.name),
  ),
]

// Most at once, so that answers stay of a size to be read.
test.each([
  { from: 1, to: WITH_EVERY_ROW, rows: 'each row', atOnce: 120 },
  { from: WITH_EVERY_ROW + 1, to: STEPS, rows: 'two rows', atOnce: 200 },
])(
  'A4: no way of $from to $to steps through the graph, with $rows of each list, leads anybody to what is not theirs',
  async ({ from, to, atOnce }) => {
    const paths = pathsOf(schema, to).filter(({ length }) => length >= from)
    const server = from === 1 ? world().server : shortened
    const { leaks, walked, arrived, documents, cells } = await walk(server, paths, atOnce)

    const found = new Set(paths.map(namesOf).filter((each) => arrived.has(each)))
    process.stdout.write(
      `paths of ${from} to ${to} steps: ${paths.length}, ${walked.size} walked as ${cast.length} actors in ${documents} requests, ${found.size} lead to somebody's row, ${cells} cells, ${leaks.length} leaks\n`,
    )
    expect(left(paths, walked)).toEqual([])
    expect(found.size).toBeGreaterThan(paths.length / 3)
    expect(leaks).toEqual([])
  },
  3_600_000,
)
