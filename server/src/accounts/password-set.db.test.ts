import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { useWorld } from '../../../tests/setup/world'
import { runAdminCommand } from './admin-command'
import { createAdministrator, type AdministratorRequest } from './create-administrator'
import { Device } from './device.fixture'

const world = useWorld()
const PASSWORD = 'three calm harbours'

const SET =
  'mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { problems { code reason path } } }'

// The statements of the owner, in the connection that has its rights on either database.
async function create(request: AdministratorRequest) {
  const { services, asOwner } = world()
  return asOwner((scope) =>
    createAdministrator(
      { write: (_identity: unknown, work: (s: unknown) => unknown) => work(scope) } as never,
      services.ids,
      services.clock,
      request,
    ),
  )
}

async function linkFor(mail: string, more: Partial<AdministratorRequest> = {}): Promise<string> {
  const result = await create({ mail, ...more })
  if ('problem' in result) throw new Error(result.problem)
  return result.token
}

const set = async (token: string, password: string) => {
  const { data } = await new Device(world()).send(SET, { input: { token, password } })
  return data.passwordSet.problems as { code: string; reason: string }[]
}

test('the first administrator sets a password by the link and signs in', async () => {
  const token = await linkFor('ada.almor@example.org', { name: 'Ada Almor' })

  const problems = await set(token, PASSWORD)
  const device = new Device(world())
  const { data } = await device.signIn('ada.almor@example.org', PASSWORD)

  expect(problems).toEqual([])
  expect(data.sessionOpen.viewer).toEqual({ hat: 'ADMINISTRATOR', email: 'ada.almor@example.org' })
})

test('a link works once', async () => {
  const token = await linkFor('once@example.org')
  await set(token, PASSWORD)

  expect(await set(token, 'another long password')).toMatchObject([
    { code: 'NOT_FOUND', reason: 'LINK_INVALID' },
  ])
})

test('a link works for a day', async () => {
  const token = await linkFor('late@example.org')
  const { clock } = world()
  const before = clock.now()
  clock.move(new Date(before.getTime() + 24 * 3_600_000 + 1000))

  const problems = await set(token, PASSWORD)
  clock.move(before)

  expect(problems).toMatchObject([{ reason: 'LINK_INVALID' }])
})

test('a new link puts the former one out of use', async () => {
  const first = await linkFor('twice@example.org')
  const second = await linkFor('TWICE@example.org')

  expect(await set(first, PASSWORD)).toMatchObject([{ reason: 'LINK_INVALID' }])
  expect(await set(second, PASSWORD)).toEqual([])
})

test('a wrong link and a short password are named together, and the link stays good', async () => {
  const token = await linkFor('short@example.org')

  const both = await set('x'.repeat(43), 'too short')
  const one = await set(token, 'too short')

  expect(both.map(({ reason }) => reason)).toEqual(['LINK_INVALID', 'PASSWORD_TOO_SHORT'])
  expect(one.map(({ reason }) => reason)).toEqual(['PASSWORD_TOO_SHORT'])
  expect(await set(token, PASSWORD)).toEqual([])
})

test('a new password ends all sessions of the person', async () => {
  const device = new Device(world())
  await device.enterAs('COORDINATOR', 'XAL')
  const token = await linkFor('mariam.selk@demo.invalid', {
    role: 'COORDINATOR',
    administration: 'XAL',
  })

  await set(token, PASSWORD)

  expect(await device.hat()).toBeNull()
})

test('the same request twice gives one account with one role', async () => {
  await linkFor('again@example.org')
  await linkFor('again@example.org')

  const { rows } = await world().asOwner(({ db }) =>
    sql<{ roles: number }>`select count(*)::int as roles from person_role r
      join person_account a on a.person_id = r.person_id where a.email = 'again@example.org'`.execute(
      db,
    ),
  )

  expect(rows[0]?.roles).toBe(1)
})

test.each([
  [{ mail: 'not a mail' }, /is not a mail address/],
  [{ mail: 'a@example.org', role: 'COORDINATOR' }, /belongs to an administration/],
  [{ mail: 'a@example.org', role: 'COORDINATOR', administration: 'QQQ' }, /no administration QQQ/],
  [{ mail: 'a@example.org', role: 'KING' }, /no role KING/],
] as const)('the command line is told what is wrong: %j', async (request, message) => {
  const result = await create(request as AdministratorRequest)

  expect('problem' in result && result.problem).toMatch(message)
})

test('a line on the socket that is no such command is left to others', async () => {
  expect(await runAdminCommand(world().services, 'alive', 'http://127.0.0.1:4000')).toBeUndefined()
})
