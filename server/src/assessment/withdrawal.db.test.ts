import { expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { mine, reasons, send } from './asking.testing'

const world = useWorld()

const hats = async (administration: string) =>
  [
    await world().as('COORDINATOR', administration),
    await world().as('APPROVER', administration),
  ] as const

interface Proposal {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly withdrawalDeclinedReason: string | null
  readonly withdrawalProposer: object | null
}
async function proposal(who: Caller): Promise<Proposal> {
  const { data, errors } = await who.query(`{ myAssessment(cycle: "C2024") {
    id version status withdrawalDeclinedReason withdrawalProposer { id } } }`)
  expect(errors).toBeUndefined()
  return (data as { myAssessment: Proposal }).myAssessment
}

/** What everybody sends: the assessment as it is now. */
async function now(who: Caller) {
  const { id, version } = await proposal(who)
  return { assessmentId: id, expectedVersion: version }
}

const propose = async (coordinator: Caller) =>
  reasons(await send(coordinator, 'assessmentWithdraw', await now(coordinator)))

async function lastNotice(who: Caller): Promise<string | undefined> {
  const { data } = await who.query('{ viewer { notifications(first: 1) { nodes { kind } } } }')
  return (data as { viewer: { notifications: { nodes: { kind: string }[] } } }).viewer.notifications
    .nodes[0]?.kind
}

/** Entries about withdrawals of the open cycle, in their order. */
const entriesOf = (administration: string) =>
  world().asOwner(({ db }) =>
    db
      .selectFrom('auditEntry as e')
      .innerJoin('administration as a', 'a.id', 'e.administrationId')
      .select(['e.action', 'e.cycleId'])
      .where('a.code', '=', administration)
      .where('e.outcome', '=', 'DONE')
      .where('e.action', 'like', '%ithdraw%')
      .orderBy('e.seq')
      .execute(),
  )
const actions = (entries: readonly { action: string }[]) => entries.map(({ action }) => action)

test('a coordinator takes a proposed withdrawal back; the approver is told and has nothing to confirm', async () => {
  const [coordinator, approver] = await hats('XAL')
  expect(await propose(coordinator)).toEqual([])
  expect((await proposal(approver)).withdrawalProposer).not.toBeNull()

  const back = await send(coordinator, 'assessmentWithdrawalCancel', await now(coordinator))
  const late = await send(approver, 'assessmentWithdraw', await now(approver))
  const twice = await send(coordinator, 'assessmentWithdrawalCancel', await now(coordinator))

  expect(back.assessment).toMatchObject({ status: 'DRAFT', withdrawalProposer: null })
  expect(await lastNotice(approver)).toBe('WITHDRAWAL_TAKEN_BACK')
  expect([reasons(late), reasons(twice)]).toEqual([['NOT_READY'], ['WRONG_STATE']])
  expect(actions(await entriesOf('XAL')).slice(-2)).toEqual([
    'assessmentProposeWithdrawal',
    'assessmentWithdrawalCancel',
  ])
})

test('the approver declines with a reason that the administration alone reads, until it is proposed anew', async () => {
  const [coordinator, approver] = await hats('XAL')
  const officer = await world().as('CYCLE_OFFICER')
  await propose(coordinator)

  const silent = await send(approver, 'assessmentWithdrawalCancel', await now(approver))
  const declined = await send(approver, 'assessmentWithdrawalCancel', {
    ...(await now(approver)),
    reason: ' We are nearly done. ',
  })

  expect(reasons(silent)).toEqual(['TEXT_MISSING'])
  expect(declined.assessment.withdrawalDeclinedReason).toBe('We are nearly done.')
  expect(await lastNotice(coordinator)).toBe('WITHDRAWAL_DECLINED')
  const { data } = await officer.query(
    `query ($id: ID!) { assessment(id: $id) { withdrawalDeclinedReason } }`,
    { id: (await proposal(coordinator)).id },
  )
  expect(data.assessment).toEqual({ withdrawalDeclinedReason: null })

  await propose(coordinator)
  expect((await proposal(coordinator)).withdrawalDeclinedReason).toBeNull()
  await send(coordinator, 'assessmentWithdrawalCancel', await now(coordinator))
})

test('nobody else ends it, nobody of another administration learns of it, and a stale page does not either', async () => {
  const [coordinator, approver] = await hats('XAL')
  await propose(coordinator)
  const input = { ...(await now(coordinator)), reason: 'No.' }
  const outcome = async (who: Caller, over = {}) =>
    reasons(await send(who, 'assessmentWithdrawalCancel', { ...input, ...over }))

  expect(await outcome(await world().as('CONTRIBUTOR', 'XAL'))).toEqual(['WRONG_HAT'])
  expect(await outcome(await world().as('VIEWER', 'XAL'))).toEqual(['WRONG_HAT'])
  expect(await outcome(await world().as('APPROVER', 'XNO'))).toEqual(['NOT_FOUND'])
  expect(await outcome(approver, { expectedVersion: input.expectedVersion - 1 })).toEqual([
    'STALE_VERSION',
  ])
  expect(await outcome(coordinator)).toEqual([])
})

test('each step of the life cycle ends a proposal that was not confirmed', async () => {
  const [coordinator, approver] = await hats('XNO')
  const officer = await world().as('CYCLE_OFFICER')
  const items = [{ kpiCode: 'TF-01-1', reason: 'Does this include transit?' }]
  const dueAt = '2026-11-30T23:59:59.000Z'
  const steps: readonly (readonly [Caller, Parameters<typeof send>[1], object])[] = [
    [approver, 'assessmentSendBack', { reason: 'Look at TF-01-1.' }],
    [coordinator, 'assessmentRequestApproval', {}],
    [approver, 'assessmentSubmit', {}],
    [officer, 'assessmentReturn', { items, dueAt }],
  ]
  for (const [who, step, input] of steps) {
    expect([step, await propose(coordinator)]).toEqual([step, []])
    const taken = await send(who, step, { ...(await now(coordinator)), ...input })
    expect([step, reasons(taken)]).toEqual([step, []])
    expect([step, (await proposal(coordinator)).withdrawalProposer]).toEqual([step, null])
  }

  const late = await send(approver, 'assessmentWithdraw', await now(approver))
  expect(reasons(late)).toEqual(['NOT_READY'])
  expect((await mine(coordinator)).status).toBe('RETURNED')
  const lapses = (await entriesOf('XNO')).filter(
    ({ action }) => action === 'assessmentWithdrawalLapse',
  )
  expect(lapses).toHaveLength(4)
  // What happened inside before a submission is no matter of the cycle.
  expect(lapses.every(({ cycleId }) => cycleId === null)).toBe(true)
})

test('acceptance and reopening end it too, and what was withdrawn has no proposal to end', async () => {
  const [coordinator, approver] = await hats('XTE')
  const officer = await world().as('CYCLE_OFFICER')

  await propose(coordinator)
  await send(officer, 'assessmentAccept', await now(coordinator))
  expect((await proposal(coordinator)).withdrawalProposer).toBeNull()
  await propose(coordinator)
  const opened = await send(officer, 'assessmentReopen', {
    ...(await now(coordinator)), requestedBy: 'MEMBER', reason: 'A slip.', kpiCodes: ['TF-01-1'],
    dueAt: '2026-11-30T23:59:59.000Z',
  }) // prettier-ignore
  expect(reasons(opened)).toEqual([])
  expect((await proposal(coordinator)).withdrawalProposer).toBeNull()

  await propose(coordinator)
  await send(approver, 'assessmentWithdraw', await now(approver))
  const gone = await send(coordinator, 'assessmentWithdrawalCancel', await now(coordinator))
  expect([(await proposal(coordinator)).status, reasons(gone)]).toEqual([
    'WITHDRAWN',
    ['WRONG_STATE'],
  ])
})
