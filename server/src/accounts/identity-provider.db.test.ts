import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createSealing, openIdProvider } from '#platform'
import { useWorld, type ServedWorld } from '../../../tests/setup/world'
import { SESSION_COOKIE } from '../server'
import { Device } from './device.fixture'
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startProvider,
  type TestProvider,
} from './identity-provider.fixture'
import {
  PASSWORD,
  STEP,
  confirm,
  outsideDemonstration,
  reasonsOf,
  setUp,
  wait,
} from './second-factor.fixture'

const ORIGIN = 'http://127.0.0.1:4000'
const REDIRECT = `${ORIGIN}/oidc/callback`
const MARIAM = 'mariam.selk@demo.invalid'
const LINK = 'mutation { identityLinkBegin { startPath problems { code reason } } }'
const IDENTITIES = '{ viewer { identities { id issuer lastUsedAt } } }'
const UNLINK =
  'mutation ($id: ID!) { identityUnlink(input: { identityId: $id }) { problems { code reason } } }'

const world = useWorld()
let served: ServedWorld
let provider: TestProvider
let other: TestProvider

beforeAll(async () => {
  ;[provider, other] = [await startProvider(REDIRECT), await startProvider(REDIRECT)]
  served = await world().serveWith({
    identityProvider: openIdProvider(
      {
        issuer: provider.issuer,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        redirectUri: REDIRECT,
      },
      createSealing('secret of the tests'),
    ),
  })
})
afterAll(async () => {
  await served?.stop()
  await provider?.close()
  await other?.close()
})
beforeEach(() => {
  provider.tamper = null
  provider.account = { subject: 'somebody' }
})

let nextAddress = 0

/** A browser: keeps both cookies, goes where it is sent on our origin. */
class Browser extends Device {
  way: string | null = null

  constructor() {
    super({ server: served.server } as never, `192.0.2.${(nextAddress += 1)}`)
  }

  async visit(path: string): Promise<string> {
    const response = await served.server.http.inject({
      method: 'GET',
      url: path,
      remoteAddress: '192.0.2.200',
      headers: {
        cookie: [
          ...(this.token ? [`${SESSION_COOKIE}=${this.token}`] : []),
          ...(this.way ? [`__Host-pmm-way=${this.way}`] : []),
        ].join('; '),
      },
    })
    for (const { name, value } of response.cookies) {
      if (name === SESSION_COOKIE) this.token = value || null
      if (name === '__Host-pmm-way') this.way = value || null
    }
    if (response.statusCode !== 303) throw new Error(`answered ${response.statusCode}`)
    return String(response.headers['location'])
  }

  /** To the provider and back; where the browser ends up on our origin. */
  async goesRound(start = '/oidc/start?portal=member'): Promise<string> {
    const back = await provider.visit(await this.visit(start))
    return this.visit(back.pathname + back.search)
  }
}

const step = async (browser: Browser) => (await browser.send(STEP)).data.signInStep

/** Signs in by password and links the identity the provider knows. */
async function linked(email: string, subject: string): Promise<Browser> {
  const browser = new Browser()
  await browser.signIn(email, PASSWORD)
  provider.account = { subject }
  const { data } = await browser.send(LINK)
  expect(await browser.goesRound(data.identityLinkBegin.startPath)).toMatch(
    /settings\/security\?identity=LINKED$/,
  )
  return browser
}

describe('linking', () => {
  test('an identity linked in the settings opens the account from then on', async () => {
    const settings = await linked(MARIAM, 'mariam')
    const browser = new Browser()

    const landed = await browser.goesRound()

    expect(landed).toBe('/member/sign-in')
    expect(await browser.hat()).toBe('COORDINATOR')
    const { data } = await settings.send(IDENTITIES)
    expect(data.viewer.identities).toMatchObject([{ issuer: provider.issuer.origin }])
    expect(data.viewer.identities[0].lastUsedAt).not.toBeNull()
  })

  test('the same address at the provider opens nothing: only the link counts', async () => {
    provider.account = { subject: 'unknown here', email: 'viktor.almasy@demo.invalid' }
    const browser = new Browser()

    expect(await browser.goesRound()).toBe('/member/sign-in?identity=NOT_LINKED')
    expect(await step(browser)).toBe('SIGNED_OUT')
    const { rows } = await world().asOwner(({ db }) =>
      sql`select 1 from oidc_identity where subject = 'unknown here'`.execute(db),
    )
    expect(rows).toEqual([])
  })

  test('ten minutes after the proof, and without a session, nothing begins', async () => {
    const browser = new Browser()
    await browser.signIn('greta.lom@demo.invalid', PASSWORD)
    wait(world(), 601)

    expect(reasonsOf(await browser.send(LINK))).toEqual(['REAUTHENTICATION_REQUIRED'])
    expect(reasonsOf(await new Browser().send(LINK))).toEqual(['SIGN_IN_REQUIRED'])
  })

  test('a ticket of one session begins nothing in another, nor does a made-up one', async () => {
    const attacker = new Browser()
    await attacker.signIn('alina.dorn@demo.invalid', PASSWORD)
    const { data } = await attacker.send(LINK)
    const victim = new Browser()
    await victim.signIn('camila.reyden@demo.invalid', PASSWORD)

    expect(await victim.visit(data.identityLinkBegin.startPath)).toBe(
      '/member/settings/security?identity=EXPIRED',
    )
    expect(await victim.visit('/oidc/start?link=made-up')).toBe(
      '/member/settings/security?identity=EXPIRED',
    )
    expect((await victim.send(IDENTITIES)).data.viewer.identities).toEqual([])
  })

  test('an identity belongs to one person, and a person has one at a provider', async () => {
    await linked('katrin.dobler@demo.invalid', 'katrin')
    const again = new Browser()
    await again.signIn('milos.perran@demo.invalid', PASSWORD)
    const begun = await again.send(LINK)
    const taken = await again.goesRound(begun.data.identityLinkBegin.startPath)
    const second = new Browser()
    await second.signIn('katrin.dobler@demo.invalid', PASSWORD)
    provider.account = { subject: 'another katrin' }
    const more = await second.send(LINK)

    expect(taken).toBe('/member/settings/security?identity=TAKEN')
    expect(await second.goesRound(more.data.identityLinkBegin.startPath)).toBe(
      '/member/settings/security?identity=HAS_ANOTHER',
    )
  })

  test('a session that ended on the way links nothing', async () => {
    const browser = new Browser()
    await browser.signIn('ilse.marten@demo.invalid', PASSWORD)
    provider.account = { subject: 'ilse' }
    const { data } = await browser.send(LINK)
    const back = await provider.visit(await browser.visit(data.identityLinkBegin.startPath))
    const token = browser.token
    await browser.send('mutation { sessionClose { problems { reason } } }')
    browser.token = token

    expect(await browser.visit(back.pathname + back.search)).toBe(
      '/member/settings/security?identity=EXPIRED',
    )
  })

  test('an unlinked identity opens nothing any more', async () => {
    const settings = await linked('leon.tarask@demo.invalid', 'leon')
    const { data } = await settings.send(IDENTITIES)
    const stranger = new Browser()
    await stranger.signIn('dario.fenn@demo.invalid', PASSWORD)

    const foreign = await stranger.send(UNLINK, { id: data.viewer.identities[0].id })
    const own = await settings.send(UNLINK, { id: data.viewer.identities[0].id })
    const browser = new Browser()

    expect(reasonsOf(foreign)).toEqual(['NOT_FOUND'])
    expect(reasonsOf(own)).toEqual([])
    expect(await browser.goesRound()).toBe('/member/sign-in?identity=NOT_LINKED')
  })

  test('the last way in is not taken away', async () => {
    const settings = await linked('rosalind.achterberg@demo.invalid', 'rosalind')
    await world().asOwner(({ db }) =>
      sql`delete from credential c using person_account a
        where a.person_id = c.person_id and a.email = 'rosalind.achterberg@demo.invalid'`.execute(
        db,
      ),
    )
    const { data } = await settings.send(IDENTITIES)

    expect(reasonsOf(await settings.send(UNLINK, { id: data.viewer.identities[0].id }))).toEqual([
      'PASSWORD_MISSING',
    ])
  })
})

describe('A46: what is not as it must be is refused', () => {
  beforeAll(async () => {
    await linked('tomas.verrel@demo.invalid', 'tomas')
  })
  beforeEach(() => {
    provider.account = { subject: 'tomas' }
  })

  test.each([
    ['another audience', (claims: object) => ({ claims: { ...claims, aud: 'somebody else' } })],
    ['another nonce', (claims: object) => ({ claims: { ...claims, nonce: 'x'.repeat(43) } })],
    ['no nonce', (claims: object) => ({ claims: { ...claims, nonce: undefined } })],
    ['no signature', (claims: object) => ({ claims: { ...claims }, key: 'none' })],
    ['another issuer', (claims: object) => ({ claims: { ...claims, iss: other.issuer.origin } })],
    ['a time that is over', (claims: object) => ({ claims: { ...claims, exp: 1_000_000_000 } })],
    ['no subject', (claims: object) => ({ claims: { ...claims, sub: undefined } })],
  ] as const)('an ID token with %s', async (_what, change) => {
    provider.tamper = change as NonNullable<TestProvider['tamper']>
    const browser = new Browser()

    expect(await browser.goesRound()).toBe('/member/sign-in?identity=REFUSED')
    expect(await step(browser)).toBe('SIGNED_OUT')
  })

  test('a token signed with a key the provider does not publish', async () => {
    provider.tamper = (claims) => ({ claims, key: 'unknown' })

    expect(await new Browser().goesRound()).toBe('/member/sign-in?identity=REFUSED')
  })

  test('a token signed with the secret that both know', async () => {
    provider.tamper = (claims) => ({ claims, key: 'shared' })

    expect(await new Browser().goesRound()).toBe('/member/sign-in?identity=REFUSED')
  })

  test('an answer that is played a second time, in this browser and in another', async () => {
    const browser = new Browser()
    const address = await browser.visit('/oidc/start?portal=member')
    const kept = browser.way
    const back = await provider.visit(address)
    const first = await browser.visit(back.pathname + back.search)
    const again = new Browser()
    again.way = kept

    expect(first).toBe('/member/sign-in')
    expect(await again.visit(back.pathname + back.search)).toBe('/member/sign-in?identity=EXPIRED')
    expect(await new Browser().visit(back.pathname + back.search)).toBe(
      '/member/sign-in?identity=EXPIRED',
    )
    expect(await step(again)).toBe('SIGNED_OUT')
  })

  test('an answer that belongs to another browser', async () => {
    const attacker = new Browser()
    const back = await provider.visit(await attacker.visit('/oidc/start?portal=member'))
    const victim = new Browser()
    await victim.visit('/oidc/start?portal=member')

    expect(await victim.visit(back.pathname + back.search)).toBe('/member/sign-in?identity=EXPIRED')
    expect(await step(victim)).toBe('SIGNED_OUT')
  })

  test('an answer that names another provider, or none', async () => {
    for (const issuer of [other.issuer.origin, null]) {
      const browser = new Browser()
      const back = await provider.visit(await browser.visit('/oidc/start?portal=member'))
      if (issuer) back.searchParams.set('iss', issuer)
      else back.searchParams.delete('iss')

      expect(await browser.visit(back.pathname + back.search)).toBe(
        '/member/sign-in?identity=REFUSED',
      )
      expect(await step(browser)).toBe('SIGNED_OUT')
    }
  })

  test('a code that another provider gave out', async () => {
    const browser = new Browser()
    const address = new URL(await browser.visit('/oidc/start?portal=member'))
    other.account = { subject: 'tomas' }
    const foreign = new URL(address)
    foreign.host = other.issuer.host
    const back = await other.visit(foreign.href)
    back.searchParams.set('iss', provider.issuer.origin)

    expect(await browser.visit(back.pathname + back.search)).toBe(
      '/member/sign-in?identity=REFUSED',
    )
  })

  test('an answer after ten minutes', async () => {
    const browser = new Browser()
    const back = await provider.visit(await browser.visit('/oidc/start?portal=member'))
    wait(world(), 601)

    expect(await browser.visit(back.pathname + back.search)).toBe(
      '/member/sign-in?identity=EXPIRED',
    )
  })

  test('a person who does not consent at the provider', async () => {
    const browser = new Browser()
    const address = new URL(await browser.visit('/oidc/start?portal=admin'))
    const state = address.searchParams.get('state')!

    const landed = await browser.visit(
      `/oidc/callback?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer.origin)}`,
    )

    expect(landed).toBe('/admin/sign-in?identity=REFUSED')
  })

  test('a suspended person', async () => {
    await linked('bram.telder@demo.invalid', 'bram')
    await world().asOwner(({ db }) =>
      sql`update person_account set status = 'SUSPENDED' where email = 'bram.telder@demo.invalid'`.execute(
        db,
      ),
    )

    expect(await new Browser().goesRound()).toBe('/member/sign-in?identity=NOT_LINKED')
  })
})

describe('the second factor', () => {
  test('of an account is asked for after the provider as well', async () => {
    const settings = await linked('awa.diorko@demo.invalid', 'awa')
    const { app } = await setUp(world(), settings)
    const browser = new Browser()

    expect(await browser.goesRound()).toBe('/member/sign-in')
    expect(await step(browser)).toBe('SECOND_FACTOR')
    expect(reasonsOf(await confirm(browser, await app.code()))).toEqual([])
  })

  test('is not asked for where the provider says that it asked for two', async () => {
    const settings = await linked('sigrid.vanter@demo.invalid', 'sigrid')
    await setUp(world(), settings)
    provider.account = { subject: 'sigrid', methods: ['pwd', 'mfa'] }
    const browser = new Browser()

    await browser.goesRound()

    expect(await step(browser)).toBe('SIGNED_IN')
  })

  test('must be set up where a role needs it, unless the provider asked for two', async () => {
    const email = 'maren.oduvel@demo.invalid'
    await linked(email, 'maren').catch(() => {})
    await outsideDemonstration(world(), async () => {
      provider.account = { subject: 'maren' }
      const one = new Browser()
      await one.goesRound('/oidc/start?portal=admin')
      provider.account = { subject: 'maren', methods: ['mfa'] }
      const two = new Browser()
      await two.goesRound('/oidc/start?portal=admin')

      expect(await step(one)).toBe('SECOND_FACTOR_SETUP')
      expect(await step(two)).toBe('SIGNED_IN')
    })
  })
})

test('the sign-in stands in the history, and the pages know that there is a provider', async () => {
  await linked('renata.adeline@demo.invalid', 'renata')
  const browser = new Browser()
  await browser.goesRound()

  const { data } = await browser.send(
    '{ serviceInfo { offersIdentityProvider } viewer { signIns { method outcome } } }',
  )

  expect(data.serviceInfo.offersIdentityProvider).toBe(true)
  expect(data.viewer.signIns[0]).toEqual({ method: 'OIDC', outcome: 'SUCCEEDED' })
  const without = await world().nobody().query('{ serviceInfo { offersIdentityProvider } }')
  expect(without.data.serviceInfo.offersIdentityProvider).toBe(false)
})

test('no token, code or state is written into a log, and a provider that is away is no error of ours', async () => {
  const lines: unknown[] = []
  const away = await world().serveWith({
    identityProvider: openIdProvider(
      {
        issuer: new URL('http://127.0.0.1:1'),
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        redirectUri: REDIRECT,
      },
      createSealing('secret of the tests'),
    ),
    log: { info: () => {}, error: (line) => lines.push(line), warn: (line) => lines.push(line) },
  })

  const response = await away.server.http.inject({ method: 'GET', url: '/oidc/start' })
  await away.stop()

  expect(response.headers['location']).toBe('/member/sign-in?identity=REFUSED')
  expect(lines).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain(CLIENT_SECRET)
})
