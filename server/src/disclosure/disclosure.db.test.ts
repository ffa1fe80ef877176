import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()

const SET = `mutation ($input: DisclosureSetInput!) {
  disclosureSet(input: $input) { assessment { id } problems { code reason path } }
}`
const CONFIRM = `mutation ($input: DisclosureConfirmInput!) {
  disclosureConfirm(input: $input) { assessment { id } problems { code reason } }
}`
const MINE = `query ($cycle: String!) {
  myAssessment(cycle: $cycle) {
    id status
    working { responses { kpiCode disclosureLevel aggregateUse } }
    consentRecords { kpiCode level formerLevel aggregateUse confirmedAt wordingVersion wordingLocale
      proposer { name } confirmer { name } }
  }
}`

const mine = async (caller: Caller, cycle = 'C2024') =>
  (await caller.query(MINE, { cycle })).data.myAssessment

const choose = async (
  caller: Caller,
  assessmentId: string,
  choices: readonly object[],
  locale: 'EN' | 'FR' = 'EN',
) => (await caller.query(SET, { input: { assessmentId, choices, locale } })).data.disclosureSet

// A published version never changes, so the ceiling is put under it from behind.
const holdAt = (level: string, code: string) =>
  world().asOwner(async ({ db }) => {
    await sql`alter table kpi disable trigger kpi_content_guard`.execute(db)
    await sql`update kpi set max_disclosure_level = ${level} where code = ${code}`.execute(db)
    await sql`alter table kpi enable trigger kpi_content_guard`.execute(db)
  })

describe('M10: a level of disclosure', () => {
  test('is chosen by the coordinator and leaves a record of who chose what', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await mine(coordinator)

    const done = await choose(coordinator, id, [
      { kpiCode: 'TF-01-1', level: 'PUBLIC', aggregateUse: 'MEMBERS' },
    ])

    expect(done.problems).toEqual([])
    const after = await mine(coordinator)
    expect(
      after.working.responses.find(({ kpiCode }: { kpiCode: string }) => kpiCode === 'TF-01-1'),
    ).toMatchObject({
      disclosureLevel: 'PUBLIC',
      aggregateUse: 'MEMBERS',
    })
    expect(after.consentRecords[0]).toMatchObject({
      kpiCode: 'TF-01-1',
      level: 'PUBLIC',
      confirmedAt: null,
      proposer: { name: coordinator.name },
    })
  })

  test('keeps in which language the person read what was consented to, and the approver likewise', async () => {
    const coordinator = await world().as('COORDINATOR', 'XWE')
    const approver = await world().as('APPROVER', 'XWE')
    const { id } = await mine(coordinator)

    await choose(coordinator, id, [{ kpiCode: 'RC-01-2', level: 'PUBLIC' }], 'FR')
    const [proposed] = (await mine(coordinator)).consentRecords
    await approver.query(CONFIRM, { input: { assessmentId: id, locale: 'EN' } })
    const [confirmed, kept] = (await mine(coordinator)).consentRecords

    expect(proposed).toMatchObject({ wordingVersion: 'CONSENT-1', wordingLocale: 'FR' })
    expect(confirmed).toMatchObject({ confirmer: { name: approver.name }, wordingLocale: 'EN' })
    expect(kept).toEqual(proposed)
  })

  test('is not taken without saying which language was read', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const before = await mine(coordinator)

    const refused = await coordinator.query(SET, {
      input: { assessmentId: before.id, choices: [{ kpiCode: 'TF-01-1', level: 'PUBLIC' }] },
    })

    expect(refused.errors?.[0]?.message).toContain('locale')
    expect(await mine(coordinator)).toEqual(before)
  })

  test('names everything wrong with the choices at once, and changes nothing', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const before = await mine(coordinator)

    const refused = await choose(coordinator, before.id, [
      { kpiCode: 'TF-99-9', level: 'PUBLIC' },
      { kpiCode: 'TF-01-2' },
      { kpiCode: 'TF-01-3', level: 'WCO' },
      { kpiCode: 'TF-01-3', level: 'PUBLIC' },
    ])

    expect(refused.problems.map(({ reason }: { reason: string }) => reason)).toEqual([
      'UNKNOWN_KPI',
      'NOTHING_CHOSEN',
      'TWICE',
    ])
    expect(await mine(coordinator)).toEqual(before)
  })

  test('goes no further than the framework lets the KPI be opened', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    await holdAt('WCO', 'TF-02-1')
    const before = await mine(coordinator)

    const refused = await choose(coordinator, before.id, [
      { kpiCode: 'TF-01-3', level: 'PUBLIC' },
      { kpiCode: 'TF-02-1', level: 'PUBLIC' },
    ])

    expect(refused.problems).toEqual([
      { code: 'BAD_INPUT', reason: 'ABOVE_CEILING', path: ['TF-02-1'] },
    ])
    expect(await mine(coordinator)).toEqual(before)
    const allowed = await choose(coordinator, before.id, [{ kpiCode: 'TF-02-1', level: 'WCO' }])
    expect(allowed.problems).toEqual([])
  })

  test.each([
    ['CONTRIBUTOR', 'FORBIDDEN'],
    ['APPROVER', 'FORBIDDEN'],
    ['VIEWER', 'NOT_FOUND'],
  ])('is not chosen by a %s', async (role, code) => {
    const caller = await world().as(role, 'XAL')
    const { id } = await mine(await world().as('COORDINATOR', 'XAL'))

    const refused = await choose(caller, id, [{ kpiCode: 'TF-01-1', level: 'PUBLIC' }])

    expect(refused.problems).toMatchObject([{ code }])
    expect(refused.assessment).toBeNull()
  })

  test('A24: of another administration is not there', async () => {
    const stranger = await world().as('COORDINATOR', 'XWE')
    const { id } = await mine(await world().as('COORDINATOR', 'XAL'))
    const made = 'QVMBm-BPgKVwlr0BZUpTrcz-'

    const foreign = await choose(stranger, id, [{ kpiCode: 'TF-01-1', level: 'PUBLIC' }])
    const random = await choose(stranger, made, [{ kpiCode: 'TF-01-1', level: 'PUBLIC' }])

    expect(foreign).toEqual(random)
    expect(foreign.problems).toMatchObject([{ code: 'NOT_FOUND' }])
  })

  test('A24: changed after acceptance waits for the approver and acts from the next release on', async () => {
    const coordinator = await world().as('COORDINATOR', 'XWE')
    const approver = await world().as('APPROVER', 'XWE')
    const { id } = await mine(coordinator)
    await choose(coordinator, id, [{ kpiCode: 'RC-01-1', level: 'PUBLIC' }])

    const byOther = await coordinator.query(CONFIRM, { input: { assessmentId: id, locale: 'EN' } })
    const confirmed = await approver.query(CONFIRM, { input: { assessmentId: id, locale: 'EN' } })
    const again = await approver.query(CONFIRM, { input: { assessmentId: id, locale: 'EN' } })

    expect(byOther.data.disclosureConfirm.problems).toMatchObject([{ reason: 'WRONG_HAT' }])
    expect(confirmed.data.disclosureConfirm.problems).toEqual([])
    expect(again.data.disclosureConfirm.problems).toMatchObject([{ reason: 'NOTHING_WAITS' }])
    const [latest] = (await mine(coordinator)).consentRecords
    expect(latest).toMatchObject({
      kpiCode: 'RC-01-1',
      level: 'PUBLIC',
      confirmer: { name: approver.name },
    })
  })
})
