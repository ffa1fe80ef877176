import { isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useWorld } from '../setup/world.ts'
import { arrangeRareStates } from './arrangement.ts'
import { ask, schemaOf } from './ask.ts'
import { castOf, oneOfEachHat, type Actor } from './cast.ts'
import { closedArguments } from './closed-arguments.ts'
import { asking, type Outcome } from './crawl.ts'
import { expectations } from './expectations.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'
import { questionsOf, type Question } from './question-list.ts'
import { subjectsOf, type Subjects } from './subjects.ts'

const world = useWorld()

let schema: GraphQLSchema
let cast: readonly Actor[]
let subjects: Subjects
let questions: readonly Question[]
let everything: OwnerDatabase
let outcome: Outcome

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  schema = await schemaOf(world().server)
  everything = await openAsOwner(world())
  const owner = { role: 'pmm_owner', settings: {} } as const
  subjects = await everything.database.read(owner, subjectsOf)
  questions = await everything.database.read(owner, (db) => questionsOf(schema, db))
  outcome = await asking(world().server, cast, questions, subjects, world().clock.now())
}, 1_200_000)
afterAll(() => everything?.close())

const named = (file: string) =>
  expectations(file, ['at'])
    .map(({ at }) => at)
    .toSorted()

describe('the expectations', () => {
  test('name every output field and no other', () => {
    const fields = objectTypes(schema).flatMap((type) =>
      Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
    )

    expect(named('outputs.csv')).toEqual(fields.toSorted())
  })

  test('name every argument and every input field and no other', () => {
    const inputs = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (type.name.startsWith('__')) return []
      if (isInputObjectType(type))
        return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      if (!isObjectType(type)) return []
      return Object.values(type.getFields()).flatMap((field) =>
        field.args.map(({ name }) => `${type.name}.${field.name}(${name}:)`),
      )
    })

    expect(named('inputs.csv')).toEqual(inputs.toSorted())
  })

  test('name the rows of every object type', () => {
    const types = objectTypes(schema).map(({ name }) => name)

    expect(
      expectations('types.csv', ['type', 'rows'])
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual(types.toSorted())
  })

  test('name the hats of every question', () => {
    const roots = Object.keys(schema.getQueryType()!.getFields())

    expect(
      expectations('queries.csv', ['query', 'hats'])
        .map(({ query }) => query)
        .toSorted(),
    ).toEqual(roots.toSorted())
  })
})

describe('every field as every actor', () => {
  test('shows nothing that is not theirs', () => {
    process.stdout.write(
      `matrix: ${outcome.cells} cells of ${outcome.fields.size} fields, ${cast.length} actors, ${outcome.requests} requests; ` +
        `${outcome.leaks.length} leaks, ${outcome.refusals.length} wrong refusals\n`,
    )
    expect(counted(outcome.leaks)).toEqual([])
  })

  test('withholds nothing that is theirs', () => {
    expect(counted(outcome.refusals)).toEqual([])
  })

  test('answers without errors, whatever is withheld', () => {
    expect(counted(outcome.errors)).toEqual([])
  })

  test('treats what is not theirs as what is not there', () => {
    expect(counted(outcome.present)).toEqual([])
  })

  test('opens a question to the hats it is meant for', () => {
    expect(counted(outcome.gates)).toEqual([])
  })

  test('takes an argument from the hats it is meant for and from no other', async () => {
    const wrong: string[] = []
    const closed = closedArguments(schema)
    for (const { at, argument, document, askers, givers } of closed) {
      for (const actor of oneOfEachHat(cast).filter(({ hat }) => askers.includes(hat))) {
        const { text } = await ask(world().server, actor, document)
        const isRefused = text.includes(`the argument ${argument}`)
        if (givers.includes(actor.hat) === isRefused)
          wrong.push(`${actor.name} ${isRefused ? 'may not give' : 'gives'} ${at}`)
      }
    }

    expect(closed.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  test('reaches every field there is', () => {
    const excused = new Set(
      expectations('outputs.csv', ['at', 'note'])
        .filter(({ note }) => note.startsWith('in payloads only'))
        .map(({ at }) => at),
    )
    const missed = objectTypes(schema)
      .filter(({ name }) => !['Query', 'Mutation'].includes(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .filter((at) => !outcome.fields.has(at) && !excused.has(at))

    expect(missed).toEqual([])
  })
})

const objectTypes = (from: GraphQLSchema) =>
  Object.values(from.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .filter(isObjectType)

const counted = (lines: readonly string[]): readonly string[] =>
  [...Map.groupBy(lines, (line) => line)].map(([line, all]) =>
    all.length > 1 ? `${line} (${all.length} times)` : line,
  )
