import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { mine, reasons, send } from '../asking.testing'

const world = useWorld()
const DUE = '2026-11-30T23:59:59.000Z'
const REASON = 'The treasury corrected its accounts.'
let coordinator: Caller
let approver: Caller
let officer: Caller
let id: string

const REQUESTS = `reopenRequestedAt reopenedFor formerlyAcceptedAt acceptedAt status
  reopenRequests { status submissionNumber kpiCodes reason answer settledAt asker { name } }
  viewerCan { requestReopening { allowed code } takeBackReopening { allowed } declineReopening { allowed } }`

// oxlint-disable-next-line no-explicit-any
async function seenBy(who: Caller): Promise<any> {
  const { data } = await who.query(
    `query Requests($id: ID!) { assessment(id: $id) { ${REQUESTS} } }`,
    { id },
  )
  return data?.assessment
}

const version = async () => (await mine(coordinator)).version
const asks = async (input: object = {}, who = coordinator) =>
  send(who, 'assessmentReopenRequest', {
    assessmentId: id, expectedVersion: await version(), reason: REASON, ...input,
  }) // prettier-ignore
const told = async (who: Caller, kind: string) => {
  const { data } = await who.query(
    `{ viewer { notifications(first: 20) { nodes { kind kpiCodes assessment { id } } } } }`,
  )
  return data.viewer.notifications.nodes.filter((each: { kind: string }) => each.kind === kind)
}

beforeAll(async () => {
  coordinator = await world().as('COORDINATOR', 'XSO')
  approver = await world().as('APPROVER', 'XSO')
  officer = await world().as('CYCLE_OFFICER')
  id = (await mine(coordinator)).id
})

describe('S7: an administration asks for a reopening', () => {
  test('with a reason, of KPIs that exist, each once; nothing is written otherwise', async () => {
    const refused = await asks({ reason: ' ', kpiCodes: ['XX', 'TF-01-1', 'TF-01-1'] })

    expect(reasons(refused)).toEqual(['TEXT_MISSING', 'UNKNOWN_KPI', 'TWICE'])
    expect(reasons(await asks({ expectedVersion: 99 }))).toEqual(['STALE_VERSION'])
    expect((await seenBy(coordinator)).reopenRequests).toEqual([])
  })

  test('as coordinator, who alone takes it back; others are refused', async () => {
    for (const who of [approver, officer, await world().as('COORDINATOR', 'XAL')]) {
      const answer = await who.query(
        `mutation Ask($input: AssessmentReopenRequestInput!) {
          assessmentReopenRequest(input: $input) { problems { reason } } }`,
        { input: { assessmentId: id, expectedVersion: 1, reason: REASON } },
      )
      const told = answer.data?.assessmentReopenRequest?.problems.map(
        ({ reason }: { reason: string }) => reason,
      )
      expect(told ?? answer.errors?.map(({ extensions }) => extensions['code'])).not.toEqual([])
    }
    expect((await seenBy(coordinator)).reopenRequests).toEqual([])
  })

  test('one at a time; the officer is told, reads it and finds it on the board', async () => {
    expect((await asks({ kpiCodes: ['RC-01-1'] })).problems).toEqual([])
    expect(reasons(await asks())).toEqual(['WRONG_STATE'])

    const seen = await seenBy(officer)
    expect(seen.reopenRequests).toMatchObject([
      { status: 'OPEN', submissionNumber: 1, kpiCodes: ['RC-01-1'], reason: REASON, answer: null },
    ])
    expect(seen.reopenRequests[0].asker.name).toBe('Camila Reyden')
    expect(seen.viewerCan.declineReopening.allowed).toBe(true)
    expect(await told(officer, 'REOPEN_REQUESTED')).toMatchObject([
      { kpiCodes: ['RC-01-1'], assessment: { id } },
    ])
    const { data } = await officer.query(
      `{ cycle(code: "C2024") { progress(isReopenRequested: true) { nodes { assessmentId reopenRequestedAt } } } }`,
    )
    expect(data.cycle.progress.nodes).toEqual([
      { assessmentId: id, reopenRequestedAt: seen.reopenRequestedAt },
    ])
  })

  test('nobody else reads it: contributors, others, the public', async () => {
    const contributor = await world()
      .as('CONTRIBUTOR', 'XSO')
      .catch(() => null)
    if (contributor) expect((await seenBy(contributor)).reopenRequests).toEqual([])
    for (const who of [await world().as('COORDINATOR', 'XAL'), world().nobody()]) {
      expect((await seenBy(who))?.reopenRequests ?? null).toBeNull()
    }
    expect((await seenBy(approver)).reopenRequests).toHaveLength(1)
  })

  test('and may take it back', async () => {
    const input = { assessmentId: id, expectedVersion: await version() }
    expect((await send(coordinator, 'assessmentReopenRequestTakeBack', input)).problems).toEqual([])
    expect(
      reasons(
        await send(coordinator, 'assessmentReopenRequestTakeBack', {
          ...input,
          expectedVersion: await version(),
        }),
      ),
    ).toEqual(['WRONG_STATE'])
    expect(await seenBy(coordinator)).toMatchObject({
      reopenRequestedAt: null,
      reopenRequests: [{ status: 'TAKEN_BACK' }],
      viewerCan: { requestReopening: { allowed: true } },
    })
  })

  test('and is told why it is declined', async () => {
    await asks()
    const decline = async (reason: string) =>
      send(officer, 'assessmentReopenRequestDecline', {
        assessmentId: id, expectedVersion: await version(), reason,
      }) // prettier-ignore
    expect(reasons(await decline(' '))).toEqual(['TEXT_MISSING'])
    expect((await decline('The release is built.')).problems).toEqual([])

    expect((await seenBy(coordinator)).reopenRequests[0]).toMatchObject({
      status: 'DECLINED', answer: 'The release is built.', settledAt: expect.any(String),
    }) // prettier-ignore
    expect(await told(coordinator, 'REOPEN_DECLINED')).toHaveLength(1)
    expect(await told(approver, 'REOPEN_DECLINED')).toHaveLength(1)
  })

  test('and is answered by the reopening, which says at whose request and what was accepted before', async () => {
    await send(officer, 'assessmentAccept', { assessmentId: id, expectedVersion: await version() })
    const { acceptedAt } = await seenBy(coordinator)
    await asks({ kpiCodes: ['RC-01-1'] })
    await send(officer, 'assessmentReopen', {
      assessmentId: id, expectedVersion: await version(), requestedBy: 'MEMBER', dueAt: DUE, reason: REASON, kpiCodes: ['RC-01-1'],
    }) // prettier-ignore

    const seen = await seenBy(coordinator)
    expect(seen).toMatchObject({
      status: 'RETURNED', reopenedFor: 'MEMBER', acceptedAt: null, formerlyAcceptedAt: acceptedAt, reopenRequestedAt: null,
    }) // prettier-ignore
    expect(seen.reopenRequests[0]).toMatchObject({ status: 'GRANTED' })
  })
})

test('S7: what the administration asked for itself needs no answer before it is signed, or accepted, again', async () => {
  const signed = await send(approver, 'assessmentSubmit', {
    assessmentId: id,
    expectedVersion: await version(),
  })
  expect(signed.problems).toEqual([])
  const accepted = await send(officer, 'assessmentAccept', {
    assessmentId: id,
    expectedVersion: await version(),
  })
  expect(accepted.problems).toEqual([])
  expect(await seenBy(coordinator)).toMatchObject({ reopenedFor: null, formerlyAcceptedAt: null })
  await send(officer, 'assessmentReopen', {
    assessmentId: id, expectedVersion: await version(), requestedBy: 'LEAD_REVIEWER', dueAt: DUE, reason: REASON, kpiCodes: ['RC-01-1'],
  }) // prettier-ignore
})

test('M11: with every item answered the coordinator asks for the signature, and the approver is told', async () => {
  const request = async () =>
    send(coordinator, 'assessmentRequestApproval', {
      assessmentId: id, expectedVersion: await version(),
    }) // prettier-ignore
  expect(reasons(await request())).toEqual(['ITEM_UNANSWERED'])
  for (const item of (await mine(coordinator)).returnItems) {
    if (item.answer !== null) continue
    await send(coordinator, 'returnItemAnswer', {
      itemId: item.id, answer: 'Corrected.', expectedVersion: item.version,
    }) // prettier-ignore
  }
  const before = (await told(approver, 'APPROVAL_REQUESTED')).length

  const asked = await request()
  expect(asked.problems).toEqual([])
  expect(asked.assessment.status).toBe('RETURNED')
  expect(await told(approver, 'APPROVAL_REQUESTED')).toHaveLength(before + 1)

  const signed = await send(approver, 'assessmentSubmit', {
    assessmentId: id,
    expectedVersion: await version(),
  })
  expect(signed.problems).toEqual([])
})

test('a withdrawal takes the request back', async () => {
  await asks()
  const decide = async (who: Caller) =>
    send(who, 'assessmentWithdraw', { assessmentId: id, expectedVersion: await version() })
  await decide(coordinator)
  await decide(approver)

  const seen = await seenBy(coordinator)
  expect(seen).toMatchObject({ status: 'WITHDRAWN', reopenRequestedAt: null })
  expect(seen.reopenRequests[0].status).toBe('TAKEN_BACK')
  const { data } = await officer.query(
    `query Withdrawn($id: ID!) { assessment(id: $id) { withdrawnAt withdrawer { name } } }`,
    { id },
  )
  expect(data.assessment).toEqual({
    withdrawnAt: expect.any(String),
    withdrawer: { name: 'Aurelio Dantes' },
  })
})
