import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'

const world = useWorld()
const DAY = 86_400_000
const END = '2027-03-31T21:59:59.000Z'

const SET = `mutation Set($input: CycleRemindersSetInput!) { cycleRemindersSet(input: $input) {
  cycle { version reminderDays } problems { code reason path } } }`
const CYCLE =
  '{ cycle(code: "C2024") { id version status reminderDays viewerCan { setReminders { allowed } } } }'

// oxlint-disable-next-line no-explicit-any
const cycleAs = async (who: Caller): Promise<any> => (await who.query(CYCLE)).data.cycle
async function set(who: Caller, days: readonly number[], expectedVersion?: number) {
  const { id, version } = await cycleAs(await world().as('CYCLE_OFFICER'))
  const { data, errors } = await who.query(SET, {
    input: { cycleId: id, expectedVersion: expectedVersion ?? version, days },
  })
  return errors ?? data.cycleRemindersSet
}

const asOwner = (statement: string) =>
  world().asOwner(({ db }) => sql.raw<Record<string, string>>(statement).execute(db))
/** Codes of administrations reminded, with role and due day. */
const reminded = async () => {
  const { rows } = await asOwner(`select d.code, n.role, n.due_at::text as due from notification n
    join administration d on d.id = n.administration_id where n.kind = 'CYCLE_DUE' order by n.seq`)
  return rows
}
const of = async (code: string) => (await reminded()).filter((each) => each['code'] === code)
const before = (days: number, hour = 0, end = END) =>
  new Date(Date.parse(`${end.slice(0, 10)}T00:00:00Z`) - days * DAY + hour * 3_600_000)
async function tick(at: Date) {
  world().clock.move(at)
  await world().worker.drain()
}

beforeEach(async () => {
  await asOwner(`delete from notification where kind = 'CYCLE_DUE'`)
  await asOwner('delete from cycle_reminder')
  await asOwner('update cycle_participant set extended_until = null, extension_reason = null')
  await asOwner(`update cycle set closes_at = '${END}', reminder_days = '{30,7,1}', status = 'OPEN' where code = 'C2024'`)
}) // prettier-ignore

test('S4: coordinator and approver of whoever has not submitted are reminded on the day, once', async () => {
  await tick(new Date(before(30).getTime() - 1000))
  expect(await reminded()).toEqual([])

  await tick(before(30))
  await tick(before(30, 13))
  expect(await of('XKE')).toMatchObject([
    { role: 'COORDINATOR', due: expect.stringContaining('2027-03-31') },
    { role: 'APPROVER' },
  ])

  const told = new Set((await reminded()).map(({ code }) => code))
  const { rows } = await asOwner(`select d.code, s.status from assessment s join administration d on d.id = s.administration_id
    join cycle c on c.id = s.cycle_id where c.code = 'C2024'`) // prettier-ignore
  for (const { code, status } of rows) {
    const isOpen = ['DRAFT', 'INTERNAL_APPROVAL'].includes(status!)
    if (!isOpen) expect([code, told.has(code)]).toEqual([code, false])
  }
})

test('a day that has passed is not made up for, and the other days come on theirs', async () => {
  await tick(before(29))
  expect(await reminded()).toEqual([])
  await tick(before(7, 9))
  await tick(before(1, 9))
  expect(await of('XKE')).toHaveLength(4)
})

test('an extension moves the day, also past the end of the cycle, for that administration alone', async () => {
  await tick(before(7))
  await asOwner(`update cycle_participant p set extended_until = '2027-04-30T21:59:59Z', extension_reason = 'x'
    from administration d where d.id = p.administration_id and d.code = 'XKE'
      and p.cycle_id = (select id from cycle where code = 'C2024')`) // prettier-ignore
  await tick(before(1))
  expect(await of('XKE')).toHaveLength(2)

  await asOwner(`update cycle set status = 'CLOSED' where code = 'C2024'`)
  await tick(before(7, 0, '2027-04-30'))
  expect((await of('XKE')).map(({ due }) => due!.slice(0, 10))).toEqual([
    '2027-03-31', '2027-03-31', '2027-04-30', '2027-04-30',
  ]) // prettier-ignore
  expect((await reminded()).slice(-2).map(({ code }) => code)).toEqual(['XKE', 'XKE'])
  const after = (await reminded()).length
  await tick(new Date('2027-05-01T00:00:00Z'))
  expect(await reminded()).toHaveLength(after)
})

test('the officer sets the days, in any order; what cannot be is refused, all at once', async () => {
  const officer = await world().as('CYCLE_OFFICER')
  const first = await cycleAs(officer)
  expect(await set(officer, [7, 60])).toMatchObject({ problems: [], cycle: { reminderDays: [60, 7] } }) // prettier-ignore

  expect(await set(officer, [7], first.version)).toMatchObject({ problems: [{ reason: 'STALE_VERSION' }] }) // prettier-ignore
  const wrong = await set(officer, [0, 181, 7, 7, 2, 3])
  expect(wrong.problems).toMatchObject([
    { reason: 'REMINDER_DAYS', path: ['input', 'days', '0'] },
    { reason: 'REMINDER_DAYS', path: ['input', 'days', '1'] },
    { reason: 'REMINDER_TWICE', path: ['input', 'days'] },
    { reason: 'REMINDER_MANY', path: ['input', 'days'] },
  ])
  expect((await cycleAs(officer)).reminderDays).toEqual([60, 7])
  expect(await set(officer, [])).toMatchObject({ problems: [], cycle: { reminderDays: [] } })
  await tick(before(7))
  expect(await reminded()).toEqual([])
})

test.each(['METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'])(
  'is not for %s to set',
  async (role) => {
    const other = await world().as(role)
    expect(await set(other, [5])).toMatchObject({ problems: [{ code: 'NOT_FOUND' }] })
    expect((await cycleAs(other)).viewerCan.setReminders.allowed).toBe(false)
  },
)

test('is not set any more once entry has ended', async () => {
  await asOwner(`update cycle set status = 'CLOSED' where code = 'C2024'`)
  expect(await set(await world().as('CYCLE_OFFICER'), [5])).toMatchObject({
    problems: [{ reason: 'WRONG_STATE' }],
  })
})
