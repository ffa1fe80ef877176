import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { useWorld } from '../../../tests/setup/world'
import { Device } from './device.fixture'

const world = useWorld()
const MINUTE = 60_000
const later = (minutes: number) => {
  const { clock } = world()
  clock.move(new Date(clock.now().getTime() + minutes * MINUTE))
}

const HATS = '{ viewer { hats { id role isWorn administration { code } } } }'
const CHANGE = `mutation ($input: SessionChangeHatInput!) { sessionChangeHat(input: $input) {
  viewer { hat } problems { code reason path } } }`

async function roleId(device: Device, role: string): Promise<string> {
  const { data } = await device.send(HATS)
  return data.viewer.hats.find((hat: { role: string }) => hat.role === role).id
}

test('nobody signed in is no viewer', async () => {
  const { data, errors } = await new Device(world()).send('{ viewer { hat } }')

  expect(data).toEqual({ viewer: null })
  expect(errors).toBeUndefined()
})

test('the viewer is told everything about oneself', async () => {
  const device = new Device(world())
  await device.signIn('tomas.verrel@demo.invalid', 'demonstration-only')

  const { data, errors } =
    await device.send(`{ viewer { hat email locale scopes isDemonstration sessionIdleMinutes
    person { name hat organisation } organisation administration { code }
    hats { role isWorn administration { code } } sessions { role isPresent administration { code } } } }`)

  expect(errors).toBeUndefined()
  expect(data.viewer).toMatchObject({
    hat: 'COORDINATOR',
    email: 'tomas.verrel@demo.invalid',
    locale: 'EN',
    scopes: [],
    isDemonstration: true,
    sessionIdleMinutes: 480,
    person: { name: 'Tomas Verrel', hat: 'COORDINATOR' },
    administration: { code: 'XIS' },
    hats: [
      { role: 'COORDINATOR', isWorn: true, administration: { code: 'XIS' } },
      { role: 'LEAD_REVIEWER', isWorn: false, administration: { code: 'XIS' } },
    ],
    sessions: [{ role: 'COORDINATOR', isPresent: true, administration: { code: 'XIS' } }],
  })
  expect(data.viewer.person.organisation).toBe(data.viewer.organisation)
})

test('the secretariat is an organisation in both languages', async () => {
  const device = new Device(world())
  await device.enterAs('CYCLE_OFFICER')

  const { data } = await device.send(
    '{ viewer { administration { code } en: organisation fr: organisation(locale: FR) } }',
  )

  expect(data.viewer).toEqual({
    administration: null,
    en: 'PMM secretariat',
    fr: 'Secrétariat du MMP',
  })
})

test('a change of hat issues a new token, and the old one opens nothing', async () => {
  const device = new Device(world())
  await device.signIn('tomas.verrel@demo.invalid', 'demonstration-only')
  const old = device.token

  const { data } = await device.send(CHANGE, {
    input: { roleId: await roleId(device, 'LEAD_REVIEWER') },
  })
  const former = new Device(world())
  former.token = old

  expect(data.sessionChangeHat).toEqual({ viewer: { hat: 'LEAD_REVIEWER' }, problems: [] })
  expect(device.token).not.toBe(old)
  expect(await device.hat()).toBe('LEAD_REVIEWER')
  expect(await former.hat()).toBeNull()
})

test('A20: a role of somebody else, a random id and another kind of id are answered alike', async () => {
  const device = new Device(world())
  await device.enterAs('VIEWER', 'XAL')
  const other = new Device(world())
  await other.enterAs('ADMINISTRATOR')
  const foreign = await roleId(other, 'ADMINISTRATOR')

  const answers = await Promise.all(
    [foreign, 'Uk8AAAAAAAAAAAAAAAAAAAAA', 'nonsense'].map((id) =>
      device.send(CHANGE, { input: { roleId: id } }),
    ),
  )

  for (const { data } of answers) {
    expect(data.sessionChangeHat).toEqual({
      viewer: { hat: 'VIEWER' },
      problems: [{ code: 'NOT_FOUND', reason: 'NOT_FOUND', path: ['input', 'roleId'] }],
    })
  }
})

test('nobody cannot change the hat', async () => {
  const { data } = await new Device(world()).send(CHANGE, { input: { roleId: 'nonsense' } })

  expect(data.sessionChangeHat.problems[0].code).toBe('UNAUTHENTICATED')
})

test('a session of the secretariat ends after half an hour without a request', async () => {
  const device = new Device(world())
  await device.enterAs('CYCLE_OFFICER')

  later(29)
  const inUse = await device.hat()
  later(29)
  const kept = await device.hat()
  later(31)

  expect([inUse, kept]).toEqual(['CYCLE_OFFICER', 'CYCLE_OFFICER'])
  expect(await device.hat()).toBeNull()
})

test('a session of the secretariat ends after twelve hours however busy it was', async () => {
  const device = new Device(world())
  await device.enterAs('CYCLE_OFFICER')

  const hats: (string | null)[] = []
  for (let halfHours = 0; halfHours < 29; halfHours += 1) {
    later(25)
    hats.push(await device.hat())
  }

  expect(hats.findIndex((hat) => hat === null)).toBe(28)
})

test('a member rests for a working day without being signed out', async () => {
  const device = new Device(world())
  await device.enterAs('CONTRIBUTOR', 'XAL')

  later(7 * 60)
  const afternoon = await device.hat()
  later(8 * 60 + 1)

  expect(afternoon).toBe('CONTRIBUTOR')
  expect(await device.hat()).toBeNull()
})

test('changing the hat back and forth prolongs no session', async () => {
  const device = new Device(world())
  await device.signIn('tomas.verrel@demo.invalid', 'demonstration-only')
  const ends = async () =>
    (await device.send('{ viewer { sessionEndsAt } }')).data.viewer.sessionEndsAt as string
  const before = await ends()
  later(60)

  await device.send(CHANGE, { input: { roleId: await roleId(device, 'LEAD_REVIEWER') } })

  expect(await ends()).toBe(before)
})

test('a hat with a shorter limit asks for a fresh sign-in', async () => {
  const device = new Device(world())
  await device.enterAs('VIEWER', 'XHE')
  await world().asOwner(({ db }) =>
    sql`insert into person_role (id, person_id, role, granted_at) select gen_random_uuid(), person_id, 'CYCLE_OFFICER', now()
      from person_role r join administration a on a.id = r.administration_id where a.code = 'XHE' and r.role = 'VIEWER'`.execute(
      db,
    ),
  )
  const officer = await roleId(device, 'CYCLE_OFFICER')
  later(7 * 60)
  await device.hat()
  later(6 * 60)

  const { data } = await device.send(CHANGE, { input: { roleId: officer } })

  expect(data.sessionChangeHat.problems[0].reason).toBe('SESSION_TOO_OLD')
  expect(data.sessionChangeHat.viewer).toEqual({ hat: 'VIEWER' })
})

test('A25: suspending an account ends its sessions with the next request', async () => {
  const device = new Device(world())
  await device.enterAs('VIEWER', 'XSO')
  const before = await device.hat()
  await world().asOwner(({ db }) =>
    sql`update person_account set status = 'SUSPENDED' where email = 'pilar.montey@demo.invalid'`.execute(
      db,
    ),
  )

  expect(before).toBe('VIEWER')
  expect(await device.hat()).toBeNull()
})

test('A25: taking a role away ends the sessions that wear it', async () => {
  const device = new Device(world())
  await device.enterAs('VIEWER', 'XPE')
  await world().asOwner(({ db }) =>
    sql`update person_role set ended_at = now() from administration a
      where a.id = administration_id and a.code = 'XPE' and role = 'VIEWER'`.execute(db),
  )

  expect(await device.hat()).toBeNull()
})

test('a person ends a session left open elsewhere, and only one of their own', async () => {
  const END =
    'mutation ($id: ID!) { sessionEnd(input: { sessionId: $id }) { problems { reason } } }'
  const office = new Device(world())
  await office.enterAs('APPROVER', 'XWE')
  const home = new Device(world())
  await home.enterAs('APPROVER', 'XWE')
  const { data } = await home.send('{ viewer { sessions { id isPresent } } }')
  const left = data.viewer.sessions.find((each: { isPresent: boolean }) => !each.isPresent)
  const stranger = new Device(world())
  await stranger.enterAs('APPROVER', 'XNO')

  const foreign = await stranger.send(END, { id: left.id })
  const afterwards = await office.hat()
  const own = await home.send(END, { id: left.id })

  expect(foreign.data.sessionEnd.problems).toEqual([{ reason: 'NOT_FOUND' }])
  expect(afterwards).toBe('APPROVER')
  expect(own.data.sessionEnd.problems).toEqual([])
  expect(await office.hat()).toBeNull()
  expect(await home.hat()).toBe('APPROVER')
})
