import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'
import { OutboxWorker, createMailer } from '#platform'
import { startMailCatcher, type MailCatcher } from '../../../tests/setup/mail'
import { notificationHandlers, takeNotificationMails } from './index'

const world = useWorld()
const SAVE = `mutation Save($input: NotificationSettingsSaveInput!) {
  notificationSettingsSave(input: $input) { problems { code reason path } } }`
const SETTINGS = `{ viewer { notificationSettings { mutedKinds quietFrom quietUntil timeZone locale isChosen } } }`
const PLAIN = { mutedKinds: [] as string[], timeZone: 'Africa/Nairobi' }

let catcher: MailCatcher
let worker: OutboxWorker
let failures: string[]

beforeAll(async () => {
  catcher = await startMailCatcher()
})
afterAll(() => catcher.close())
beforeEach(async () => {
  failures = []
  catcher.mails.length = 0
  catcher.refuse(0)
  await world().asOwner(async ({ db }) => {
    await sql`delete from outbox`.execute(db)
    await sql`delete from notification`.execute(db)
    await sql`delete from cycle_message`.execute(db)
    await sql`delete from notification_setting`.execute(db)
    await sql`update person_account set locale = 'EN'`.execute(db)
  })
  worker = new OutboxWorker(
    world().database,
    world().clock,
    world().worker.identity,
    notificationHandlers,
    (topic) => failures.push(topic),
    [takeNotificationMails],
    { mailer: createMailer(catcher.settings), origin: 'https://pmm.example.org' },
  )
})

const at = (time: string) => world().clock.move(new Date(`2026-09-0${time}Z`))

/** Tells the coordinator of XKE something at the time it is. */
async function tell(
  kind: string,
  { due = null as string | null, kpis = '{}', role = 'COORDINATOR' } = {},
) {
  const now = world().clock.now().toISOString()
  await world().asOwner(({ db }) =>
    sql`select notification_add(${kind}, ${`{${role}}`}::text[], (select id from administration where code = 'XKE'), null, null,
      (select id from cycle order by number desc limit 1), null, ${kpis}::text[], ${due}::timestamptz, ${now}::timestamptz)`.execute(db),
  ) // prettier-ignore
}

async function save(who: Caller, input: object) {
  const { data, errors } = await who.query(SAVE, { input })
  expect(errors).toBeUndefined()
  return data.notificationSettingsSave.problems as readonly object[]
}

test('what is asked of a person goes out at once, gathered, in their language and without figures', async () => {
  await world().asOwner(({ db }) =>
    sql`update person_account set locale = 'FR' where person_id in (select person_id from person_role
      where role = 'COORDINATOR' and administration_id = (select id from administration where code = 'XKE'))`.execute(db),
  ) // prettier-ignore
  at('1T09:00:00')
  await tell('ASSIGNED', { kpis: '{TF-01-1,TF-01-2}', due: '2026-09-12T20:00:00Z' })
  at('1T09:00:40')
  await tell('RETURNED', { kpis: '{TF-02-1}' })
  await worker.drain()
  expect(catcher.mails).toEqual([])

  at('1T09:01:00')
  await worker.drain()
  expect([failures, catcher.mails.length]).toEqual([[], 1])
  const [mail] = catcher.mails
  expect(mail!.headers['subject']).toBe('MMP : 2 notifications')
  expect(mail!.headers['content-language']).toBe('fr')
  expect(mail!.text).toMatch(/- Des ICP vous ont été attribués \(.+\) : TF-01-1, TF-01-2, échéance le 12 septembre 2026/)
  expect(mail!.text).toContain('- Le secrétariat a renvoyé des éléments de l’évaluation')
  expect(mail!.text).toContain('https://pmm.example.org/member/inbox')

  await worker.drain()
  expect(catcher.mails).toHaveLength(1)
}) // prettier-ignore

test('the rest comes once a day, at seven where the person is', async () => {
  await save(await world().as('COORDINATOR', 'XKE'), PLAIN)
  at('1T09:00:00')
  await tell('ACCEPTED')
  at('1T22:00:00')
  await tell('CYCLE_OPENED')
  at('2T03:59:00')
  await worker.drain()
  expect(catcher.mails).toEqual([])

  at('2T04:00:00')
  await worker.drain()
  expect(catcher.mails.map(({ headers }) => headers['subject'])).toEqual([
    'PMM: 2 notifications',
  ])
}) // prettier-ignore

test('what is due within 48 hours does not wait for the morning', async () => {
  at('1T09:00:00')
  await tell('EXTENDED', { due: '2026-09-03T08:00:00Z' })
  await tell('APPROVAL_REQUESTED', { due: '2026-09-03T10:00:00Z' })
  at('1T09:01:00')
  await worker.drain()

  expect(catcher.mails.map(({ headers }) => headers['subject'])).toEqual([
    'PMM: The secretariat has extended your time',
  ])
})

test('an assigned KPI is due on its day wherever the person is, and comments can wait for the morning', async () => {
  await save(await world().as('COORDINATOR', 'XKE'), { ...PLAIN, timeZone: 'America/Lima' })
  at('1T09:00:00')
  await tell('DUE_SOON', { kpis: '{TF-01-1}', due: '2026-09-03' })
  await tell('MENTIONED', { kpis: '{TF-01-1}' })
  await tell('COMMENTED', { kpis: '{TF-02-1}' })
  at('1T09:01:00')
  await worker.drain()
  expect(catcher.mails.map(({ text }) => /^- .*/m.exec(text)?.[0])).toEqual([
    expect.stringMatching(/^- Assigned KPIs are due soon \(.+\): TF-01-1, due by 3 September 2026$/),
  ])

  at('1T12:00:00')
  await worker.drain()
  expect(catcher.mails[1]!.text).toMatch(/- You are mentioned in a comment .+\n- A comment concerns you .+: TF-02-1/)
}) // prettier-ignore

test('a reminder of the end is read in the morning, however near it is, and says whom it is about', async () => {
  await save(await world().as('COORDINATOR', 'XKE'), PLAIN)
  at('1T21:30:00')
  await tell('CYCLE_DUE', { due: '2026-09-02T21:59:59Z' })
  at('2T03:59:00')
  await worker.drain()
  expect(catcher.mails).toEqual([])

  at('2T04:00:00')
  await worker.drain()
  expect(catcher.mails[0]!.text).toMatch(
    /- Entry ends soon, and your administration has not submitted yet \(.+\): due by 3 September 2026\n/,
  )
})

test('a message of the secretariat goes out at once with its words as they were written', async () => {
  at('1T09:00:00')
  const now = world().clock.now().toISOString()
  await world().asOwner(async ({ db }) => {
    await sql`update person_account set locale = 'FR' where person_id in (select person_id from person_role
      where role = 'COORDINATOR' and administration_id = (select id from administration where code = 'XKE'))`.execute(db)
    await sql`with message as (insert into cycle_message (id, cycle_id, subject, body, sent_by, sender_name, sent_at)
        select gen_random_uuid(), (select id from cycle order by number desc limit 1), '{"en": "Hours", "fr": "Permanence {name}"}',
          '{"en": "Thursday", "fr": "Jeudi.\\n\\nEntrée {libre}"}', p.id, p.name, ${now}::timestamptz from person p limit 1 returning *)
      insert into notification (id, person_id, role, administration_id, kind, cycle_id, message_id, at)
        select gen_random_uuid(), r.person_id, r.role, r.administration_id, 'CYCLE_MESSAGE', m.cycle_id, m.id, m.sent_at
        from message m, person_role r where r.role = 'COORDINATOR' and r.ended_at is null
          and r.administration_id = (select id from administration where code = 'XKE')`.execute(db)
  }) // prettier-ignore
  at('1T09:01:00')
  await worker.drain()

  const [mail] = catcher.mails
  expect(mail!.headers['subject']).toBe('MMP : Permanence {name}')
  expect(mail!.text).toMatch(/- Message du secrétariat \(.+\)\n\nPermanence \{name\}\n\nJeudi\.\n\nEntrée \{libre\}\n/)
}) // prettier-ignore

test('quiet hours put a mail off, and choosing them plans again what waits', async () => {
  const who = await world().as('COORDINATOR', 'XKE')
  at('1T19:30:00')
  await tell('RETURNED')
  expect(await save(who, { ...PLAIN, quietFrom: 20, quietUntil: 6 })).toEqual([])
  at('2T02:59:00')
  await worker.drain()
  expect(catcher.mails).toEqual([])

  at('2T03:00:00')
  await worker.drain()
  expect(catcher.mails).toHaveLength(1)
})

test('no mail is sent of a kind that is not wanted, of what was read, or for a role that has ended', async () => {
  const who = await world().as('COORDINATOR', 'XKE')
  await save(who, { ...PLAIN, mutedKinds: ['RETURNED'] })
  at('1T09:00:00')
  await tell('RETURNED')
  await tell('ASSIGNED')
  await who.query('mutation { notificationsRead(input: {}) { problems { code } } }')
  await tell('SENT_BACK', { role: 'APPROVER' })
  await world().asOwner(({ db }) =>
    sql`update person_role set ended_at = ${world().clock.now().toISOString()}::timestamptz where role = 'APPROVER'
      and administration_id = (select id from administration where code = 'XKE')`.execute(db),
  ) // prettier-ignore
  at('1T10:00:00')
  await worker.drain()

  expect([failures, catcher.mails]).toEqual([[], []])
})

test('a mail the server refuses is tried again, once', async () => {
  at('1T09:00:00')
  await tell('RETURNED')
  at('1T09:01:00')
  catcher.refuse(1)
  await worker.drain()
  expect([failures, catcher.mails.length]).toEqual([['mail.notifications'], 0])

  at('1T09:05:00')
  await worker.drain()
  await worker.drain()
  expect(catcher.mails).toHaveLength(1)
})

test('what a person has chosen is kept, and what cannot be is refused, all at once', async () => {
  const who = await world().as('COORDINATOR', 'XKE')
  const settings = async () => (await who.query(SETTINGS)).data.viewer.notificationSettings
  expect(await settings()).toEqual({
    mutedKinds: [], quietFrom: null, quietUntil: null, timeZone: 'UTC', locale: 'EN', isChosen: false,
  }) // prettier-ignore

  const chosen = { mutedKinds: ['ACCEPTED'], quietFrom: 20, quietUntil: 6, timeZone: 'Africa/Nairobi' } // prettier-ignore
  expect(await save(who, chosen)).toEqual([])
  expect(await settings()).toEqual({ ...chosen, locale: 'EN', isChosen: true })

  const problems = await save(who, { ...PLAIN, quietFrom: 24, timeZone: 'Mars/Olympus' })
  expect(problems).toMatchObject([
    { reason: 'HOUR_RANGE', path: ['input', 'quietFrom'] },
    { reason: 'QUIET_HOURS', path: ['input', 'quietUntil'] },
    { reason: 'TIME_ZONE', path: ['input', 'timeZone'] },
  ])
  expect(await save(who, { ...PLAIN, quietFrom: 7, quietUntil: 7 })).toMatchObject([
    { reason: 'QUIET_HOURS' },
  ])
  expect(await save(who, { ...PLAIN, timeZone: "'; drop table person; --" })).toHaveLength(1)
  expect(await settings()).toEqual({ ...chosen, locale: 'EN', isChosen: true })
})

test('mails come in the language a person has chosen, which is nobody else’s to choose', async () => {
  const who = await world().as('COORDINATOR', 'XKE')
  expect(await save(who, { ...PLAIN, locale: 'FR' })).toEqual([])
  const { data } = await who.query(SETTINGS)
  expect(data.viewer.notificationSettings).toMatchObject({ locale: 'FR', isChosen: true })
  // Left out, it stays.
  expect(await save(who, PLAIN)).toEqual([])

  at('1T09:00:00')
  await tell('RETURNED')
  at('1T09:01:00')
  await worker.drain()
  expect(catcher.mails.map(({ headers }) => headers['content-language'])).toEqual(['fr'])

  const { rows } = await world().asOwner(({ db }) =>
    sql<{ people: number }>`select count(*)::int as people from person_account where locale = 'FR'`.execute(db),
  )
  expect(rows).toEqual([{ people: 1 }])
}) // prettier-ignore
