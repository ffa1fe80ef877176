import { pino } from 'pino'
import type { GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyAccess } from '../../server/src/access'
import { restoreInheritedInputs } from '../../server/src/access/inherited-inputs'
import { RegisteredDocuments } from '../../server/src/platform'
import { createServer, type RunningServer } from '../../server/src/server'
import { declaredSchema } from '../../server/src/schema'
import { arrangeRareStates } from '../access/arrangement.ts'
import { castOf, type Actor } from '../access/cast.ts'
import { comparisons, type Comparison } from '../access/declared-rules.ts'
import { openAsOwner, type OwnerDatabase } from '../access/owner-database.ts'
import { questionsOf, type Question } from '../access/question-list.ts'
import { subjectsOf, type Subjects } from '../access/subjects.ts'
import { withoutPolicies } from '../access/without-policies.ts'
import { useWorld } from '../setup/world.ts'
import {
  exchange,
  hasEffect,
  isRefusedAtStart,
  mutantsOf,
  placesIn,
  together,
  type Mutant,
  type Part,
} from './declared.ts'
import { inputLeaks, outputLeaks, rootLeaks } from './leaks.ts'
import { Tally } from './tally.ts'

const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const

let schema: GraphQLSchema
let open: readonly Mutant[]
let lists: ReadonlyMap<string, Comparison>
let cast: readonly Actor[]
let subjects: Subjects
let questions: readonly Question[]
let everything: OwnerDatabase
const tally = new Tally('declared rules')
const servers: RunningServer[] = []

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  schema = await declared()
  const mutants = placesIn(schema).flatMap(mutantsOf)
  const telling = mutants.filter(hasEffect)
  tally.excuse(mutants.length - telling.length, 'let nobody in')
  lists = new Map(comparisons(schema).map((each) => [each.at, each]))
  open = telling.filter((mutant) => {
    const isRefused = isRefusedAtStart(schema, mutant)
    if (isRefused) tally.caught(mutant.place.part, 'at start')
    return !isRefused
  })
  cast = await castOf(world())
  everything = await openAsOwner(world())
  subjects = await everything.database.read(owner, subjectsOf)
  questions = await everything.database.read(owner, (db) => questionsOf(schema, db))
}, 1_800_000)
afterAll(async () => {
  for (const each of servers) await each.stop()
  await everything?.close()
  tally.print()
})

describe('each declared rule, deleted or widened', () => {
  test('stops the start or shows in what is read', async () => {
    const mutants = of('output')
    const leaks = await outputLeaks(
      await serverWith(mutants), cast, questions, subjects, world().clock.now(),
    ) // prettier-ignore
    settle(mutants, ({ place, lets }) =>
      leaks.some(({ at, held }) => at === place.at && (held & lets) !== 0),
    )
    expect(tally.share('output')).toBeGreaterThanOrEqual(0.99)
  }, 900_000)

  test('stops the start or opens a root field to a hat too many', async () => {
    const mutants = of('root')
    const leaks = await rootLeaks(await serverWith(mutants), cast, questions, schema)
    settle(mutants, ({ place, lets }) =>
      leaks.some(({ at, held }) => at === place.at && (held & lets) !== 0),
    )
    expect(tally.share('root')).toBeGreaterThanOrEqual(0.99)
  }, 1_800_000)

  test('stops the start or takes an argument from a hat too many', async () => {
    const mutants = of('input')
    const leaks = await inputLeaks(await serverWith(mutants), cast, schema)
    settle(mutants, ({ place, lets }) =>
      leaks.some(({ at, held }) => at === place.at && (held & lets) !== 0),
    )
    expect(tally.share('input')).toBeGreaterThanOrEqual(0.99)
  }, 1_800_000)

  test('is caught nearly always, all kinds together', () => {
    expect(tally.share()).toBeGreaterThanOrEqual(0.99)
  })
})

const of = (part: Part) => open.filter(({ place }) => place.part === part)

function settle(mutants: readonly Mutant[], isCaught: (mutant: Mutant) => boolean): void {
  for (const mutant of mutants) {
    const { at, part } = mutant.place
    const listed = lists.get(at)
    if (isCaught(mutant)) tally.caught(part, 'by what is answered')
    else if (listed && listed.declared(mutant.rule!) !== listed.expected)
      tally.caught(part, 'by the lists alone')
    else tally.survived(part, `${at} ${mutant.name}`)
  }
}

async function declared(): Promise<GraphQLSchema> {
  const bare = await declaredSchema()
  restoreInheritedInputs(bare)
  return bare
}

/**
 * A server whose rules are all these mutants at once, on a database that hides nothing. What each of them
 * does is told apart by who reads what.
 */
async function serverWith(mutants: readonly Mutant[]): Promise<RunningServer> {
  const mutated = await declared()
  const places = new Map(placesIn(mutated).map((place) => [place.at, place]))
  for (const [at, all] of Map.groupBy(mutants, ({ place }) => place.at)) {
    exchange(places.get(at)!, together(all))
  }
  const server = await createServer({
    schema: applyAccess(mutated, { onDefect: () => {} }),
    services: { ...world().services, database: withoutPolicies(everything.database) },
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
  servers.push(server)
  return server
}
