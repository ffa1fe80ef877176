import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RegisteredDocuments } from '../../server/src/platform'
import { createSchema } from '../../server/src/schema'
import { SESSION_COOKIE, createServer, type RunningServer } from '../../server/src/server'
import { castOf, type Actor } from '../access/cast.ts'
import { useWorld } from '../setup/world.ts'

const world = useWorld()
const HTML =
  '<html><head><meta name="csp-nonce" content="__PMM_NONCE__" /></head><body></body></html>'
const ASKS_WHO = '{ viewer { hat } }'
const SIGN_OUT = 'mutation SignOut { sessionClose { problems { code } } }'
const SIGN_IN = `mutation SignIn($role: ID!) { demonstrationSignIn(input: { roleId: $role }) { problems { code } } }`
const ORIGIN = 'https://pmm.example'
const JSON_TYPE = { 'content-type': 'application/json' }

let folder: string
let server: RunningServer
let onLoopback: RunningServer
let coordinator: Actor

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pmm-pages-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), HTML)
  writeFileSync(join(folder, 'assets', 'a-1234.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'a-1234.js.br'), brotliCompressSync('export {}'))
  writeFileSync(join(folder, 'assets', 'a-1234.js.gz'), gzipSync('export {}'))
  writeFileSync(join(folder, 'worker.js'), '(function(){})()')
  mkdirSync(join(folder, '.vite'))
  writeFileSync(
    join(folder, '.vite', 'routes.json'),
    String.raw`["^\\/\\/?$", "^\\/(assessment|cycles)\\/?$"]`,
  )
  writeFileSync(join(folder, 'schema.graphql'), 'type Query { a: Int }')
  const start = async (publicOrigin: string | undefined) =>
    createServer({
      schema: await createSchema(),
      services: world().services,
      log: pino({ level: 'silent' }),
      documents: new RegisteredDocuments([ASKS_WHO, SIGN_OUT, SIGN_IN].map((each) => [idOf(each), each])),
      freeDocuments: false,
      publicOrigin,
      files: {
        member: folder, admin: folder, publicPages: folder, explorer: folder,
        schema: join(folder, 'schema.graphql'), isDemonstration: true,
      },
      isReady: async () => true,
    }) // prettier-ignore
  server = await start(ORIGIN)
  onLoopback = await start(undefined)
  ;[coordinator] = (await castOf(world(), [
    { name: 'coordinator', hat: 'N', administration: 'XAL' },
  ])) as [Actor]
})
afterAll(async () => {
  await server?.stop()
  await onLoopback?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const get = (url: string, headers: Record<string, string> = {}, by = server) =>
  by.http.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } })
const post = (payload: object, headers: Record<string, string> = {}) =>
  server.http.inject({
    method: 'POST', url: '/graphql', headers: { ...JSON_TYPE, ...headers }, payload,
  }) // prettier-ignore
const directives = (policy: unknown) =>
  Object.fromEntries(
    String(policy)
      .split('; ')
      .map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
  )

const PAGES = ['/', '/framework/A/B', '/results', '/developers', '/about', '/member/', '/member/assessment', '/admin/', '/admin/cycles', '/nowhere'] // prettier-ignore
const OTHERS = ['/livez', '/readyz', '/schema.graphql', '/assets/a-1234.js', '/explore', '/explore/', '/graphql', '/assets/none.js', '/member/worker.js'] // prettier-ignore

describe('every answer', () => {
  test.for([...PAGES, ...OTHERS])('of %s is guarded', async (url) => {
    const { headers } = await get(url)

    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'permissions-policy': expect.stringMatching(
        /camera=\(\), .*geolocation=\(\), .*payment=\(\)/,
      ),
    })
    expect(directives(headers['content-security-policy'])).toMatchObject({
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
    })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined()
  })

  test('asks for TLS only where it is served by TLS', async () => {
    expect((await get('/', {}, onLoopback)).headers['strict-transport-security']).toBeUndefined()
  })
})

describe('a page', () => {
  test.for(PAGES)('%s runs nothing inline and loads nothing from elsewhere', async (url) => {
    const [first, second] = [await get(url), await get(url)]
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1]

    expect(directives(first.headers['content-security-policy'])).toEqual({
      'default-src': "'self'",
      'script-src': "'self'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'img-src': "'self' blob: data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'object-src': "'none'",
    })
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(second.body).not.toContain(nonce)
    expect(first.headers['cache-control']).toBe('no-store')
  })

  test('of the explorer may write styles, and nothing else', async () => {
    const policy = directives((await get('/explore')).headers['content-security-policy'])

    expect(policy).toMatchObject({ 'script-src': "'self'", 'style-src': "'self' 'unsafe-inline'" })
    expect(JSON.stringify(policy)).not.toMatch(/unsafe-eval|https?:|\*/)
  })
})

test('the worker of the member portal is a script that reaches this origin alone and runs nothing else', async () => {
  const { statusCode, headers, body } = await get('/member/worker.js')

  expect([statusCode, body]).toEqual([200, '(function(){})()'])
  expect(headers['content-type']).toMatch(/^(text|application)\/javascript/)
  expect(headers['service-worker-allowed']).toBeUndefined()
  expect(directives(headers['content-security-policy'])).toMatchObject({
    'default-src': "'none'",
    'connect-src': "'self'",
  })
  expect((await get('/admin/worker.js')).statusCode).toBe(404)
})

test.each([
  ['br, gzip', 'br', brotliCompressSync('export {}')],
  ['gzip', 'gzip', gzipSync('export {}')],
  ['identity', undefined, Buffer.from('export {}')],
])(
  'an asset travels as the build compressed it, to whoever takes %s',
  async (takes, coding, bytes) => {
    const { headers, rawPayload } = await get('/assets/a-1234.js', { 'accept-encoding': takes })

    expect(headers['content-encoding']).toBe(coding)
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['vary']).toMatch(/accept-encoding/i)
    expect(rawPayload).toEqual(bytes)
  },
)

test('a long answer is compressed for whoever takes it, a short one stays as it is', async () => {
  const gzip = { 'accept-encoding': 'gzip, deflate, br' }
  const long = await post({ query: '{ __schema { types { name } } }' }, gzip)
  const short = await post({ query: ASKS_WHO }, gzip)

  expect([long.statusCode, long.headers['content-encoding']]).toEqual([200, 'gzip'])
  const { data } = JSON.parse(gunzipSync(long.rawPayload).toString())
  expect(data.__schema.types.length).toBeGreaterThan(100)
  expect(long.headers['vary']).toMatch(/accept-encoding/i)
  expect(short.headers['content-encoding']).toBeUndefined()
  expect(short.json().data).toEqual({ viewer: null })
})

test('what comes compressed is not unpacked', async () => {
  const { statusCode } = await server.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { origin: ORIGIN, ...JSON_TYPE, 'content-encoding': 'gzip' },
    payload: gzipSync(JSON.stringify({ query: ASKS_WHO })),
  })

  expect(statusCode).toBe(400)
})

describe('what may be kept', () => {
  const keeps = async (url: string) => (await get(url)).headers['cache-control']

  test('is what carries its hash in its name', async () => {
    expect(await keeps('/assets/a-1234.js')).toBe('public, max-age=31536000, immutable')
  })

  test('is the schema for a moment, by its bytes', async () => {
    const { headers } = await get('/schema.graphql')
    const again = await get('/schema.graphql', { 'if-none-match': String(headers['etag']) })

    expect(headers['cache-control']).toBe('public, max-age=300')
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('is nothing else', async () => {
    for (const url of [
      '/livez',
      '/readyz',
      '/explore',
      '/nowhere',
      '/assets/none.js',
      '/member/worker.js',
    ]) {
      expect([url, await keeps(url)]).toEqual([url, 'no-store'])
    }
    expect(await keeps('/graphql')).toBe('private, no-store')
    expect((await post({ query: ASKS_WHO })).headers['cache-control']).toBe('private, no-store')
    expect((await post({})).headers['cache-control']).toBe('private, no-store')
  })
})

describe('the cookie of a session', () => {
  test('is for this host, for no script, and not for the requests of other sites', async () => {
    const people = await world().nobody().query('{ demonstrationPeople { roleId name } }')
    const { roleId } = people.data.demonstrationPeople[0] as { roleId: string }
    const signedIn = await post({ documentId: idOf(SIGN_IN), variables: { role: roleId } })
    const [cookie] = [signedIn.headers['set-cookie']].flat() as [string]
    const [pair = '', ...attributes] = cookie.split('; ')
    const signedOut = await post({ documentId: idOf(SIGN_OUT) }, { cookie: pair })
    const [cleared] = [signedOut.headers['set-cookie']].flat() as [string]

    expect(pair).toMatch(new RegExp(`^${SESSION_COOKIE}=[A-Za-z0-9_-]{43}$`))
    expect(SESSION_COOKIE).toMatch(/^__Host-/)
    expect(attributes.filter((each) => !each.startsWith('Expires=')).toSorted()).toEqual([
      'HttpOnly',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ])
    expect(cleared).toMatch(new RegExp(`^${SESSION_COOKIE}=; .*Expires=Thu, 01 Jan 1970`))
  })
})

describe('a request that another site could cause', () => {
  const stillSignedIn = async () =>
    (await post({ documentId: idOf(ASKS_WHO) }, coordinator.headers)).json().data

  const bodies: readonly (readonly [what: string, type: string | undefined, body: string])[] = [
    ['text', 'text/plain', JSON.stringify({ documentId: idOf(SIGN_OUT) })],
    ['text by any other case', 'TEXT/Plain; charset=utf-8', JSON.stringify({ documentId: idOf(SIGN_OUT) })],
    ['a form', 'application/x-www-form-urlencoded', `documentId=${encodeURIComponent(idOf(SIGN_OUT))}`],
    ['a form that reads as JSON', 'application/x-www-form-urlencoded', `{"documentId":"${idOf(SIGN_OUT)}","x":"="}`],
    ['a multipart form', 'multipart/form-data; boundary=x', `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"documentId":"${idOf(SIGN_OUT)}"}\r\n--x\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n`],
    ['no type at all', undefined, JSON.stringify({ documentId: idOf(SIGN_OUT) })],
    ['a document of its own', 'application/graphql', SIGN_OUT],
    ['a type that is none', 'json', JSON.stringify({ documentId: idOf(SIGN_OUT) })],
  ] // prettier-ignore

  test.for(bodies)('A37: with %s is refused and does nothing', async ([, type, payload]) => {
    for (const extra of [{}, { 'apollo-require-preflight': '1' }]) {
      const answer = await server.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...coordinator.headers, ...extra, ...(type ? { 'content-type': type } : {}) },
        payload,
      })

      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.json().errors[0].extensions.code).toMatch(/BAD_INPUT|FORBIDDEN/)
    }
    expect(await stillSignedIn()).toEqual({ viewer: { hat: 'COORDINATOR' } })
  })

  test.for(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)(
    'A37: by %s runs no mutation',
    async (method) => {
      const url = `/graphql?query=${encodeURIComponent(SIGN_OUT)}&documentId=${encodeURIComponent(idOf(SIGN_OUT))}`
      for (const extra of [{}, { 'apollo-require-preflight': '1' }]) {
        const answer = await server.http.inject({
          method,
          url,
          headers: { ...coordinator.headers, ...extra },
        })
        const nobody = await server.http.inject({ method, url, headers: extra })

        expect(answer.statusCode).toBeGreaterThanOrEqual(400)
        expect(answer.statusCode).toBeLessThan(500)
        expect(nobody.statusCode).toBeGreaterThanOrEqual(400)
        expect(nobody.statusCode).toBeLessThan(500)
        expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      }
      expect(await stillSignedIn()).toEqual({ viewer: { hat: 'COORDINATOR' } })
    },
  )

  test.for<readonly [string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another port', { origin: `${ORIGIN}:8443` }],
    ['the same name without TLS', { origin: 'http://pmm.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a name that begins with ours', { origin: `${ORIGIN}.evil.example` }],
    ['a page of ours that a foreign one sends', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
  ])('A38: from %s is refused, with a session and without', async ([, headers]) => {
    for (const cookie of [coordinator.headers, {}]) {
      const answer = await post({ documentId: idOf(SIGN_OUT) }, { ...cookie, ...headers })

      expect([answer.statusCode, answer.json().errors[0].extensions.reason]).toEqual([
        403,
        'FOREIGN_ORIGIN',
      ])
    }
    expect(await stillSignedIn()).toEqual({ viewer: { hat: 'COORDINATOR' } })
  })

  test('is answered where our own page or no page sends it', async () => {
    for (const headers of [{ origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, { origin: ORIGIN }, {}]) {
      const answer = await post(
        { documentId: idOf(ASKS_WHO) },
        { ...coordinator.headers, ...headers } as Record<string, string>,
      )

      expect(answer.statusCode).toBe(200)
    }
  }) // prettier-ignore
})
