import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInMutations } from '../../server/src/accounts'
import { LIMITS } from '../../server/src/limits'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { createServer, type RunningServer } from '../../server/src/server'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
let server: RunningServer

beforeAll(async () => {
  server = await createServer({
    schema: await createSchema(),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: false,
    publicOrigin: undefined,
    files: null,
    isReady: async () => true,
  })
})
afterAll(() => server?.stop())

interface Refusal {
  readonly data?: unknown
  readonly errors?: readonly {
    readonly message: string
    readonly extensions: Readonly<Record<string, unknown>>
  }[]
}

const post = async (query: string, headers: Record<string, string> = {}) => {
  const response = await server.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: { query },
  })
  return { status: response.statusCode, ...(response.json() as Refusal) }
}

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')
const region = (levels: number) =>
  `{ administrations { nodes { ${'region { '.repeat(levels)} code ${'} '.repeat(levels)} } } }`
const fanOut = (length: number) =>
  `{ release { ...F0 } } ${times(length, (index) => `fragment F${index} on Release { supersedes { ...F${index + 1} } cycle { code } again: supersedes { ...F${index + 1} } }`)}
   fragment F${length} on Release { code }`

/** One hostile document for each limit. */
const hostile: readonly (readonly [what: string, reason: string, document: string])[] = [
  ['tokens', 'TOO_MANY_TOKENS', `{ viewer { ${'hat '.repeat(LIMITS.tokens)} } }`],
  ['operations', 'TOO_MANY_OPERATIONS', 'query A { viewer { hat } } query B { viewer { hat } }'],
  ['depth', 'TOO_DEEP', region(LIMITS.depth)],
  ['depth in fragments', 'TOO_DEEP', `{ viewer { ...A } } fragment A on Viewer ${region(20)}`],
  ['braces until the stack ends', 'TOO_DEEP', `${'{a'.repeat(4_900)}${'}'.repeat(4_900)}`],
  ['aliases', 'TOO_MANY_ALIASES', `{ viewer { ${times(31, (index) => `a${index}: hat`)} } }`],
  [
    'aliases of __typename',
    'TOO_MANY_ALIASES',
    `{ viewer { ${times(31, (index) => `a${index}: __typename`)} } }`,
  ],
  ['directives at a field', 'TOO_MANY_DIRECTIVES', `{ viewer ${'@a '.repeat(6)} { hat } }`],
  [
    'directives everywhere',
    'TOO_MANY_DIRECTIVES',
    `{ viewer { ${times(51, () => 'hat @include(if: true)')} } }`,
  ],
  [
    'fragments',
    'TOO_MANY_FRAGMENTS',
    `{ viewer { ...F0 } } ${times(51, (index) => `fragment F${index} on Viewer { hat }`)}`,
  ],
  ['a fragment in itself', 'FRAGMENT_CYCLE', '{ ...A } fragment A on Query { ...A }'],
  ['one field again and again', 'TOO_MANY_SELECTIONS', `{ viewer { ${'hat '.repeat(201)} } }`],
  ['fan-out by fragments', 'TOO_MANY_SELECTIONS', fanOut(13)],
  ['root fields', 'TOO_MANY_ROOT_FIELDS', `{ ${'viewer { hat } '.repeat(21)} }`],
  [
    'root fields in a fragment',
    'TOO_MANY_ROOT_FIELDS',
    `{ ...A } fragment A on Query { ${'viewer { hat } '.repeat(21)} }`,
  ],
  [
    'mutations',
    'TOO_MANY_ROOT_FIELDS',
    `mutation { ${'sessionClose { problems { code } } '.repeat(6)} }`,
  ],
]

describe('a hostile document', () => {
  test.for(hostile)('A35: %s: is one refusal, before validation', async ([, reason, document]) => {
    const answer = await post(document)

    expect(answer).toEqual({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(/^[A-Z].*\.$/),
          extensions: { code: 'BAD_INPUT', reason, requestId: expect.any(String) },
        },
      ],
    })
  })

  test('by GET is refused alike', async () => {
    const response = await server.http.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(hostile.at(5)![2])}`,
      headers: { 'apollo-require-preflight': '1' },
    })

    expect(response.statusCode).toBe(400)
    expect((response.json() as Refusal).errors?.[0]?.extensions['reason']).toBe('TOO_MANY_ALIASES')
  })

  test('takes nothing from the one after it', async () => {
    const answer = await post('{ serviceInfo { isDemonstration } }')

    expect(answer).toMatchObject({ status: 200, data: { serviceInfo: { isDemonstration: true } } })
  })
})

describe('signing in', () => {
  const attempt = (name: string) =>
    `${name}: sessionOpen(input: { email: "mariam@example.org", password: "wrong" }) { problems { code } }`
  const attempts = async () => {
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ count: number }>`select count(*)::int as count from sign_in_attempt`.execute(db),
    )
    return rows[0]!.count
  }

  test.for<readonly [string, string]>([
    ['two aliases', `mutation { ${attempt('a')} ${attempt('b')} }`],
    [
      'a fragment beside it',
      `mutation { ${attempt('a')} ...B } fragment B on Mutation { ${attempt('b')} }`,
    ],
    [
      'another mutation about sessions',
      `mutation { ${attempt('a')} sessionClose { problems { code } } }`,
    ],
  ])('with %s is refused and counts as no attempt', async ([, document]) => {
    const before = await attempts()
    const answer = await post(document)

    expect(answer.status).toBe(400)
    expect(answer.errors?.[0]?.extensions['reason']).toBe('AUTHENTICATION_ALONE')
    expect(await attempts()).toBe(before)
  })

  test('alone is one attempt', async () => {
    const before = await attempts()
    await post(`mutation { __typename ${attempt('a')} }`)

    expect(await attempts()).toBe(before + 1)
  })

  test('stands alone whatever the mutation is called', async () => {
    const mutations = Object.keys((await createSchema()).getMutationType()!.getFields())
    const about = mutations.filter((name) =>
      /session|SignIn|password|secondFactor|recovery|invitationAccept/.test(name),
    )

    expect(about.length).toBeGreaterThan(0)
    expect(about.filter((name) => !signInMutations.has(name))).toEqual([])
    expect([...signInMutations].filter((name) => !mutations.includes(name))).toEqual([])
  })
})

describe('a body of 10 MB', () => {
  const MEGABYTES = 10 * 1024 * 1024

  test('A35: is refused by its declared size, before it is sent', async () => {
    await server.http.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.http.server.address() as AddressInfo
    const answer = await new Promise<{ status?: number; body: string; sent: number }>(
      (resolve, reject) => {
        let sent = 0
        const call = httpRequest(
          {
            port,
            host: '127.0.0.1',
            method: 'POST',
            path: '/graphql',
            headers: { 'content-type': 'application/json', 'content-length': MEGABYTES },
          },
          (response) => {
            let body = ''
            response.on('data', (chunk: Buffer) => (body += chunk.toString()))
            response.on('end', () => {
              call.destroy()
              resolve({
                ...(response.statusCode ? { status: response.statusCode } : {}),
                body,
                sent,
              })
            })
          },
        )
        call.on('error', reject)
        sent += 1
        call.write('{')
      },
    )

    expect(answer).toMatchObject({ status: 413, sent: 1 })
    expect((JSON.parse(answer.body) as Refusal).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'TOO_LARGE',
    })
  })

  test('A35: that declares nothing is refused as soon as it is too large', async () => {
    const { port } = server.http.server.address() as AddressInfo
    const { status, written } = await new Promise<{ status: number | undefined; written: number }>(
      (resolve, reject) => {
        let written = 0
        let isOver = false
        const call = httpRequest(
          {
            port,
            host: '127.0.0.1',
            method: 'POST',
            path: '/graphql',
            headers: { 'content-type': 'application/json' },
          },
          (response) => {
            isOver = true
            response.resume()
            call.destroy()
            resolve({ status: response.statusCode, written })
          },
        )
        call.on('error', (error) => (isOver ? undefined : reject(error)))
        const chunk = 'x'.repeat(64 * 1024)
        const more = () => {
          if (isOver || written >= MEGABYTES) return
          written += chunk.length
          call.write(chunk, () => setTimeout(more, 5))
        }
        more()
      },
    )

    expect(status).toBe(413)
    expect(written).toBeLessThan(MEGABYTES / 2)
  })
})
