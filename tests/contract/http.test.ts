import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { SESSION_COOKIE, createServer, type RunningServer } from '../../server/src/server'
import { castOf, type Actor } from '../access/cast.ts'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
const JSON_TYPE = { 'content-type': 'application/json' }
const ASKS_WHO = '{ viewer { hat } }'
const SIGN_OUT = 'mutation { sessionClose { problems { code } } }'

let coordinator: Actor
let asPortals: RunningServer

beforeAll(async () => {
  ;[coordinator] = (await castOf(world(), [
    { name: 'coordinator', hat: 'N', administration: 'XAL' },
  ])) as [Actor]
  asPortals = await createServer({
    schema: await createSchema(),
    services: world().services,
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([[idOf(ASKS_WHO), ASKS_WHO]]),
    freeDocuments: false,
    publicOrigin: 'https://pmm.example',
    files: null,
    isReady: async () => true,
  })
})
afterAll(() => asPortals?.stop())

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const post = async (
  payload: string | object,
  headers: Record<string, string> = {},
  server: RunningServer = world().server,
) => {
  const response = await server.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...JSON_TYPE, ...headers },
    payload,
  })
  return { status: response.statusCode, text: response.body, body: bodyOf(response.body) }
}

const get = async (query: string) => {
  const response = await world().server.http.inject({
    method: 'GET',
    url: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { 'apollo-require-preflight': '1' },
  })
  return { status: response.statusCode, text: response.body, body: bodyOf(response.body) }
}

interface Body {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[]
}

const bodyOf = (text: string): Body => {
  try {
    return JSON.parse(text) as Body
  } catch {
    return {}
  }
}

const codeOf = ({ body }: { body: Body }) => body.errors?.[0]?.extensions['code']
const reasonOf = ({ body }: { body: Body }) => body.errors?.[0]?.extensions['reason']

describe('what cannot be read', () => {
  test('a document that does not parse is bad input', async () => {
    const answer = await post({ query: '{ viewer {' })

    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
      400,
      'BAD_INPUT',
      'PARSE_FAILED',
    ])
  })

  test('A32: an unknown field is bad input, without a hint at a known one', async () => {
    const answer = await post({ query: '{ administratons { totalCount } }' })

    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
      400,
      'BAD_INPUT',
      'VALIDATION_FAILED',
    ])
    expect(answer.text).not.toMatch(/did you mean|administrations/i)
  })

  test('a variable of another type is bad input, without its value', async () => {
    const answer = await post({
      query: 'query ($first: Int) { administrations(first: $first) { totalCount } }',
      variables: { first: 'canary-value' },
    })

    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_INPUT'])
    expect(answer.text).not.toMatch(/stack|node_modules/)
  })

  test.each([
    ['text that is no JSON', '{"query": "{ __typename }"', 'MALFORMED'],
    ['nothing', '', 'MALFORMED'],
    ['a number', '1', 'MALFORMED'],
    [
      'a list, which would be a batch',
      '[{"query":"{ __typename }"},{"query":"{ __typename }"}]',
      'MALFORMED',
    ],
    ['a key that would reach into every object', '{"__proto__": {"query": "x"}}', 'MALFORMED'],
    [
      'U+0000 in a value',
      '{"query": "query ($s: String) { administrations(search: $s) { totalCount } }", "variables": {"s": "a\\u0000b"}}',
      'NUL_CHARACTER',
    ],
    [
      'U+0000 deep in a value',
      '{"query": "{ __typename }", "variables": {"input": {"list": [{"a\\u0000": 1}]}}}',
      'NUL_CHARACTER',
    ],
    [
      'U+0000 in the document',
      JSON.stringify({ query: '{ administrations(search: "a\\u0000b") { totalCount } }' }),
      'NUL_CHARACTER',
    ],
    ['a body without a query', '{}', 'BAD_REQUEST'],
    ['a query that is no text', '{"query": 1}', 'BAD_REQUEST'],
  ])('A33: %s is refused as bad input', async (_what, payload, reason) => {
    const answer = await post(payload)

    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([400, 'BAD_INPUT', reason])
    expect(answer.text).not.toMatch(/stack|node_modules|SyntaxError/)
  })

  test.each([
    ['-271821-04-20T00:00:00Z', 'from'],
    ['+275760-09-13T00:00:00Z', 'until'],
    ['0000-06-01T00:00:00Z', 'from'],
  ])(
    'A33: the time %s, which no database writes so, is refused as bad input',
    async (time, name) => {
      const answer = await post({
        query: `query ($at: DateTime) { viewer { hat } auditEntries(first: 1, ${name}: $at) { totalCount } }`,
        variables: { at: time },
      })

      expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_INPUT'])
    },
  )

  test('A11: a cursor that holds U+0000 is none', async () => {
    const after = Buffer.from(JSON.stringify(['a\0b', 'c', 'd'])).toString('base64url')
    const answer = await post({
      query: 'query ($after: String) { administrations(first: 5, after: $after) { totalCount } }',
      variables: { after },
    })

    expect([codeOf(answer), reasonOf(answer)]).toEqual(['BAD_INPUT', 'CURSOR'])
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('a body of type %s is refused by its type and does nothing', async (type) => {
    const answer = await post(JSON.stringify({ query: SIGN_OUT }), {
      'content-type': type,
      ...coordinator.headers,
    })
    const still = await post({ query: ASKS_WHO }, coordinator.headers)

    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
      415,
      'BAD_INPUT',
      'UNSUPPORTED_MEDIA_TYPE',
    ])
    expect(still.body.data).toEqual({ viewer: { hat: 'COORDINATOR' } })
  })

  test('a body above the limit is refused', async () => {
    const answer = await post({ query: `{ viewer { hat } } #${'x'.repeat(300 * 1024)}` })

    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
      413,
      'BAD_INPUT',
      'TOO_LARGE',
    ])
  })

  test.each([
    ['GET', '/graphq'],
    ['POST', '/api/graphql'],
    ['PUT', '/graphql'],
    ['GET', '/graphql/../.env'],
  ] as const)('%s %s is nowhere', async (method, url) => {
    const response = await world().server.http.inject({ method, url })
    const body = bodyOf(response.body)

    expect([response.statusCode, codeOf({ body }), reasonOf({ body })]).toEqual([
      404,
      'NOT_FOUND',
      'NOT_FOUND',
    ])
  })

  test('each refusal says what is wrong in words of its own, and under which number', async () => {
    const answers = [
      await post('x'),
      await post({ query: `#${'x'.repeat(300 * 1024)}` }),
      await post('x', { 'content-type': 'text/plain' }),
      await post({ documentId: 'x' }),
      await post({ query: ASKS_WHO }, { origin: 'https://evil.example' }),
      await post({ query: ASKS_WHO }, coordinator.headers, asPortals),
      await post({ query: ASKS_WHO }, { authorization: 'Bearer pmm_x' }),
      await post('{"query": 1}'),
      await get(SIGN_OUT),
    ]
    const messages = answers.map(({ body }) => body.errors![0]!.message)
    const numbers = answers.map(({ body }) => body.errors![0]!.extensions['requestId'])

    expect(new Set(messages).size).toBe(answers.length)
    expect(new Set(numbers).size).toBe(answers.length)
    expect(numbers.every((number) => typeof number === 'string')).toBe(true)
  })
})

describe('what comes from elsewhere', () => {
  test('A37: a mutation by GET is refused and does nothing', async () => {
    for (const headers of [{}, { 'apollo-require-preflight': '1' }]) {
      const response = await world().server.http.inject({
        method: 'GET',
        url: `/graphql?query=${encodeURIComponent(SIGN_OUT)}`,
        headers: { ...coordinator.headers, ...headers },
      })
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      expect(response.statusCode).toBeLessThan(500)
    }
    const still = await post({ query: ASKS_WHO }, coordinator.headers)

    expect(still.body.data).toEqual({ viewer: { hat: 'COORDINATOR' } })
  })

  test('a cookie with the origin of another site is refused', async () => {
    const answer = await post(
      { query: ASKS_WHO },
      { ...coordinator.headers, origin: 'https://evil.example' },
    )

    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
      403,
      'FORBIDDEN',
      'FOREIGN_ORIGIN',
    ])
    expect(answer.body.data).toBeUndefined()
  })

  test('behind a public origin, the name of the host counts for nothing', async () => {
    const own = { ...coordinator.headers, host: 'pmm.example', origin: 'https://pmm.example' }
    const foreign = { ...coordinator.headers, host: 'evil.example', origin: 'https://evil.example' }

    expect((await post({ documentId: idOf(ASKS_WHO) }, own, asPortals)).status).toBe(200)
    expect((await post({ documentId: idOf(ASKS_WHO) }, foreign, asPortals)).status).toBe(403)
  })

  test.each([idOf('{ other }'), '', 7, null, { $ne: 1 }])(
    'the document id %o, which nobody registered, is refused',
    async (documentId) => {
      const answer = await post({ documentId }, coordinator.headers, asPortals)

      expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
        400,
        'BAD_INPUT',
        'UNKNOWN_DOCUMENT',
      ])
    },
  )

  test('a session runs the documents of the portals and no others', async () => {
    const known = await post({ documentId: idOf(ASKS_WHO) }, coordinator.headers, asPortals)
    const free = await post({ query: '{ __typename }' }, coordinator.headers, asPortals)
    const nobody = await post({ query: '{ __typename }' }, {}, asPortals)

    expect(known.body.data).toEqual({ viewer: { hat: 'COORDINATOR' } })
    expect([free.status, codeOf(free), reasonOf(free)]).toEqual([
      400,
      'BAD_INPUT',
      'UNREGISTERED_DOCUMENT',
    ])
    expect(nobody.status).toBe(200)
  })

  test('no header or cookie of another name chooses a hat', async () => {
    const answer = await post(
      { query: ASKS_WHO },
      {
        'x-hat': 'ADMINISTRATOR',
        'x-person': coordinator.personId!,
        cookie: `pmm=${'x'.repeat(43)}`,
      },
    )

    expect(answer.body.data).toEqual({ viewer: null })
  })
})

describe('who is asking', () => {
  test('a session past its end is nobody', async () => {
    const [late] = (await castOf(world(), [{ name: 'late', hat: 'V', administration: 'XAL' }])) as [
      Actor,
    ]
    const before = await post({ query: ASKS_WHO }, late.headers)
    await world().asOwner(({ db }) =>
      sql`update session set expires_at = ${world().clock.now().toISOString()}::timestamptz
        where person_id = ${late.personId}::uuid`.execute(db),
    )
    const after = await post({ query: ASKS_WHO }, late.headers)

    expect(before.body.data).toEqual({ viewer: { hat: 'VIEWER' } })
    expect([after.status, after.body.data]).toEqual([200, { viewer: null }])
  })

  test('a session left idle is nobody', async () => {
    const [idle] = (await castOf(world(), [{ name: 'idle', hat: 'A', administration: 'XAL' }])) as [
      Actor,
    ]
    await world().asOwner(({ db }) =>
      sql`update session set idle_minutes = 30, last_seen_at = ${world().clock.now().toISOString()}::timestamptz - interval '31 minutes'
        where person_id = ${idle.personId}::uuid`.execute(db),
    )

    expect((await post({ query: ASKS_WHO }, idle.headers)).body.data).toEqual({ viewer: null })
  })

  test('a suspended person is nobody at once', async () => {
    const [gone] = (await castOf(world(), [{ name: 'gone', hat: 'V', administration: 'XOR' }])) as [
      Actor,
    ]
    const before = await post({ query: ASKS_WHO }, gone.headers)
    await world().asOwner(({ db }) =>
      sql`update person_account set status = 'SUSPENDED' where person_id = ${gone.personId}::uuid`.execute(
        db,
      ),
    )

    expect(before.body.data).toEqual({ viewer: { hat: 'VIEWER' } })
    expect((await post({ query: ASKS_WHO }, gone.headers)).body.data).toEqual({ viewer: null })
  })

  test.each([
    ['a made-up cookie', { cookie: `${SESSION_COOKIE}=${'A'.repeat(43)}` }],
    ['a cookie that is no token', { cookie: `${SESSION_COOKIE}=../../etc/passwd` }],
    ['an empty cookie', { cookie: `${SESSION_COOKIE}=` }],
  ])('%s is nobody', async (_what, headers) => {
    const answer = await post({ query: ASKS_WHO }, headers)

    expect([answer.status, answer.body.data]).toEqual([200, { viewer: null }])
  })

  test.each(['broken', 'of nobody', 'of no kind'])('a bearer token %s is refused', async (kind) => {
    const [partner] = (await castOf(world(), [{ name: 'partner', hat: 'P' }])) as [Actor]
    const right = partner.headers['authorization']!
    const token = {
      broken: `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`,
      'of nobody': await unknownToken(),
      'of no kind': 'Basic YTpi',
    }[kind]!
    const known = await post({ query: ASKS_WHO }, { authorization: right })
    const answer = await post({ query: ASKS_WHO }, { authorization: token })

    expect(known.body.data).toEqual({ viewer: { hat: 'PARTNER' } })
    expect(codeOf(answer)).toBe('UNAUTHENTICATED')
    expect(answer.body.data ?? null).toBeNull()
    expect(answer.text).not.toContain(token.slice(7, 40))
  })

  test('a token runs no mutation', async () => {
    const [partner] = (await castOf(world(), [{ name: 'partner', hat: 'P' }])) as [Actor]
    const answer = await post({ query: SIGN_OUT }, partner.headers)

    expect(JSON.stringify(answer.body)).toMatch(/FORBIDDEN|UNAUTHENTICATED|BAD_INPUT/)
  })
})

describe('what goes wrong on our side', () => {
  test('A33: says nothing of it but that it did', async () => {
    await world().asOwner(({ db }) =>
      sql`alter table administration rename column code to canary_column`.execute(db),
    )
    const answer = await post({ query: '{ administrations(first: 1) { nodes { code } } }' })
    await world().asOwner(({ db }) =>
      sql`alter table administration rename column canary_column to code`.execute(db),
    )

    expect(answer.body.errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual(
      [
        {
          message: 'Something went wrong on our side.',
          extensions: expect.objectContaining({ code: 'INTERNAL' }),
        },
      ],
    )
    expect(answer.text).not.toMatch(/canary|does not exist|select|relation|\.ts|\.js|42703/)
    expect(
      (await post({ query: '{ administrations(first: 1) { nodes { code } } }' })).body.errors,
    ).toBeUndefined()
  })

  test('A39: every answer of the endpoint forbids being kept', async () => {
    const response = await world().server.http.inject({
      method: 'POST', url: '/graphql', headers: { ...JSON_TYPE, ...coordinator.headers }, payload: { query: ASKS_WHO },
    }) // prettier-ignore

    expect(response.headers['cache-control']).toBe('private, no-store')
    expect(response.headers['x-content-type-options']).toBe('nosniff')
    expect(response.headers['cross-origin-opener-policy']).toBe('same-origin')
  })
})

async function unknownToken(): Promise<string> {
  const { tokenOfClient } = await import('../../server/src/accounts')
  return `Bearer ${tokenOfClient('0b9c5a3e-1c55-8e0f-9d7a-54d3a0f1c0ff')}`
}

describe('what the portals’ server refuses at the door', () => {
  const get = (headers: Record<string, string>) =>
    asPortals.http.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(ASKS_WHO)}`,
      headers: { ...JSON_TYPE, ...headers },
    })

  test('a document of one’s own by GET with a session', async () => {
    const answer = await get(coordinator.headers)

    expect(answer.statusCode).toBe(400)
    expect(reasonOf({ body: bodyOf(answer.body) })).toBe('SESSION_NEEDS_POST')
    expect((await get({})).statusCode).toBe(200)
  })

  test('a page of another origin, even without a session', async () => {
    const foreign = { origin: 'https://evil.example' }

    const answer = await post({ query: ASKS_WHO }, foreign, asPortals)

    expect([answer.status, codeOf(answer), reasonOf(answer)]).toEqual([
      403,
      'FORBIDDEN',
      'FOREIGN_ORIGIN',
    ])
  })

  test('the same thing asked again and again under other names', async () => {
    const names = Array.from({ length: 31 }, (_, index) => `a${index}: n`).join(' ')
    const many = `{ release { benchmarks { ${names} } } }`

    const answer = await post({ query: many }, {}, asPortals)

    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ reason: 'TOO_MANY_ALIASES' })
  })

  test('a token that is none, with the status that says so', async () => {
    const answer = await post({ query: ASKS_WHO }, { authorization: 'Bearer pmm_x' }, asPortals)

    expect(answer.status).toBe(401)
  })
})

test('an answer says when it is for nobody, as to a session that has ended', async () => {
  const markOf = async (headers: Record<string, string>) => {
    const answer = await world().server.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...JSON_TYPE, ...headers },
      payload: { query: ASKS_WHO },
    })
    return answer.headers['pmm-viewer']
  }

  expect(await markOf(coordinator.headers)).toBeUndefined()
  expect(await markOf({})).toBe('nobody')
  expect(await markOf({ cookie: `${SESSION_COOKIE}=${'A'.repeat(43)}` })).toBe('nobody')
})
