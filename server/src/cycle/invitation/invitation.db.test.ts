import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world.ts'

const world = useWorld()
const FIELDS =
  'id version status invitesAll viewerCan { invite { allowed code } startAssessment { allowed code } }'
const CREATE = `mutation Create($input: CycleCreateInput!) { cycleCreate(input: $input) { cycle { ${FIELDS} }
  problems { reason path } } }`
const SET = `mutation Set($input: CycleInvitationsSetInput!) { cycleInvitationsSet(input: $input) {
  cycle { ${FIELDS} } problems { code reason message path } } }`
const OPEN = `mutation Open($input: CycleOpenInput!) { cycleOpen(input: $input) { problems { reason } } }`
const START = `mutation Start($input: AssessmentStartInput!) { assessmentStart(input: $input) {
  assessment { id } problems { code reason } } }`
const asOwner = (statement: string) =>
  world().asOwner(({ db }) => sql.raw<Record<string, unknown>>(statement).execute(db))

let officer: Caller
let code: string
let versionId: string
let ids: Map<string, string>
let number = 40
beforeEach(async () => {
  officer = await world().as('CYCLE_OFFICER')
  number += 1
  code = `C20${number}`
  const { data } = await officer.query(
    `{ cycle(code: "C2024") { frameworkVersion { id } invitees { administrationId code } } }`,
  )
  versionId = data.cycle.frameworkVersion.id
  ids = new Map(
    data.cycle.invitees.map((each: { administrationId: string; code: string }) => [
      each.code, each.administrationId
    ]),
  ) // prettier-ignore
})
const idsOf = (...codes: string[]) => codes.map((each) => ids.get(each)!)

// oxlint-disable-next-line no-explicit-any
async function create(administrationIds?: readonly string[]): Promise<any> {
  const { data, errors } = await officer.query(CREATE, {
    input: {
      code, number, nameEn: 'Cycle', nameFr: 'Cycle', reportingYear: 2026, frameworkVersionId: versionId,
      opensAt: '2027-12-01T00:00:00Z', closesAt: '2028-06-30T00:00:00Z', administrationIds,
    }, // prettier-ignore
  })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.cycleCreate
}
// oxlint-disable-next-line no-explicit-any
const cycleAs = async (who: Caller): Promise<any> =>
  (await who.query(`{ cycle(code: "${code}") { ${FIELDS} } }`)).data.cycle
async function set(who: Caller, administrationIds: readonly string[] | null) {
  const { id: cycleId, version: expectedVersion } = await cycleAs(officer)
  const { data, errors } = await who.query(SET, { input: { cycleId, expectedVersion, administrationIds } }) // prettier-ignore
  if (errors) throw new Error(JSON.stringify(errors))
  return data.cycleInvitationsSet
}
async function open() {
  const { id: cycleId, version: expectedVersion } = await cycleAs(officer)
  const endorsement = { session: 'Session 9', decidedOn: '2026-10-01' }
  const { data } = await officer.query(OPEN, { input: { cycleId, expectedVersion, endorsement } })
  expect(data.cycleOpen.problems).toEqual([])
}
const start = async (who: Caller) =>
  (await who.query(START, { input: { cycleId: (await cycleAs(officer)).id } })).data.assessmentStart
/** Codes of those invited, as the officer and as the board know them. */
async function invited() {
  const { data } =
    await officer.query(`{ cycle(code: "${code}") { progressSummary { administrationCount }
    invitees { isInvited hasStarted code } } }`)
  const found = (data.cycle.invitees as readonly { isInvited: boolean; code: string }[])
    .filter(({ isInvited }) => isInvited).map((each) => each.code) // prettier-ignore
  expect(data.cycle.progressSummary.administrationCount).toBe(found.length)
  return found
}
const told = async () => {
  const { rows } =
    await asOwner(`select distinct a.code from notification n join administration a on a.id = n.administration_id
    join cycle c on c.id = n.cycle_id where n.kind = 'CYCLE_OPENED' and c.code = '${code}' order by 1`)
  return rows.map((row) => row['code'])
}

describe('S4: a planned cycle', () => {
  test('is for everybody until some are chosen, and for those alone then', async () => {
    await create()
    const all = await invited()
    const { cycle } = await set(officer, idsOf('XKE', 'XAL'))
    const some = await invited()
    await set(officer, null)

    expect(all).toHaveLength(ids.size)
    expect(cycle).toMatchObject({ invitesAll: false, viewerCan: { invite: { allowed: true } } })
    expect(some).toEqual(['XAL', 'XKE'])
    expect(await invited()).toHaveLength(ids.size)
  })

  test('opens to those it is for: nobody else is told, finds anything to start, or starts', async () => {
    await create(idsOf('XKE', 'XAL'))
    await open()
    const inside = await world().as('COORDINATOR', 'XKE')
    const outside = await world().as('COORDINATOR', 'XNO')

    const refused = await start(outside)
    const done = await start(inside)

    expect(await told()).toEqual(['XAL', 'XKE'])
    expect((await cycleAs(outside)).viewerCan.startAssessment).toEqual({
      allowed: false,
      code: 'NOT_INVITED',
    })
    expect((await cycleAs(inside)).viewerCan.startAssessment.allowed).toBe(true)
    expect(refused).toMatchObject({ assessment: null, problems: [{ reason: 'NOT_INVITED' }] })
    expect(done.problems).toEqual([])
  })

  test('says everything that is wrong with the names at once', async () => {
    const refused = await create([...idsOf('XKE', 'XKE'), 'AD_nothing', ids.get('XAL')!])
    await create(idsOf('XKE'))
    const nobody = await set(officer, [])

    expect(refused.problems).toEqual([
      { reason: 'TWICE', path: ['input', 'administrationIds', '1'] },
      { reason: 'UNKNOWN_ADMINISTRATION', path: ['input', 'administrationIds', '2'] },
    ])
    expect(nobody.problems).toMatchObject([{ reason: 'NOBODY_INVITED' }])
    expect(await invited()).toEqual(['XKE'])
  })
})

describe('an open cycle', () => {
  test('takes in one more, who is told, and lets go who has not started', async () => {
    await create(idsOf('XKE', 'XAL'))
    await open()
    const { problems } = await set(officer, idsOf('XKE', 'XNO'))

    expect(problems).toEqual([])
    expect(await invited()).toEqual(['XKE', 'XNO'])
    expect(await told()).toEqual(['XAL', 'XKE', 'XNO'])
    const gone = await world().as('COORDINATOR', 'XAL')
    const { data } = await gone.query(
      `{ viewer { notifications(first: 2) { nodes { kind isRead cycle { code } } } } }`,
    )
    expect(data.viewer.notifications.nodes).toEqual([
      { kind: 'CYCLE_UNINVITED', isRead: false, cycle: { code } },
      { kind: 'CYCLE_OPENED', isRead: true, cycle: { code } },
    ])
    expect((await start(await world().as('COORDINATOR', 'XNO'))).problems).toEqual([])
    expect((await start(await world().as('COORDINATOR', 'XAL'))).problems).toMatchObject([
      { reason: 'NOT_INVITED' },
    ])
    const { rows } = await asOwner(
      `select payload from audit_entry where action = 'cycleInvitationsSet' order by seq desc limit 1`,
    )
    expect(rows[0]!['payload']).toMatch(/"added":"XNO".*"invited":2.*"removed":"XAL"/)
  })

  test('keeps whoever has started, by name, and changes nothing', async () => {
    await create(idsOf('XKE', 'XAL', 'XNO'))
    await open()
    await start(await world().as('COORDINATOR', 'XKE'))
    await start(await world().as('COORDINATOR', 'XAL'))

    const { problems } = await set(officer, idsOf('XNO'))

    expect(problems).toMatchObject([
      { code: 'CONFLICT', reason: 'ALREADY_STARTED', path: ['input', 'administrationIds', ids.get('XAL')] },
      { reason: 'ALREADY_STARTED', path: ['input', 'administrationIds', ids.get('XKE')] },
    ]) // prettier-ignore
    expect(problems[0].message).toMatch(/\p{L}+ has started and stays invited/u)
    expect(await invited()).toEqual(['XAL', 'XKE', 'XNO'])
    // The database says the same to whoever goes past the command.
    await expect(
      asOwner(`delete from cycle_participant p using cycle c, administration a where c.id = p.cycle_id
        and a.id = p.administration_id and c.code = '${code}' and a.code = 'XKE'`),
    ).rejects.toThrow('assessment_invited')
  })

  test('does not change on what another officer has changed in the meantime', async () => {
    await create(idsOf('XKE'))
    const { id: cycleId, version: expectedVersion } = await cycleAs(officer)
    await set(officer, idsOf('XAL'))

    const { data } = await officer.query(SET, {
      input: { cycleId, expectedVersion, administrationIds: idsOf('XNO') },
    })

    expect(data.cycleInvitationsSet.problems).toMatchObject([{ reason: 'STALE_VERSION' }])
  })
})

describe('who is invited', () => {
  test.each(['METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'])(
    'is not chosen by %s, nor read before the opening',
    async (role) => {
      await create(idsOf('XKE'))
      const who = await world().as(role)

      expect((await set(who, idsOf('XAL'))).problems).toMatchObject([{ reason: 'NOT_FOUND' }])
      const { data } = await who.query(`{ cycle(code: "${code}") { invitees { isInvited } } }`)
      expect(data.cycle.invitees).toBeNull()
    },
  )

  test('is nothing a member or the public is told of', async () => {
    await create(idsOf('XKE'))
    for (const who of [await world().as('COORDINATOR', 'XKE'), world().nobody()]) {
      const { data } = await who.query(`{ cycle(code: "${code}") { invitesAll invitees { isInvited }
        participants { totalCount } } }`)
      expect([data.cycle.invitesAll, data.cycle.invitees]).toEqual([null, null])
      expect(data.cycle.participants?.totalCount ?? 0).toBe(0)
    }
  })

  test('is not chosen once entry has ended', async () => {
    const { data } = await officer.query(`{ cycle(code: "C2022") { id version } }`)
    const input = { cycleId: data.cycle.id, expectedVersion: data.cycle.version, administrationIds: null } // prettier-ignore

    const answer = await officer.query(SET, { input })

    expect(answer.data.cycleInvitationsSet.problems).toMatchObject([{ reason: 'WRONG_STATE' }])
  })
})
