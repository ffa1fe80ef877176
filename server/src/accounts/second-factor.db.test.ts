import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createSealing } from '#platform'
import { useWorld } from '../../../tests/setup/world'
import { Device } from './device.fixture'
import { forgetSecondFactor } from './forget-second-factor'
import { sealingKeyFits } from './sealing-key'
import {
  Authenticator,
  PASSWORD,
  STEP,
  begin,
  confirm,
  confirmSetUp,
  reasonsOf,
  reauthenticate,
  removeFactor,
  setUp,
  wait,
} from './second-factor.fixture'

const world = useWorld()
const RENEW = 'mutation { recoveryCodesRenew { recoveryCodes problems { code reason path } } }'
const FACTOR =
  '{ viewer { secondFactor { isSetUp isRequired isOutstanding recoveryCodesLeft setUpAt } } }'

let nextAddress = 0
const newDevice = () => new Device(world(), `192.0.2.${(nextAddress += 1)}`)
const step = async (device: Device) => (await device.send(STEP)).data.signInStep

/** Somebody who has signed in with the password and set up an app. */
async function withApp(email: string) {
  const device = newDevice()
  await device.signIn(email, PASSWORD)
  return { device, ...(await setUp(world(), device)) }
}

describe('setting up', () => {
  test('an app is offered a key as text and as address, and nothing changes yet', async () => {
    const device = newDevice()
    await device.signIn('renata.adeline@demo.invalid', PASSWORD)

    const { data } = await begin(device)
    const before = await device.send(FACTOR)

    expect(data.secondFactorBegin.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(data.secondFactorBegin.uri).toContain('otpauth://totp/')
    expect(decodeURIComponent(data.secondFactorBegin.uri)).toContain('renata.adeline@demo.invalid')
    expect(before.data.viewer.secondFactor).toMatchObject({ isSetUp: false, isRequired: false })
    expect(reasonsOf(await newDevice().signIn('renata.adeline@demo.invalid', PASSWORD))).toEqual([])
  })

  test('A26: the code of the app completes it: ten recovery codes, a new token, other sessions end', async () => {
    const elsewhere = newDevice()
    await elsewhere.signIn('sigrid.vanter@demo.invalid', PASSWORD)
    const device = newDevice()
    await device.signIn('sigrid.vanter@demo.invalid', PASSWORD)
    const before = device.token
    const { data } = await begin(device)
    const app = new Authenticator(world(), data.secondFactorBegin.secret)

    const done = await confirmSetUp(device, await app.code())
    const thief = newDevice()
    thief.token = before

    expect(done.data.secondFactorConfirm.problems).toEqual([])
    expect(new Set(done.data.secondFactorConfirm.recoveryCodes).size).toBe(10)
    expect(device.token).not.toBe(before)
    expect(await device.hat()).toBe('APPROVER')
    expect(await thief.hat()).toBeNull()
    expect(await elsewhere.hat()).toBeNull()
    expect((await device.send(FACTOR)).data.viewer.secondFactor).toMatchObject({
      isSetUp: true,
      isOutstanding: false,
      recoveryCodesLeft: 10,
    })
  })

  test('a wrong code sets up nothing, and an offer lasts a quarter of an hour', async () => {
    const device = newDevice()
    await device.signIn('bram.telder@demo.invalid', PASSWORD)
    const { data } = await begin(device)
    const app = new Authenticator(world(), data.secondFactorBegin.secret)

    const wrong = await confirmSetUp(device, '000000')
    wait(world(), 15 * 60 + 1)
    const late = await confirmSetUp(device, await app.code())

    expect(reasonsOf(wrong)).toEqual(['CODE_REFUSED'])
    expect(reasonsOf(late)).toEqual(['NOT_OFFERED'])
    expect((await device.send(FACTOR)).data.viewer.secondFactor.isSetUp).toBe(false)
  })

  test('ten minutes after the sign-in the password is asked for again', async () => {
    const device = newDevice()
    await device.signIn('piers.holm@demo.invalid', PASSWORD)
    wait(world(), 10 * 60 + 1)

    const stale = await begin(device)
    const wrong = await reauthenticate(device, 'not my password at all')
    const stillStale = await begin(device)
    const right = await reauthenticate(device, PASSWORD)

    expect(reasonsOf(stale)).toEqual(['REAUTHENTICATION_REQUIRED'])
    expect(reasonsOf(wrong)).toEqual(['PASSWORD_REFUSED'])
    expect(reasonsOf(stillStale)).toEqual(['REAUTHENTICATION_REQUIRED'])
    expect(reasonsOf(right)).toEqual([])
    expect(reasonsOf(await begin(device))).toEqual([])
  })

  test('nobody signed in is offered nothing', async () => {
    expect(reasonsOf(await begin(newDevice()))).toEqual(['SIGN_IN_REQUIRED'])
    expect(reasonsOf(await confirmSetUp(newDevice(), '123456'))).toEqual(['SIGN_IN_REQUIRED'])
    expect(reasonsOf(await reauthenticate(newDevice(), PASSWORD))).toEqual(['SIGN_IN_REQUIRED'])
  })

  test('a new app replaces the former one, whose codes are worth nothing', async () => {
    const { device, app: former } = await withApp('ilse.marten@demo.invalid')
    const { app } = await setUp(world(), device)
    const again = newDevice()
    await again.signIn('ilse.marten@demo.invalid', PASSWORD)

    expect(reasonsOf(await confirm(again, await former.code()))).toEqual(['CODE_REFUSED'])
    expect(reasonsOf(await confirm(again, await app.code()))).toEqual([])
  })

  test('neither key nor code stands in the database', async () => {
    const { app, recoveryCodes } = await withApp('awa.diorko@demo.invalid')

    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        text: string
      }>`select encode(secret, 'escape') || coalesce(encode(offered, 'escape'), '') as text from second_factor
        where secret is not null
        union all select encode(code_hash, 'escape') from recovery_code`.execute(db),
    )
    const stored = rows.map(({ text }) => text).join(' ')

    expect(rows.length).toBeGreaterThanOrEqual(11)
    for (const secret of [
      app.secret,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '')),
    ]) {
      expect(stored).not.toContain(secret)
    }
  })
})

describe('signing in', () => {
  const EMAIL = 'tomas.verrel@demo.invalid'
  let app: Authenticator
  let recoveryCodes: readonly string[]

  beforeAll(async () => {
    ;({ app, recoveryCodes } = await withApp(EMAIL))
  })

  test('the password alone opens nothing; the code opens a session under a new token', async () => {
    const device = newDevice()
    wait(world(), 30)

    const halfway = await device.signIn(EMAIL, PASSWORD)
    const waiting = device.token
    const between = await step(device)
    const done = await confirm(device, await app.code())
    const thief = newDevice()
    thief.token = waiting

    expect(reasonsOf(halfway)).toEqual(['SECOND_FACTOR_REQUIRED'])
    expect(halfway.data.sessionOpen.viewer).toBeNull()
    expect(between).toBe('SECOND_FACTOR')
    expect(done.data.sessionConfirm).toMatchObject({ viewer: { hat: 'COORDINATOR' }, problems: [] })
    expect(await step(device)).toBe('SIGNED_IN')
    expect(device.token).not.toBe(waiting)
    expect(await step(thief)).toBe('SIGNED_OUT')
  })

  test('a code works once, even for somebody who watched and was quick', async () => {
    wait(world(), 30)
    const [one, other] = [newDevice(), newDevice()]
    await one.signIn(EMAIL, PASSWORD)
    await other.signIn(EMAIL, PASSWORD)
    const code = await app.code()

    const answers = await Promise.all([confirm(one, code), confirm(other, code)])

    expect(answers.map(reasonsOf).toSorted()).toEqual([[], ['CODE_REFUSED']])
  })

  test('after a code the one before it is spent as well', async () => {
    wait(world(), 30)
    const device = newDevice()
    await device.signIn(EMAIL, PASSWORD)
    const former = await app.code(-30)
    await confirm(device, await app.code())
    const other = newDevice()
    await other.signIn(EMAIL, PASSWORD)

    expect(reasonsOf(await confirm(other, former))).toEqual(['CODE_REFUSED'])
  })

  test.each([
    [-30, true],
    [30, true],
    [-60, false],
    [60, false],
  ])('an app whose clock differs by %i seconds: %s', async (seconds, isAccepted) => {
    wait(world(), 120)
    const device = newDevice()
    await device.signIn(EMAIL, PASSWORD)

    const answer = await confirm(device, await app.code(seconds))

    expect(reasonsOf(answer)).toEqual(isAccepted ? [] : ['CODE_REFUSED'])
  })

  test('a recovery code works in place of the app, once', async () => {
    const [code] = recoveryCodes
    const device = newDevice()
    await device.signIn(EMAIL, PASSWORD)
    const first = await confirm(device, code!.toLowerCase().replaceAll('-', ' '))
    const other = newDevice()
    await other.signIn(EMAIL, PASSWORD)

    expect(reasonsOf(first)).toEqual([])
    expect((await device.send(FACTOR)).data.viewer.secondFactor.recoveryCodesLeft).toBe(9)
    expect(reasonsOf(await confirm(other, code!))).toEqual(['CODE_REFUSED'])
  })

  test('a sign-in waits for ten minutes', async () => {
    const device = newDevice()
    await device.signIn(EMAIL, PASSWORD)
    wait(world(), 10 * 60)

    expect(reasonsOf(await confirm(device, await app.code()))).toEqual(['SIGN_IN_REQUIRED'])
    expect(await step(device)).toBe('SIGNED_OUT')
  })

  test('a sign-in that waits changes no hat, sets up nothing and shows nobody', async () => {
    const device = newDevice()
    await device.signIn(EMAIL, PASSWORD)

    const hat = await device.send(
      'mutation { sessionChangeHat(input: { roleId: "x" }) { problems { reason } } }',
    )
    const factor = await begin(device)
    const { data } = await device.send('{ viewer { hat } }')

    expect(reasonsOf(hat)).toEqual(['SIGN_IN_REQUIRED'])
    expect(reasonsOf(factor)).toEqual(['SIGN_IN_REQUIRED'])
    expect(data.viewer).toBeNull()
  })

  test('giving up ends it at the server', async () => {
    const device = newDevice()
    await device.signIn(EMAIL, PASSWORD)
    const waiting = device.token
    await device.send('mutation { sessionClose { problems { reason } } }')
    const thief = newDevice()
    thief.token = waiting

    expect(await step(thief)).toBe('SIGNED_OUT')
  })

  test('A30: codes are counted: after ten wrong ones even the right one waits, at every device', async () => {
    const email = 'dolores.quintane@demo.invalid'
    const { app: theirs } = await withApp(email)
    const attacker = newDevice()
    await attacker.signIn(email, PASSWORD)
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(reasonsOf(await confirm(attacker, '000000'))).toEqual(['CODE_REFUSED'])
    }
    const second = newDevice()
    await second.signIn(email, PASSWORD)

    const limited = await confirm(second, await theirs.code())
    wait(world(), 31)
    const afterwards = await confirm(second, await theirs.code())

    expect(reasonsOf(limited)).toEqual(['RATE_LIMITED'])
    expect(limited.data.sessionConfirm.retryAfterSeconds).toBe(30)
    expect(reasonsOf(afterwards)).toEqual([])
  })

  test('A25: a person suspended between password and code does not come in', async () => {
    const { app: other } = await withApp('leon.tarask@demo.invalid')
    const device = newDevice()
    await device.signIn('leon.tarask@demo.invalid', PASSWORD)
    await world().asOwner(({ db }) =>
      sql`update person_account set status = 'SUSPENDED' where email = 'leon.tarask@demo.invalid'`.execute(
        db,
      ),
    )

    expect(reasonsOf(await confirm(device, await other.code()))).toEqual(['SIGN_IN_REQUIRED'])
    expect(await device.hat()).toBeNull()
  })
})

describe('changing it', () => {
  const EMAIL = 'dario.fenn@demo.invalid'

  test('new recovery codes void the former ones, and ask for a fresh proof of both factors', async () => {
    const { device, app, recoveryCodes } = await withApp(EMAIL)
    wait(world(), 10 * 60)

    const stale = await device.send(RENEW)
    const withoutCode = await reauthenticate(device, PASSWORD)
    const both = await reauthenticate(device, PASSWORD, await app.code())
    const renewed = await device.send(RENEW)
    const other = newDevice()
    await other.signIn(EMAIL, PASSWORD)

    expect(reasonsOf(stale)).toEqual(['REAUTHENTICATION_REQUIRED'])
    expect(reasonsOf(withoutCode)).toEqual(['CODE_REFUSED'])
    expect(reasonsOf(both)).toEqual([])
    expect(renewed.data.recoveryCodesRenew.recoveryCodes).toHaveLength(10)
    expect(reasonsOf(await confirm(other, recoveryCodes[0]!))).toEqual(['CODE_REFUSED'])
    expect(
      reasonsOf(await confirm(other, renewed.data.recoveryCodesRenew.recoveryCodes[0])),
    ).toEqual([])
  })

  test('A26: it is removed with password and code only, and other sessions end', async () => {
    const email = 'alina.dorn@demo.invalid'
    const { device, app } = await withApp(email)
    const elsewhere = newDevice()
    await elsewhere.signIn(email, PASSWORD)
    await confirm(elsewhere, await app.code())
    wait(world(), 30)

    const wrongPassword = await removeFactor(device, 'not my password at all', await app.code())
    const wrongCode = await removeFactor(device, PASSWORD, '000000')
    const before = device.token
    const removed = await removeFactor(device, PASSWORD, await app.code())

    expect(reasonsOf(wrongPassword)).toEqual(['PASSWORD_REFUSED'])
    expect(reasonsOf(wrongCode)).toEqual(['CODE_REFUSED'])
    expect(reasonsOf(removed)).toEqual([])
    expect(device.token).not.toBe(before)
    expect(await device.hat()).toBe('COORDINATOR')
    expect(await elsewhere.hat()).toBeNull()
    expect(reasonsOf(await newDevice().signIn(email, PASSWORD))).toEqual([])
  })

  test('where there is none, there is nothing to remove or renew', async () => {
    const device = newDevice()
    await device.signIn('camila.reyden@demo.invalid', PASSWORD)

    expect(reasonsOf(await removeFactor(device, PASSWORD, '000000'))).toEqual(['NO_SECOND_FACTOR'])
    expect(reasonsOf(await device.send(RENEW))).toEqual(['NO_SECOND_FACTOR'])
  })

  test('A30: guessing the password of a session left open is counted like a sign-in', async () => {
    const device = newDevice()
    await device.signIn('katrin.dobler@demo.invalid', PASSWORD)
    for (let attempt = 0; attempt < 10; attempt += 1)
      await reauthenticate(device, 'a wrong password')

    expect(reasonsOf(await reauthenticate(device, PASSWORD))).toEqual(['RATE_LIMITED'])
  })

  test('A29: one attempt a request: two in one document are refused', async () => {
    const device = newDevice()
    const once = 'sessionConfirm(input: { code: "000000" }) { problems { reason } }'

    const { errors } = await device.send(`mutation { a: ${once} b: ${once} }`)

    expect(errors?.map(({ extensions }) => extensions['reason'])).toEqual(['AUTHENTICATION_ALONE'])
  })
})

describe('for whoever holds the machine', () => {
  const forget = (mail: string | null) =>
    world().asOwner((scope) =>
      forgetSecondFactor(
        { write: (_identity: unknown, work: (s: unknown) => unknown) => work(scope) } as never,
        world().clock,
        mail,
      ),
    )

  test('somebody who has lost app and codes starts anew, and all sessions end', async () => {
    const email = 'mariam.selk@demo.invalid'
    const { device } = await withApp(email)

    const answer = await forget(email.toUpperCase())

    expect(answer).toEqual({ count: 1 })
    expect(await device.hat()).toBeNull()
    expect(reasonsOf(await newDevice().signIn(email, PASSWORD))).toEqual([])
    expect(await forget('nobody@demo.invalid')).toHaveProperty('problem')
  })

  test('another secret of the installation is noticed while something is sealed, and taken afterwards', async () => {
    const other = createSealing('another secret of the installation')
    await withApp('viktor.almasy@demo.invalid')
    const { database, services } = world()
    const ours = await sealingKeyFits(database, services.sealing)

    const theirs = await sealingKeyFits(database, other)
    await forget(null)

    expect(ours).toBe(true)
    expect(theirs).toBe(false)
    expect(await sealingKeyFits(database, other)).toBe(true)
  })
})

describe('what the person is told', () => {
  test('sign-ins stand in the history with device and outcome, the code beside the password', async () => {
    const email = 'milos.perran@demo.invalid'
    const agent = {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0',
    }
    const { app } = await withApp(email)
    const stranger = newDevice()
    await stranger.signIn(email, 'a wrong password')
    await stranger.signIn(email, PASSWORD)
    await confirm(stranger, '000000')
    const device = newDevice()
    await device.send(
      'mutation ($input: SessionOpenInput!) { sessionOpen(input: $input) { problems { reason } } }',
      { input: { email, password: PASSWORD } },
      agent,
    )
    await confirm(device, await app.code())

    const { data } = await device.send(
      '{ viewer { signIns { at method outcome device } sessions { device isPresent } } }',
    )

    expect(
      data.viewer.signIns
        .slice(0, 4)
        .map((each: Record<string, string>) => [each['method'], each['outcome'], each['device']]),
    ).toEqual([
      ['PASSWORD', 'SUCCEEDED', 'Firefox, Windows'],
      ['CODE', 'FAILED', ''],
      ['PASSWORD', 'HALFWAY', ''],
      ['PASSWORD', 'FAILED', ''],
    ])
    expect(data.viewer.sessions.find((each: { isPresent: boolean }) => each.isPresent).device).toBe(
      'Firefox, Windows',
    )
  })

  test('all other sessions end at one word', async () => {
    const email = 'rosalind.achterberg@demo.invalid'
    const devices = [newDevice(), newDevice(), newDevice()]
    for (const each of devices) await each.signIn(email, PASSWORD)

    const answer = await devices[0]!.send('mutation { sessionsEndOthers { problems { reason } } }')

    expect(reasonsOf(answer)).toEqual([])
    expect(await Promise.all(devices.map((each) => each.hat()))).toEqual([
      'COORDINATOR',
      null,
      null,
    ])
  })
})
