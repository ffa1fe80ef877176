import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import type { Db } from '#platform'
import { send } from './asking.testing'

const world = useWorld()

let coordinator: Caller
/** Has the KPIs of RC in the running cycle, and had none in the cycle before. */
let leon: Caller
let leonId: string
/** The running assessment and that of the cycle before. */
let running: string
let earlier: string

const EARLIER = `query Earlier($id: ID!, $kpi: String!) { assessment(id: $id) { id status
  openKpiCodes assignments { id } internalComments(kpi: $kpi) { body } returnItems { kpiCode } progress { blocks }
  working { responses { kpiCode } values { elementCode } evidence { id } instruments { instrumentCode } }
  submitted { number scores { methodCode } changedKpiCodes changes { kpiCode } evidence { id }
    response(kpi: $kpi) { state value score reasonCode year internalNote viewerCan { edit { allowed } }
      history { value } evidence { id } trace { value { result } } }
    responses { kpiCode } values { elementCode year value } instruments { instrumentCode } }
  submissions { number responses { kpiCode } } } }`

// oxlint-disable-next-line no-explicit-any
async function seen(who: Caller, kpi = 'RC-01-1', id = earlier): Promise<any> {
  const { data, errors } = await who.query(EARLIER, { id, kpi })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.assessment
}
const kpisOf = (rows: readonly { kpiCode: string }[]) => rows.map(({ kpiCode }) => kpiCode)
const elementsOf = (rows: readonly { elementCode: string }[]) =>
  [...new Set(rows.map(({ elementCode }) => elementCode))].toSorted()

/** What is seen while something is otherwise, which is undone afterwards. */
async function meanwhile<T>(change: string, look: () => Promise<T>, undo: string): Promise<T> {
  const run = (statement: string) => world().asOwner(({ db }) => sql.raw(statement).execute(db))
  await run(change)
  try {
    return await look()
  } finally {
    await run(undo)
  }
}

beforeAll(async () => {
  coordinator = await world().person('Mariam Selk', 'COORDINATOR')
  leon = await world().person('Leon Tarask', 'CONTRIBUTOR')
  leonId = (await leon.query('{ viewer { person { id } } }')).data.viewer.person.id
  const { data } = await coordinator.query(
    '{ now: myAssessment(cycle: "C2024") { id } before: myAssessment(cycle: "C2022") { id } }',
  )
  running = data.now.id
  earlier = data.before.id
})

describe('M14: an earlier cycle and whoever has a KPI in the running one', () => {
  test('answer and figures of that KPI are as the coordinator reads them', async () => {
    const his = await seen(leon)
    const hers = await seen(coordinator)
    const figures = elementsOf(his.submitted.values)

    expect(his.submitted.response).toEqual({ ...hers.submitted.response, evidence: [] })
    expect(his.submitted.response).toMatchObject({ year: 2022, state: expect.any(String) })
    expect(his.submitted.response.history).toHaveLength(1)
    expect(figures.length).toBeGreaterThan(0)
    expect(his.submitted.values).toEqual(
      hers.submitted.values.filter((each: { elementCode: string }) =>
        figures.includes(each.elementCode),
      ),
    )
  })

  test('nothing else of that cycle is there: no other KPI, no figure of one, no work, no word', async () => {
    const his = await seen(leon)
    const { data } = await leon.query(
      `query ($id: ID!) { assessment(id: $id) { working { responses { kpiCode kpi { elements { element { code } } } } } } }`,
      { id: running },
    )
    const now = data.assessment.working.responses as readonly {
      kpiCode: string
      kpi: { elements: readonly { element: { code: string } }[] }
    }[]
    const asked = now.flatMap(({ kpi }) => kpi.elements.map(({ element }) => element.code))

    expect(kpisOf(his.submitted.responses)).toEqual(kpisOf(now))
    expect(elementsOf(his.submitted.values).filter((code) => !asked.includes(code))).toEqual([]) // prettier-ignore
    expect(his.working).toEqual({ responses: [], values: [], evidence: [], instruments: [] })
    expect(his).toMatchObject({ openKpiCodes: [], assignments: [], internalComments: [], returnItems: [], progress: null }) // prettier-ignore
    expect(his.submitted).toMatchObject({ scores: null, evidence: [], changedKpiCodes: [] })
    expect(his.submitted.changes ?? []).toEqual([])
    expect((await seen(leon, 'TF-01-1')).submitted.response).toBeNull()
    expect((await seen(coordinator, 'TF-01-1')).submitted.response).not.toBeNull()
  })

  test('it is read, never written', async () => {
    const kpi = { assessmentId: earlier, kpiCode: 'RC-01-1', expectedVersion: 1 }
    const [{ elementCode, year }] = (await seen(leon)).submitted.values
    const refused = [
      await send(leon, 'kpiResponseNote', { ...kpi, publicNote: 'x' }),
      await send(leon, 'internalNoteSave', { ...kpi, body: 'x' }),
      await send(leon, 'dataValuesSave', {
        assessmentId: earlier,
        cells: [{ elementCode, year, value: '1', expectedVersion: 1 }],
      }),
    ]

    expect(refused.map((each) => each.problems.length + (each.results ?? []).filter((r: { isSaved: boolean }) => !r.isSaved).length)).toEqual([1, 1, 1]) // prettier-ignore
  })

  test('a single data element opens its figures and no answer', async () => {
    await send(coordinator, 'assignmentSet', { assessmentId: running, personId: leonId, dueOn: null, elementCodes: ['DECL_ELECTRONIC'] }) // prettier-ignore
    const his = (await seen(leon, 'TF-01-1')).submitted

    expect(elementsOf(his.values)).toContain('DECL_ELECTRONIC')
    expect(elementsOf(his.values)).not.toContain('DECL_ALL')
    expect(his.response).toBeNull()
  })

  test('a colleague reads their own, other administrations none of it', async () => {
    const dario = await world().person('Dario Fenn', 'CONTRIBUTOR')
    const stranger = await world().as('CONTRIBUTOR', 'XOR')

    expect((await seen(dario)).submitted.response).toBeNull()
    expect((await seen(dario, 'EP-01-1')).submitted.response).not.toBeNull()
    expect(await seen(stranger)).toBeNull()
  })
})

describe('it is there as long as the work is theirs', () => {
  /** Answers, figures, and whether the KPI itself is among the answers. */
  async function counted() {
    const { submitted } = await seen(leon)
    return [submitted.responses.length, submitted.values.length, submitted.response !== null]
  }
  const GONE = [0, 0, false]
  const there = async () => (await counted())[2]
  const ofXal = (cycle: string) =>
    `where administration_id = (select id from administration where code = 'XAL') and cycle_id = (select id from cycle where code = '${cycle}')`
  const set = (status: string, cycle = 'C2024') =>
    `update assessment set status = '${status}' ${ofXal(cycle)}`

  test.each(['ACCEPTED', 'WITHDRAWN'])('not once the assessment is %s', async (status) => {
    expect(await meanwhile(set(status), counted, set('DRAFT'))).toEqual(GONE)
    expect(await there()).toBe(true)
  })

  test.each(['INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED'])(
    'still while it is %s',
    async (status) => {
      expect(await meanwhile(set(status), there, set('DRAFT'))).toBe(true)
    },
  )

  test('not once the cycle is reported', async () => {
    const cycle = (status: string) => `update cycle set status = '${status}' where code = 'C2024'`

    expect(await meanwhile(cycle('REPORTED'), counted, cycle('OPEN'))).toEqual(GONE)
  })

  test.each(['WITHDRAWN', 'INTERNAL_APPROVAL'])(
    'not while the earlier one is %s',
    async (status) => {
      expect(await meanwhile(set(status, 'C2022'), counted, set('ACCEPTED', 'C2022'))).toEqual(GONE)
    },
  )

  test('not once the KPI is taken back', async () => {
    const { data } = await leon.query(
      'query ($id: ID!) { assessment(id: $id) { assignments { id kpiCode } } }',
      { id: running },
    )
    const mine = data.assessment.assignments as readonly { id: string; kpiCode: string | null }[]
    await send(coordinator, 'assignmentRemove', { assignmentId: mine.find(({ kpiCode }) => kpiCode === 'RC-01-1')!.id }) // prettier-ignore

    expect((await seen(leon)).submitted.response).toBeNull()
    expect((await seen(leon, 'RC-01-2')).submitted.response).not.toBeNull()
  })
})

describe('a KPI that was called otherwise', () => {
  const undo = new Error('undo')
  /** The running assessment goes by a new version, of which something is said; what Leon may read then. */
  async function opened(lineage: readonly string[], now: string): Promise<readonly string[]> {
    let codes: readonly string[] = []
    const work = async (db: Db) => {
      const run = (statement: string) => sql.raw(statement).execute(db)
      await run(`insert into framework_version (id, code, number, kind, status, base_version_id, name, is_demonstration,
          scoring_method, scales, reason_codes, provenance, translation_status, created_at)
        select '00000000-0000-4000-8000-000000000048', 'LATER', 99, 'REVISION', 'DRAFT', id, name, true, scoring_method, scales,
          reason_codes, provenance, translation_status, created_at from framework_version where status = 'PUBLISHED' limit 1`)
      for (const statement of lineage) await run(statement)
      await run(`update assignment set kpi_code = '${now}' where kpi_code = 'RC-02-1'
        and person_id = (select id from person where name = 'Leon Tarask')`)
      await run(`update assessment set framework_version_id = '00000000-0000-4000-8000-000000000048'
        where administration_id = (select id from administration where code = 'XAL')
          and cycle_id = (select id from cycle where code = 'C2024')`)
      const { rows } = await sql<{ code: string }>`select distinct e.code from earlier_of(
          (select id from person where name = 'Leon Tarask'), (select id from administration where code = 'XAL')) e
        where e.node_kind = 'KPI' order by e.code`.execute(db)
      codes = rows.map(({ code }) => code)
      throw undo
    }
    await world()
      .asOwner(({ db }) => work(db))
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return codes
  }
  const link = (code: string, ancestor: string, isStated = false) =>
    `insert into node_lineage (id, version_id, node_kind, node_code, ancestor_version_id, ancestor_code, relation, comparability,
        is_stated) select gen_random_uuid(), v.id, 'KPI', '${code}', v.base_version_id, '${ancestor}', 'FORMULA_CHANGED',
        'NOT_COMPARABLE', ${isStated} from framework_version v where v.code = 'LATER'`

  test('is followed by its lineage alone where that was written down', async () => {
    expect(await opened([link('RC-09-9', 'RC-02-1')], 'RC-09-9')).toEqual(['RC-02-1'])
    expect(await opened([link('RC-09-9', 'RC-02-1'), link('RC-09-9', 'RC-02-2')], 'RC-09-9')).toEqual(['RC-02-1', 'RC-02-2']) // prettier-ignore
    expect(await opened([link('RC-08-8', 'RC-02-1')], 'RC-09-9')).toEqual([])
  })

  test('goes by what was stated, and by its code, where nothing was written down', async () => {
    const byCode = await opened([], 'RC-02-1')

    expect(byCode).toContain('RC-02-1')
    expect(byCode).toContain('RC-01-2')
    expect(await opened([link('RC-02-1', 'RC-03-1', true)], 'RC-02-1')).not.toContain('RC-02-1')
    expect(await opened([link('RC-02-1', 'TF-01-1', true)], 'RC-02-1')).toContain('TF-01-1')
  })
})
