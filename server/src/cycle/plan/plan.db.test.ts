import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'

const world = useWorld()
const FIELDS =
  'id version status defaultDisclosure membersMinimum publicMinimum leastCoverage viewerCan { setPlan { allowed code } }'
const CREATE = `mutation Create($input: CycleCreateInput!) { cycleCreate(input: $input) { cycle { ${FIELDS} }
  problems { reason path } } }`
const SET = `mutation Set($input: CyclePlanSetInput!) { cyclePlanSet(input: $input) { cycle { ${FIELDS} }
  problems { code reason path } } }`
const PLAN = {
  defaultDisclosure: 'PUBLIC',
  membersMinimum: 8,
  publicMinimum: 12,
  leastCoverage: 60,
}

const asOwner = (statement: string) =>
  world().asOwner(({ db }) => sql.raw<Record<string, unknown>>(statement).execute(db))

// A published version never changes, so the ceiling is put under it from behind, before anybody has read it.
beforeAll(async () => {
  await asOwner('alter table kpi disable trigger kpi_content_guard')
  await asOwner(`update kpi set max_disclosure_level = 'WCO' where code = 'TF-01-1'`)
  await asOwner('alter table kpi enable trigger kpi_content_guard')
})

let officer: Caller
let plan: Record<string, unknown>
let number = 30
beforeEach(async () => {
  officer = await world().as('CYCLE_OFFICER')
  const { data } = await officer.query(`{ cycle(code: "C2024") { frameworkVersion { id } } }`)
  number += 1
  plan = {
    code: `C20${number}`, number, nameEn: 'Cycle', nameFr: 'Cycle', reportingYear: 2026,
    frameworkVersionId: data.cycle.frameworkVersion.id,
    opensAt: '2027-12-01T00:00:00Z', closesAt: '2028-06-30T00:00:00Z',
  } // prettier-ignore
})

// oxlint-disable-next-line no-explicit-any
async function create(more: object = {}): Promise<any> {
  const { data, errors } = await officer.query(CREATE, { input: { ...plan, ...more } })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.cycleCreate
}
// oxlint-disable-next-line no-explicit-any
async function set(who: Caller, cycle: any, more: object = {}): Promise<any> {
  const input = { cycleId: cycle.id, expectedVersion: cycle.version, plan: { ...PLAN, ...more } }
  const { data, errors } = await who.query(SET, { input })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.cyclePlanSet
}
// oxlint-disable-next-line no-explicit-any
async function open(cycle: any): Promise<void> {
  const { data } = await officer.query(
    `mutation Open($input: CycleOpenInput!) { cycleOpen(input: $input) { problems { reason } } }`,
    {
      input: {
        cycleId: cycle.id,
        expectedVersion: cycle.version,
        endorsement: { session: 'Session 9', decidedOn: '2026-10-01' },
      },
    },
  )
  expect(data.cycleOpen.problems).toEqual([])
}

describe('S4: what a cycle is planned with', () => {
  test('is what the method asks for until somebody says more', async () => {
    const { cycle } = await create()

    expect(cycle).toMatchObject({
      defaultDisclosure: 'NATIONAL',
      membersMinimum: 5,
      publicMinimum: 10,
      leastCoverage: null,
      viewerCan: { setPlan: { allowed: true } },
    })
  })

  test('is given with the cycle or set later, with a line in the audit log, and read by everybody', async () => {
    const { cycle } = await create({ plan: PLAN })
    const { cycle: after } = await set(officer, cycle, { leastCoverage: null })
    const { data } = await world().nobody().query(`{ cycle(code: "${String(plan['code'])}") { ${FIELDS} } }`) // prettier-ignore
    const { rows } = await asOwner(
      `select payload from audit_entry where action = 'cyclePlanSet' order by seq desc limit 1`,
    )

    expect(cycle).toMatchObject(PLAN)
    expect(after).toMatchObject({ ...PLAN, leastCoverage: null })
    expect(data.cycle).toMatchObject({ ...PLAN, leastCoverage: null })
    expect(rows[0]!['payload']).toMatch(/"PUBLIC, 8, 12, 60".*"PUBLIC, 8, 12, -"/)
  })

  test('says everything that is wrong at once, and nothing is planned', async () => {
    const refused = await create({
      nameFr: '',
      plan: { ...PLAN, membersMinimum: 4, publicMinimum: 3, leastCoverage: 49 },
    })
    const none = await officer.query(`{ cycle(code: "${String(plan['code'])}") { id } }`)

    expect(refused.problems).toEqual([
      { reason: 'TEXT_MISSING', path: ['input', 'nameFr'] },
      { reason: 'BELOW_FLOOR', path: ['input', 'plan', 'membersMinimum'] },
      { reason: 'BELOW_FLOOR', path: ['input', 'plan', 'publicMinimum'] },
      { reason: 'BELOW_MEMBERS', path: ['input', 'plan', 'publicMinimum'] },
      { reason: 'BELOW_VERSION', path: ['input', 'plan', 'leastCoverage'] },
    ])
    expect(none.data.cycle).toBeNull()
  })

  test('is fixed once the cycle is open, for the database too', async () => {
    const { cycle } = await create()
    await open(cycle)
    const { data } = await officer.query(
      `{ cycle(code: "${String(plan['code'])}") { id version } }`,
    )

    const refused = await set(officer, data.cycle)

    expect(refused.problems).toMatchObject([{ reason: 'WRONG_STATE' }])
    await expect(
      asOwner(`update cycle set members_minimum = 6 where code = '${String(plan['code'])}'`),
    ).rejects.toThrow('thresholds')
    await expect(asOwner('update cycle set public_minimum = 4')).rejects.toThrow()
  })

  test.each(['METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'])(
    'is not set by %s',
    async (role) => {
      const { cycle } = await create()

      expect((await set(await world().as(role), cycle)).problems).toMatchObject([
        { reason: 'NOT_FOUND' },
      ])
    },
  )

  test('is not set on what another officer has changed in the meantime', async () => {
    const { cycle } = await create()
    await set(officer, cycle)

    expect((await set(officer, cycle, { membersMinimum: 9 })).problems).toMatchObject([
      { reason: 'STALE_VERSION' },
    ])
  })
})

describe('the default disclosure of a cycle', () => {
  const START = `mutation Start($input: AssessmentStartInput!) { assessmentStart(input: $input) { problems { reason }
    assessment { id working { responses { kpiCode disclosureLevel levelChosen } } } } }`
  interface Level {
    readonly kpiCode: string
    readonly disclosureLevel: string
    readonly levelChosen: boolean
  }

  test('is what answers begin with, inside the ceiling of each KPI, and chooses nothing', async () => {
    const { cycle } = await create({ plan: PLAN })
    await open(cycle)
    const coordinator = await world().as('COORDINATOR', 'XKE')

    const { data } = await coordinator.query(START, { input: { cycleId: cycle.id } })
    const { assessment } = data.assessmentStart
    const responses = assessment.working.responses as readonly Level[]
    const level = (code: string) =>
      responses.find(({ kpiCode }) => kpiCode === code)?.disclosureLevel

    expect(level('TF-01-1')).toBe('WCO')
    expect(level('TF-01-2')).toBe('PUBLIC')
    expect(responses.some(({ levelChosen }) => levelChosen)).toBe(false)

    // Who decides on group figures alone has not agreed to the level.
    await coordinator.query(
      `mutation Use($input: DisclosureSetInput!) { disclosureSet(input: $input) { problems { reason } } }`,
      {
        input: {
          assessmentId: assessment.id,
          locale: 'EN',
          choices: [
            { kpiCode: 'TF-01-2', aggregateUse: 'NONE' },
            { kpiCode: 'TF-01-3', level: 'NATIONAL' },
          ],
        },
      },
    )
    const { rows } =
      await asOwner(`select kpi_code, disclosure_level, level_chosen from kpi_response r
      join assessment s on s.id = r.assessment_id join cycle c on c.id = s.cycle_id
      where c.code = '${String(plan['code'])}' and kpi_code in ('TF-01-2', 'TF-01-3') order by kpi_code`)
    expect(rows).toEqual([
      { kpiCode: 'TF-01-2', disclosureLevel: 'PUBLIC', levelChosen: false },
      { kpiCode: 'TF-01-3', disclosureLevel: 'NATIONAL', levelChosen: true },
    ])
  })
})
