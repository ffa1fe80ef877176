import { describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'

const world = useWorld()

const BOARD = `query Board($region: String, $stage: CycleStage, $search: String, $after: String, $first: Int,
    $orderBy: CycleProgressOrder) { cycle(code: "C2024") { id
  progress(region: $region, stage: $stage, search: $search, after: $after, first: $first, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { administration { code name } regionCode stage figuresEntered figuresTotal kpisReady kpisTotal
      lastActivityAt dueAt isOverdue assessmentId } }
  progressSummary { administrationCount startedCount submittedCount overdueCount
    stages { stage administrationCount } regions { region { code } stages { administrationCount } } } } }`

const board = async (who: Caller, variables: Record<string, unknown> = {}) => {
  const answer = await who.query(BOARD, variables)
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return answer.data.cycle
}

// oxlint-disable-next-line no-explicit-any
async function send(who: Caller, name: string, input: object): Promise<any> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const answer = await who.query(
    `mutation Send($input: ${name === 'cycleClose' ? 'CycleDecideInput' : type}!) { ${name}(input: $input) {
      cycle { id code status version closesAt reportingYear previousYear } problems { code reason path } } }`,
    { input },
  )
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return (answer.data as Record<string, unknown>)[name]
}

const reasons = ({ problems }: { problems: { reason: string }[] }) => problems.map((p) => p.reason)

describe('the progress board', () => {
  test('lists every administration invited, started or not, in counts', async () => {
    const officer = await world().as('CYCLE_OFFICER')

    const { progress, progressSummary } = await board(officer, { first: 100 })
    const [waiting] = (await board(officer, { search: 'XHE' })).progress.nodes

    expect(progress.totalCount).toBe(progressSummary.administrationCount)
    expect(progress.totalCount).toBeGreaterThan(100)
    expect(waiting).toMatchObject({
      stage: 'NOT_STARTED',
      figuresEntered: 0,
      figuresTotal: null,
      assessmentId: null,
    })
    const counted = progressSummary.stages.reduce(
      (sum: number, { administrationCount }: { administrationCount: number }) => sum + administrationCount, 0,
    ) // prettier-ignore
    expect(counted).toBe(progress.totalCount)
  })

  test('filters, searches without accents, and orders', async () => {
    const officer = await world().as('CYCLE_OFFICER')

    const accepted = (await board(officer, { stage: 'ACCEPTED', first: 100 })).progress
    const [first] = (await board(officer, { orderBy: 'LAST_ACTIVITY', first: 1 })).progress.nodes
    const byKpis = (await board(officer, { orderBy: 'KPIS', first: 100 })).progress.nodes
    const shares = byKpis.map((row: { kpisReady: number; kpisTotal: number | null }) =>
      row.kpisTotal ? row.kpisReady / row.kpisTotal : -1,
    )
    expect(shares).toEqual(shares.toSorted((a: number, b: number) => b - a))
    expect(new Set(shares).size).toBeGreaterThan(3)
    const found = (await board(officer, { search: 'HESTRÍA' })).progress.nodes

    const reviewed = (await board(officer, { stage: 'UNDER_REVIEW' })).progress
    expect([accepted.totalCount, reviewed.totalCount]).toEqual([2, 2])
    for (const { assessmentId } of reviewed.nodes) {
      const { data } = await officer.query(
        '{ assessment(id: "' + assessmentId + '") { status reviews { status } } }',
      )
      expect(data.assessment.status).toBe('ACCEPTED')
      expect(
        data.assessment.reviews.some(({ status }: { status: string }) =>
          ['ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED'].includes(status),
        ),
      ).toBe(true)
    }
    expect(first.lastActivityAt).not.toBeNull()
    expect(found.map((n: { administration: { code: string } }) => n.administration.code)).toEqual([
      'XHE',
    ])
  })

  test('pages without losing or repeating anybody', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const codes: string[] = []
    let after: string | null = null
    do {
      const { progress } = await board(officer, { first: 7, after })
      codes.push(
        ...progress.nodes.map((n: { administration: { code: string } }) => n.administration.code),
      )
      after = progress.pageInfo.hasNextPage ? progress.pageInfo.endCursor : null
    } while (after)

    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toHaveLength((await board(officer)).progress.totalCount)
  })

  test('takes two statements whatever it shows', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const idle = await world().database.counter.during(() => officer.query('{ viewer { hat } }'))

    const statements = await world().database.counter.during(() => board(officer, { first: 100 }))

    expect(statements - idle).toBeLessThanOrEqual(2)
  })

  test.each(['METHODOLOGY_EDITOR', 'ADMINISTRATOR', 'PMMPT_OBSERVER'])(
    'is not shown to %s',
    async (role) => {
      const { progress, progressSummary } = await board(await world().as(role))

      expect([progress, progressSummary]).toEqual([null, null])
    },
  )

  test('is not shown to members', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')

    const { data } = await coordinator.query(
      `{ cycle(code: "C2024") { progressSummary { startedCount } } }`,
    )

    expect(data.cycle.progressSummary).toBeNull()
  })
})

describe('participants', () => {
  test('are read by contact points, and by others of a member only their own', async () => {
    const PARTICIPANTS = `{ cycle(code: "C2024") { participants(first: 3) { totalCount nodes { administration { code }
      regionCode extensionReason } } } }`

    const asCoordinator = await (await world().as('COORDINATOR', 'XAL')).query(PARTICIPANTS)
    const asViewer = await (await world().as('VIEWER', 'XAL')).query(PARTICIPANTS)
    const asNobody = await world().nobody().query(PARTICIPANTS)

    expect(asCoordinator.data.cycle.participants.totalCount).toBeGreaterThan(30)
    expect(asViewer.data.cycle.participants).toMatchObject({
      totalCount: 1,
      nodes: [{ administration: { code: 'XAL' } }],
    })
    expect(asNobody.data.cycle.participants).toBeNull()
  })
})

describe('the life of a cycle', () => {
  test('goes from planned to open to closed, and back only by a second officer', async () => {
    const officer = await world().as('CYCLE_OFFICER', undefined, 0)
    const second = await world().as('CYCLE_OFFICER', undefined, 1)
    const { data } = await officer.query(`{ cycle(code: "C2024") { frameworkVersion { id } } }`)
    const plan = {
      code: 'C2026', number: 3, nameEn: 'Cycle 3', nameFr: 'Cycle 3', reportingYear: 2026,
      frameworkVersionId: data.cycle.frameworkVersion.id,
      opensAt: '2027-12-01T00:00:00Z', closesAt: '2028-06-30T00:00:00Z',
    } // prettier-ignore
    const endorsement = { session: 'Session 9', decidedOn: '2026-10-01' }

    const wrong = await send(officer, 'cycleCreate', {
      ...plan,
      code: 'C2024',
      nameFr: '',
      closesAt: plan.opensAt,
    })
    const created = await send(officer, 'cycleCreate', plan)
    const cycleId = created.cycle.id
    const early = await send(officer, 'cycleOpen', {
      cycleId, expectedVersion: 1, endorsement: { ...endorsement, decidedOn: '2030-01-01' },
    }) // prettier-ignore
    const opened = await send(officer, 'cycleOpen', { cycleId, expectedVersion: 1, endorsement })
    const closed = await send(officer, 'cycleClose', {
      cycleId,
      expectedVersion: opened.cycle.version,
    })
    const again = {
      cycleId,
      expectedVersion: closed.cycle.version,
      reason: 'Too early.',
      closesAt: plan.closesAt,
    }
    const bySame = await send(officer, 'cycleReopen', again)
    const reopened = await send(second, 'cycleReopen', again)

    expect(reasons(wrong)).toEqual(['TEXT_MISSING', 'BAD_PERIOD', 'CODE_TAKEN'])
    expect(created.cycle).toMatchObject({
      status: 'PLANNED',
      reportingYear: 2026,
      previousYear: 2025,
    })
    expect(reasons(early)).toEqual(['DATE_IN_FUTURE'])
    expect(opened.cycle.status).toBe('OPEN')
    expect(closed.cycle.status).toBe('CLOSED')
    expect(reasons(bySame)).toEqual(['SECOND_PERSON'])
    expect(reopened.cycle.status).toBe('OPEN')
  })

  test('is not reported before a release is published, nor reopened afterwards', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const { data } = await officer.query(
      `{ pilot: cycle(code: "C2020") { id version } open: cycle(code: "C2024") { id version } }`,
    )
    const approval = { session: 'Session 9', decidedOn: '2026-10-01' }

    const pilot = await send(officer, 'cycleReport', {
      cycleId: data.pilot.id,
      expectedVersion: data.pilot.version,
      approval,
    })
    const open = await send(officer, 'cycleReport', {
      cycleId: data.open.id,
      expectedVersion: data.open.version,
      approval,
    })

    expect(reasons(pilot)).toEqual(['NOT_READY'])
    expect(reasons(open)).toEqual(['WRONG_STATE'])
  })
})
