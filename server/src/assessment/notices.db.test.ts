import { expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { mine, send } from './asking.testing'

const world = useWorld()
const DUE = '2026-11-30T23:59:59.000Z'

const INBOX = `query Inbox($unread: Boolean) { viewer { unreadNotificationCount notifications(isUnread: $unread) {
  totalCount nodes { id kind actorName kpiCodes dueAt isRead administration { code } cycle { code } } } } }`
const READ = `mutation Read($input: NotificationsReadInput!) { notificationsRead(input: $input) {
  problems { code reason path } } }`

interface Told {
  readonly id: string
  readonly kind: string
  readonly isRead: boolean
}

async function inbox(who: Caller, unread?: boolean) {
  const answer = await who.query(INBOX, { unread })
  expect(answer.errors).toBeUndefined()
  return (answer.data as { viewer: InboxAnswer }).viewer
}
interface InboxAnswer {
  readonly unreadNotificationCount: number
  readonly notifications: { readonly totalCount: number; readonly nodes: readonly Told[] }
}

async function read(who: Caller, input: object) {
  const answer = await who.query(READ, { input })
  expect(answer.errors).toBeUndefined()
  return (answer.data as { notificationsRead: { problems: readonly object[] } }).notificationsRead
    .problems
}

interface PageAnswer {
  readonly notifications: {
    readonly nodes: readonly { readonly id: string }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

const kinds = ({ notifications }: InboxAnswer) => notifications.nodes.map(({ kind }) => kind)

test('a step towards the signature is told to whoever is next, and to nobody of another administration', async () => {
  const coordinator = await world().as('COORDINATOR', 'XKE')
  const approver = await world().as('APPROVER', 'XKE')
  const stranger = await world().as('COORDINATOR', 'XNO')
  const before = kinds(await inbox(stranger))
  const now = await mine(coordinator)

  const back = await send(approver, 'assessmentSendBack', {
    assessmentId: now.id, expectedVersion: now.version, reason: 'Check the time of release.',
  }) // prettier-ignore
  expect((await inbox(coordinator)).notifications.nodes[0]).toMatchObject({
    kind: 'SENT_BACK',
    actorName: expect.stringMatching(/\w/),
    administration: { code: 'XKE' },
    kpiCodes: [],
    isRead: false,
  })

  await send(coordinator, 'assessmentRequestApproval', {
    assessmentId: now.id,
    expectedVersion: back.assessment.version,
  })
  expect(kinds(await inbox(approver))[0]).toBe('APPROVAL_REQUESTED')
  expect(kinds(await inbox(coordinator))).not.toContain('APPROVAL_REQUESTED')
  expect(kinds(await inbox(stranger))).toEqual(before)
})

test('a request that a coordinator takes back is told to the approver, and needs no reason', async () => {
  const coordinator = await world().as('COORDINATOR', 'XKE')
  const approver = await world().as('APPROVER', 'XKE')
  const { id, version } = await mine(coordinator)

  const back = await send(coordinator, 'assessmentSendBack', {
    assessmentId: id,
    expectedVersion: version,
  })
  const late = await send(approver, 'assessmentSubmit', {
    assessmentId: id,
    expectedVersion: version,
  })

  expect(back.assessment).toMatchObject({ status: 'DRAFT', sentBackReason: null })
  expect(kinds(await inbox(approver))[0]).toBe('APPROVAL_TAKEN_BACK')
  expect(late.problems).toMatchObject([{ reason: 'WRONG_STATE' }])
})

test('an extension is told to the coordinator and to the approver, who signs in time', async () => {
  const officer = await world().as('CYCLE_OFFICER')
  const { data } = await officer.query(
    `{ cycle(code: "C2024") { id } administration(code: "XAL") { id } }`,
  )
  await send(officer, 'assessmentExtend', {
    cycleId: data.cycle.id,
    administrationId: data.administration.id,
    reason: 'Flood.',
    until: '2027-03-01T00:00:00.000Z',
  })

  for (const role of ['COORDINATOR', 'APPROVER'] as const) {
    const told = await inbox(await world().as(role, 'XAL'))
    expect(told.notifications.nodes[0]).toMatchObject({
      kind: 'EXTENDED',
      dueAt: '2027-03-01T00:00:00.000Z',
    })
  }
  expect(kinds(await inbox(await world().as('VIEWER', 'XAL')))).not.toContain('EXTENDED')
})

test('submission and return are told across the house, without the name of the officer', async () => {
  const coordinator = await world().as('COORDINATOR', 'XNO')
  const approver = await world().as('APPROVER', 'XNO')
  const officer = await world().as('CYCLE_OFFICER')
  const now = await mine(coordinator)

  const submitted = await send(approver, 'assessmentSubmit', {
    assessmentId: now.id,
    expectedVersion: now.version,
  })
  expect((await inbox(officer)).notifications.nodes[0]).toMatchObject({
    kind: 'SUBMITTED',
    administration: { code: 'XNO' },
  })

  await send(officer, 'assessmentReturn', {
    assessmentId: now.id,
    expectedVersion: submitted.assessment.version,
    items: [{ kpiCode: 'TF-01-1', reason: 'Please check the number of declarations.' }],
    dueAt: DUE,
  })
  for (const told of [coordinator, approver]) {
    expect((await inbox(told)).notifications.nodes[0]).toMatchObject({
      kind: 'RETURNED',
      actorName: null,
      kpiCodes: ['TF-01-1'],
      dueAt: DUE,
    })
  }
  expect(kinds(await inbox(coordinator))[1]).toBe('SUBMITTED')
})

test('whoever is given KPIs is told which and by when', async () => {
  const coordinator = await world().as('COORDINATOR', 'XAL')
  const contributor = await world().as('CONTRIBUTOR', 'XAL')
  const viewer = await world().as('VIEWER', 'XAL')
  const now = await mine(coordinator)
  const { data } = await contributor.query('{ viewer { person { id } } }')
  const personId = (data as { viewer: { person: { id: string } } }).viewer.person.id

  const given = await send(coordinator, 'assignmentSet', {
    assessmentId: now.id,
    personId,
    kpiCodes: ['TF-01-1', 'TF-01-2'],
    dueOn: '2026-11-30',
  })
  expect(given.problems).toEqual([])

  expect((await inbox(contributor)).notifications.nodes[0]).toMatchObject({
    kind: 'ASSIGNED',
    kpiCodes: ['TF-01-1', 'TF-01-2'],
    dueAt: '2026-11-30T00:00:00.000Z',
  })
  expect(kinds(await inbox(viewer))).not.toContain('ASSIGNED')
})

test('read ones are counted no more; foreign and made-up ids are not there, and nothing is half done', async () => {
  const coordinator = await world().as('COORDINATOR', 'XNO')
  const approver = await world().as('APPROVER', 'XNO')
  const { notifications, unreadNotificationCount } = await inbox(coordinator)
  const [first] = notifications.nodes
  const foreign = (await inbox(approver)).notifications.nodes[0]!
  expect(unreadNotificationCount).toBeGreaterThan(1)

  expect(await read(coordinator, { ids: [first!.id, foreign.id, 'nonsense'] })).toEqual([
    { code: 'NOT_FOUND', reason: 'NOT_FOUND', path: ['input', 'ids', '2'] },
  ])
  expect(await read(coordinator, { ids: [first!.id, foreign.id] })).toEqual([
    { code: 'NOT_FOUND', reason: 'NOT_FOUND', path: ['input', 'ids', '1'] },
  ])
  expect(await read(coordinator, { ids: [] })).toMatchObject([{ reason: 'LIST_LENGTH' }])
  expect((await inbox(coordinator)).unreadNotificationCount).toBe(unreadNotificationCount)

  expect(await read(coordinator, { ids: [first!.id] })).toEqual([])
  expect((await inbox(coordinator)).unreadNotificationCount).toBe(unreadNotificationCount - 1)
  expect((await inbox(approver)).notifications.nodes[0]).toMatchObject({ isRead: false })

  expect(await read(coordinator, {})).toEqual([])
  expect(await inbox(coordinator, true)).toMatchObject({
    unreadNotificationCount: 0,
    notifications: { totalCount: 0 },
  })
  expect((await inbox(coordinator)).notifications.totalCount).toBe(notifications.totalCount)
})

test('a page goes on where the one before ended', async () => {
  const coordinator = await world().as('COORDINATOR', 'XNO')
  const page = `query Page($after: String) { viewer { notifications(first: 1, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } } }`
  const ids: string[] = []
  for (let after: string | null = null; ;) {
    const { notifications }: PageAnswer = (await coordinator.query(page, { after })).data![
      'viewer'
    ] as PageAnswer
    ids.push(...notifications.nodes.map(({ id }) => id))
    if (!notifications.pageInfo.hasNextPage) break
    after = notifications.pageInfo.endCursor
  }

  const all = (await inbox(coordinator)).notifications
  expect(ids).toEqual(all.nodes.map(({ id }) => id))
  expect(new Set(ids).size).toBe(all.totalCount)
})
