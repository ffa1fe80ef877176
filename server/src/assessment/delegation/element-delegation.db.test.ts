import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'
import { reasons, send } from '../asking.testing'

const world = useWorld()
const day = (after: number) =>
  new Date(world().clock.now().getTime() + after * 86_400_000).toISOString().slice(0, 10)

let coordinator: Caller
/** Has KPIs of RC alone, and of TF-01-1 one of its two figures. */
let leon: Caller
/** Has KPIs of EP alone; is given KPIs or elements where a second person is needed. */
let dario: Caller
let id: string
let year: number
const people: Record<'leon' | 'dario', string> = { leon: '', dario: '' }

const selfOf = async (who: Caller) =>
  (await who.query('{ viewer { person { id } } }')).data.viewer.person.id as string
const give = (personId: string, codes: object, dueOn: string | null = null) =>
  send(coordinator, 'assignmentSet', { assessmentId: id, personId, dueOn, ...codes })
const cell = (elementCode: string, value: string, expectedVersion = 0) => ({ elementCode, year, value, expectedVersion }) // prettier-ignore
const save = (who: Caller, cells: readonly object[]) =>
  send(who, 'dataValuesSave', { assessmentId: id, cells })

beforeAll(async () => {
  coordinator = await world().person('Mariam Selk', 'COORDINATOR')
  leon = await world().person('Leon Tarask', 'CONTRIBUTOR')
  dario = await world().person('Dario Fenn', 'CONTRIBUTOR')
  people.leon = await selfOf(leon)
  people.dario = await selfOf(dario)
  const { data } = await coordinator.query(
    '{ myAssessment(cycle: "C2024") { id cycle { reportingYear } } }',
  )
  id = data.myAssessment.id
  year = data.myAssessment.cycle.reportingYear
})

const SEEN = `query Seen($id: ID!, $kpi: String!, $year: Int!) { assessment(id: $id) {
  openKpiCodes openElementCodes progress { blocks }
  assignments { id kpiCode elementCode dueOn doneAt state element { label } kpi { code } person { id } }
  returnItems { kpiCode } internalComments(kpi: $kpi) { elementCode kpiCode body } internalCommentCounts { kpiCode }
  internalCommentReaders(kpi: $kpi) { name }
  of: valueHistory(element: "DECL_ALL", year: $year) { totalCount nodes { value } pageInfo { endCursor } }
  own: valueHistory(element: "DECL_ELECTRONIC", year: $year) { nodes { value } }
  working { response(kpi: $kpi) { value } responses { kpiCode } values(kpi: $kpi) { elementCode value version }
    scores { methodCode } changedKpiCodes }
  submissions { response(kpi: $kpi) { value } values(kpi: $kpi) { elementCode } } } }`
// oxlint-disable-next-line no-explicit-any
async function seen(who: Caller, kpi = 'TF-01-1'): Promise<any> {
  const { data, errors } = await who.query(SEEN, { id, kpi, year }) // prettier-ignore
  if (errors) throw new Error(JSON.stringify(errors))
  return data.assessment
}
const codesOf = (values: readonly { elementCode: string }[]) =>
  [...new Set(values.map(({ elementCode }) => elementCode))].toSorted()
const elementTask = async (who: Caller, element: string) =>
  (await seen(who)).assignments.find(
    ({ elementCode }: { elementCode: string | null }) => elementCode === element,
  )

describe('M6: a single data element', () => {
  test('is given with a day, and opens its figure and nothing else of the KPI', async () => {
    await give(people.leon, { elementCodes: ['DECL_ELECTRONIC'] }, day(9))
    const all = await seen(coordinator)
    const his = await seen(leon)

    expect(codesOf(all.working.values)).toEqual(['DECL_ALL', 'DECL_ELECTRONIC'])
    expect(codesOf(his.working.values)).toEqual(['DECL_ELECTRONIC'])
    expect(his.working.response).toBeNull()
    expect(his.working.responses.map(({ kpiCode }: { kpiCode: string }) => kpiCode)).not.toContain(
      'TF-01-1',
    )
    expect(his.openElementCodes).toContain('DECL_ELECTRONIC')
    expect(his.openElementCodes).not.toContain('DECL_ALL')
    expect(his.openKpiCodes).not.toContain('TF-01-1')
    expect([his.progress, his.of, his.working.scores]).toEqual([
      null,
      { totalCount: 0, nodes: [], pageInfo: { endCursor: null } },
      null,
    ])
    expect(his.own.nodes.length).toBeGreaterThan(0)
    expect(all.of.totalCount).toBeGreaterThan(0)
    expect(await elementTask(leon, 'DECL_ELECTRONIC')).toMatchObject({
      kpiCode: null, kpi: null, element: { label: expect.any(String) }, dueOn: day(9), state: 'DONE', person: { id: people.leon },
    }) // prettier-ignore
    expect(await elementTask(dario, 'DECL_ELECTRONIC')).toBeUndefined()
  })

  test('is written by whoever has it, who is told nothing of what the KPI makes of it', async () => {
    const [{ version }] = (await seen(leon)).working.values
    const before = (await seen(coordinator)).working.response.value
    const saved = await save(leon, [cell('DECL_ELECTRONIC', '5', version), cell('DECL_ALL', '7', 1)]) // prettier-ignore

    expect(saved.results.map(({ isSaved }: { isSaved: boolean }) => isSaved)).toEqual([true, false])
    expect(saved.results[1]).toMatchObject({ problem: { reason: 'NOT_ASSIGNED' }, current: null })
    expect(saved.changedResponses).toEqual([])
    expect((await seen(coordinator)).working.response.value).not.toBe(before)
  })

  test('is checked by itself beside its other year, whatever stands beside it in the KPI', async () => {
    const before = (await seen(leon)).working.values[0].version
    await save(leon, [cell('DECL_ELECTRONIC', '5.5', before)])
    const asked = await leon.query(
      `query C($id: ID!) { assessment(id: $id) { working { values(kpi: "TF-01-1") { period checks { kind level message } } } } }`,
      { id },
    )
    const [{ version }] = (await seen(leon)).working.values
    await save(leon, [cell('DECL_ELECTRONIC', '99999999', version)])
    const above = await leon.query(
      `query C($id: ID!) { assessment(id: $id) { working { values(kpi: "TF-01-1") { checks { kind } } } } }`,
      { id },
    )
    const ofKpi = await coordinator.query(
      `query C($id: ID!) { assessment(id: $id) { working { response(kpi: "TF-01-1") { checks { kind } } } } }`,
      { id },
    )

    expect(asked.errors).toBeUndefined()
    expect(asked.data.assessment.working.values).toEqual([
      { period: 'T', checks: [{ kind: 'NOT_AN_INTEGER', level: 'BLOCK', message: expect.any(String) }] }, // prettier-ignore
    ])
    // More than all declarations: the finding would tell the other figure.
    expect(ofKpi.data.assessment.working.response.checks).toEqual([{ kind: 'PART_OF_WHOLE' }])
    expect(above.data.assessment.working.values).toEqual([{ checks: [] }])
  })

  test('opens no reason, note, tick, evidence or comment of the KPI', async () => {
    const kpi = { assessmentId: id, kpiCode: 'TF-01-1', expectedVersion: 1 }
    const refused = [
      await send(leon, 'kpiResponseSetReason', { ...kpi, state: 'NOT_AVAILABLE', reasonCode: 'NOT_MEASURED', reasonText: 'x' }),
      await send(leon, 'kpiResponseNote', { ...kpi, publicNote: 'x' }),
      await send(leon, 'kpiResponseJustify', { ...kpi, justification: 'x' }),
      await send(leon, 'kpiResponseLookedAt', { assessmentId: id, kpiCode: 'TF-01-1', isLookedAt: true }),
      await send(leon, 'internalNoteSave', { ...kpi, body: 'x' }),
    ] // prettier-ignore
    const link = await leon.query(
      'mutation L($input: EvidenceLinkAddInput!) { evidenceLinkAdd(input: $input) { problems { reason } } }',
      { input: { assessmentId: id, url: 'https://example.org/', details: { title: 'x', language: 'en', confidentiality: 'ORDINARY', kpiCodes: ['TF-01-1'] } } }, // prettier-ignore
    )

    expect(refused.flatMap(reasons)).toEqual(refused.map(() => 'NOT_ASSIGNED'))
    expect(JSON.stringify(link)).toMatch(/NOT_ASSIGNED/)
  })

  test('has its own thread, and no other at the KPI', async () => {
    const say = async (who: Caller, place: object, body: string) => {
      const { data, errors } = await who.query(
        'mutation S($input: InternalCommentAddInput!) { internalCommentAdd(input: $input) { problems { reason } } }',
        { input: { assessmentId: id, locale: 'EN', body, ...place } },
      )
      if (errors) throw new Error(JSON.stringify(errors))
      return reasons(data.internalCommentAdd)
    }
    expect(await say(coordinator, { kpiCode: 'TF-01-1' }, 'of the KPI')).toEqual([])
    expect(await say(coordinator, { elementCode: 'DECL_ALL' }, 'of the other')).toEqual([])
    expect(await say(coordinator, { elementCode: 'DECL_ELECTRONIC' }, 'of his own')).toEqual([])
    expect(await say(leon, { elementCode: 'DECL_ELECTRONIC' }, 'answered')).toEqual([])
    expect(await say(leon, { elementCode: 'DECL_ALL' }, 'x')).toEqual(['NOT_ASSIGNED'])
    expect(await say(leon, { kpiCode: 'TF-01-1' }, 'x')).toEqual(['NOT_ASSIGNED'])

    const his = await seen(leon)
    expect(his.internalComments.map(({ body }: { body: string }) => body)).toEqual(['of his own', 'answered']) // prettier-ignore
    expect(his.internalCommentCounts.map(({ kpiCode }: { kpiCode: string }) => kpiCode)).not.toContain('TF-01-1') // prettier-ignore
    expect(his.internalCommentReaders).toEqual([])
    const readers = (at: string) =>
      `query ($id: ID!) { assessment(id: $id) { internalCommentReaders(${at}) { name } } }`
    const readersAt = async (at: string) =>
      (await leon.query(readers(at), { id })).data.assessment.internalCommentReaders
    expect(await readersAt('element: "DECL_ELECTRONIC"')).not.toEqual([])
    expect(await readersAt('kpi: "TF-01-1", element: "DECL_ELECTRONIC"')).toEqual([])
    expect(await told(leon)).toContainEqual(expect.objectContaining({ kind: 'COMMENTED', kpiCodes: [], elementCodes: ['DECL_ELECTRONIC'] })) // prettier-ignore
  })

  test('is marked as done by himself and reminded of until its figures are there', async () => {
    await give(people.leon, { elementCodes: ['AEO_COUNT'] }, day(2))
    await world().asOwner(({ db }) => sql`delete from data_value where element_code = 'AEO_COUNT'
      and assessment_id = (select assessment_id from assignment where element_code = 'AEO_COUNT')`.execute(db)) // prettier-ignore
    const { id: assignmentId, state } = await elementTask(leon, 'AEO_COUNT')
    expect(state).toBe('OPEN')
    await save(leon, [cell('AEO_COUNT', '5')])
    expect((await elementTask(leon, 'AEO_COUNT')).state).toBe('OPEN')

    await world().worker.drain()
    await world().worker.drain()
    expect((await told(leon)).filter(({ kind }) => kind === 'DUE_SOON')).toEqual([
      { kind: 'DUE_SOON', kpiCodes: [], elementCodes: ['AEO_COUNT'] },
    ])
    expect(reasons(await send(dario, 'assignmentMark', { assignmentId, isDone: true }))).toEqual(['NOT_ASSIGNED']) // prettier-ignore
    expect(reasons(await send(leon, 'assignmentMark', { assignmentId, isDone: true }))).toEqual([])
    expect((await elementTask(coordinator, 'AEO_COUNT')).doneAt).not.toBeNull()
  })
})

describe('M6: one person is responsible for a data element', () => {
  test('who has the KPI reads what another enters, and writes it again once it is taken back', async () => {
    await give(people.dario, { kpiCodes: ['TF-01-1'] })
    const other = await seen(dario)
    const { version } = other.working.values.find(({ elementCode }: { elementCode: string }) => elementCode === 'DECL_ELECTRONIC') // prettier-ignore
    expect(codesOf(other.working.values)).toEqual(['DECL_ALL', 'DECL_ELECTRONIC'])
    expect(other.openElementCodes).toContain('DECL_ALL')
    expect(other.openElementCodes).not.toContain('DECL_ELECTRONIC')
    const early = await save(dario, [cell('DECL_ELECTRONIC', '6', version)])
    expect(early.results[0].problem.reason).toBe('NOT_ASSIGNED')

    const { id: assignmentId } = await elementTask(coordinator, 'DECL_ELECTRONIC')
    await send(coordinator, 'assignmentRemove', { assignmentId })
    const late = await save(dario, [cell('DECL_ELECTRONIC', '6', version)])
    expect(late.results[0].isSaved).toBe(true)
    expect(codesOf((await seen(leon)).working.values)).toEqual([])
  })

  test('given by itself it passes from one person to the next', async () => {
    await give(people.leon, { elementCodes: ['DECL_ALL'] })
    await give(people.dario, { elementCodes: ['DECL_ALL', 'DECL_ELECTRONIC'] }, day(3))
    const holders = (await seen(coordinator)).assignments.filter(({ elementCode }: { elementCode: string | null }) => elementCode === 'DECL_ALL') // prettier-ignore

    expect(holders.map(({ person }: { person: { id: string } }) => person.id)).toEqual([people.dario]) // prettier-ignore
    expect((await seen(leon)).openElementCodes).not.toContain('DECL_ALL')
    expect((await told(dario))[0]).toEqual({ kind: 'ASSIGNED', kpiCodes: [], elementCodes: ['DECL_ALL', 'DECL_ELECTRONIC'] }) // prettier-ignore
    expect((await told(leon))[0]).toEqual({ kind: 'UNASSIGNED', kpiCodes: [], elementCodes: ['DECL_ALL'] }) // prettier-ignore
  })

  test('a shared one is the same figure in each KPI that uses it', async () => {
    await give(people.dario, { elementCodes: ['REVENUE_COLLECTED'] })
    for (const kpi of ['RC-01-1', 'RC-01-2', 'RC-01-3']) {
      expect(codesOf((await seen(dario, kpi)).working.values)).toEqual(['REVENUE_COLLECTED'])
    }
    expect((await seen(leon, 'RC-01-1')).openElementCodes).not.toContain('REVENUE_COLLECTED')
    expect(codesOf((await seen(leon, 'RC-01-1')).working.values)).toContain('REVENUE_COLLECTED')
  })
})

describe('who may', () => {
  test('all problems are told at once, and nothing is half written', async () => {
    const before = (await seen(coordinator)).assignments
    const wrong = await give(people.leon, { kpiCodes: ['NO-1'], elementCodes: ['NONE', 'INSTRUMENT_LEVEL_MEAN', 'DECL_ALL'] }, day(-1)) // prettier-ignore
    const empty = await give(people.leon, { kpiCodes: [], elementCodes: [] })

    expect(wrong.problems).toMatchObject([
      { reason: 'UNKNOWN_KPI' },
      { reason: 'UNKNOWN_ELEMENT', path: ['input', 'elementCodes', 'NONE'] },
      { reason: 'DERIVED', path: ['input', 'elementCodes', 'INSTRUMENT_LEVEL_MEAN'] },
      { reason: 'BAD_PERIOD' },
    ])
    expect(reasons(empty)).toEqual(['LIST_LENGTH'])
    expect((await seen(coordinator)).assignments).toEqual(before)
  })

  test('the coordinator alone gives, of the own administration alone, to its contributors alone', async () => {
    const input = { assessmentId: id, personId: people.leon, elementCodes: ['DECL_ALL'] }
    const stranger = await world().as('COORDINATOR', 'XOR')
    const outsider = await selfOf(await world().as('CONTRIBUTOR', 'XOR'))

    expect(reasons(await send(leon, 'assignmentSet', input))).toEqual(['WRONG_HAT'])
    expect(reasons(await send(stranger, 'assignmentSet', input))).toEqual(['NOT_FOUND'])
    expect(reasons(await give(outsider, { elementCodes: ['DECL_ALL'] }))).toEqual(['UNKNOWN_PERSON']) // prettier-ignore
    const { id: assignmentId } = await elementTask(coordinator, 'DECL_ALL')
    expect(reasons(await send(stranger, 'assignmentRemove', { assignmentId }))).toEqual(['NOT_FOUND']) // prettier-ignore
  })
})

test('the database alone shows and lets write what was given, in a query and in a command that computes nothing', async () => {
  const { rows } = await world().asOwner(({ db }) => sql<{ person: string; administration: string; assessment: string }>`
    select person_id as person, administration_id as administration, assessment_id as assessment from assignment
    where element_code = 'DECL_ALL'`.execute(db)) // prettier-ignore
  const [{ person, administration, assessment }] = rows as [(typeof rows)[number]]
  const as = <T>(statement: ReturnType<typeof sql<T>>, hat = 'C') =>
    world().database.write({ role: 'pmm_app', settings: { hat, person, administration } }, ({ db }) => statement.execute(db)) // prettier-ignore
  const given = await as(sql<{ code: string }>`select distinct element_code as code from data_value where assessment_id = ${assessment}::uuid`) // prettier-ignore
  const codes = given.rows.map(({ code }) => code)

  expect(codes).toContain('DECL_ALL')
  expect(codes).toContain('REVENUE_COLLECTED')
  expect(codes).not.toContain('REVENUE_TARGET')
  const revisions = await as(sql<{ code: string }>`select distinct element_code as code from draft_revision where assessment_id = ${assessment}::uuid`) // prettier-ignore
  expect(revisions.rows.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([])
  const responses = await as(sql<{ code: string }>`select kpi_code as code from kpi_response where assessment_id = ${assessment}::uuid`) // prettier-ignore
  expect(responses.rows.map(({ code }) => code)).not.toContain('RC-01-1')
  // A row lock asks for the right to change the row.
  const lock = (code: string) => as(sql`select 1 from data_value where element_code = ${code} and assessment_id = ${assessment}::uuid for update`) // prettier-ignore
  expect((await lock('REVENUE_TARGET')).rows).toEqual([])
  expect((await lock('REVENUE_COLLECTED')).rows).not.toEqual([])
  await expect(as(sql`insert into data_value (id, assessment_id, administration_id, element_code, year, updated_at)
    values (gen_random_uuid(), ${assessment}::uuid, ${administration}::uuid, 'REVENUE_TARGET', 2001, now())`)).rejects.toThrow(/row-level security/) // prettier-ignore
})

test('of a return whoever has an element of it is told, with the element alone, and may change it', async () => {
  await world().asOwner(({ db }) =>
    sql`update assessment set status = 'SUBMITTED', submission_count = 1 where id = (select assessment_id from assignment where element_code = 'DECL_ALL')`.execute(db)) // prettier-ignore
  expect((await seen(dario)).openElementCodes).toEqual([])
  const officer = await world().as('CYCLE_OFFICER')
  const { data } = await officer.query('query V($id: ID!) { assessment(id: $id) { version } }', { id }) // prettier-ignore
  const returned = await send(officer, 'assessmentReturn', {
    assessmentId: id, expectedVersion: data.assessment.version, dueAt: `${day(20)}T12:00:00Z`,
    items: [{ kpiCode: 'RC-01-1', reason: 'Look again.' }],
  }) // prettier-ignore

  expect(reasons(returned)).toEqual([])
  expect((await told(dario))[0]).toEqual({ kind: 'RETURNED', kpiCodes: [], elementCodes: ['REVENUE_COLLECTED'] }) // prettier-ignore
  expect((await told(leon))[0]).toEqual({ kind: 'RETURNED', kpiCodes: ['RC-01-1'], elementCodes: [] }) // prettier-ignore
  const his = await seen(dario)
  expect(his.openElementCodes).toEqual(['REVENUE_COLLECTED'])
  expect(his.returnItems).toEqual([])
})

interface Notice {
  readonly kind: string
  readonly kpiCodes: readonly string[]
  readonly elementCodes: readonly string[]
}
async function told(who: Caller): Promise<readonly Notice[]> {
  const { data } = await who.query(
    '{ viewer { notifications(first: 8) { nodes { kind kpiCodes elementCodes } } } }',
  )
  return data.viewer.notifications.nodes
}
