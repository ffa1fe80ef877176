import { describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { mine, reasons, seenByOfficer, send } from './asking.testing'

const world = useWorld()
const DUE = '2026-11-30T23:59:59.000Z'

/** Both hats of the administration with its assessment as it stands. */
async function of(administration: string) {
  const coordinator = await world().as('COORDINATOR', administration)
  const approver = await world().as('APPROVER', administration)
  return { coordinator, approver, now: await mine(coordinator) }
}

/** The first returned item, with everything that tells of its answer. */
async function itemAsRead(who: Caller, id: string) {
  const { data } = await who.query(
    `query Item($id: ID!) { assessment(id: $id) { returnItems { reason answer answeredAt answerer { name } } } }`,
    { id },
  )
  return data.assessment.returnItems[0]
}

/** What the audit log tells this reader of the administration. */
async function actionsTold(who: Caller): Promise<readonly string[]> {
  const { data, errors } = await who.query(
    `{ auditEntries(administration: "XNO", first: 100) { nodes { action } } }`,
  )
  expect(errors).toBeUndefined()
  return data.auditEntries.nodes.map(({ action }: { action: string }) => action)
}

describe('before the submission', () => {
  test('the request names everything that is missing at once, by KPI', async () => {
    const { coordinator, now } = await of('XAL')

    const refused = await send(coordinator, 'assessmentRequestApproval', {
      assessmentId: now.id,
      expectedVersion: now.version,
    })
    const pending = refused.problems.filter(
      ({ reason }: { reason: string }) => reason === 'RESPONSE_PENDING',
    )

    expect(pending.map(({ path }: { path: string[] }) => path[0])).toEqual(
      expect.arrayContaining(['RC-02-1', 'RC-02-2', 'EP-06-3']),
    )
    expect((await mine(coordinator)).status).toBe('DRAFT')
  })

  test('the approver sends back with a reason, and it is editable again', async () => {
    const { coordinator, approver, now } = await of('XKE')

    const silent = await send(approver, 'assessmentSendBack', {
      assessmentId: now.id, expectedVersion: now.version, reason: ' ',
    }) // prettier-ignore
    const back = await send(approver, 'assessmentSendBack', {
      assessmentId: now.id, expectedVersion: now.version, reason: 'Check the time of release.',
    }) // prettier-ignore
    const again = await send(coordinator, 'assessmentRequestApproval', {
      assessmentId: now.id,
      expectedVersion: back.assessment.version,
    })

    expect(reasons(silent)).toEqual(['TEXT_MISSING'])
    expect(back.assessment).toMatchObject({
      status: 'DRAFT',
      sentBackReason: 'Check the time of release.',
    })
    expect(again.assessment.status).toBe('INTERNAL_APPROVAL')
  })

  test('the officer sees the head and the counts, and nothing of the content', async () => {
    const seen = await seenByOfficer(world(), 'XAL')

    expect(seen).toMatchObject({ status: 'DRAFT', contentAccess: 'NOT_SUBMITTED', submitted: null })
    expect(seen.working).toBeNull()
  })

  test('nothing can be written while the approver decides', async () => {
    const { coordinator, now } = await of('XNO')
    const [value] = now.working.values

    const saved = await send(coordinator, 'dataValuesSave', {
      assessmentId: now.id,
      cells: [
        {
          elementCode: value.elementCode,
          year: value.year,
          raw: '1',
          expectedVersion: value.version,
        },
      ],
    })

    expect(saved.problems).toMatchObject([{ code: 'CONFLICT', reason: 'WRONG_STATE' }])
  })
})

describe('from the signature to the acceptance', () => {
  test('submits, returns single items, answers, submits again, accepts and reopens', async () => {
    const { coordinator, approver, now } = await of('XNO')
    const officer = await world().as('CYCLE_OFFICER')
    const id = { assessmentId: now.id }
    expect(now.viewerCan.submit.code).toBe('WRONG_HAT')

    const stale = await send(approver, 'assessmentSubmit', { ...id, expectedVersion: 99 })
    const submitted = await send(approver, 'assessmentSubmit', {
      ...id,
      expectedVersion: now.version,
    })
    expect(reasons(stale)).toEqual(['STALE_VERSION'])
    expect(submitted.assessment).toMatchObject({ status: 'SUBMITTED', submissionCount: 1 })

    const twice = await send(approver, 'assessmentSubmit', {
      ...id,
      expectedVersion: submitted.assessment.version,
    })
    expect(reasons(twice)).toEqual(['WRONG_STATE'])

    const receipt = (await seenByOfficer(world(), 'XNO')).submitted
    expect(receipt).toMatchObject({
      number: 1,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(receipt.responses).toHaveLength(51)

    const silent = await send(officer, 'assessmentReturn', {
      ...id, expectedVersion: submitted.assessment.version, dueAt: '2020-01-01T00:00:00Z',
      items: [{ kpiCode: 'TF-01-1', reason: '' }, { kpiCode: 'XX', reason: 'Why?' }, { kpiCode: 'TF-02-1', reason: 'Why?' }],
    }) // prettier-ignore
    expect(reasons(silent)).toEqual(['TEXT_MISSING', 'UNKNOWN_KPI', 'TEXT_TOO_SHORT', 'BAD_PERIOD'])

    const returned = await send(officer, 'assessmentReturn', {
      ...id, expectedVersion: submitted.assessment.version, dueAt: DUE,
      items: [{ kpiCode: 'TF-01-1', reason: 'Does this include transit?' }],
    }) // prettier-ignore
    expect(returned.assessment.status).toBe('RETURNED')

    const open = await mine(coordinator)
    expect(open.openKpiCodes).toEqual(['TF-01-1'])
    const valueOf = (code: string) =>
      open.working.values.find(
        (v: { elementCode: string; year: number }) => v.elementCode === code && v.year === 2024,
      )
    const foreign = open.working.values.find(
      ({ elementCode }: { elementCode: string }) =>
        !['DECL_ALL', 'DECL_ELECTRONIC'].includes(elementCode),
    )
    const mended = valueOf('DECL_ALL')
    const saved = await send(coordinator, 'dataValuesSave', {
      ...id,
      cells: [
        {
          elementCode: foreign.elementCode,
          year: foreign.year,
          raw: '1',
          expectedVersion: foreign.version,
        },
        {
          elementCode: 'DECL_ALL',
          year: 2024,
          value: `${mended.value}0`,
          expectedVersion: mended.version,
        },
      ],
    })
    expect(saved.results.map(({ isSaved }: { isSaved: boolean }) => isSaved)).toEqual([false, true])

    const unanswered = await send(approver, 'assessmentSubmit', {
      ...id,
      expectedVersion: open.version,
    })
    expect(reasons(unanswered)).toContain('ITEM_UNANSWERED')

    const [item] = open.returnItems
    await send(coordinator, 'returnItemAnswer', {
      itemId: item.id, answer: 'It does now.', expectedVersion: item.version,
    }) // prettier-ignore
    expect((await mine(coordinator)).returnItems[0]).toMatchObject({ answer: 'It does now.' })
    expect(await itemAsRead(officer, now.id)).toEqual({
      reason: 'Does this include transit?', answer: null, answeredAt: null, answerer: null,
    }) // prettier-ignore
    expect(await actionsTold(officer)).not.toContain('returnItemAnswer')
    const again = await send(approver, 'assessmentSubmit', { ...id, expectedVersion: open.version })
    expect(again.assessment).toMatchObject({ status: 'SUBMITTED', submissionCount: 2 })
    expect(await itemAsRead(officer, now.id)).toMatchObject({
      answer: 'It does now.', answeredAt: expect.any(String), answerer: { name: expect.any(String) },
    }) // prettier-ignore

    const { data } = await coordinator.query(
      `query Two($id: ID!) { assessment(id: $id) { submissions { number contentHash changedKpiCodes }
        working { response(kpi: "TF-01-1") { history { value } } } } }`,
      { id: now.id },
    )
    const [second, first] = data.assessment.submissions
    expect(second.changedKpiCodes).toEqual(['TF-01-1'])
    expect(second.contentHash).not.toBe(first.contentHash)
    expect(first.contentHash).toBe(receipt.contentHash)
    expect(data.assessment.working.response.history).toHaveLength(2)

    const accepted = await send(officer, 'assessmentAccept', {
      ...id, expectedVersion: again.assessment.version, clearedKpiCodes: ['TF-01-1'],
    }) // prettier-ignore
    expect(accepted.assessment.status).toBe('ACCEPTED')
    expect((await mine(coordinator)).openKpiCodes).toEqual([])

    const reopened = await send(officer, 'assessmentReopen', {
      ...id, expectedVersion: accepted.assessment.version, requestedBy: 'MEMBER', dueAt: DUE,
      reason: 'The treasury corrected its accounts.', kpiCodes: ['RC-01-1'],
    }) // prettier-ignore
    expect(reopened.assessment.status).toBe('RETURNED')
    expect((await mine(coordinator)).openKpiCodes).toEqual(['RC-01-1'])
  })

  test('confirms by the signature every level that is not in force yet', async () => {
    const records = await world().asOwner(async ({ db }) =>
      db
        .selectFrom('consentRecord as c')
        .innerJoin('administration as a', 'a.id', 'c.administrationId')
        .innerJoin('cycle as y', 'y.id', 'c.cycleId')
        .select(['c.kpiCode', 'c.proposedBy', 'c.confirmedBy'])
        .where('a.code', '=', 'XNO')
        .where('y.code', '=', 'C2024')
        .execute(),
    )

    expect(new Set(records.map(({ kpiCode }) => kpiCode)).size).toBe(51)
    expect(records.every((r) => r.confirmedBy !== null && r.confirmedBy !== r.proposedBy)).toBe(
      true,
    )
  })

  test('refuses the signature of who alone entered the figures', async () => {
    const { approver, now } = await of('XKE')
    await world().asOwner(async ({ db }) => {
      const { personId } = await db
        .selectFrom('personRole as r')
        .innerJoin('person as p', 'p.id', 'r.personId')
        .select('r.personId')
        .where('p.name', '=', approver.name)
        .where('r.role', '=', 'APPROVER')
        .executeTakeFirstOrThrow()
      await db
        .updateTable('dataValue')
        .set({ updatedBy: personId })
        .where('administrationId', 'in', (eb) =>
          eb.selectFrom('administration').select('id').where('code', '=', 'XKE'),
        )
        .execute()
    })

    const refused = await send(approver, 'assessmentSubmit', {
      assessmentId: now.id,
      expectedVersion: now.version,
    })

    expect(refused.problems).toMatchObject([{ code: 'FORBIDDEN', reason: 'SECOND_PERSON' }])
  })

  test('lets the coordinator sign where the administration has switched the signature off', async () => {
    const { coordinator, approver, now } = await of('XKE')
    await world().asOwner(async ({ db }) => {
      await db
        .updateTable('administration')
        .set({ requiresApproval: false })
        .where('code', '=', 'XKE')
        .execute()
    })

    const asApprover = await send(approver, 'assessmentSubmit', {
      assessmentId: now.id,
      expectedVersion: now.version,
    })
    const signed = await send(coordinator, 'assessmentSubmit', {
      assessmentId: now.id,
      expectedVersion: now.version,
    })

    expect(reasons(asApprover)).toEqual(['WRONG_HAT'])
    expect(signed.assessment).toMatchObject({ status: 'SUBMITTED', submissionCount: 1 })
  })

  test('is the officer’s where the state allows it, and nobody else’s', async () => {
    const { coordinator, now } = await of('XAL')
    const officer = await world().as('CYCLE_OFFICER')
    const input = { assessmentId: now.id, expectedVersion: now.version }

    const draft = await send(officer, 'assessmentAccept', input)
    const own = await coordinator.query(
      `mutation Accept($input: AssessmentAcceptInput!) { assessmentAccept(input: $input) { problems { reason } } }`,
      { input },
    )

    expect(reasons(draft)).toEqual(['WRONG_STATE'])
    expect(own.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the database alone', () => {
  test.each(['ACCEPTED', 'RETURNED'] as const)(
    'lets no member set the state %s',
    async (status) => {
      const { id, administrationId } = await world().asOwner(({ db }) =>
        db
          .selectFrom('assessment')
          .select(['id', 'administrationId'])
          .where('status', '=', 'DRAFT')
          .executeTakeFirstOrThrow(),
      )
      const asHat = (hat: string) =>
        world().database.write(
          { role: 'pmm_app', settings: { hat, administration: administrationId } },
          ({ db }) => db.updateTable('assessment').set({ status }).where('id', '=', id).execute(),
        )

      await expect(asHat('N')).rejects.toMatchObject({ code: '42501' })
      await expect(asHat('C')).rejects.toMatchObject({ code: '42501' })
    },
  )
})

describe('a withdrawal', () => {
  test('needs both persons, hides the content from the officer, and can be taken up again', async () => {
    const { coordinator, approver, now } = await of('XTE')

    const early = await send(approver, 'assessmentWithdraw', {
      assessmentId: now.id,
      expectedVersion: now.version,
    })
    const proposed = await send(coordinator, 'assessmentWithdraw', {
      assessmentId: now.id,
      expectedVersion: now.version,
    })
    const confirmed = await send(approver, 'assessmentWithdraw', {
      assessmentId: now.id,
      expectedVersion: proposed.assessment.version,
    })
    const seen = await seenByOfficer(world(), 'XTE')
    const { data } = await world().nobody().query(`{ cycle(code: "C2024") { id } }`)
    const resumed = await send(coordinator, 'assessmentStart', { cycleId: data.cycle.id })

    expect(reasons(early)).toEqual(['NOT_READY'])
    expect(proposed.assessment.status).toBe('SUBMITTED')
    expect(confirmed.assessment.status).toBe('WITHDRAWN')
    expect(seen).toMatchObject({ contentAccess: 'WITHHELD', submitted: null })
    expect(resumed.assessment).toMatchObject({ id: now.id, status: 'DRAFT' })
  })
})

describe('an extension', () => {
  test('lets one administration go on after the end of the cycle', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const { data } = await officer.query(
      `{ cycle(code: "C2024") { id closesAt } administration(code: "XAL") { id } }`,
    )
    const input = {
      cycleId: data.cycle.id,
      administrationId: data.administration.id,
      reason: 'Flood.',
    }

    const short = await send(officer, 'assessmentExtend', { ...input, until: data.cycle.closesAt })
    const extended = await send(officer, 'assessmentExtend', {
      ...input,
      until: '2027-03-01T00:00:00Z',
    })
    world().clock.move(new Date('2027-01-15T00:00:00Z'))
    const going = (await mine(await world().as('COORDINATOR', 'XAL'))).viewerCan.edit
    const ended = (await mine(await world().as('COORDINATOR', 'XIS'))).viewerCan.edit

    expect(reasons(short)).toEqual(['BAD_PERIOD'])
    expect(extended.extendedUntil).toBe('2027-03-01T00:00:00.000Z')
    expect(going.allowed).toBe(true)
    expect(ended.code).toBe('OUT_OF_TIME')
  })
})
