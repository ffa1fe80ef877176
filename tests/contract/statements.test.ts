import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeRareStates } from '../access/arrangement.ts'
import { ask, schemaOf } from '../access/ask.ts'
import { castOf, type Actor } from '../access/cast.ts'
import { expectations } from '../access/expectations.ts'
import { openAsOwner, type OwnerDatabase } from '../access/owner-database.ts'
import { questionsOf, type Question } from '../access/question-list.ts'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
const PARTS = [
  { name: 'anonymous', hat: '-' },
  { name: 'coordinator', hat: 'N', administration: 'XAL' },
  { name: 'lead reviewer', hat: 'L', person: 'Tomas Verrel' },
  { name: 'officer', hat: 'O', person: 'Ines Calder' },
  { name: 'administrator', hat: 'D', person: 'Teodor Wynn' },
] as const

let cast: readonly Actor[]
let everything: OwnerDatabase
let short: readonly Question[]
let long: readonly Question[]

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world(), PARTS)
  everything = await openAsOwner(world())
  const schema = await schemaOf(world().server)
  const owner = { role: 'pmm_owner', settings: {} } as const
  short = await everything.database.read(owner, (db) => questionsOf(schema, db, { pageSize: 2 }))
  long = await everything.database.read(owner, (db) => questionsOf(schema, db, { pageSize: 60 }))
})
afterAll(() => everything?.close())

const statementsOf = (actor: Actor, { document }: Pick<Question, 'document'>) =>
  world().database.counter.during(() => ask(world().server, actor, document))

describe('a question', () => {
  test('takes as many statements for many rows as for two', async () => {
    const wrong: string[] = []
    for (const [index, question] of short.entries()) {
      const longer = long[index]!
      if (question.document === longer.document) continue
      for (const actor of cast) {
        await statementsOf(actor, longer)
        const few = await statementsOf(actor, question)
        const many = await statementsOf(actor, longer)
        // With few rows a kind of object may not occur at all; a statement for each row would be dozens.
        if (many > few + 8) wrong.push(`${question.name} as ${actor.name}: ${few} and ${many}`)
      }
    }

    expect(wrong).toEqual([])
  }, 400_000)

  test('takes exactly its statements, every field asked for at once', async () => {
    const expected = new Map(
      expectations('statements.csv', ['query', 'statements']).map(({ query, statements }) => [
        query,
        Number(statements),
      ]),
    )
    const highest = new Map<string, number>()
    for (const question of long) {
      for (const actor of cast) {
        // The first time may fill a memory that lives as long as the process.
        await statementsOf(actor, question)
        const count = await statementsOf(actor, question)
        highest.set(question.root, Math.max(count, highest.get(question.root) ?? 0))
      }
    }
    const lines = (counts: ReadonlyMap<string, number>) =>
      [...counts]
        .map(([root, count]) => `${root},${count}`)
        .toSorted()
        .join('\n')

    expect(lines(highest)).toBe(lines(expected))
  }, 900_000)
})

describe('a list inside a list', () => {
  const actor = (name: string) => cast.find((each) => each.name === name)!
  /** Statements of a document that is answered without an error. */
  const countOf = async (name: string, document: string) => {
    const { errors } = await ask(world().server, actor(name), document)
    expect(errors).toEqual([])
    return statementsOf(actor(name), { document })
  }
  const LIST = { releases: 2, cycles: 1, reviews: 2, identity: 1 } as const

  test('results and group figures are read for all releases at once', async () => {
    const results = 'results(first: 3) { totalCount nodes { kpi { code } state } }'
    const document = `{ releases(first: 60) { nodes { code ${results} benchmarks { id n } } } }`

    expect(await countOf('anonymous', document)).toBe(LIST.releases + 2)
    expect(await countOf('officer', document)).toBe(LIST.identity + LIST.releases + 2)
  })

  test('each release keeps its own, in its order and with its number', async () => {
    const parts =
      'results(first: 5) { totalCount nodes { kpi { code } administration { code } value } pageInfo { endCursor hasNextPage } } benchmarks(kpi: "TF-01-1") { n mean peerGroup { code } }'
    const of = async (document: string) => {
      const { data, errors } = await world().nobody().query(document)
      expect(errors).toBeUndefined()
      return data
    }
    const { releases } = await of(`{ releases(first: 60) { nodes { code ${parts} } } }`)

    expect(releases.nodes.length).toBeGreaterThan(1)
    expect(
      releases.nodes.every(
        ({ results }: { results: { nodes: unknown[] } }) => results.nodes.length === 5,
      ),
    ).toBe(true)
    for (const each of releases.nodes) {
      expect((await of(`{ release(code: "${each.code}") { code ${parts} } }`)).release).toEqual(
        each,
      )
    }
    const [first] = releases.nodes
    const past = `results(first: 5, after: "${Buffer.from('["ZZZ","ZZ"]').toString('base64url')}") { totalCount nodes { score } }`
    const empty = await of(`{ release(code: "${first.code}") { ${past} } }`)
    expect(empty.release.results).toEqual({ totalCount: first.results.totalCount, nodes: [] })
  })

  test('another filter is another statement, and no more', async () => {
    const document = `{ releases(first: 60) { nodes {
      one: benchmarks(kpi: "TF-01-1") { n } other: benchmarks(kpi: "TF-01-2") { n } again: benchmarks(kpi: "TF-01-1") { n } } } }`

    expect(await countOf('anonymous', document)).toBe(LIST.releases + 2)
  })

  test('the own assessment and the participants are read for all cycles at once', async () => {
    const document =
      '{ cycles { code myAssessment { status } participants(first: 2) { nodes { regionCode } } } }'

    expect(await countOf('coordinator', document)).toBe(LIST.identity + LIST.cycles + 2)
  })

  test('the history of a figure is read for all assessments at once', async () => {
    const document =
      '{ cycles { myAssessment { valueHistory(element: "DECL_ELECTRONIC", year: 2024) { totalCount nodes { value } } } } }'

    expect(await countOf('coordinator', document)).toBe(LIST.identity + LIST.cycles + 2)
  })

  test('what keeps a lead from the next step is read for all reviews at once', async () => {
    const document = '{ reviews(first: 60) { nodes { status leadObstacles { reason } } } }'

    expect(await countOf('lead reviewer', document)).toBe(LIST.identity + LIST.reviews + 4)
  })
})
