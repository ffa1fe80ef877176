import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startProvider,
  type TestProvider,
} from '../../../server/src/accounts/identity-provider.fixture'
import {
  RegisteredDocuments,
  createMailer,
  createSealing,
  openIdProvider,
} from '../../../server/src/platform'
import { createSchema } from '../../../server/src/schema'
import { createServer, type RunningServer } from '../../../server/src/server'
import { startMailCatcher } from '../../setup/mail.ts'
import { useWorld } from '../../setup/world.ts'
import { castOf, oneOfEachHat, type Actor } from '../cast.ts'
import { fingerprint, openAsOwner, type OwnerDatabase } from '../owner-database.ts'

// The addresses beside the endpoint, as somebody means harm by them.
const world = useWorld()
const ORIGIN = 'https://pmm.example'
const HTML =
  '<html><head><meta name="csp-nonce" content="__PMM_NONCE__" /></head><body></body></html>'
const PLENTY = 1_000_000_000
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
const NOTED = ['access_log_entry', 'session', 'rate_bucket', 'identity_answer', 'api_client_token']
const owner = { role: 'pmm_owner', settings: {} } as const

let folder: string
let server: RunningServer
let provider: TestProvider
let everything: OwnerDatabase
let cast: readonly Actor[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pmm-routes-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, 'index.html'), HTML)
  writeFileSync(join(folder, 'secret.txt'), 'CANARY-OUTSIDE-ASSETS')
  writeFileSync(join(folder, 'assets', 'a-1234.js'), 'export {}')
  writeFileSync(join(folder, 'worker.js'), '(function(){})()')
  writeFileSync(join(folder, '.vite', 'routes.json'), String.raw`["^\\/\\/?$", "^\\/sign-in\\/?$"]`)
  writeFileSync(join(folder, 'schema.graphql'), 'type Query { a: Int }')
  provider = await startProvider(`${ORIGIN}/oidc/callback`)
  server = await createServer({
    schema: await createSchema(),
    services: {
      ...world().services,
      identityProvider: openIdProvider(
        { issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, redirectUri: `${ORIGIN}/oidc/callback` },
        createSealing('secret of the tests'),
      ),
    },
    log: pino({ level: 'silent' }),
    documents: new RegisteredDocuments([]),
    freeDocuments: false,
    budgets: { client: PLENTY, network: PLENTY, pages: PLENTY, person: PLENTY },
    publicOrigin: ORIGIN,
    files: { member: folder, admin: folder, publicPages: folder, explorer: folder, schema: join(folder, 'schema.graphql'), isDemonstration: true },
    isReady: async () => true,
  })
  cast = await castOf(world())
  everything = await openAsOwner(world())
}, 120_000) // prettier-ignore
afterAll(async () => {
  await server?.stop()
  await provider?.close()
  await everything?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Each address served, with the methods that mean something there and one address under it. Kept by hand. */
const ROUTES: readonly (readonly [route: string, methods: string, example: string])[] = [
  ['/livez', 'GET HEAD', '/livez'],
  ['/readyz', 'GET HEAD', '/readyz'],
  ['/graphql', 'GET HEAD OPTIONS POST', '/graphql'],
  ['/oidc/start', 'GET HEAD', '/oidc/start'],
  ['/oidc/callback', 'GET HEAD', '/oidc/callback'],
  ['/files/upload/:ticket', 'PUT', `/files/upload/${'x'.repeat(43)}`],
  ['/files/:folder/:name', 'GET HEAD', '/files/evidence/x'],
  ['/files/:folder/:name', 'GET HEAD', '/files/framework/PMM-V1-DEMO.since.PMM-V1-DEMO.fr.md'],
  ['/files/:folder/:name', 'GET HEAD', '/files/receipts/QVM.1.pdf'],
  ['/assets/*', 'GET HEAD', '/assets/a-1234.js'],
  ['/member/assets/*', 'GET HEAD', '/member/assets/a-1234.js'],
  ['/member/worker.js', 'GET HEAD', '/member/worker.js'],
  ['/admin/assets/*', 'GET HEAD', '/admin/assets/none.js'],
  ['/explore/assets/*', 'GET HEAD', '/explore/assets/x'],
  ['/member', 'GET HEAD', '/member'],
  ['/member/*', 'GET HEAD', '/member/sign-in'],
  ['/admin', 'GET HEAD', '/admin'],
  ['/admin/*', 'GET HEAD', '/admin/x'],
  ['/explore', 'GET HEAD', '/explore'],
  ['/explore/', 'GET HEAD', '/explore/'],
  ['/schema.graphql', 'GET HEAD', '/schema.graphql'],
  ['/schemas/pmm-catalogue-1.json', 'GET HEAD', '/schemas/pmm-catalogue-1.json'],
]

const send = (method: string, url: string, headers: Record<string, string> = {}) =>
  server.http.inject({ method: method as 'GET', url, headers })
const state = () => everything.database.read(owner, (db) => fingerprint(db, NOTED))

const isBroken = (status: number) => status >= 500
/** Where it leads, if it leads anywhere: our own pages, or the provider that is configured. */
const isOurs = (location: unknown) =>
  location === undefined ||
  /^\/(member|admin)\/(sign-in|settings\/security|$)/.test(String(location)) ||
  String(location).startsWith(`${provider.issuer.origin}/`)

describe('an address', () => {
  test('A38: is served where the list says, and nowhere else', () => {
    const served = METHODS.flatMap((method) => ROUTES.filter(([url]) => server.http.hasRoute({ url, method })).map(([url]) => `${method} ${url}`))
    expect(served.toSorted()).toEqual(ROUTES.flatMap(([route, methods]) => methods.split(' ').map((method) => `${method} ${route}`)).toSorted())

    // The printed tree leaves out how an address goes on before its star.
    const known = new Set([...ROUTES.map(([route]) => route), '*', '/member*', '/admin*', '/explore/*'])
    const above: string[] = []
    for (const line of server.http.printRoutes({ commonPrefix: false }).split('\n')) {
      const found = /^([│ ]*)(?:├──|└──) (\S+)/.exec(line)
      if (!found) continue
      above.length = found[1]!.length / 4
      above.push(found[2]!)
      expect(known).toContain(above.join(''))
    }
    expect(above.length).toBeGreaterThan(0)
  }) // prettier-ignore

  test('A37, A38: answers another method, or one in a header or a field, by nothing at all', async () => {
    const before = await state()
    const wrong: string[] = []
    for (const [route, methods, example] of ROUTES) {
      for (const method of METHODS.filter((each) => !methods.split(' ').includes(each))) {
        for (const actor of [cast[0]!, cast.find(({ hat }) => hat === 'N')!, cast.find(({ hat }) => hat === 'P')!]) {
          const answer = await send(method, example, actor.headers)
          const at = `${method} ${route} as ${actor.name}`
          if (answer.statusCode < 400 || isBroken(answer.statusCode)) wrong.push(`${at}: ${answer.statusCode}`)
          if (answer.headers['set-cookie'] || answer.headers['location']) wrong.push(`${at} leads somewhere`)
        }
      }
      for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
        const [plain, other] = [await send('GET', example), await send('GET', `${example}?_method=POST`, { [name]: 'POST' })]
        if (plain.statusCode !== other.statusCode) wrong.push(`${route} heeds ${name}`)
      }
    }
    expect(wrong).toEqual([])
    expect(await state()).toEqual(before)
  }) // prettier-ignore

  test('A38: leads nowhere but to our own pages, whatever it is told of the host', async () => {
    const wrong: string[] = []
    const lies: readonly Record<string, string>[] = [
      {},
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
      { forwarded: 'host=evil.example;proto=http' },
      { 'x-original-url': '//evil.example/', 'x-rewrite-url': '//evil.example/' },
    ]
    const tricks = ['', '?portal=//evil.example', '?portal=https://evil.example', '?portal=admin%0d%0aset-cookie:x=1', '?next=//evil.example',
      '?returnTo=https://evil.example', '?redirect_uri=https://evil.example', '?iss=https://evil.example&state=x&code=x', '?portal=admin&portal=//evil.example'] // prettier-ignore
    const paths = [...ROUTES.map(([, , example]) => example), '//evil.example', '//evil.example/member', '/\\evil.example', '/member//evil.example',
      '/member/%2f%2fevil.example', '/%0d%0aset-cookie:%20x=1', '/member/%0d%0alocation:%20//evil.example', '/member/..//evil.example', '/explore//evil.example/'] // prettier-ignore
    for (const path of paths) {
      for (const trick of tricks) {
        for (const headers of lies) {
          const { statusCode, headers: told, body } = await send('GET', `${path}${trick}`, { accept: 'text/html', ...headers })
          const at = `${path}${trick} ${JSON.stringify(headers)}`
          if (isBroken(statusCode)) wrong.push(`${at}: ${statusCode}`)
          if (!isOurs(told['location'])) wrong.push(`${at} leads to ${String(told['location'])}`)
          if (/evil\.example/.test(JSON.stringify(told).replaceAll(provider.issuer.origin, '')) || body.includes('evil.example')) wrong.push(`${at} repeats the host`)
          if (JSON.stringify(told['set-cookie'] ?? '').includes('x=1')) wrong.push(`${at} sets a cookie`)
          if (Object.keys(told).some((name) => name.startsWith('access-control'))) wrong.push(`${at} lets others read`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 120_000) // prettier-ignore

  test('A39: keeps nothing that depends on who asks', async () => {
    for (const [route, methods, example] of ROUTES) {
      if (!methods.includes('GET')) continue
      const nobody = await send('GET', example, { accept: 'text/html' })
      for (const actor of cast.filter(({ hat }) => 'NODP'.includes(hat))) {
        const { statusCode, body, headers } = await send('GET', example, { accept: 'text/html', ...actor.headers }) // prettier-ignore
        const kept = String(headers['cache-control'])
        expect([route, kept]).toEqual([route, expect.stringMatching(/no-store|^public, max-age=/)])
        // What may be kept is the same for everybody.
        if (!kept.includes('no-store')) expect([statusCode, body]).toEqual([nobody.statusCode, nobody.body]) // prettier-ignore
      }
    }
  })

  test('A40, A51: gives no file but its own for a path with tricks', async () => {
    const tricks = ['../secret.txt', '..%2fsecret.txt', '%2e%2e/secret.txt', '%2e%2e%2fsecret.txt', '..%5csecret.txt', '....//secret.txt', '..;/secret.txt',
      '%252e%252e%252fsecret.txt', 'a-1234.js%00.txt', '.%00./secret.txt', '/etc/passwd', '%2fetc%2fpasswd', '.vite/routes.json', '', '%', '%ff', '..%c0%afsecret.txt'] // prettier-ignore
    const wrong: string[] = []
    for (const prefix of ['/assets/', '/member/assets/', '/admin/assets/', '/explore/assets/', '/member/', '/admin/', '/files/evidence/', '/files/receipts/', '/files/upload/', '/framework/', '/results/']) {
      for (const trick of tricks) {
        for (const headers of [{ accept: 'text/html' }, {}] as Record<string, string>[]) {
          const { statusCode, body } = await send('GET', `${prefix}${trick}`, headers)
          const at = `${prefix}${trick}`
          if (isBroken(statusCode)) wrong.push(`${at}: ${statusCode}`)
          if (/CANARY|root:|assessment\\\\|routes/.test(body)) wrong.push(`${at} shows a file`)
          if (/\/tmp\/|ENOENT|node_modules|stack/.test(body)) wrong.push(`${at} tells where it lies`)
        }
      }
    }
    expect(wrong).toEqual([])
  }) // prettier-ignore
})

describe('the way to the identity provider', () => {
  test('A46, A47: sets out for nobody but the browser that asked, and comes back once', async () => {
    const before = await state()
    for (const actor of oneOfEachHat(cast)) {
      for (const url of ['/oidc/callback', '/oidc/callback?code=x', '/oidc/callback?code=x&state=x', `/oidc/callback?code=x&state=${'A'.repeat(43)}`, '/oidc/callback?error=access_denied&state=x']) {
        for (const way of ['', '; __Host-pmm-way=x', `; __Host-pmm-way=${'A'.repeat(120)}`]) {
          const cookie = `${actor.headers['cookie'] ?? 'a=b'}${way}`
          const { statusCode, headers } = await send('GET', url, { ...actor.headers, cookie })
          if (actor.hat === 'P') expect([303, 401]).toContain(statusCode)
          else expect([statusCode, headers['location']]).toEqual([303, '/member/sign-in?identity=EXPIRED'])
          // Nobody is signed in by it: the cookie of a session is not set.
          expect([headers['set-cookie']].flat().join()).not.toMatch(/__Host-pmm=[^;]/)
        }
      }
      // A link of somebody else, or none of ours, begins no linking.
      for (const link of ['x', 'A'.repeat(43), '../x', '']) {
        const { headers } = await send('GET', `/oidc/start?portal=member&link=${encodeURIComponent(link)}`, actor.headers)
        if (actor.hat !== 'P') expect(headers['location']).toBe('/member/settings/security?identity=EXPIRED')
      }
    }
    expect(await state()).toEqual(before)
  }, 120_000) // prettier-ignore
})

describe('a mail', () => {
  test('A31, A38: leads to the address that is configured, not to one a request names', async () => {
    const catcher = await startMailCatcher()
    world().mailing.mailer = createMailer(catcher.settings)
    const query = 'mutation { passwordResetRequest(input: { email: "mariam.selk@demo.invalid" }) { problems { code } } }'
    for (const lie of [{ host: 'evil.example' }, { 'x-forwarded-host': 'evil.example' }, { forwarded: 'host=evil.example' }] as Record<string, string>[]) {
      const { statusCode, body } = await server.http.inject({
        method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...lie }, payload: { query },
      })
      expect([statusCode, body]).toEqual([200, expect.stringContaining('"problems":[]')])
    }
    await world().worker.drain()
    await catcher.close()

    expect(catcher.mails.length).toBeGreaterThan(0)
    for (const { text } of catcher.mails) {
      expect(text).toContain(`${world().mailing.origin}/member/set-password#`)
      expect(text).not.toContain('evil.example')
    }
  }) // prettier-ignore
})
