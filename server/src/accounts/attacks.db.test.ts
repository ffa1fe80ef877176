import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { useWorld } from '../../../tests/setup/world'
import { SESSION_COOKIE } from '../server'
import { Device } from './device.fixture'
import { PASSWORD, reasonsOf, reauthenticate, wait } from './second-factor.fixture'

let passwordRuns = 0
vi.mock('@node-rs/argon2', async (importActual) => {
  const actual = await importActual<typeof import('@node-rs/argon2')>()
  return {
    ...actual,
    verify: (...all: Parameters<typeof actual.verify>) => {
      passwordRuns += 1
      return actual.verify(...all)
    },
  }
})

const world = useWorld()
const MARIAM = 'mariam.selk@demo.invalid'
const SUSPENDED = 'dario.fenn@demo.invalid'

test('A31: known, unknown and suspended accounts cost the same statements and one run of the password', async () => {
  const { counter } = world().database
  const costs: { statements: number; runs: number; answer: unknown }[] = []
  await world().asOwner(({ db }) =>
    sql`update person_account set status = 'SUSPENDED' where email = ${SUSPENDED}`.execute(db),
  )
  const emails = [MARIAM, SUSPENDED, 'nobody.at.all@demo.invalid', 'x', '']
  for (const [at, email] of emails.entries()) {
    const device = new Device(world(), `192.0.2.${at + 1}`)
    passwordRuns = 0
    let answer: unknown
    const statements = await counter.during(async () => {
      answer = await device.signIn(email, 'a wrong password')
    })
    costs.push({ statements, runs: passwordRuns, answer })
  }

  expect(costs[0]?.runs).toBe(1)
  for (const each of costs) expect(each).toEqual(costs[0])
})

const once = `sessionOpen(input: { email: "${MARIAM}", password: "x" }) { problems { reason } }`

test.each([
  ['two aliases', `mutation { a: ${once} b: ${once} }`],
  [
    'an alias behind a fragment',
    `mutation { ...F b: ${once} } fragment F on Mutation { a: ${once} }`,
  ],
  [
    'a directive that leaves one out',
    `mutation ($yes: Boolean = true) { a: ${once} b: ${once.replace(') {', ') @skip(if: $yes) {')} }`,
  ],
])('A29: %s make no second attempt', async (_how, document) => {
  passwordRuns = 0

  const { errors } = await new Device(world(), '192.0.2.50').send(document)

  expect(errors?.[0]?.extensions['reason']).toBe('AUTHENTICATION_ALONE')
  expect(passwordRuns).toBe(0)
})

test('A29: a batch of requests is no request', async () => {
  const one = { query: `mutation { ${once} }` }
  passwordRuns = 0

  const response = await world().server.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: [one, one],
  })

  expect(response.statusCode).toBe(400)
  expect(passwordRuns).toBe(0)
})

test('A30: neither headers, nor spelling of the address, nor IPv6 neighbours give new attempts', async () => {
  const email = 'viktor.almasy@demo.invalid'
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const device = new Device(world(), `2001:db8:7:7::${attempt + 1}`)
    await device.send(
      'mutation ($input: SessionOpenInput!) { sessionOpen(input: $input) { problems { reason } } }',
      { input: { email: attempt % 2 ? email : ` ${email.toUpperCase()} `, password: 'wrong' } },
      { 'x-forwarded-for': `203.0.113.${attempt}`, forwarded: `for=203.0.113.${attempt}` },
    )
  }

  const limited = await new Device(world(), '2001:db8:7:7:ffff::1').signIn(email, PASSWORD)

  expect(reasonsOf(limited)).toEqual(['RATE_LIMITED'])
})

test('A30: a hundred failures from one place stop it for every account, and no place beside it', async () => {
  passwordRuns = 0
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await new Device(world(), '2001:db8:8:8::1').signIn(`person${attempt}@demo.invalid`, 'wrong')
  }

  const same = await new Device(world(), '2001:db8:8:8:1::').signIn(
    'piers.holm@demo.invalid',
    PASSWORD,
  )
  const beside = await new Device(world(), '2001:db8:8:9::1').signIn(
    'piers.holm@demo.invalid',
    PASSWORD,
  )

  expect(reasonsOf(same)).toEqual(['RATE_LIMITED'])
  expect(reasonsOf(beside)).toEqual([])
  expect(passwordRuns).toBe(101)
}, 120_000)

test('A30: a hundred failures of strangers stop nobody who is known behind that address', async () => {
  const office = () => new Device(world(), '203.0.113.200')
  const change = (device: Device, currentPassword: string, newPassword: string) =>
    device.send(
      'mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { problems { reason } } }',
      { input: { currentPassword, newPassword } },
    )
  const signedIn = office()
  await signedIn.signIn(MARIAM, PASSWORD)
  const visitor = new Device(world(), '203.0.113.201')
  await visitor.signIn('sigrid.vanter@demo.invalid', PASSWORD)
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await office().signIn(`made.up${attempt}@demo.invalid`, 'wrong')
  }

  const known = await office().signIn(MARIAM, PASSWORD)
  const stranger = await office().signIn('nobody.at.all@demo.invalid', PASSWORD)
  const neverHere = await office().signIn('sigrid.vanter@demo.invalid', PASSWORD)

  expect(reasonsOf(known)).toEqual([])
  expect(reasonsOf(stranger)).toEqual(['RATE_LIMITED'])
  expect(reasonsOf(neverHere)).toEqual(['RATE_LIMITED'])

  // Somebody signed in elsewhere comes to this office: never known here, and asked only for the own password.
  const moved = office()
  moved.token = visitor.token
  expect(reasonsOf(await reauthenticate(moved, PASSWORD))).toEqual([])
  expect(reasonsOf(await change(moved, 'wrong', 'three calm harbours'))).toEqual([
    'PASSWORD_REFUSED',
  ])

  // What is known is still guessed at no more often than any other account.
  const guesses: string[] = []
  for (let attempt = 0; attempt < 12; attempt += 1) {
    guesses.push(...reasonsOf(await office().signIn(MARIAM, 'wrong')))
  }
  expect(guesses.filter((reason) => reason === 'SIGN_IN_REFUSED')).toHaveLength(10)
  expect(guesses.slice(10)).toEqual(['RATE_LIMITED', 'RATE_LIMITED'])
}, 120_000)

test('A30: a network is forgotten as known after thirty days', async () => {
  const office = () => new Device(world(), '203.0.113.202')
  await office().signIn('alina.dorn@demo.invalid', PASSWORD)
  wait(world(), 31 * 24 * 3600)
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await office().signIn(`made.up${attempt}@demo.invalid`, 'wrong')
  }

  expect(reasonsOf(await office().signIn('alina.dorn@demo.invalid', PASSWORD))).toEqual([
    'RATE_LIMITED',
  ])
}, 120_000)

test('A30: many attempts at once are counted one by one', async () => {
  wait(world(), 3600)
  passwordRuns = 0

  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, at) =>
      new Device(world(), `198.51.100.${at + 1}`).signIn('bram.telder@demo.invalid', 'wrong'),
    ),
  )

  const refused = answers.flatMap(reasonsOf)
  expect(refused.filter((reason) => reason === 'SIGN_IN_REFUSED')).toHaveLength(10)
  expect(refused.filter((reason) => reason === 'RATE_LIMITED')).toHaveLength(15)
  expect(passwordRuns).toBe(10)
})

test('A47: a token somebody was made to carry is never the one they are signed in with', async () => {
  const fixed = 'A'.repeat(43)
  const device = new Device(world(), '192.0.2.77')
  device.token = fixed
  await device.signIn('sigrid.vanter@demo.invalid', PASSWORD)
  const thief = new Device(world(), '192.0.2.78')
  thief.token = fixed

  expect(device.token).not.toBe(fixed)
  expect(await device.hat()).toBe('APPROVER')
  expect(await thief.hat()).toBeNull()
})

test('A20: no header and no argument chooses a hat', async () => {
  const device = new Device(world(), '192.0.2.79')
  await device.signIn('tomas.verrel@demo.invalid', PASSWORD)
  const { data } = await device.send(
    '{ viewer { hat } }',
    { hat: 'LEAD_REVIEWER' },
    {
      'x-hat': 'LEAD_REVIEWER',
      'x-pmm-role': 'LEAD_REVIEWER',
      cookie: `hat=LEAD_REVIEWER; ${SESSION_COOKIE}=${device.token}`,
    },
  )

  expect(data.viewer.hat).toBe('COORDINATOR')
})
