import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { useWorld } from '../../../tests/setup/world'
import { Device } from './device.fixture'

const world = useWorld()
const MARIAM = 'mariam.selk@demo.invalid'
const PASSWORD = 'demonstration-only'

const MINUTE = 60_000
const later = (minutes: number) => {
  const { clock } = world()
  clock.move(new Date(clock.now().getTime() + minutes * MINUTE))
}
const reasons = (payload: { problems: { reason: string }[] }) =>
  payload.problems.map(({ reason }) => reason)

test('a person signs in and the answer already knows who that is', async () => {
  const device = new Device(world())

  const { data } = await device.signIn(MARIAM, PASSWORD)

  expect(data.sessionOpen).toEqual({
    viewer: { hat: 'COORDINATOR', email: MARIAM },
    retryAfterSeconds: null,
    problems: [],
  })
  expect(device.token).toMatch(/^[\w-]{43}$/)
})

test('the mail address is the same in capitals and between spaces', async () => {
  const device = new Device(world())

  const { data } = await device.signIn(`  ${MARIAM.toUpperCase()} `, PASSWORD)

  expect(reasons(data.sessionOpen)).toEqual([])
})

test('A31: a wrong password and an unknown account are answered alike', async () => {
  const known = await new Device(world(), '192.0.2.11').signIn(MARIAM, 'a wrong password')
  const unknown = await new Device(world(), '192.0.2.12').signIn(
    'nobody@demo.invalid',
    'a wrong password',
  )

  expect(known).toEqual(unknown)
  expect(reasons(known.data.sessionOpen)).toEqual(['SIGN_IN_REFUSED'])
})

test('a suspended account is answered like an unknown one', async () => {
  await world().asOwner(({ db }) =>
    sql`update person_account set status = 'SUSPENDED' where email = 'greta.lom@demo.invalid'`.execute(
      db,
    ),
  )

  const { data } = await new Device(world(), '192.0.2.13').signIn(
    'greta.lom@demo.invalid',
    PASSWORD,
  )

  expect(reasons(data.sessionOpen)).toEqual(['SIGN_IN_REFUSED'])
})

test('only the hash of a token is stored', async () => {
  const device = new Device(world())
  await device.signIn(MARIAM, PASSWORD)

  const { rows } = await world().asOwner(({ db }) =>
    sql<{ found: boolean }>`select exists (select 1 from session
      where encode(token_hash, 'escape') like ${`%${device.token}%`}) as found`.execute(db),
  )

  expect(rows[0]?.found).toBe(false)
})

test('A47: a token fixed before the sign-in is replaced, and a session already open ends', async () => {
  const device = new Device(world())
  await device.enterAs('VIEWER', 'XOR')
  const before = device.token
  await device.signIn(MARIAM, PASSWORD)

  const thief = new Device(world())
  thief.token = before

  expect(device.token).not.toBe(before)
  expect(await thief.hat()).toBeNull()
})

test('the eleventh attempt after ten failures has to wait, whoever is asked for', async () => {
  const known = new Device(world(), '192.0.2.21')
  const unknown = new Device(world(), '192.0.2.22')
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await known.signIn('viktor.almasy@demo.invalid', 'a wrong password')
    await unknown.signIn('stranger@demo.invalid', 'a wrong password')
  }

  const refused = await known.signIn('viktor.almasy@demo.invalid', PASSWORD)
  const alike = await unknown.signIn('stranger@demo.invalid', PASSWORD)
  later(1)
  const allowed = await known.signIn('viktor.almasy@demo.invalid', PASSWORD)

  expect(reasons(refused.data.sessionOpen)).toEqual(['RATE_LIMITED'])
  expect(refused.data.sessionOpen.retryAfterSeconds).toBe(30)
  expect(alike).toEqual(refused)
  expect(reasons(allowed.data.sessionOpen)).toEqual([])
})

test('A30: failures of strangers elsewhere do not lock a person out of the usual place', async () => {
  const home = new Device(world(), '192.0.2.31')
  await home.signIn('piers.holm@demo.invalid', PASSWORD)
  const stranger = new Device(world(), '198.51.100.7')
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await stranger.signIn('piers.holm@demo.invalid', 'a wrong password')
  }

  const { data } = await home.signIn('piers.holm@demo.invalid', PASSWORD)

  expect(reasons(data.sessionOpen)).toEqual([])
})

test('two attempts in one document are refused, by alias and by fragment', async () => {
  const device = new Device(world(), '192.0.2.41')
  const once = `sessionOpen(input: { email: "${MARIAM}", password: "${PASSWORD}" }) { problems { reason } }`

  const aliased = await device.send(`mutation { a: ${once} b: ${once} }`)
  const spread = await device.send(
    `mutation { ...F a: ${once} } fragment F on Mutation { b: sessionClose { problems { reason } } }`,
  )

  for (const { errors } of [aliased, spread]) {
    expect(errors?.map(({ extensions }) => extensions['reason'])).toEqual(['AUTHENTICATION_ALONE'])
  }
  expect(device.token).toBeNull()
})

test('asking for the type beside it, as clients do, is no second field', async () => {
  const { data } = await new Device(world()).send(
    'mutation { __typename sessionClose { __typename problems { reason } } }',
  )

  expect(data.sessionClose.problems).toEqual([])
})

test('signing out ends the session at the server, not only in the browser', async () => {
  const device = new Device(world())
  await device.signIn(MARIAM, PASSWORD)
  const token = device.token

  const { data } = await device.send(
    'mutation { sessionClose { viewer { hat } problems { reason } } }',
  )
  const cleared = device.token
  device.token = token

  expect(data.sessionClose).toEqual({ viewer: null, problems: [] })
  expect(cleared).toBeNull()
  expect(await device.hat()).toBeNull()
})

test('sign-in, change and sign-out stand in the log of the administration acted for', async () => {
  const device = new Device(world())
  await device.enterAs('COORDINATOR', 'XHE')
  await device.send('mutation { sessionClose { problems { reason } } }')

  const { rows } = await world().asOwner(({ db }) =>
    sql<{
      action: string
    }>`select e.action from audit_entry e join administration a on a.id = e.administration_id
      where a.code = 'XHE' order by seq desc limit 2`.execute(db),
  )

  expect(rows.map(({ action }) => action)).toEqual(['sessionClose', 'demonstrationSignIn'])
})

test('outside a demonstration nobody enters with one click', async () => {
  const { data: before } = await new Device(world()).send('{ demonstrationPeople { roleId } }')
  const { memory } = world().services
  memory.set('allowsDemonstrationSignIn', false)

  const device = new Device(world())
  const listed = await device.send('{ demonstrationPeople { roleId } }')
  const entered = await device.enter(before.demonstrationPeople[0].roleId)
  memory.set('allowsDemonstrationSignIn', true)

  expect(listed.data.demonstrationPeople).toEqual([])
  expect(reasons(entered.data.demonstrationSignIn)).toEqual(['NOT_FOUND'])
  expect(device.token).toBeNull()
})

test('a database without the mark of the demonstration lists nobody, whatever the process says', async () => {
  const names = await world().asOwner(async ({ db }) => {
    await sql`update installation set key = 'elsewhere' where key = 'demonstration'`.execute(db)
    const { rows } = await sql`select * from demonstration_roles()`.execute(db)
    await sql`update installation set key = 'demonstration' where key = 'elsewhere'`.execute(db)
    return rows
  })

  expect(names).toEqual([])
})
