import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createMailer } from '#platform'
import { startMailCatcher, type MailCatcher } from '../../../tests/setup/mail'
import { useWorld } from '../../../tests/setup/world'
import { Device, type DeviceAnswer } from './device.fixture'
import { PASSWORD, reasonsOf, wait } from './second-factor.fixture'

const world = useWorld()
const ASK =
  'mutation ($email: String!) { passwordResetRequest(input: { email: $email }) { problems { code reason path } } }'
const SET =
  'mutation ($input: PasswordSetInput!) { passwordSet(input: $input) { problems { code reason path } } }'
const CHANGE =
  'mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { viewer { hat } problems { code reason path } } }'
const NEW = 'three calm harbours'

let catcher: MailCatcher
beforeAll(async () => {
  catcher = await startMailCatcher()
  world().mailing.mailer = createMailer(catcher.settings)
})
afterAll(() => catcher.close())
afterEach(() => {
  catcher.mails.length = 0
})

let nextAddress = 0
const newDevice = () => new Device(world(), `203.0.113.${(nextAddress += 1)}`)
const ask = (email: string, device = newDevice()) => device.send(ASK, { email })
const set = (token: string, password: string) =>
  newDevice().send(SET, { input: { token, password } })

/** The secret in the last mail, after the worker's round. */
async function linkInMail(): Promise<string> {
  await world().worker.drain()
  return /#([\w-]{43})\n/.exec(catcher.mails.at(-1)?.text ?? '')?.[1] ?? ''
}

test('whoever asks receives a link that sets a password, once', async () => {
  await ask('  Mariam.Selk@demo.invalid ')
  const token = await linkInMail()
  const [mail] = catcher.mails

  const first = await set(token, NEW)
  const second = await set(token, 'another long sentence')

  expect(mail?.to).toEqual(['mariam.selk@demo.invalid'])
  expect(mail?.text).toContain(`http://127.0.0.1:4000/member/set-password#${token}`)
  expect(reasonsOf(first)).toEqual([])
  expect(reasonsOf(second)).toEqual(['LINK_INVALID'])
  expect(reasonsOf(await newDevice().signIn('mariam.selk@demo.invalid', NEW))).toEqual([])
  expect(reasonsOf(await newDevice().signIn('mariam.selk@demo.invalid', PASSWORD))).toEqual([
    'SIGN_IN_REFUSED',
  ])
})

test('the secretariat is led to its own portal, and everybody reads the own language', async () => {
  await world().asOwner(({ db }) =>
    sql`update person_account set locale = 'FR' where email = 'ines.calder@demo.invalid'`.execute(
      db,
    ),
  )
  await ask('ines.calder@demo.invalid')
  await linkInMail()

  expect(catcher.mails.at(-1)?.headers['subject']).toBe(
    'Un nouveau mot de passe pour la plateforme MMP',
  )
  expect(catcher.mails.at(-1)?.text).toContain('/admin/set-password#')
})

test('A31: known and unknown accounts are answered alike, by the same statements', async () => {
  const { counter } = world().database
  const asked: { answer: DeviceAnswer; statements: number }[] = []
  for (const email of ['viktor.almasy@demo.invalid', 'nobody.at.all@demo.invalid']) {
    let answer!: DeviceAnswer
    const statements = await counter.during(async () => {
      answer = await ask(email)
    })
    asked.push({ answer, statements })
  }

  expect(asked[0]).toEqual(asked[1])
  expect(reasonsOf(asked[0]!.answer)).toEqual([])
  await world().worker.drain()
  expect(catcher.mails.map(({ to }) => to)).toEqual([['viktor.almasy@demo.invalid']])
})

test('no secret and no address stays behind', async () => {
  await ask('greta.lom@demo.invalid')
  const token = await linkInMail()
  await ask('stranger@demo.invalid')
  await world().worker.drain()

  const { rows } = await world().asOwner(({ db }) =>
    sql<{ outbox: string; requests: string; links: string }>`select
      (select string_agg(payload::text, ' ') from outbox) as outbox,
      (select coalesce(string_agg(email, ' '), '') from password_reset_request where email like 'stranger%') as requests,
      (select string_agg(encode(token_hash, 'escape'), ' ') from sign_in_link) as links`.execute(
      db,
    ),
  )

  expect(token).toHaveLength(43)
  expect(rows[0]?.outbox).not.toMatch(/greta|stranger/)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(rows[0]?.requests).toBe('')
})

test('a link works for an hour, and a new one voids it before', async () => {
  await ask('camila.reyden@demo.invalid')
  const first = await linkInMail()
  await ask('camila.reyden@demo.invalid')
  const second = await linkInMail()
  const voided = await set(first, NEW)
  wait(world(), 3601)

  expect(reasonsOf(voided)).toEqual(['LINK_INVALID'])
  expect(reasonsOf(await set(second, NEW))).toEqual(['LINK_INVALID'])
})

test('a mail the server did not take is made with another secret later', async () => {
  catcher.refuse(1)
  await ask('alina.dorn@demo.invalid')
  await expect(world().worker.drain()).rejects.toThrow()
  await world().asOwner(({ db }) =>
    sql`update outbox set leased_until = null where done_at is null`.execute(db),
  )
  wait(world(), 60)
  const token = await linkInMail()

  expect(catcher.mails).toHaveLength(1)
  expect(reasonsOf(await set(token, NEW))).toEqual([])
})

test('A26: all sessions end with the new password, and the person is told by mail', async () => {
  const office = newDevice()
  await office.signIn('katrin.dobler@demo.invalid', PASSWORD)
  await ask('katrin.dobler@demo.invalid')
  await set(await linkInMail(), NEW)
  await world().worker.drain()

  expect(await office.hat()).toBeNull()
  expect(catcher.mails.at(-1)?.text).toContain('The password of your account has been set.')
})

test('A25: a suspended person receives nothing, and a link given before opens nothing', async () => {
  await ask('leon.tarask@demo.invalid')
  const token = await linkInMail()
  await world().asOwner(({ db }) =>
    sql`update person_account set status = 'SUSPENDED' where email = 'leon.tarask@demo.invalid'`.execute(
      db,
    ),
  )
  catcher.mails.length = 0
  const again = await ask('leon.tarask@demo.invalid')
  await world().worker.drain()

  expect(reasonsOf(again)).toEqual([])
  expect(catcher.mails).toEqual([])
  expect(reasonsOf(await set(token, NEW))).toEqual(['LINK_INVALID'])
})

test('a mailbox is not flooded: three mails an hour, while the answers stay the same', async () => {
  const answers: string[][] = []
  for (let request = 0; request < 5; request += 1) {
    answers.push(reasonsOf(await ask('dario.fenn@demo.invalid')))
    await world().worker.drain()
  }

  expect(answers).toEqual([[], [], [], [], []])
  expect(catcher.mails).toHaveLength(3)
})

test('a network asks twenty times an hour, whomever it asks for', async () => {
  const device = newDevice()
  for (let request = 0; request < 20; request += 1) {
    expect(reasonsOf(await ask(`person${request}@demo.invalid`, device))).toEqual([])
  }

  expect(reasonsOf(await ask('milos.perran@demo.invalid', device))).toEqual(['RATE_LIMITED'])
  expect(reasonsOf(await ask('nobody@demo.invalid', device))).toEqual(['RATE_LIMITED'])
})

test('what is no address is refused, and so is everything where no mail is sent', async () => {
  const malformed = await ask('milos.perran')
  const { mailer } = world().mailing
  world().mailing.mailer = null
  const without = await ask('milos.perran@demo.invalid')
  const unknown = await ask('nobody@demo.invalid')
  const { data } = await newDevice().send('{ serviceInfo { sendsMail } }')
  world().mailing.mailer = mailer

  expect(reasonsOf(malformed)).toEqual(['ADDRESS_MALFORMED'])
  expect(reasonsOf(without)).toEqual(['MAIL_NOT_SENT'])
  expect(unknown).toEqual(without)
  expect(data.serviceInfo.sendsMail).toBe(false)
})

test('a password made of the own address is refused, and the link stays good', async () => {
  await ask('milos.perran@demo.invalid')
  const token = await linkInMail()

  const address = await set(token, 'milos.perran2026')
  const good = await set(token, NEW)

  expect(reasonsOf(address)).toEqual(['PASSWORD_HAS_ADDRESS'])
  expect(reasonsOf(good)).toEqual([])
})

test('A26: in the settings the present password is asked for; other sessions end, this one goes on', async () => {
  const email = 'rosalind.achterberg@demo.invalid'
  const [device, elsewhere] = [newDevice(), newDevice()]
  await device.signIn(email, PASSWORD)
  await elsewhere.signIn(email, PASSWORD)
  const before = device.token

  const both = await device.send(CHANGE, {
    input: { currentPassword: 'a wrong password', newPassword: 'short' },
  })
  const done = await device.send(CHANGE, { input: { currentPassword: PASSWORD, newPassword: NEW } })

  expect(
    both.data.passwordChange.problems.map((each: { path: string[] }) => each.path.at(-1)),
  ).toEqual(['currentPassword', 'newPassword'])
  expect(reasonsOf(both)).toEqual(['PASSWORD_REFUSED', 'PASSWORD_TOO_SHORT'])
  expect(done.data.passwordChange).toEqual({ viewer: { hat: 'COORDINATOR' }, problems: [] })
  expect(device.token).not.toBe(before)
  expect(await device.hat()).toBe('COORDINATOR')
  expect(await elsewhere.hat()).toBeNull()
  expect(reasonsOf(await newDevice().signIn(email, NEW))).toEqual([])
})
