import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'

const world = useWorld()
const WORDS = {
  subjectEn: 'Office hours on Thursday',
  subjectFr: 'Permanence jeudi',
  textEn: 'We answer questions on Thursday.\n\nCome by: {no} cost.',
  textFr: 'Nous répondons aux questions jeudi.',
}
const AUDIENCE = `query Audience($region: String, $stage: CycleStage, $search: String, $isOverdue: Boolean) {
  cycle(code: "C2024") { id messageAudience(region: $region, stage: $stage, search: $search, isOverdue: $isOverdue) {
    key englishCount frenchCount recipients { administration { code } coordinators approvers } } } }`
const SEND = `mutation Send($input: CycleMessageSendInput!) { cycleMessageSend(input: $input) {
  message { id subject(locale: FR) text senderName region stage search recipients { administration { code } coordinators approvers } }
  problems { code reason path } } }`
const SENT = `{ cycle(code: "C2024") { viewerCan { message { allowed } } messages { totalCount nodes { subject sentAt senderName
  recipients { administration { code } } } } } }`
const INBOX = `{ viewer { notifications(first: 50) { nodes { kind administration { code } cycle { code }
  message { subject(locale: FR) text } } } } }`

interface Filter {
  readonly region?: string
  readonly stage?: string
  readonly search?: string
}
async function audienceOf(who: Caller, filter: Filter) {
  const { data, errors } = await who.query(AUDIENCE, { ...filter })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.cycle
}
// oxlint-disable-next-line no-explicit-any
async function sendTo(who: Caller, filter: Filter, more: object = {}): Promise<any> {
  const { id, messageAudience } = await audienceOf(await world().as('CYCLE_OFFICER'), filter)
  const input = { cycleId: id, filter, audienceKey: messageAudience.key, ...WORDS, ...more }
  const { data, errors } = await who.query(SEND, { input })
  return errors ? { errors } : data.cycleMessageSend
}
const inbox = async (who: Caller) =>
  ((await who.query(INBOX)).data.viewer.notifications.nodes as readonly { kind: string; message: object }[]).filter(
    ({ kind }) => kind === 'CYCLE_MESSAGE',
  ) // prettier-ignore
const asOwner = (statement: string) =>
  world().asOwner(({ db }) => sql.raw<Record<string, unknown>>(statement).execute(db))
const count = async (table: string) =>
  Number((await asOwner(`select count(*)::int as n from ${table}`)).rows[0]!['n'])

let officer: Caller
beforeEach(async () => {
  officer = await world().as('CYCLE_OFFICER')
  await asOwner(`delete from notification where kind = 'CYCLE_MESSAGE'`)
  await asOwner('delete from cycle_message_administration')
  await asOwner('delete from cycle_message')
})

test('the preview names the administrations of the filtered board with the roles and languages of their people', async () => {
  await asOwner(`update person_account set locale = 'FR' where person_id in (select person_id from person_role
    where role = 'APPROVER' and administration_id = (select id from administration where code = 'XKE'))`) // prettier-ignore
  const { messageAudience } = await audienceOf(officer, { search: 'XKE' })
  expect(messageAudience).toEqual({
    key: expect.stringMatching(/^[0-9a-f]{64}$/),
    englishCount: 1,
    frenchCount: 1,
    recipients: [{ administration: { code: 'XKE' }, coordinators: 1, approvers: 1 }],
  })

  const accepted = (await audienceOf(officer, { stage: 'ACCEPTED' })).messageAudience
  const reviewed = (await audienceOf(officer, { stage: 'UNDER_REVIEW' })).messageAudience
  expect([accepted.recipients.length, reviewed.recipients.length]).toEqual([2, 2])
  const nobody = (await audienceOf(officer, { search: 'nobody of this name' })).messageAudience
  expect(nobody).toMatchObject({ englishCount: 0, frenchCount: 0, recipients: [] })
})

test('it comes into the inbox of those shown and of nobody else, and stands in the list of the cycle', async () => {
  const coordinator = await world().as('COORDINATOR', 'XKE')
  const sent = await sendTo(officer, { search: 'XKE' })
  expect(sent).toMatchObject({
    problems: [],
    message: {
      subject: WORDS.subjectFr,
      text: WORDS.textEn,
      search: 'XKE',
      region: null,
      recipients: [{ administration: { code: 'XKE' }, coordinators: 1, approvers: 1 }],
    },
  })

  for (const told of [coordinator, await world().as('APPROVER', 'XKE')]) {
    expect(await inbox(told)).toMatchObject([
      { cycle: { code: 'C2024' }, message: { subject: WORDS.subjectFr, text: WORDS.textEn } },
    ])
  }
  for (const other of [
    await world().as('CONTRIBUTOR', 'XAL'),
    await world().as('COORDINATOR', 'XNO'),
    officer,
  ])
    expect(await inbox(other)).toEqual([])

  const { cycle } = (await officer.query(SENT)).data
  expect(cycle.viewerCan.message.allowed).toBe(true)
  expect(cycle.messages).toMatchObject({
    totalCount: 1,
    nodes: [{ subject: WORDS.subjectEn, senderName: officer.name, recipients: [{ administration: { code: 'XKE' } }] }],
  }) // prettier-ignore
  const { rows } = await asOwner(`select action, administration_id, payload as content from audit_entry
    where action = 'cycleMessageSend' order by at desc limit 1`) // prettier-ignore
  expect(rows[0]).toMatchObject({ administrationId: null })
  expect(String(rows[0]!['content'])).not.toContain('Thursday')
})

test('sent twice with one key it is there once', async () => {
  const idempotencyKey = randomUUID()
  const first = await sendTo(officer, { search: 'XKE' }, { idempotencyKey })
  const second = await sendTo(officer, { search: 'XKE' }, { idempotencyKey })
  expect(second.message.id).toBe(first.message.id)
  expect([await count('cycle_message'), await count(`notification where kind = 'CYCLE_MESSAGE'`)]).toEqual([1, 2]) // prettier-ignore
})

test('where the people have changed since the preview it is refused, and goes to the new ones once they were shown', async () => {
  const { id, messageAudience } = await audienceOf(officer, { search: 'XKE' })
  await asOwner(`update person_role set ended_at = now() where role = 'APPROVER'
    and administration_id = (select id from administration where code = 'XKE')`) // prettier-ignore
  const input = { cycleId: id, filter: { search: 'XKE' }, audienceKey: messageAudience.key, ...WORDS } // prettier-ignore
  const { data } = await officer.query(SEND, { input })
  expect(data.cycleMessageSend).toEqual({
    message: null,
    problems: [{ code: 'CONFLICT', reason: 'AUDIENCE_CHANGED', path: ['input', 'audienceKey'] }],
  })
  expect(await count('cycle_message')).toBe(0)

  expect(await sendTo(officer, { search: 'XKE' })).toMatchObject({
    problems: [],
    message: { recipients: [{ coordinators: 1, approvers: 0 }] },
  })
  await asOwner(`update person_role set ended_at = null where role = 'APPROVER'
    and administration_id = (select id from administration where code = 'XKE')`) // prettier-ignore
})

test('what is wrong is named all at once, and nothing is sent', async () => {
  const wrong = await sendTo(officer, { search: 'XKE' }, {
    subjectEn: ' ', subjectFr: 'x'.repeat(121), textEn: 'turned \u202E round', textFr: 'x'.repeat(4001), audienceKey: 'made up',
  }) // prettier-ignore
  expect(wrong.problems).toEqual([
    { code: 'BAD_INPUT', reason: 'TEXT_MISSING', path: ['input', 'subjectEn'] },
    { code: 'BAD_INPUT', reason: 'TEXT_TOO_LONG', path: ['input', 'subjectFr'] },
    { code: 'BAD_INPUT', reason: 'TEXT_UNFIT', path: ['input', 'textEn'] },
    { code: 'BAD_INPUT', reason: 'TEXT_TOO_LONG', path: ['input', 'textFr'] },
    { code: 'CONFLICT', reason: 'AUDIENCE_CHANGED', path: ['input', 'audienceKey'] },
  ])
  const lines = await sendTo(officer, { search: 'XKE' }, { subjectEn: 'two\nlines' })
  expect(lines.problems).toMatchObject([{ reason: 'TEXT_UNFIT', path: ['input', 'subjectEn'] }])
  expect((await sendTo(officer, { search: 'nobody of this name' })).problems).toMatchObject([
    { reason: 'AUDIENCE_EMPTY', path: ['input', 'filter'] },
  ])
  expect((await sendTo(officer, { search: 'XKE' }, { cycleId: 'x' })).problems).toMatchObject([
    { code: 'NOT_FOUND' },
  ])
  expect(await count('cycle_message')).toBe(0)
})

test('nobody is written to before the cycle is open', async () => {
  await asOwner(`update cycle set status = 'PLANNED' where code = 'C2024'`)
  expect((await sendTo(officer, { search: 'XKE' })).problems).toMatchObject([{ reason: 'WRONG_STATE' }]) // prettier-ignore
  await asOwner(`update cycle set status = 'OPEN' where code = 'C2024'`)
})

test.each(['METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'])(
  'is not for %s to write, to preview or to read',
  async (role) => {
    await sendTo(officer, { search: 'XKE' })
    const other = await world().as(role)
    expect((await sendTo(other, { search: 'XKE' })).problems).toMatchObject([{ code: 'NOT_FOUND' }])
    expect((await audienceOf(other, {})).messageAudience).toBeNull()
    const { cycle } = (await other.query(SENT)).data
    expect([cycle.messages, cycle.viewerCan.message.allowed]).toEqual([null, false])
  },
)

test('is no matter of members', async () => {
  const coordinator = await world().as('COORDINATOR', 'XKE')
  expect(await sendTo(coordinator, { search: 'XKE' })).toHaveProperty('errors')
  const { data } = await coordinator.query(`{ cycle(code: "C2024") { messages { totalCount }
    messageAudience { key } } }`) // prettier-ignore
  expect(data.cycle).toEqual({ messages: null, messageAudience: null })
})

test('a page of the list goes on where the one before ended', async () => {
  for (const at of [1, 2, 3])
    await sendTo(officer, { search: 'XKE' }, { subjectEn: `Message ${at}` })
  const page = `query Page($after: String) { cycle(code: "C2024") { messages(first: 2, after: $after) {
    totalCount nodes { subject } pageInfo { hasNextPage endCursor } } } }`
  const first = (await officer.query(page)).data.cycle.messages
  const rest = (await officer.query(page, { after: first.pageInfo.endCursor })).data.cycle.messages
  expect([first, rest].flatMap(({ nodes }) => nodes.map((each: { subject: string }) => each.subject))).toEqual([
    'Message 3', 'Message 2', 'Message 1',
  ]) // prettier-ignore
  expect([first.totalCount, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([3, true, false]) // prettier-ignore
})
