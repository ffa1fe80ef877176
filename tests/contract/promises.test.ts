import { createHook } from 'node:async_hooks'
import { isObjectType, type GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { castOf, type Actor } from '../access/cast.ts'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
const LEAVES = ['state', 'value', 'score', 'reasonText', 'disclosureLevel', 'version', 'internalNote', 'kpiCode'] // prettier-ignore
const PUBLIC_LEAVES = ['code', 'isLandlocked', 'geography', 'requiresApproval', 'joinedOn']

let coordinator: Actor
let nobody: Actor
let slowed: RunningServer

beforeAll(async () => {
  ;[coordinator, nobody] = (await castOf(world(), [
    { name: 'coordinator', hat: 'N', administration: 'XAL' },
    { name: 'nobody', hat: '-' },
  ])) as [Actor, Actor]
  slowed = await createServer({
    schema: withAPromisePerField(await createSchema()),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: true,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
})
afterAll(() => slowed?.stop())

/** Leaves of each row, asked for again and again under other names. */
const repeated = (leaves: readonly string[], count: number) =>
  Array.from({ length: count }, (_, index) => `f${index}: ${leaves[index % leaves.length]}`).join(
    ' ',
  )
const responses = (count: number) =>
  `{ myAssessment(cycle: "C2024") { working { responses { ${repeated(LEAVES, count)} } } } }`
const administrations = (count: number) =>
  `{ administrations(first: 100) { nodes { ${repeated(PUBLIC_LEAVES, count)} } } }`

async function ask(document: string, actor: Actor, server: RunningServer) {
  const response = await server.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...actor.headers },
    payload: { query: document },
  })
  return response.json() as { data: unknown; errors?: unknown }
}

const fieldsOf = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 1
    : Object.values(value).reduce<number>((sum, each) => sum + fieldsOf(each), 0)

/**
 * Promises made while one request is answered, its document being known already: the fewest of several
 * times, since whatever else the process does at that moment can only add to them.
 */
async function promisesOf(document: string, actor: Actor, server = world().server) {
  const { data, errors } = await ask(document, actor, server)
  expect(errors).toBeUndefined()
  const counts: number[] = []
  for (let times = 0; times < 5; times += 1) {
    let promises = 0
    const hook = createHook({
      init: (_id, type) => {
        if (type === 'PROMISE') promises += 1
      },
    })
    hook.enable()
    await ask(document, actor, server)
    hook.disable()
    counts.push(promises)
  }
  return { promises: Math.min(...counts), fields: fieldsOf(data) }
}

// What authorization by promises would do: the same answer, a promise for each field.
function withAPromisePerField(schema: GraphQLSchema): GraphQLSchema {
  const type = schema.getType('Administration')
  if (!isObjectType(type)) throw new Error('There is no such type.')
  for (const field of Object.values(type.getFields())) {
    const resolve = field.resolve
    field.resolve = async (source, args, context, info) =>
      resolve
        ? resolve(source, args, context, info)
        : (source as Record<string, unknown>)[field.name]
  }
  return schema
}

describe('the number of promises a request makes', () => {
  test('is the same for ten thousand guarded fields as for a hundred', async () => {
    const few = await promisesOf(responses(2), coordinator)
    const many = await promisesOf(responses(200), coordinator)

    expect([few.fields, many.fields]).toEqual([2 * 51, 200 * 51])
    expect(many.promises).toBe(few.promises)
    expect(few.promises).toBeGreaterThan(0)
  })

  test('is the same for withheld fields', async () => {
    const few = await promisesOf(administrations(1), nobody)
    const many = await promisesOf(administrations(100), nobody)

    expect([few.fields, many.fields]).toEqual([100, 10_000])
    expect(many.promises).toBe(few.promises)
  })

  test('would tell a promise a field', async () => {
    const few = await promisesOf(administrations(1), nobody, slowed)
    const many = await promisesOf(administrations(100), nobody, slowed)

    expect(many.promises - few.promises).toBeGreaterThanOrEqual(9_900)
  })
})
