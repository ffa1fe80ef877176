import { randomUUID } from 'node:crypto'
import { getNamedType, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { arrangeRareStates } from '../access/arrangement.ts'
import { ask, schemaOf, type Asked } from '../access/ask.ts'
import { heldBy } from '../access/audiences.ts'
import { castOf, type Actor } from '../access/cast.ts'
import { openAsOwner, type OwnerDatabase } from '../access/owner-database.ts'
import { subjectsOf, type Subjects } from '../access/subjects.ts'
import { decodeGlobalId, globalId } from '../../server/src/platform'
import { useWorld } from '../setup/world.ts'

const world = useWorld()

let schema: GraphQLSchema
let cast: readonly Actor[]
let subjects: Subjects
let everything: OwnerDatabase
let byTag: ReadonlyMap<string, readonly string[]>

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  schema = await schemaOf(world().server)
  everything = await openAsOwner(world())
  subjects = await everything.database.read({ role: 'pmm_owner', settings: {} }, subjectsOf)
  byTag = Map.groupBy(subjects.keys(), (id) => decodeGlobalId(id)!.tag)
})
afterAll(() => everything?.close())

interface LookUp {
  readonly root: string
  readonly argument: string
  /** A field that shows whether something was found. */
  readonly inner: string
}

/** Root fields that take one required id. */
const lookUps = (): readonly LookUp[] =>
  Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const required = field.args.filter(
      ({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined,
    )
    const [argument] = required
    if (required.length !== 1 || !argument || getNamedType(argument.type).name !== 'ID') return []
    const type = getNamedType(field.type)
    if (!isObjectType(type)) return []
    return [{ root: field.name, argument: argument.name, inner: '__typename' }]
  })

const look = (actor: Actor, { root, argument, inner }: LookUp, id: string) =>
  ask(world().server, actor, `query ($id: ID!) { found: ${root}(${argument}: $id) { ${inner} } }`, {
    id,
  })

const shapeOf = ({ status, data, errors }: Asked) =>
  JSON.stringify({
    status,
    data,
    errors: errors.map(({ message, path, extensions: { requestId: _, ...rest } }) => ({
      message,
      path,
      rest,
    })),
  })

describe('an id', () => {
  test('A1: opens nothing hidden, whatever it is given to, and answers as a random one does', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const lookUp of lookUps()) {
      for (const actor of cast) {
        const nothing = shapeOf(await look(actor, lookUp, globalId('AS', randomUUID())))
        for (const [tag, ids] of byTag) {
          const hidden = ids.filter(
            (id) => heldBy(actor, subjects.get(id)!, world().clock.now()).size === 0,
          )
          for (const id of [hidden[0], hidden.at(-1), hidden[Math.floor(hidden.length / 2)]]) {
            if (id === undefined) continue
            tried += 1
            if (shapeOf(await look(actor, lookUp, id)) !== nothing) {
              wrong.push(`${lookUp.root} tells ${actor.name} of a hidden ${tag}`)
            }
          }
        }
      }
    }

    process.stdout.write(`hidden ids tried: ${tried}, told: ${wrong.length}\n`)
    expect([...new Set(wrong)]).toEqual([])
  }, 600_000)

  test.each(['', 'x', '0', 'AAAA', '../../etc/passwd', "' or 1=1 --", '%', 'ö', 'A'.repeat(5000)])(
    'A3: of the shape %j is nothing',
    async (id) => {
      const officer = cast.find(({ name }) => name === 'officer')!
      for (const lookUp of lookUps()) {
        const nothing = shapeOf(await look(officer, lookUp, globalId('AS', randomUUID())))
        expect(`${lookUp.root} ${shapeOf(await look(officer, lookUp, id))}`).toBe(
          `${lookUp.root} ${nothing}`,
        )
      }
    },
  )

  test('A3: of the right row under the tag of another type is nothing', async () => {
    const officer = cast.find(({ name }) => name === 'officer')!
    const [assessment] = byTag.get('AS')!
    const { uuid } = decodeGlobalId(assessment!)!
    for (const lookUp of lookUps()) {
      for (const tag of ['RV', 'AD', 'PE', 'KP', 'XX', 'as'].filter(
        (each) => each !== lookUp.root,
      )) {
        const answer = await look(officer, lookUp, globalId(tag, uuid))
        expect(answer.data?.['found'] ?? null).toBeNull()
      }
    }
  })
})

describe('two requests at once', () => {
  test('A39: never exchange their answers', async () => {
    const members = cast.filter(({ hat, administration }) => hat === 'N' && administration !== null)
    const rounds = await Promise.all(
      Array.from({ length: 12 }, () => members).flatMap((each) =>
        each.map(async (actor) => {
          const answer = await ask(world().server, actor, '{ viewer { administration { code } } }')
          const viewer = answer.data?.['viewer'] as { administration: { code: string } } | null
          return [actor.administration, viewer?.administration.code]
        }),
      ),
    )

    expect(rounds.filter(([asked, answered]) => asked !== answered)).toEqual([])
    expect(rounds.length).toBeGreaterThan(20)
  })
})
