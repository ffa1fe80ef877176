import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { globalId } from '#platform'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'

const world = useWorld()
const FIELDS = `id version status code number en: name(locale: EN) fr: name(locale: FR) reportingYear previousYear opensAt closesAt
  viewerCan { update { allowed code } remove { allowed code } }`
const ANSWER = `{ cycle { ${FIELDS} } problems { code reason path } }`
const COMMANDS = {
  cycleCreate: `mutation Do($input: CycleCreateInput!) { answer: cycleCreate(input: $input) ${ANSWER} }`,
  cycleOpen: `mutation Do($input: CycleOpenInput!) { answer: cycleOpen(input: $input) ${ANSWER} }`,
  cycleUpdate: `mutation Do($input: CycleUpdateInput!) { answer: cycleUpdate(input: $input) ${ANSWER} }`,
  cycleRemove: `mutation Do($input: CycleDecideInput!) { answer: cycleRemove(input: $input) ${ANSWER} }`,
  assessmentExtend: `mutation Do($input: AssessmentExtendInput!) { answer: assessmentExtend(input: $input) { problems { reason path } } }`,
}
const DAY = 86_400_000

// oxlint-disable-next-line no-explicit-any
async function send(who: Caller, name: keyof typeof COMMANDS, input: object): Promise<any> {
  const { data, errors } = await who.query(COMMANDS[name], { input })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.answer
}
const asOwner = (statement: string) =>
  world().asOwner(({ db }) => sql.raw<Record<string, unknown>>(statement).execute(db))
const on = (cycle: { id: string; version: number }) => ({
  cycleId: cycle.id,
  expectedVersion: cycle.version,
})
const read = async (code: string) =>
  (await officer.query(`{ cycle(code: "${code}") { ${FIELDS} } }`)).data.cycle
const idOf = async (code: string): Promise<string> =>
  (await officer.query(`{ administration(code: "${code}") { id } }`)).data.administration.id

let officer: Caller
let plan: { code: string } & Record<string, unknown>
let number = 60
beforeEach(async () => {
  officer = await world().as('CYCLE_OFFICER')
  const { data } = await officer.query(`{ cycle(code: "C2024") { frameworkVersion { id } } }`)
  number += 1
  plan = {
    code: `C20${number}`, number, nameEn: 'Cycle', nameFr: 'Cycle', reportingYear: 2026,
    frameworkVersionId: data.cycle.frameworkVersion.id,
    opensAt: '2026-12-01T00:00:00.000Z', closesAt: '2028-06-30T00:00:00.000Z',
  } // prettier-ignore
})

const planned = async (more: object = {}) =>
  (await send(officer, 'cycleCreate', { ...plan, ...more })).cycle
async function opened(more: object = {}) {
  const endorsement = { session: 'Session 9', decidedOn: '2026-10-01' }
  return (await send(officer, 'cycleOpen', { ...on(await planned(more)), endorsement })).cycle
}
const auditOf = async (action: string) =>
  (
    await asOwner(
      `select payload, object_id from audit_entry where action = '${action}' and outcome = 'DONE' order by at desc, seq desc limit 1`,
    )
  ).rows[0]
const toldOf = async (code: string) =>
  (
    await asOwner(`select d.code, n.role, n.due_at from notification n join administration d on d.id = n.administration_id
      join cycle c on c.id = n.cycle_id where n.kind = 'EXTENDED' and c.code = '${code}' order by d.code`)
  ).rows

describe('S4: a planned cycle', () => {
  test('is corrected, field by field or whole; what is left out stays', async () => {
    const cycle = await planned()
    const { cycle: renamed } = await send(officer, 'cycleUpdate', {
      ...on(cycle),
      nameFr: ' Cycle corrigé ',
    })
    const { cycle: whole } = await send(officer, 'cycleUpdate', {
      ...on(renamed), code: `${plan.code}B`, number: 900 + number, nameEn: 'Corrected', reportingYear: 2025,
      opensAt: '2027-01-01T00:00:00.000Z', closesAt: '2027-05-31T00:00:00.000Z', frameworkVersionId: plan['frameworkVersionId'],
    }) // prettier-ignore

    expect(renamed).toMatchObject({ en: 'Cycle', fr: 'Cycle corrigé', version: cycle.version + 1 })
    expect(whole).toMatchObject({
      id: cycle.id, status: 'PLANNED', code: `${plan.code}B`, en: 'Corrected', fr: 'Cycle corrigé', reportingYear: 2025,
      previousYear: 2024, opensAt: '2027-01-01T00:00:00.000Z', closesAt: '2027-05-31T00:00:00.000Z',
    }) // prettier-ignore
    expect(await read(plan.code)).toBeNull()
    expect(String((await auditOf('cycleUpdate'))!['payload'])).toMatch(/Corrected, Cycle corrigé, 2025/)
  }) // prettier-ignore

  test('says everything that is wrong at once, and stays as it was', async () => {
    const cycle = await planned()
    const { problems } = await send(officer, 'cycleUpdate', {
      ...on(cycle), code: 'C2024', number: 0, nameEn: ' ', nameFr: '', reportingYear: 2027,
      opensAt: '2026-12-02T00:00:00.000Z', closesAt: '2026-12-01T00:00:00.000Z', frameworkVersionId: cycle.id,
    }) // prettier-ignore

    expect(problems.map(({ reason, path }: { reason: string; path: string[] }) => [reason, path.slice(1).join('.')])).toEqual([
      ['TEXT_MISSING', 'nameEn'], ['TEXT_MISSING', 'nameFr'], ['BAD_YEAR', 'reportingYear'], ['BAD_PERIOD', 'closesAt'],
      ['CODE_TAKEN', 'code'], ['CODE_TAKEN', 'number'], ['UNKNOWN_VERSION', 'frameworkVersionId'],
    ]) // prettier-ignore
    expect(await read(plan.code)).toEqual(cycle)
  })

  test('keeps its own code and number, and takes no version that asks for more coverage than is planned', async () => {
    const cycle = await planned({
      plan: { defaultDisclosure: 'NATIONAL', membersMinimum: 5, publicMinimum: 10, leastCoverage: 60 },
    }) // prettier-ignore
    const same = await send(officer, 'cycleUpdate', { ...on(cycle), code: plan.code, number })
    const { rows } = await asOwner(`insert into framework_version
      select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'code', 'STRICT', 'number', 90, 'status', 'DRAFT',
        'scoring_method', jsonb_set(v.scoring_method, '{minCoverage}', '"0.8"')))).* from framework_version v join cycle c on c.framework_version_id = v.id
        where c.code = 'C2024' returning id`)
    const strict = globalId('FV', String(rows[0]!['id']))
    const refused = await send(officer, 'cycleUpdate', { ...on(cycle), frameworkVersionId: strict })
    const { cycle: moved } = await send(officer, 'cycleUpdate', { ...on(await planned({ code: `${plan.code}C`, number: 500 + number })), frameworkVersionId: strict }) // prettier-ignore

    expect(same).toMatchObject({ problems: [], cycle: { version: cycle.version } })
    expect(refused.problems).toMatchObject([
      { reason: 'BELOW_VERSION', path: ['input', 'frameworkVersionId'] },
    ])
    expect(moved.version).toBe(2)
  })

  test('is not corrected on what another officer has changed in the meantime', async () => {
    const cycle = await planned()
    await send(officer, 'cycleUpdate', { ...on(cycle), nameEn: 'First' })

    for (const name of ['cycleUpdate', 'cycleRemove'] as const) {
      expect((await send(officer, name, on(cycle))).problems).toMatchObject([
        { code: 'CONFLICT', reason: 'STALE_VERSION' },
      ])
    }
    expect(await read(plan.code)).toMatchObject({ en: 'First' })
  })

  test('is called off with whom it was to invite, leaves its line in the log, and its code is free again', async () => {
    const administrationIds = [await idOf('XAL'), await idOf('XNO')]
    const cycle = await planned({ administrationIds })
    expect(cycle.viewerCan).toMatchObject({ remove: { allowed: true }, update: { allowed: true } })

    const removed = await send(officer, 'cycleRemove', on(cycle))
    const { data } = await world().nobody().query('{ cycles { code } }')
    const { rows } = await asOwner(`select 1 from cycle_invitee i where not exists (select 1 from cycle c where c.id = i.cycle_id)`) // prettier-ignore

    expect(removed).toEqual({ cycle: null, problems: [] })
    expect(data.cycles.map(({ code }: { code: string }) => code)).not.toContain(plan.code)
    expect(rows).toEqual([])
    expect(String((await auditOf('cycleRemove'))!['payload'])).toContain(plan.code)
    expect((await send(officer, 'cycleRemove', on(cycle))).problems).toMatchObject([{ code: 'NOT_FOUND' }]) // prettier-ignore
    expect(await planned()).toMatchObject({ code: plan.code, status: 'PLANNED' })
  })

  test('is not called off where anything else hangs on it', async () => {
    const cycle = await planned()
    await asOwner(`insert into notification (id, person_id, role, kind, cycle_id, at)
      select gen_random_uuid(), person_id, role, 'CYCLE_OPENED', (select id from cycle where code = '${plan.code}'), now()
      from person_role where role = 'CYCLE_OFFICER' limit 1`)

    expect((await send(officer, 'cycleRemove', on(cycle))).problems).toMatchObject([
      { code: 'CONFLICT', reason: 'CYCLE_KEPT', path: ['input', 'cycleId'] },
    ])
    expect(await read(plan.code)).toEqual(cycle)
  })
})

describe('an open cycle', () => {
  test('moves its end alone, into the future', async () => {
    const cycle = await opened()
    const wrong = await send(officer, 'cycleUpdate', {
      ...on(cycle), nameEn: 'Other', reportingYear: 2025, closesAt: '2026-01-01T00:00:00.000Z',
    }) // prettier-ignore
    const earlier = await send(officer, 'cycleUpdate', {
      ...on(cycle),
      closesAt: '2027-06-30T00:00:00.000Z',
    })

    expect(wrong.problems).toMatchObject([
      { reason: 'FIXED_ONCE_OPEN', path: ['input', 'nameEn'] },
      { reason: 'FIXED_ONCE_OPEN', path: ['input', 'reportingYear'] },
      { reason: 'BAD_PERIOD', path: ['input', 'closesAt'] },
    ])
    expect(earlier.cycle).toMatchObject({ closesAt: '2027-06-30T00:00:00.000Z', status: 'OPEN' })
    expect(await toldOf(plan.code)).toEqual([])
    await expect(
      asOwner(`update cycle set reporting_year = 2024, previous_year = 2023 where code = '${plan.code}'`),
    ).rejects.toThrow('stays what it is')
  }) // prettier-ignore

  test('tells coordinators whose time ends later by it, and is due and reminded by the new end', async () => {
    const administrationIds = [await idOf('XAL'), await idOf('XNO'), await idOf('XKE')]
    const closesAt = new Date(world().clock.now().getTime() + 20 * DAY)
    const later = new Date(closesAt.getTime() + 30 * DAY)
    const cycle = await opened({
      administrationIds, reminderDays: [7], closesAt: closesAt.toISOString(), opensAt: world().clock.now().toISOString(),
    }) // prettier-ignore
    await send(officer, 'assessmentExtend', {
      cycleId: cycle.id, administrationId: administrationIds[1]!, until: new Date(later.getTime() + DAY).toISOString(), reason: 'Flood',
    }) // prettier-ignore
    await asOwner(`delete from notification where kind = 'EXTENDED'`)

    const { problems } = await send(officer, 'cycleUpdate', { ...on(cycle), closesAt: later.toISOString() }) // prettier-ignore
    const { data } = await officer.query(`{ cycle(code: "${plan.code}") { progress(first: 5) { nodes { administration { code } dueAt } } } }`) // prettier-ignore

    expect(problems).toEqual([])
    expect(new Set((await toldOf(plan.code)).map(({ code }) => code))).toEqual(new Set(['XAL', 'XKE'])) // prettier-ignore
    expect((await toldOf(plan.code)).every(({ role, dueAt }) => role === 'COORDINATOR' && new Date(String(dueAt)).getTime() === later.getTime())).toBe(true) // prettier-ignore
    expect(new Set(data.cycle.progress.nodes.map(({ dueAt }: { dueAt: string }) => new Date(dueAt).getTime()))).toEqual(
      new Set([later.getTime(), later.getTime() + DAY]),
    ) // prettier-ignore

    const reminded = async (at: Date) => {
      world().clock.move(at)
      await world().worker.drain()
      return (await asOwner(`select 1 from cycle_reminder r join cycle c on c.id = r.cycle_id where c.code = '${plan.code}'`)).rows.length
    } // prettier-ignore
    expect(await reminded(new Date(closesAt.getTime() - 7 * DAY))).toBe(0)
    expect(await reminded(new Date(closesAt.getTime() + DAY))).toBe(0)
    expect((await read(plan.code)).status).toBe('OPEN')
    expect(await reminded(new Date(later.getTime() - 7 * DAY))).toBe(2)
  })

  test('is not called off', async () => {
    const cycle = await opened()

    expect(cycle.viewerCan.remove).toEqual({ allowed: false, code: 'WRONG_STATE' })
    expect((await send(officer, 'cycleRemove', on(cycle))).problems).toMatchObject([{ reason: 'WRONG_STATE' }]) // prettier-ignore
    await expect(
      asOwner(`delete from cycle where code = '${plan.code}'`),
    ).rejects.toThrow()
  }) // prettier-ignore
})

test.each(['METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'])(
  'a cycle is neither corrected nor called off by %s',
  async (role) => {
    const cycle = await planned()
    const other = await world().as(role)

    for (const name of ['cycleUpdate', 'cycleRemove'] as const) {
      expect((await send(other, name, on(cycle))).problems).toMatchObject([{ code: 'NOT_FOUND' }])
    }
    const { data } = await other.query(
      `{ cycle(code: "${plan.code}") { viewerCan { update { allowed } remove { allowed } } } }`,
    )
    expect(data.cycle.viewerCan).toEqual({ update: { allowed: false }, remove: { allowed: false } })
  },
)
