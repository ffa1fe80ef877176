import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { castOf, type Actor } from '../access/cast.ts'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
const BUDGETS = { person: 3_600, client: 1_800, network: 1_000, pages: 3_600 }
const FOUR = '{ administrations(first: 3) { nodes { code } } }'
const DEAR = '{ administrations(first: 100) { nodes { code region { code } } } }'
const TOO_DEAR = `{ ${'frameworkVersion(code: "PMM-V1-DEMO") { kpis { elements { element { kpis { code } } } } } '.repeat(4)} }`
const MEMBERS = '{ administrations(first: 100) { nodes { code region { code } } } }#'
const ASKS_WHO = '{ viewer { hat } }'

let server: RunningServer
let other: RunningServer
let coordinator: Actor
let approver: Actor
let partner: Actor

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const start = async (trustedProxies?: readonly string[]): Promise<RunningServer> =>
  createServer({
    schema: await createSchema(),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([ASKS_WHO, MEMBERS].map((text) => [idOf(text), text])),
    freeDocuments: false,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
    budgets: BUDGETS,
    ...(trustedProxies ? { trustedProxies } : {}),
  })

beforeAll(async () => {
  server = await start()
  other = await start(['10.0.0.0/8'])
  ;[coordinator, approver, partner] = (await castOf(world(), [
    { name: 'coordinator', hat: 'N', administration: 'XAL' },
    { name: 'approver', hat: 'A', administration: 'XAL' },
    { name: 'partner', hat: 'P' },
  ])) as [Actor, Actor, Actor]
})
afterAll(async () => {
  await server?.stop()
  await other?.stop()
})
beforeEach(async () => {
  await world().asOwner(({ db }) => sql`delete from rate_bucket`.execute(db))
})

interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  readonly from?: string
  readonly by?: RunningServer
}

const ask = async (
  payload: { query?: string; documentId?: string; variables?: object },
  { headers = {}, from = '192.0.2.1', by = server }: Asked = {},
) => {
  const response = await by.http.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: from,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  })
  const body = response.json() as {
    data?: unknown
    errors?: readonly { message: string; extensions: Record<string, unknown> }[]
    extensions?: { cost?: Record<string, number> }
  }
  return { status: response.statusCode, headers: response.headers, ...body }
}

const buckets = async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ key: string; points: number }>`select key, points from rate_bucket`.execute(db),
  )
  return Object.fromEntries(rows.map(({ key, points }) => [key.split(':')[0], points]))
}

describe('the cost of a query', () => {
  test('stands in the answer and in its headers, as requested', async () => {
    const answer = await ask({ query: FOUR })

    expect(answer.extensions?.cost).toEqual({
      requested: 4,
      maximum: 1_000,
      remaining: 996,
      restorePerMinute: 17,
    })
    expect(answer.headers['ratelimit-policy']).toBe('"network";q=1000;w=3600')
    expect(answer.headers['ratelimit']).toBe('"network";r=996;t=15')
    expect(answer.headers['retry-after']).toBeUndefined()
  })

  test('A36: follows the variables', async () => {
    const query = 'query ($n: Int = 9) { administrations(first: $n) { nodes { code } } }'
    const costs = []
    for (const variables of [{}, { n: 2 }, { n: null }]) {
      costs.push((await ask({ query, variables })).extensions?.cost?.['requested'])
    }

    expect(costs).toEqual([10, 3, 21])
  })

  test('is asked for by a field, too', async () => {
    const answer = await ask({ query: '{ rateLimit { cost remaining resetAt } }' })
    const reset = new Date(world().clock.now().getTime() + 4_000).toISOString()

    expect(answer.data).toEqual({ rateLimit: { cost: 1, remaining: 999, resetAt: reset } })
  })

  test('says nothing of what is hidden: it is the same for whatever is found', async () => {
    const query = 'query ($id: String!) { administration(code: $id) { assessments { id } } }'
    const found = await ask({ query, variables: { id: 'XAL' } })
    const nothing = await ask({ query, variables: { id: 'XXX' } })

    expect(found.extensions?.cost?.['requested']).toBe(nothing.extensions?.cost?.['requested'])
  })

  test('is left out of an answer by GET, whose bytes must not change', async () => {
    const get = () =>
      server.http.inject({
        method: 'GET',
        url: `/graphql?query=${encodeURIComponent(FOUR)}`,
        headers: { 'apollo-require-preflight': '1' },
      })
    const [first, second] = [await get(), await get()]

    expect(first.json()).not.toHaveProperty('extensions')
    expect(second.body).toBe(first.body)
    expect(second.headers['ratelimit']).not.toBe(first.headers['ratelimit'])
  })
})

describe('a query that is too dear', () => {
  test('A36: is refused with its cost and the limit, and nothing of it runs or is charged', async () => {
    const statements = await world().database.counter.during(async () => {
      const answer = await ask({ query: TOO_DEAR })

      expect(answer).toMatchObject({ status: 400 })
      expect(answer.errors?.[0]?.extensions).toEqual({
        code: 'BAD_INPUT',
        reason: 'COST_EXCEEDED',
        cost: 4 * (1 + 51 * (1 + 2 * (1 + 1 + 2))),
        limit: 1_000,
        requestId: expect.any(String),
      })
    })

    expect(statements).toBe(0)
    expect(await buckets()).toEqual({})
  })

  test('may be priced without running: that costs one point', async () => {
    const headers = { 'x-cost-only': '1' }
    const dear = await ask({ query: TOO_DEAR }, { headers })
    const wrong = await ask({ query: '{ nonsense }' }, { headers })

    expect([dear.status, dear.data]).toEqual([200, null])
    expect(dear.extensions?.cost).toMatchObject({ requested: 1_840, remaining: 999 })
    expect([wrong.status, wrong.errors?.[0]?.extensions['reason']]).toEqual([
      400,
      'VALIDATION_FAILED',
    ])
  })

  test('runs no mutation while it is priced', async () => {
    const query = `mutation { demonstrationSignIn(input: { roleId: "x" }) { problems { code } } }`
    const answer = await ask({ query }, { headers: { 'x-cost-only': '1' } })

    expect([answer.status, answer.data]).toEqual([200, null])
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})

describe('a budget that is spent', () => {
  const spend = async (asked: Asked) => {
    for (let points = 0; points + 201 <= 1_800; points += 201) {
      const answer = await ask({ query: DEAR }, asked)
      if (answer.status !== 200) return answer
    }
    return ask({ query: DEAR }, asked)
  }

  test('refuses with 429 and the time to wait, and comes back by it', async () => {
    const refused = await spend({})

    expect(refused.status).toBe(429)
    expect(refused.data).toBeUndefined()
    expect(refused.errors?.[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      reason: 'RATE_LIMITED',
      retryAfterSeconds: 18,
      requestId: expect.any(String),
    })
    expect(refused.headers['retry-after']).toBe('18')

    const now = world().clock.now()
    world().clock.move(new Date(now.getTime() + 18_000))
    const again = await ask({ query: DEAR })
    world().clock.move(now)
    expect(again.status).toBe(200)
  })

  test('is of one network: all of an IPv6 /64, whatever the form, and no other', async () => {
    await spend({ from: '2001:db8:0:1::1' })

    expect((await ask({ query: DEAR }, { from: '2001:db8::1:ffff:0:0:9' })).status).toBe(429)
    expect((await ask({ query: DEAR }, { from: '2001:0DB8:0:1::2' })).status).toBe(429)
    expect((await ask({ query: DEAR }, { from: '2001:db8:0:2::1' })).status).toBe(200)
    await spend({ from: '192.0.2.9' })
    expect((await ask({ query: DEAR }, { from: '::ffff:192.0.2.9' })).status).toBe(429)
    expect((await ask({ query: DEAR }, { from: '192.0.2.10' })).status).toBe(200)
  })

  test('is not refilled by a header, unless a proxy of ours sets it', async () => {
    await spend({ from: '10.1.2.3' })
    const forged = { 'x-forwarded-for': '198.51.100.7', forwarded: 'for=198.51.100.7', 'x-real-ip': '198.51.100.7' } // prettier-ignore

    expect((await ask({ query: DEAR }, { from: '10.1.2.3', headers: forged })).status).toBe(429)
    expect((await ask({ query: DEAR }, { from: '10.1.2.3', headers: forged, by: other })).status).toBe(200) // prettier-ignore
    await spend({ from: '203.0.113.5' })
    expect((await ask({ query: DEAR }, { from: '203.0.113.5', headers: forged, by: other })).status).toBe(429) // prettier-ignore
  })

  test('is the same in every process', async () => {
    await spend({})

    expect((await ask({ query: DEAR }, { by: other })).status).toBe(429)
  })

  test('of a client is its own, wherever it asks from', async () => {
    const headers = partner.headers
    expect((await ask({ query: FOUR }, { headers })).extensions?.cost).toEqual({
      requested: 4,
      maximum: 1_000,
      remaining: 1_796,
      restorePerMinute: 30,
    })
    await spend({ headers })

    expect((await ask({ query: DEAR }, { headers, from: '198.51.100.1' })).status).toBe(429)
    expect((await ask({ query: DEAR })).status).toBe(200)
  })

  test('of one person is not another’s, and is spent by the documents of the portals', async () => {
    const asked = { headers: coordinator.headers }
    await ask({ documentId: idOf(ASKS_WHO) }, asked)
    const points = await buckets()
    await ask({ documentId: idOf(MEMBERS) }, asked)
    await world().asOwner(({ db }) => sql`update rate_bucket set points = 0`.execute(db))

    expect(points).toEqual({ person: 3_599 })
    expect((await ask({ documentId: idOf(ASKS_WHO) }, asked)).status).toBe(429)
    expect((await ask({ documentId: idOf(ASKS_WHO) }, { headers: approver.headers })).status).toBe(
      200,
    )
  })

  test('of the pages is apart: reading them spends nobody’s queries', async () => {
    const page = await ask({ documentId: idOf(MEMBERS) })

    expect(page.status).toBe(200)
    expect(page.extensions?.cost).toBeUndefined()
    expect(page.headers['ratelimit']).toBe('"pages";r=3597;t=3')
    expect(await buckets()).toEqual({ pages: 3_597 })
  })

  test('is no way around for a client: with a token every document has its full price', async () => {
    await ask({ documentId: idOf(MEMBERS) }, { headers: partner.headers })

    expect(await buckets()).toEqual({ client: 1_800 - 201 })
  })

  test('is spent by a token that is not valid, too', async () => {
    const answer = await ask(
      { query: FOUR },
      { headers: { authorization: 'Bearer pmm_nobody' }, from: '192.0.2.77' },
    )

    expect(answer.status).toBe(401)
    expect(await buckets()).toEqual({ network: 996 })
  })
})

test('the charge is part of the statement that says who is asking', async () => {
  const statementsOf = (query: object, asked: Asked = {}) =>
    world().database.counter.during(() => ask(query, asked))
  const uncounted = (headers: Readonly<Record<string, string>>) =>
    world().database.counter.during(() =>
      world().server.http.inject({
        method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: { query: ASKS_WHO },
      }),
    ) // prettier-ignore

  expect(await statementsOf({ documentId: idOf(ASKS_WHO) }, { headers: coordinator.headers })).toBe(
    await uncounted(coordinator.headers),
  )
  expect(await statementsOf({ query: ASKS_WHO }, { headers: partner.headers })).toBe(
    await uncounted(partner.headers),
  )
  // Nobody has no such statement: the charge is the one.
  expect(await statementsOf({ query: ASKS_WHO })).toBe((await uncounted({})) + 1)
})
