import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world.ts'
import { cycleId, mine, reasons, send } from './asking.testing'

const world = useWorld()

const T = 2024
const cell = (elementCode: string, raw: string | null, expectedVersion: number, year = T) => ({
  elementCode,
  year,
  raw,
  expectedVersion,
})

/** The draft of XHE, started anew, whose coordinator writes. */
async function draft() {
  const coordinator = await world().as('COORDINATOR', 'XHE')
  await send(coordinator, 'assessmentStart', { cycleId: await cycleId(world()) })
  const assessment = await mine(coordinator)
  const versionOf = async (element: string, year = T): Promise<number> =>
    (await mine(coordinator)).working.values.find(
      (value: { elementCode: string; year: number }) =>
        value.elementCode === element && value.year === year,
    )?.version ?? 0
  return { coordinator, assessmentId: assessment.id as string, versionOf }
}

describe('the start', () => {
  test('makes one assessment with every KPI pending, and a second start opens the same', async () => {
    const coordinator = await world().as('COORDINATOR', 'XHE')
    const input = { cycleId: await cycleId(world()) }

    const first = await send(coordinator, 'assessmentStart', input)
    const second = await send(coordinator, 'assessmentStart', input)
    const assessment = await mine(coordinator)

    expect(second.assessment.id).toBe(first.assessment.id)
    expect(assessment.working.responses).toHaveLength(51)
    expect(assessment.progress).toMatchObject({ kpisTotal: 51, figuresEntered: 0 })
    expect(assessment.progress.figuresTotal).toBeGreaterThan(80)
  })

  test('M14: writes no figure of an earlier cycle by itself, though that measured the year before', async () => {
    const coordinator = await world().as('COORDINATOR', 'XSO')
    expect((await mine(coordinator)).working.values.length).toBeGreaterThan(50)
    await world().asOwner(({ db }) =>
      sql`insert into cycle (id, code, number, name, framework_version_id, status, reporting_year, previous_year, opens_at, closes_at,
          is_demonstration)
        select gen_random_uuid(), 'C2025', 9, name, framework_version_id, 'OPEN', 2025, 2024, opens_at, closes_at, true
          from cycle where code = 'C2024'`.execute(db),
    ) // prettier-ignore
    await world().asOwner(({ db }) =>
      sql`insert into cycle_participant (cycle_id, administration_id, region_code, geography, invited_at)
        select c.id, a.id, a.region_code, a.geography, now() from cycle c, administration a
          where c.code = 'C2025' and a.code = 'XSO'`.execute(db),
    ) // prettier-ignore
    await send(coordinator, 'assessmentStart', { cycleId: await cycleId(world(), 'C2025') })
    const { data } = await coordinator.query(
      `{ myAssessment(cycle: "C2025") { progress { figuresEntered } working { values { value } } } }`,
    )
    expect(data.myAssessment).toEqual({ progress: { figuresEntered: 0 }, working: { values: [] } })
    await world().asOwner(({ db }) =>
      sql`update cycle set status = 'CLOSED' where code = 'C2025'`.execute(db),
    )
  })

  test('is refused to others and in a closed cycle, and an unknown cycle is not found', async () => {
    const coordinator = await world().as('COORDINATOR', 'XHE')
    const approver = await world().as('APPROVER', 'XHE')

    const asApprover = await send(approver, 'assessmentStart', { cycleId: await cycleId(world()) })
    const reported = await send(coordinator, 'assessmentStart', {
      cycleId: await cycleId(world(), 'C2022'),
    })
    const unknown = await send(coordinator, 'assessmentStart', {
      cycleId: 'Q1kAAAAAAAAAAAAAAAAAAAAA',
    })

    expect(reasons(asApprover)).toEqual(['WRONG_HAT'])
    expect(reasons(reported)).toEqual(['WRONG_STATE'])
    expect(reasons(unknown)).toEqual(['NOT_FOUND'])
  })
})

describe('figures', () => {
  test('are there after a reload, with value and score of the KPI they complete', async () => {
    const { coordinator, assessmentId } = await draft()

    const saved = await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [cell('DECL_ELECTRONIC', '981', 0), cell('DECL_ALL', '1 000', 0)],
    })
    const after = await mine(coordinator)

    expect(saved.results.map(({ isSaved }: { isSaved: boolean }) => isSaved)).toEqual([true, true])
    expect(saved.results[1]).toMatchObject({ value: '1000', version: 1, echo: 'read as 1000' })
    expect(saved.changedResponses).toContainEqual({
      kpiCode: 'TF-01-1',
      state: 'REPORTED',
      value: '98.1',
      score: '98.1',
    })
    expect(after.working.values).toContainEqual({
      elementCode: 'DECL_ALL',
      year: T,
      value: '1000',
      version: 1,
    })
    expect(after.progress).toMatchObject({ figuresEntered: 2 })
  })

  test('that cannot be read never hold up the others, and say why', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()

    const saved = await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [
        cell('AEO_COUNT', 'n/a', 0),
        cell('AEO_COUNT', '12', await versionOf('AEO_COUNT', T - 1), T - 1),
        cell('INSTRUMENT_LEVEL_MEAN', '4', 0),
        cell('NO_SUCH_ELEMENT', '1', 0),
        cell('DECL_ALL', '1', 0, 1999),
      ],
    })

    expect(
      saved.results.map(
        ({ problem }: { problem: { reason: string } | null }) => problem?.reason ?? 'SAVED',
      ),
    ).toEqual(['LOOKS_MISSING', 'SAVED', 'DERIVED', 'UNKNOWN_ELEMENT', 'YEAR_NOT_ASKED'])
    expect(saved.problems).toEqual([])
  })

  test('changed by a colleague come back with both values, and nothing is overwritten', async () => {
    const { coordinator, assessmentId } = await draft()
    const colleague = await world().as('COORDINATOR', 'XHE')
    await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [cell('ECOM_SHIP_EXP', '500', 0)],
    })

    const stale = await send(colleague, 'dataValuesSave', {
      assessmentId,
      cells: [cell('ECOM_SHIP_EXP', '400', 0)],
    })

    expect(stale.results[0]).toMatchObject({
      isSaved: false,
      problem: { code: 'CONFLICT', reason: 'STALE_VERSION' },
      current: { value: '500', version: 1, authorName: coordinator.name },
    })
  })

  test('of two people in different cells do not disturb each other', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()
    const colleague = await world().as('COORDINATOR', 'XHE')
    const [one, other] = [await versionOf('DECL_ELECTRONIC'), await versionOf('DECL_ALL')]

    const [first, second] = await Promise.all([
      send(coordinator, 'dataValuesSave', {
        assessmentId,
        cells: [cell('DECL_ELECTRONIC', '90', one)],
      }),
      send(colleague, 'dataValuesSave', { assessmentId, cells: [cell('DECL_ALL', '100', other)] }),
    ])
    const after = await mine(coordinator)

    expect([first.results[0].isSaved, second.results[0].isSaved]).toEqual([true, true])
    expect(
      after.working.responses.find((r: { kpiCode: string }) => r.kpiCode === 'TF-01-1').value,
    ).toBe('90')
  })

  test('out of range are saved and block only the submission', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()

    const saved = await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [cell('DECL_ELECTRONIC', '-5', await versionOf('DECL_ELECTRONIC'))],
    })
    const after = await mine(coordinator)
    const answer = after.working.responses.find((r: { kpiCode: string }) => r.kpiCode === 'TF-01-1')

    expect(saved.results[0].isSaved).toBe(true)
    expect(answer.checks.map(({ level }: { level: string }) => level)).toContain('BLOCK')
    expect(after.progress.blocks).toBeGreaterThan(0)
  })

  test('emptied are missing and never zero, and their history says who and when', async () => {
    const { coordinator, assessmentId } = await draft()
    await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [cell('DATA_REQUESTED', '7', 0)],
    })
    await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [cell('DATA_REQUESTED', '', 1)],
    })

    const { data } = await coordinator.query(
      `query History($id: ID!) { assessment(id: $id) {
        valueHistory(element: "DATA_REQUESTED", year: 2024) { totalCount nodes { revision value author { name } } } } }`,
      { id: assessmentId },
    )

    expect(data.assessment.valueHistory).toEqual({
      totalCount: 2,
      nodes: [
        { revision: 2, value: null, author: { name: coordinator.name } },
        { revision: 1, value: '7', author: { name: coordinator.name } },
      ],
    })
  })

  test('A49: sent twice with one key are saved once', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()
    const input = {
      assessmentId,
      idempotencyKey: '0192f0a0-0000-7000-8000-000000000001',
      cells: [cell('DATA_ALIGNED', '3', await versionOf('DATA_ALIGNED'))],
    }

    const first = await send(coordinator, 'dataValuesSave', input)
    const again = await send(coordinator, 'dataValuesSave', input)

    expect(again.results).toEqual(first.results)
    expect(await versionOf('DATA_ALIGNED')).toBe(first.results[0].version)
  })

  test('are written in a constant number of statements', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()
    const codes = ['DECL_ELECTRONIC', 'DECL_ALL', 'DATA_ALIGNED', 'DATA_REQUESTED']
    const save = async (elements: readonly string[]) => {
      const cells = await Promise.all(elements.map(async (e) => cell(e, '8', await versionOf(e))))
      return world().database.counter.during(() =>
        coordinator.query(
          `mutation Save($input: DataValuesSaveInput!) { dataValuesSave(input: $input) { problems { reason } } }`,
          { input: { assessmentId, cells } },
        ),
      )
    }

    const one = await save(codes.slice(0, 1))
    const many = await save(codes)

    expect(many).toBe(one)
    // The ninth is the audit entry; the viewer's identity is counted beside it.
    expect(many).toBeLessThanOrEqual(12)
  })
})

test('a save that says nothing of note and estimate leaves them, and one that says null takes the note away', async () => {
  const { coordinator, assessmentId, versionOf } = await draft()
  const save = async (more: object) =>
    send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [{ ...cell('DECL_ALL', '100', await versionOf('DECL_ALL')), ...more }],
    })
  const stored = async () => {
    const { data } = await coordinator.query(
      `query ($id: ID!) { assessment(id: $id) { working { values { elementCode note isEstimated } } } }`,
      { id: assessmentId },
    )
    return data.assessment.working.values.find(
      ({ elementCode }: { elementCode: string }) => elementCode === 'DECL_ALL',
    )
  }

  await save({ note: 'Office of statistics', isEstimated: true })
  await save({ raw: '101' })
  expect(await stored()).toMatchObject({ note: 'Office of statistics', isEstimated: true })

  await save({ note: null, isEstimated: false })
  expect(await stored()).toMatchObject({ note: null, isEstimated: false })
})

describe('reasons, notes and ratings', () => {
  const versionAt = async (who: Awaited<ReturnType<typeof draft>>['coordinator'], kpi: string) =>
    (await mine(who)).working.responses.find((r: { kpiCode: string }) => r.kpiCode === kpi).version

  test('a reason stands in place of a value, keeps the figures, and can be taken back', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()
    await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [
        cell('DECL_ELECTRONIC', '50', await versionOf('DECL_ELECTRONIC')),
        cell('DECL_ALL', '100', await versionOf('DECL_ALL')),
      ],
    })
    const set = await send(coordinator, 'kpiResponseSetReason', {
      assessmentId,
      kpiCode: 'TF-01-1',
      state: 'NOT_APPLICABLE',
      reasonCode: 'NO_LEGAL_BASIS',
      reasonText: 'The law knows no electronic declarations.',
      expectedVersion: await versionAt(coordinator, 'TF-01-1'),
    })
    const cleared = await send(coordinator, 'kpiResponseClearReason', {
      assessmentId,
      kpiCode: 'TF-01-1',
      expectedVersion: set.response.version,
    })

    expect(set.response).toMatchObject({
      state: 'NOT_APPLICABLE',
      value: null,
      reasonCode: 'NO_LEGAL_BASIS',
    })
    expect(cleared.response).toMatchObject({ state: 'REPORTED', value: '50', reasonCode: null })
  })

  test('a reason needs its own code and a text, and both are named at once', async () => {
    const { coordinator, assessmentId } = await draft()

    const refused = await send(coordinator, 'kpiResponseSetReason', {
      assessmentId,
      kpiCode: 'TF-02-1',
      state: 'NOT_APPLICABLE',
      reasonCode: 'DATA_NOT_COLLECTED',
      reasonText: ' ',
      expectedVersion: await versionAt(coordinator, 'TF-02-1'),
    })

    expect(reasons(refused)).toEqual(['UNKNOWN_REASON', 'TEXT_MISSING'])
  })

  test('what explains nothing is no explanation: of a warning, or of a figure that is not there', async () => {
    const { coordinator, assessmentId } = await draft()
    const of = { assessmentId, kpiCode: 'TF-02-1', expectedVersion: await versionAt(coordinator, 'TF-02-1') } // prettier-ignore
    const justify = (justification: string | null) =>
      send(coordinator, 'kpiResponseJustify', { ...of, justification })

    expect(await justify('x')).toMatchObject({
      problems: [{ code: 'BAD_INPUT', reason: 'TEXT_TOO_SHORT', path: ['input', 'justification'] }],
    })
    const reason = { state: 'NOT_AVAILABLE', reasonCode: 'DATA_NOT_COLLECTED', reasonText: 'n/a' }
    expect(reasons(await send(coordinator, 'kpiResponseSetReason', { ...of, ...reason }))).toEqual([
      'TEXT_TOO_SHORT',
    ])
    expect(await versionAt(coordinator, 'TF-02-1')).toBe(of.expectedVersion)
    expect((await justify(null)).problems).toEqual([])
  })

  test('a stale reason is refused and shows the answer as it is', async () => {
    const { coordinator, assessmentId } = await draft()

    const stale = await send(coordinator, 'kpiResponseNote', {
      assessmentId,
      kpiCode: 'TF-02-1',
      publicNote: 'Late.',
      expectedVersion: 77,
    })

    expect(reasons(stale)).toEqual(['STALE_VERSION'])
    expect(stale.response.publicNote).toBeNull()
  })

  test('notes and ticks are kept, the working note with a version of its own', async () => {
    const { coordinator, assessmentId } = await draft()
    const kpiCode = 'RC-01-1'

    const note = await send(coordinator, 'internalNoteSave', {
      assessmentId, kpiCode, body: 'Ask the treasury.', expectedVersion: 0,
    }) // prettier-ignore
    const again = await send(coordinator, 'internalNoteSave', {
      assessmentId, kpiCode, body: 'Asked.', expectedVersion: 0,
    }) // prettier-ignore
    const tick = await send(coordinator, 'kpiResponseLookedAt', {
      assessmentId,
      kpiCode,
      isLookedAt: true,
    })
    const justified = await send(coordinator, 'kpiResponseJustify', {
      assessmentId, kpiCode, justification: 'A new tariff.', expectedVersion: tick.response.version,
    }) // prettier-ignore

    expect(note.response).toEqual({ internalNote: 'Ask the treasury.', internalNoteVersion: 1 })
    expect(reasons(again)).toEqual(['STALE_VERSION'])
    expect(tick.response.lookedAt).not.toBeNull()
    expect(justified.response.justification).toBe('A new tariff.')
  })

  test('M3: a justification is for the figures it was written for, and holds again once somebody says so', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()
    const of = { assessmentId, kpiCode: 'TF-02-1' }
    const grow = async (value: string) =>
      send(coordinator, 'dataValuesSave', { assessmentId, cells: [cell('AEO_COUNT', value, await versionOf('AEO_COUNT'))] }) // prettier-ignore
    const standing = async () => {
      const { data } = await coordinator.query(
        `query S($id: ID!) { assessment(id: $id) { progress { warningsOpen } working { response(kpi: "TF-02-1") {
          version isJustified justification checks { kind level } } } } }`,
        { id: assessmentId },
      )
      return { ...data.assessment.working.response, open: data.assessment.progress.warningsOpen }
    }
    await grow('900')
    const { open, version, checks } = await standing()
    const input = { ...of, justification: 'A new programme.', expectedVersion: version }
    await send(coordinator, 'kpiResponseJustify', input)
    const justified = await standing()
    await grow('1900')
    const changed = await standing()
    await send(coordinator, 'kpiResponseJustify', { ...input, expectedVersion: changed.version })

    expect(checks).toContainEqual({ kind: 'LARGE_CHANGE', level: 'WARN' })
    expect(justified).toMatchObject({ isJustified: true, open: open - 1 })
    expect(changed).toMatchObject({ isJustified: false, justification: 'A new programme.', open })
    expect(await standing()).toMatchObject({ isJustified: true, open: open - 1 })
  })

  test('ratings of instruments make the mean, and each stands for itself', async () => {
    const { coordinator, assessmentId, versionOf } = await draft()
    await send(coordinator, 'dataValuesSave', {
      assessmentId,
      cells: [
        cell('DECL_ELECTRONIC', '50', await versionOf('DECL_ELECTRONIC')),
        cell('DECL_ALL', '100', await versionOf('DECL_ALL')),
      ],
    })
    const { data } = await coordinator.query(
      `query All($id: ID!) { assessment(id: $id) { working { instruments { instrumentCode level version } } } }`,
      { id: assessmentId },
    )
    const all = data.assessment.working.instruments as { instrumentCode: string; version: number }[]

    const saved = await send(coordinator, 'instrumentLevelsSave', {
      assessmentId,
      levels: [
        ...all.map(({ instrumentCode, version }) => ({
          instrumentCode,
          level: 3,
          expectedVersion: version,
        })),
        { instrumentCode: 'NO_SUCH', level: 1, expectedVersion: 0 },
      ],
    })

    expect(saved.itemProblems).toEqual([{ reason: 'UNKNOWN_INSTRUMENT', path: ['NO_SUCH'] }])
    expect(saved.changedResponses).toEqual([{ kpiCode: 'OD-04-2', state: 'REPORTED', value: '3' }])
  })
})

describe('delegation', () => {
  test('opens its KPIs to the contributor and nothing else', async () => {
    const contributor = await world().as('CONTRIBUTOR', 'XAL')
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const own = await mine(contributor)
    const all = await mine(coordinator)

    const { data } = await contributor.query(
      `query Tasks($id: ID!) { assessment(id: $id) { assignments { kpiCode } working { scores { methodCode }
        responses { kpiCode } values { elementCode } } } }`,
      { id: own.id },
    )
    const seen = data.assessment.working.responses.map(
      ({ kpiCode }: { kpiCode: string }) => kpiCode,
    )
    const assigned = data.assessment.assignments.map(({ kpiCode }: { kpiCode: string }) => kpiCode)

    expect(new Set(assigned)).toEqual(new Set(seen))
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.length).toBeLessThan(51)
    expect(data.assessment.working.scores).toBeNull()
    expect(all.working.responses).toHaveLength(51)
  })

  test('keeps a contributor from figures of others', async () => {
    const contributor = await world().as('CONTRIBUTOR', 'XAL')
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const own = await mine(contributor)
    const open = new Set(
      own.working.values.map(({ elementCode }: { elementCode: string }) => elementCode),
    )
    const foreign = (await mine(coordinator)).working.values.find(
      ({ elementCode, year }: { elementCode: string; year: number }) =>
        !open.has(elementCode) && year === T,
    )

    const saved = await send(contributor, 'dataValuesSave', {
      assessmentId: own.id,
      cells: [cell(foreign.elementCode, '1', foreign.version)],
    })

    expect(saved.results[0].problem).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ASSIGNED' })
  })

  test('is given and taken back by the coordinator', async () => {
    const { coordinator, assessmentId } = await draft()
    const { rows } = await world().asOwner(async ({ db }) => ({
      rows: await db
        .selectFrom('personRole as r')
        .innerJoin('administration as a', 'a.id', 'r.administrationId')
        .select('r.personId')
        .where('r.role', '=', 'CONTRIBUTOR')
        .where('a.code', '=', 'XHE')
        .execute(),
    }))
    const { globalId } = await import('#platform')
    const personId = globalId('PE', rows[0]!.personId)

    const set = await send(coordinator, 'assignmentSet', {
      assessmentId, personId, kpiCodes: ['TF-01-1', 'TF-02-1'], dueOn: '2026-12-01',
    }) // prettier-ignore
    const removed = await send(coordinator, 'assignmentRemove', {
      assignmentId: set.assessment.assignments[0].id,
    })
    const wrong = await send(coordinator, 'assignmentSet', {
      assessmentId, personId: 'nobody', kpiCodes: ['XX-1'], dueOn: '2020-01-01',
    }) // prettier-ignore

    expect(set.assessment.assignments).toHaveLength(2)
    expect(removed.assessment.assignments).toHaveLength(1)
    expect(reasons(wrong)).toEqual(['UNKNOWN_PERSON', 'UNKNOWN_KPI', 'BAD_PERIOD'])
  })
})

describe('others', () => {
  test('do not find the draft of an administration, by any command', async () => {
    const { assessmentId } = await draft()
    const stranger = await world().as('COORDINATOR', 'XAL')

    const saved = await send(stranger, 'dataValuesSave', {
      assessmentId,
      cells: [cell('DECL_ALL', '1', 0)],
    })
    const decided = await send(stranger, 'assessmentRequestApproval', {
      assessmentId,
      expectedVersion: 1,
    })
    const { data } = await stranger.query(`query One($id: ID!) { assessment(id: $id) { id } }`, {
      id: assessmentId,
    })

    expect(reasons(saved)).toEqual(['NOT_FOUND'])
    expect(reasons(decided)).toEqual(['NOT_FOUND'])
    expect(data.assessment).toBeNull()
  })
})
