import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world'
import { Device } from '../accounts/device.fixture'
import {
  PASSWORD,
  STEP,
  outsideDemonstration,
  reasonsOf,
  setUp,
  wait,
} from '../accounts/second-factor.fixture'
import { globalId } from '#platform'

const world = useWorld()
const NEW = 'three calm harbours'
const RESET = `mutation ($input: PersonRestoreInput!) { personPasswordReset(input: $input) { link problems { code reason path } } }`
const FORGET = `mutation ($input: PersonRestoreInput!) { personSecondFactorForget(input: $input) {
  person { viewerCan { forgetSecondFactor { code } } } problems { code reason path } } }`
const SET = `mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { problems { reason } } }`

let nextAddress = 0
const newDevice = () => new Device(world(), `203.0.113.${(nextAddress += 1)}`)
const enter = async (role: string, administration?: string) => {
  const device = newDevice()
  await device.enterAs(role, administration)
  return device
}
const idOf = async (email: string) => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ id: string }>`select person_id as id from person_account where email = ${email}`.execute(
      db,
    ),
  )
  return globalId('PE', rows[0]!.id)
}
const tokenOf = (link: string) => link.split('#')[1]!
const set = (token: string) => newDevice().send(SET, { input: { token, password: NEW } })

test('a link of the administrator sets a password once, within a day, and ends the sessions', async () => {
  const email = 'mariam.selk@demo.invalid'
  const personId = await idOf(email)
  const person = newDevice()
  await person.signIn(email, PASSWORD)
  const { app } = await setUp(world(), person)
  const administrator = await enter('ADMINISTRATOR')

  const first = await administrator.send(RESET, { input: { personId } })
  const second = await administrator.send(RESET, { input: { personId } })
  expect(reasonsOf(second)).toEqual([])
  const { link } = second.data.personPasswordReset
  expect(link).toMatch(/\/member\/set-password#[\w-]{43}$/)
  expect(await person.hat()).toBe('COORDINATOR')

  expect(reasonsOf(await set(tokenOf(first.data.personPasswordReset.link)))).toEqual([
    'LINK_INVALID',
  ])
  expect(reasonsOf(await set(tokenOf(link)))).toEqual([])
  expect(reasonsOf(await set(tokenOf(link)))).toEqual(['LINK_INVALID'])
  expect(await person.hat()).toBeNull()
  // The second factor stays.
  expect(reasonsOf(await newDevice().signIn(email, NEW))).toEqual(['SECOND_FACTOR_REQUIRED'])
  expect(await app.code()).toMatch(/^\d{6}$/)

  // Whoever gave the link does not open the second lock as well, until a week has passed.
  expect(reasonsOf(await administrator.send(FORGET, { input: { personId } }))).toEqual([
    'SECOND_PERSON',
  ])
  wait(world(), 8 * 24 * 3600)
  expect(
    reasonsOf(await (await enter('ADMINISTRATOR')).send(FORGET, { input: { personId } })),
  ).toEqual([])
})

test('a link runs out after a day and is shown in one answer alone', async () => {
  const administrator = await enter('ADMINISTRATOR')
  const personId = await idOf('viktor.almasy@demo.invalid')
  const input = { personId, idempotencyKey: '0190a000-0000-4000-8000-000000000001' }

  const first = await administrator.send(RESET, { input })
  const again = await administrator.send(RESET, { input })
  expect(again.data.personPasswordReset).toEqual({ link: null, problems: [] })
  wait(world(), 24 * 3600 + 1)
  expect(reasonsOf(await set(tokenOf(first.data.personPasswordReset.link)))).toEqual([
    'LINK_INVALID',
  ])
})

test('a lost second factor is taken away, sessions end, and the next sign-in asks to set one up and tells', async () => {
  const email = 'sigrid.vanter@demo.invalid'
  const personId = await idOf(email)
  const person = newDevice()
  await person.signIn(email, PASSWORD)
  await setUp(world(), person)
  const administrator = await enter('ADMINISTRATOR')

  const { data } = await administrator.send(FORGET, { input: { personId } })
  expect(data.personSecondFactorForget).toEqual({
    person: { viewerCan: { forgetSecondFactor: { code: 'WRONG_STATE' } } },
    problems: [],
  })
  expect(await person.hat()).toBeNull()
  expect(reasonsOf(await administrator.send(FORGET, { input: { personId } }))).toEqual([
    'WRONG_STATE',
  ])
  expect(reasonsOf(await administrator.send(RESET, { input: { personId } }))).toEqual([
    'SECOND_PERSON',
  ])

  const back = newDevice()
  expect(reasonsOf(await back.signIn(email, PASSWORD))).toEqual([])
  const told = await back.send('{ viewer { secondFactor { isSetUp takenAwayAt } } }')
  expect(told.data.viewer.secondFactor.isSetUp).toBe(false)
  expect(told.data.viewer.secondFactor.takenAwayAt).not.toBeNull()
  await setUp(world(), back)
  const done = await back.send('{ viewer { secondFactor { takenAwayAt } } }')
  expect(done.data.viewer.secondFactor.takenAwayAt).toBeNull()
})

test('where the role needs a second factor, nothing else opens before another is set up', async () => {
  const email = 'ines.calder@demo.invalid'
  const personId = await idOf(email)
  const person = newDevice()
  await person.signIn(email, PASSWORD)
  await setUp(world(), person)
  await (await enter('ADMINISTRATOR')).send(FORGET, { input: { personId } })

  await outsideDemonstration(world(), async () => {
    const back = newDevice()
    await back.signIn(email, PASSWORD)
    expect((await back.send(STEP)).data.signInStep).toBe('SECOND_FACTOR_SETUP')
  })
})

test('nobody but the administrator helps anybody in, and never themselves', async () => {
  const personId = await idOf('mariam.selk@demo.invalid')
  for (const document of [RESET, FORGET]) {
    for (const role of ['CYCLE_OFFICER', 'METHODOLOGY_EDITOR', 'PMMPT_OBSERVER']) {
      const answer = await (await enter(role)).send(document, { input: { personId } })
      expect(reasonsOf(answer)).toEqual(
        expect.arrayContaining([expect.stringMatching(/NOT_FOUND|WRONG_HAT/)]),
      )
    }
    const coordinator = await (
      await enter('COORDINATOR', 'XAL')
    ).send(document, { input: { personId } })
    expect(coordinator.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    const administrator = await enter('ADMINISTRATOR')
    const self = (await administrator.send('{ viewer { person { id } } }')).data.viewer.person.id
    expect(reasonsOf(await administrator.send(document, { input: { personId: self } }))).toEqual([
      'SECOND_PERSON',
    ])
  }
})

test('both stand in the log of the administration', async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{
      action: string
    }>`select distinct e.action from audit_entry e join administration a on a.id = e.administration_id
      where e.action in ('personPasswordReset', 'personSecondFactorForget') and a.code = 'XAL' order by 1`.execute(
      db,
    ),
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'personPasswordReset',
    'personSecondFactorForget',
  ])
})
