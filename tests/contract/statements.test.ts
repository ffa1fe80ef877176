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

const statementsOf = (actor: Actor, { document }: Question) =>
  world().database.counter.during(() => ask(world().server, actor, document))

describe('a question', () => {
  test('takes as many statements for many rows as for two', async () => {
    const excused = new Set(
      expectations('statements.csv', ['query', 'note'])
        .filter(({ note }) => note !== '')
        .map(({ query }) => query),
    )
    const wrong: string[] = []
    for (const [index, question] of short.entries()) {
      const longer = long[index]!
      if (question.document === longer.document || excused.has(question.root)) continue
      for (const actor of cast) {
        await statementsOf(actor, longer)
        const few = await statementsOf(actor, question)
        const many = await statementsOf(actor, longer)
        // With few rows a kind of object may not occur at all; a statement for each row would be dozens.
        if (many > few + 8) wrong.push(`${question.name} as ${actor.name}: ${few} and ${many}`)
      }
    }

    expect(wrong).toEqual([])
  }, 120_000)

  test('stays under its ceiling, every field asked for at once', async () => {
    const ceilings = new Map(
      expectations('statements.csv', ['query', 'statements']).map(({ query, statements }) => [
        query,
        Number(statements),
      ]),
    )
    const highest = new Map<string, number>()
    for (const question of long) {
      for (const actor of cast) {
        const count = await statementsOf(actor, question)
        highest.set(question.root, Math.max(count, highest.get(question.root) ?? 0))
      }
    }
    const over = [...highest].filter(([root, count]) => count > (ceilings.get(root) ?? 0))

    expect(over.map(([root, count]) => `${root},${count}`)).toEqual([])
    expect([...ceilings.keys()].toSorted()).toEqual([...highest.keys()].toSorted())
  }, 120_000)
})
