import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { mine, seenByOfficer, send } from '../asking.testing'

const world = useWorld()
const DUE = '2026-11-30T23:59:59.000Z'
const KPI = 'TF-01-1'
const REFUSALS = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN'])
let coordinator: Caller
let approver: Caller
let officer: Caller
let id: string
/** What the first submission was, byte by byte. */
let first: Awaited<ReturnType<typeof keptOf>>

const CHANGES = `changes { kpiCode parts { part subject year before after } }`

/** What differs from the last submission, in the copy being edited; or in a submission, from the one before. */
// oxlint-disable-next-line no-explicit-any
async function changesOf(who: Caller, copy = 'working'): Promise<any> {
  const { data, errors } = await who.query(
    `query Changes($id: ID!) { assessment(id: $id) { copy: ${copy} { ${CHANGES} } } }`,
    { id },
  )
  if (errors?.some(({ extensions }) => !REFUSALS.has(extensions['code']))) {
    throw new Error(JSON.stringify(errors))
  }
  return data?.assessment?.copy?.changes
}

const codesOf = async (who: Caller, copy?: string) =>
  ((await changesOf(who, copy)) as { kpiCode: string }[] | undefined)?.map(({ kpiCode }) => kpiCode)

async function keptOf(number: number) {
  const { data } = await approver.query(
    `query Kept($id: ID!, $number: Int!) { assessment(id: $id) { submitted(number: $number) {
      number submittedAt contentHash overallNote signer { name hat } 
      evidence { title number sha256 kpiCodes } values { elementCode year value note }
      instruments { instrumentCode level }
      responses { kpiCode state value score reasonCode reasonText publicNote justification disclosureLevel aggregateUse } } } }`,
    { id, number },
  )
  const receipt = await world().server.http.inject({
    method: 'GET', url: `/files/receipts/${id}.${number}.pdf`, headers: approver.headers,
  }) // prettier-ignore
  expect(receipt.statusCode).toBe(200)
  return { copy: data.assessment.submitted, receipt: receipt.rawPayload.toString('base64') }
}

async function signs() {
  const { version } = await mine(approver)
  const { problems } = await send(approver, 'assessmentSubmit', { assessmentId: id, expectedVersion: version }) // prettier-ignore
  expect(problems).toEqual([])
}

async function note(kpiCode: string, text: string) {
  const { working } = await mine(coordinator)
  const answer = working.responses.find((each: { kpiCode: string }) => each.kpiCode === kpiCode)
  const { problems } = await send(coordinator, 'kpiResponseNote', {
    assessmentId: id, kpiCode, publicNote: text, expectedVersion: answer.version,
  }) // prettier-ignore
  expect(problems).toEqual([])
}

async function answersItems() {
  for (const item of (await mine(coordinator)).returnItems) {
    if (item.answer !== null) continue
    await send(coordinator, 'returnItemAnswer', {
      itemId: item.id, answer: 'It does now.', expectedVersion: item.version,
    }) // prettier-ignore
  }
}

beforeAll(async () => {
  coordinator = await world().as('COORDINATOR', 'XNO')
  approver = await world().as('APPROVER', 'XNO')
  officer = await world().as('CYCLE_OFFICER')
  id = (await mine(coordinator)).id
})

describe('M11: what differs from the last submission', () => {
  test('is not said before the first one', async () => {
    expect(await changesOf(approver)).toBeNull()
    await signs()
    first = await keptOf(1)
    expect([await changesOf(approver), await changesOf(officer, 'submitted')]).toEqual([[], null])
  })

  test('is, after a return, each KPI with its figures, notes, level and evidence, before and after', async () => {
    const { version } = await mine(approver)
    await send(officer, 'assessmentReturn', {
      assessmentId: id, expectedVersion: version, dueAt: DUE, items: [{ kpiCode: KPI, reason: 'Does this include transit?' }],
    }) // prettier-ignore
    expect(await changesOf(approver)).toEqual([])

    const { working } = await mine(coordinator)
    const figure = working.values.find(
      (each: { elementCode: string; year: number }) =>
        each.elementCode === 'DECL_ALL' && each.year === 2024,
    )
    await send(coordinator, 'dataValuesSave', {
      assessmentId: id,
      cells: [{ elementCode: 'DECL_ALL', year: 2024, value: `${figure.value}0`, note: 'With transit.', expectedVersion: figure.version }],
    }) // prettier-ignore
    await note(KPI, 'Transit is counted.')
    await links('Customs statistics')

    const change = (await changesOf(approver)).find(
      ({ kpiCode }: { kpiCode: string }) => kpiCode === KPI,
    )
    const own = { subject: null, year: null }
    const ofFigure = { subject: 'DECL_ALL', year: 2024 }
    expect(change.parts).toEqual([
      { part: 'VALUE', ...own, before: expect.any(String), after: expect.any(String) },
      { part: 'NOTE', ...own, before: null, after: 'Transit is counted.' },
      { part: 'FIGURE', ...ofFigure, before: figure.value, after: `${figure.value}0` },
      { part: 'FIGURE_NOTE', ...ofFigure, before: null, after: 'With transit.' },
      { part: 'EVIDENCE', subject: 'Customs statistics', year: null, before: null, after: 'Customs statistics' },
    ]) // prettier-ignore
    expect(await changesOf(coordinator)).toEqual(await changesOf(approver))
  })

  test('is told a contributor as far as it is theirs, and nobody else before it is submitted', async () => {
    const contributor = await world().as('CONTRIBUTOR', 'XNO')
    const { data } = await contributor.query(
      `query Own($id: ID!) { assessment(id: $id) { working { responses { kpiCode } } } }`,
      { id },
    )
    const own = new Set(
      data.assessment.working.responses.map(({ kpiCode }: { kpiCode: string }) => kpiCode),
    )
    const seen = (await codesOf(contributor)) ?? []
    const all = (await codesOf(approver))!

    expect(seen).toEqual(all.filter((code) => own.has(code)))
    expect(own.size).toBeLessThan(51)
    expect(await codesOf(officer)).toBeUndefined()
    expect(await codesOf(officer, 'submitted')).toBeUndefined()
    for (const stranger of [await world().as('COORDINATOR', 'XAL'), world().nobody()]) {
      expect(await codesOf(stranger)).toBeUndefined()
    }
  })

  test('stands with the second submission, for the secretariat too', async () => {
    await answersItems()
    const before = await changesOf(approver)
    await signs()

    expect(await changesOf(approver)).toEqual([])
    expect(await changesOf(approver, 'submitted')).toEqual(before)
    expect(await codesOf(officer, 'submitted')).toContain(KPI)
    expect(await keptOf(1)).toEqual(first)
  })

  test('is, told to the secretariat, a line in the log of who read the data', async () => {
    const log = async () =>
      (await coordinator.query('{ accessLogEntries(first: 1) { totalCount nodes { hat figures } } }')).data.accessLogEntries // prettier-ignore
    const before = await log()
    world().clock.move(new Date(world().clock.now().getTime() + 1000))

    expect(await codesOf(officer, 'submitted')).toContain(KPI)

    const after = await log()
    expect(after.totalCount).toBe(before.totalCount + 1)
    expect(after.nodes[0]).toMatchObject({ hat: 'CYCLE_OFFICER' })
    expect(after.nodes[0].figures).toBeGreaterThan(0)
  })
})

test('S7: after a reopening the former copies stay readable and unchanged, and what differs is told', async () => {
  const second = await keptOf(2)
  const { version } = await mine(approver)
  await send(officer, 'assessmentReopen', {
    assessmentId: id, expectedVersion: version, requestedBy: 'MEMBER', dueAt: DUE, reason: 'The treasury corrected its accounts.', kpiCodes: ['RC-01-1'],
  }) // prettier-ignore
  expect(await changesOf(approver)).toEqual([])
  await note('RC-01-1', 'Corrected by the treasury.')
  expect(await codesOf(approver)).toEqual(['RC-01-1'])
  expect((await seenByOfficer(world(), 'XNO')).submitted).toMatchObject({
    number: 2,
    contentHash: second.copy.contentHash,
  })

  await answersItems()
  await signs()

  expect(await codesOf(officer, 'submitted')).toEqual(['RC-01-1'])
  expect([await keptOf(1), await keptOf(2)]).toEqual([first, second])
  expect(second.copy.contentHash).not.toBe(first.copy.contentHash)
})

test('after a withdrawal the draft is compared with what was submitted last', async () => {
  const now = await mine(coordinator)
  const decide = (who: Caller, expectedVersion: number) =>
    send(who, 'assessmentWithdraw', { assessmentId: id, expectedVersion })
  const proposed = await decide(coordinator, now.version)
  await decide(approver, proposed.assessment.version)
  const { data } = await world().nobody().query(`{ cycle(code: "C2024") { id } }`)
  await send(coordinator, 'assessmentStart', { cycleId: data.cycle.id })
  expect(await changesOf(approver)).toEqual([])

  await note('TF-01-2', 'Counted by hand.')

  expect(await codesOf(approver)).toEqual(['TF-01-2'])
  expect(await keptOf(1)).toEqual(first)
  const { version } = await mine(coordinator)
  await send(coordinator, 'assessmentRequestApproval', {
    assessmentId: id,
    expectedVersion: version,
  })
  expect(await codesOf(approver)).toEqual(['TF-01-2'])
  await signs()
  expect(await codesOf(officer, 'submitted')).toEqual(['TF-01-2'])
})

async function links(title: string) {
  const { data } = await coordinator.query(
    `mutation Link($input: EvidenceLinkAddInput!) { evidenceLinkAdd(input: $input) { problems { reason } } }`,
    {
      input: {
        assessmentId: id, url: 'https://example.org/statistics',
        details: { title, language: 'en', dated: '2025-03-31', confidentiality: 'ORDINARY', kpiCodes: [KPI] },
      },
    },
  ) // prettier-ignore
  expect(data.evidenceLinkAdd.problems).toEqual([])
}
