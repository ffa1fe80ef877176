import { Writable } from 'node:stream'
import { Kind, parse, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Pricer } from '../../server/src/limits'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { ask, schemaOf, type Asked } from './ask.ts'
import { canariesIn, plantCanaries, type Canary } from './canaries.ts'
import { castOf, type Actor } from './cast.ts'
import { expectations, words } from './expectations.ts'
import { factsOf, readEverything } from './facts.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { questionsOf, type Question } from './question-list.ts'
import { Chance } from './random.ts'
import { randomDocument } from './random-documents.ts'
import { ROWS, type Facts } from './rows.ts'
import { subjectsOf } from './subjects.ts'

const world = useWorld()
// A longer sweep on purpose: TEST_CANARY_QUERIES=20000 npm test -- tests/access/canaries.test.ts
const QUERIES = Number(process.env['TEST_CANARY_QUERIES'] ?? 1500)
/** Objects a random document may ask for; others may ask for a thousand. */
const DEAREST = 20_000
const SEED = Number(process.env['TEST_SEED'] ?? 20231205)
const owner = { role: 'pmm_owner', settings: {} } as const

let everything: OwnerDatabase
let server: RunningServer
let schema: GraphQLSchema
let cast: readonly Actor[]
let planted: ReadonlyMap<string, Canary>
let facts: Facts
let questions: readonly Question[]
let ids: readonly string[]
const logged: string[] = []

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  planted = await world().asOwner(({ db }) => plantCanaries(db))
  everything = await openAsOwner(world())
  const log = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString())
      done()
    },
  })
  server = await createServer({
    schema: await createSchema(),
    services: world().services,
    log: pino({ level: 'trace' }, log),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
  schema = await schemaOf(server)
  facts = factsOf(await everything.database.read(owner, readEverything), world().clock.now())
  questions = await everything.database.read(owner, (db) =>
    questionsOf(schema, db, { pageSize: 20 }),
  )
  ids = [...(await everything.database.read(owner, subjectsOf)).keys()]
}, 600_000)
afterAll(async () => {
  await server?.stop()
  await everything?.close()
})

const lines = expectations('tables.csv', ['table', 'hats', 'rows'])

/** Whether the list of rows says that this viewer may know the row the secret stands in. */
function mayKnow(actor: Actor, { table, row }: Canary): boolean {
  return lines.some(
    ({ table: name, hats, rows }) =>
      name === table &&
      (hats === 'everybody' || words(hats).includes(actor.hat)) &&
      ROWS[rows]!(row, actor, facts),
  )
}

function foundOut(actor: Actor, { text, status, errors }: Asked): readonly string[] {
  const told = canariesIn(text)
    .map((each) => planted.get(each))
    .filter((canary) => canary !== undefined)
    .filter((canary) => !mayKnow(actor, canary))
    .map(({ table, column }) => `${actor.name} is told ${table}.${column}`)
  const broken =
    status >= 500 || errors.some(({ extensions }) => extensions['code'] === 'INTERNAL')
      ? [`${actor.name} is answered ${status} ${errors[0]?.message ?? ''}`]
      : []
  return [...told, ...broken]
}

describe('a secret in every confidential field', () => {
  test('is planted in every nest, and its own people find some of them', async () => {
    const nests = new Set([...planted.values()].map(({ table, column }) => `${table}.${column}`))
    const coordinator = cast.find(({ name }) => name === 'coordinator of XAL')!
    const mine = questions.find(({ root }) => root === 'myAssessment')!

    const answer = await ask(server, coordinator, mine.document)

    expect(nests.size).toBeGreaterThan(30)
    expect(canariesIn(answer.text).length).toBeGreaterThan(20)
    expect(foundOut(coordinator, answer)).toEqual([])
  })

  test('is told to nobody who may not know it, whatever is asked in order', async () => {
    const found: string[] = []
    let requests = 0
    for (const { document } of questions) {
      for (const actor of cast) {
        requests += 1
        found.push(...foundOut(actor, await ask(server, actor, document)))
      }
    }

    process.stdout.write(
      `canaries: ${planted.size} planted, ${requests} questions in order, ${found.length} seen\n`,
    )
    expect([...new Set(found)]).toEqual([])
  }, 900_000)

  test('is told to nobody who may not know it, whatever is asked at random', async () => {
    const chance = new Chance(SEED)
    const names = {
      ids: [...ids, 'x', 'QVM6MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw'],
      codes: ['XAL', 'XOR', 'XPE', 'XSO', 'C2022', 'C2024', 'C2022-R1', 'TEST-BUILT', 'TEST-EMBARGOED', 'TEST-DRAFT',
        'PMM-V1-DEMO', 'TF-01-1', 'TF-01', 'DECL_ELECTRONIC', 'ALL', ''], // prettier-ignore
    }
    const found: string[] = []
    for (let asked = 0; asked < QUERIES; asked += 1) {
      const actor = chance.of(cast)
      const document = affordable(() => randomDocument(schema, chance, names))
      for (const each of foundOut(actor, await ask(server, actor, document))) {
        found.push(`${each} by ${document}`)
      }
    }

    process.stdout.write(
      `canaries: ${QUERIES} random questions with seed ${SEED}, ${found.length} seen\n`,
    )
    expect(found).toEqual([])
  }, 900_000)

  test('A56: stands in no line of the log', () => {
    expect(logged.length).toBeGreaterThan(QUERIES)
    expect(logged.filter((line) => canariesIn(line).some((each) => planted.has(each)))).toEqual([])
  })
})

/** What asks for a million objects at once is refused to everybody, and here would only fill the memory. */
function affordable(draw: () => string): string {
  const pricer = new Pricer(schema)
  for (;;) {
    const text = draw()
    const document = parse(text)
    const [operation] = document.definitions
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation was drawn.')
    if (pricer.priceOf(document, operation, {}) <= DEAREST) return text
  }
}
