import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { useWorld } from '../../../tests/setup/world'
import { tokenOfClient } from './client-token'
import { Device } from './device.fixture'

const world = useWorld()
const CLIENT = '01961d1a-7c00-7000-8000-00000000a001'
const token = tokenOfClient(CLIENT)
const mistyped = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`
const bearer = { authorization: `Bearer ${token}` }

beforeAll(async () => {
  await world().asOwner(async ({ db }) => {
    await sql`insert into api_client (id, name, scopes, created_at, expires_at)
      values (${CLIENT}::uuid, 'Harbour statistics', array['read:public'], '2026-10-01', '2027-10-01')`.execute(
      db,
    )
    await sql`insert into api_client_token (token_hash, api_client_id, created_at, expires_at)
      values (${createHash('sha256').update(token).digest()}, ${CLIENT}::uuid, '2026-10-01', '2027-10-01')`.execute(
      db,
    )
  })
})

test('a token acts as a partner’s program with its scopes and nothing of a person', async () => {
  const { data, errors } = await new Device(world()).send(
    '{ viewer { hat scopes email person { name } hats { role } sessions { id } organisation sessionEndsAt } }',
    {},
    bearer,
  )

  expect(errors).toBeUndefined()
  expect(data.viewer).toEqual({
    hat: 'PARTNER',
    scopes: ['read:public'],
    email: null,
    person: null,
    hats: [],
    sessions: [],
    organisation: null,
    sessionEndsAt: null,
  })
})

test.each([
  ['made up but well formed', () => `Bearer ${tokenOfClient(CLIENT)}`],
  ['mistyped', () => `Bearer ${mistyped}`],
  ['without its scheme', () => token],
  ['of another kind', () => 'Basic dXNlcjpwYXNz'],
])('a token that is %s is refused rather than taken for nobody', async (_case, header) => {
  const { data, errors } = await new Device(world()).send(
    '{ viewer { hat } }',
    {},
    { authorization: header() },
  )

  expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
  expect(data?.viewer).toBeUndefined()
})

test('a token decides alone, whatever session the browser sends with it', async () => {
  const device = new Device(world())
  await device.enterAs('ADMINISTRATOR')

  const { data } = await device.send('{ viewer { hat } }', {}, bearer)

  expect(data.viewer.hat).toBe('PARTNER')
})

test('A45: a token opens no session', async () => {
  const device = new Device(world())

  const { errors } = await device.send(
    'mutation { sessionClose { problems { reason } } }',
    {},
    bearer,
  )

  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  expect(device.token).toBeNull()
})

test('A45: a token in the address or the body is no token', async () => {
  const { data } = await new Device(world()).send('query ($token: String) { viewer { hat } }', {
    token,
  })

  expect(data?.viewer ?? null).toBeNull()
})

test('A45: a revoked token is refused with the next request', async () => {
  await world().asOwner(({ db }) =>
    sql`update api_client_token set revoked_at = now() where api_client_id = ${CLIENT}::uuid`.execute(
      db,
    ),
  )

  const { errors } = await new Device(world()).send('{ viewer { hat } }', {}, bearer)

  expect(errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED')
})
