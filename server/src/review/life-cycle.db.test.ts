import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld } from '../../../tests/setup/world'
import type { Caller } from '../../../tests/setup/world'
import { done, refused, reviewSeenBy, reviewsSeenBy, run, type Tree } from './review-desk.fixture'

const world = useWorld()

let officer: Caller
let coordinator: Caller
let approver: Caller
let lead: Caller
let reviewer: Caller
let id: string
let assessmentId: string

const SCOPE = ['TF-01-1', 'RC-01-2']
const DUE = '2026-12-20T12:00:00.000Z'

beforeAll(async () => {
  officer = await world().person('Ines Calder', 'CYCLE_OFFICER')
  coordinator = await world().as('COORDINATOR', 'XVA')
  approver = await world().as('APPROVER', 'XVA')
  lead = await world().person('Noemi Castera', 'LEAD_REVIEWER')
  reviewer = await world().person('Ilse Marten', 'REVIEWER')
  const { nodes } = await reviewsSeenBy(coordinator, 'assessment { id }')
  assessmentId = nodes[0].assessment.id
  // The request of the demonstration world is taken back, so that the whole way can be walked.
  await done(coordinator, 'reviewWithdraw', {
    reviewId: nodes[0].id,
    expectedVersion: nodes[0].version,
  })
})

const version = async (caller: Caller) => (await reviewSeenBy(caller, id)).version as number
const step = async (caller: Caller) => ({ reviewId: id, expectedVersion: await version(caller) })
const candidates = async (): Promise<readonly Tree[]> => {
  const { data } = await officer.query<Tree>(
    `query ($id: ID!) { reviewerCandidates(reviewId: $id) { person { id name } home { code } mayReview mayLead conflicts openReviewCount isInTeam } }`,
    { id },
  )
  return data.reviewerCandidates
}
const personId = async (name: string): Promise<string> =>
  (await candidates()).find(({ person }) => person.name === name).person.id
const judge = (caller: Caller, kpiCode: string, own: Record<string, unknown> = {}) =>
  run(caller, 'reviewScoreSave', {
    reviewId: id, kpiCode, judgement: 'AGREE', confidence: 'HIGH', send: true, expectedVersion: 0, ...own,
  }, 'score { status judgement value version }') // prettier-ignore

describe('A review from request to conclusion', () => {
  test('is asked for with scope and reason, everything wrong named at once', async () => {
    const empty = { assessmentId, scope: [], reason: ' ' }

    expect(await refused(coordinator, 'reviewRequest', empty)).toEqual([
      'SCOPE_EMPTY',
      'TEXT_MISSING',
    ])
    expect(
      await refused(coordinator, 'reviewRequest', {
        assessmentId,
        scope: ['XX-99-9'],
        reason: 'Why not',
      }),
    ).toEqual(['UNKNOWN_KPI'])
    const { review } = await done(
      coordinator,
      'reviewRequest',
      { assessmentId, scope: SCOPE, reason: 'An outside view' },
      'review { id status isConfirmed scope }',
    )

    expect(review).toMatchObject({ status: 'REQUESTED', isConfirmed: false, scope: SCOPE })
    id = review.id
    expect(
      await refused(coordinator, 'reviewRequest', {
        assessmentId,
        scope: SCOPE,
        reason: 'Once more',
      }),
    ).toEqual(['WRONG_STATE'])
  })

  test('is the administration’s own matter until the approver signs', async () => {
    expect(await reviewSeenBy(officer, id)).toBeNull()
    expect(await refused(coordinator, 'reviewRequestConfirm', await step(coordinator))).toEqual([
      'WRONG_HAT',
    ])
    await done(approver, 'reviewRequestConfirm', await step(approver))
    expect(await reviewSeenBy(officer, id)).toMatchObject({
      status: 'REQUESTED',
      isConfirmed: true,
    })
  })

  test('gets a team without conflicts of interest, all obstacles named at once', async () => {
    await world().asOwner(({ db }) =>
      // Somebody of Valdena examined Istaria in the last cycle, where Tomas Verrel comes from.
      sql`update review_member set home_administration_id = (select id from administration where code = 'XVA')
        where review_id = (select r.id from review r join administration a on a.id = r.administration_id
          where a.code = 'XIS') and not is_lead`.execute(db),
    )
    const tomas = (await candidates()).find(({ person }) => person.name === 'Tomas Verrel')
    expect(tomas).toMatchObject({ conflicts: ['RECIPROCAL'], mayReview: false, mayLead: false })
    const team = [
      { personId: tomas.person.id, isLead: true },
      { personId: await personId('Selma Orrin'), isLead: true },
    ]
    expect(await refused(officer, 'reviewAccept', { ...(await step(officer)), team })).toEqual([
      'ONE_LEAD',
      'CONFLICT_RECIPROCAL',
      'NOT_ACCREDITED',
    ])
    expect(
      await refused(officer, 'reviewAccept', { ...(await step(officer)), team: team.slice(0, 1) }),
    ).toContain('TEAM_TOO_SMALL')

    await done(officer, 'reviewAccept', {
      ...(await step(officer)),
      dueOn: '2026-12-01',
      team: [
        { personId: await personId('Noemi Castera'), isLead: true },
        { personId: await personId('Pita Rahui'), isLead: false },
      ],
    })
    expect((await reviewSeenBy(officer, id, 'dueOn')).dueOn).toBe('2026-12-01')
  })

  test('A16, R2: shows nothing but its frame before the declaration', async () => {
    expect(await reviewSeenBy(lead, id)).toBeNull()
    const { data } = await lead.query<Tree>(
      `{ reviewAssignments { reviewId status scope isLead declaration administration { code } } }`,
    )
    const own = data.reviewAssignments.find((each: Tree) => each.reviewId === id)

    expect(own).toEqual({
      reviewId: id,
      status: 'ACCEPTED',
      scope: SCOPE,
      isLead: true,
      declaration: null,
      administration: { code: 'XVA' },
    })
    await done(lead, 'conflictDeclare', { reviewId: id, declaration: 'NO_CONFLICT' })
    expect(await reviewSeenBy(lead, id)).toMatchObject({ status: 'ACCEPTED' })
    expect(await refused(lead, 'reviewStart', await step(lead))).toEqual(['DECLARATION_MISSING'])
  })

  test('R2: a declared conflict ends the assignment, tells the secretariat and can be mended', async () => {
    const pita = await world().person('Pita Rahui', 'REVIEWER')
    expect(
      await refused(pita, 'conflictDeclare', { reviewId: id, declaration: 'CONFLICT' }),
    ).toEqual(['TEXT_MISSING'])
    await done(pita, 'conflictDeclare', {
      reviewId: id,
      declaration: 'CONFLICT',
      text: 'I advised them last year.',
    })
    expect(await reviewSeenBy(pita, id)).toBeNull()
    expect(await refused(lead, 'reviewStart', await step(lead))).toEqual(['TEAM_INCOMPLETE'])

    const { team } = await reviewSeenBy(
      officer,
      id,
      'team { id endedAt declaration declarationText person { name } }',
    )
    const former = team.find(({ person }: Tree) => person.name === 'Pita Rahui')
    expect(former).toMatchObject({
      declaration: 'CONFLICT',
      declarationText: 'I advised them last year.',
    })
    const asLead = await reviewSeenBy(
      lead,
      id,
      'team { endedAt declaration declarationText person { name } }',
    )
    expect(asLead.team.find(({ person }: Tree) => person.name === 'Pita Rahui')).toMatchObject({
      declaration: null,
      declarationText: null,
    })

    const back = {
      ...(await step(officer)),
      memberId: former.id,
      personId: await personId('Pita Rahui'),
    }
    expect(await refused(officer, 'reviewTeamReplace', back)).toEqual(['CONFLICT_DECLARED'])
    await done(officer, 'reviewTeamReplace', { ...back, personId: await personId('Ilse Marten') })
    await done(reviewer, 'conflictDeclare', { reviewId: id, declaration: 'NO_CONFLICT' })
    await done(lead, 'reviewStart', await step(lead))
  })

  test('R4: records own values with reasons, sent once and for all, the member’s untouched', async () => {
    const before = await answersOf()
    expect(
      (await judge(lead, 'TF-01-1', { judgement: 'DIFFER', value: '61.4' })).problems.map(
        ({ reason }: Tree) => reason,
      ),
    ).toEqual(['TEXT_MISSING'])
    expect((await judge(lead, 'EP-01-1')).problems[0].reason).toBe('OUT_OF_SCOPE')
    expect((await judge(lead, 'TF-01-1', { value: '61.4' })).problems[0].reason).toBe(
      'VALUE_WITH_AGREEMENT',
    )
    const draft = await judge(lead, 'TF-01-1', { judgement: 'DIFFER', value: '61.4', send: false })
    expect(draft.score).toMatchObject({ status: 'DRAFT', value: '61.4', version: 1 })
    expect((await judge(lead, 'TF-01-1')).problems[0].reason).toBe('STALE_VERSION')
    const sent = await judge(lead, 'TF-01-1', {
      judgement: 'DIFFER',
      value: '61.4',
      rationale: 'Another counting rule',
      expectedVersion: 1,
    })
    expect(sent.problems).toEqual([])
    expect((await judge(lead, 'TF-01-1', { expectedVersion: 2 })).problems[0].reason).toBe(
      'WRONG_STATE',
    )
    expect(await answersOf()).toEqual(before)
  })

  test('judges apart: a colleague’s judgement opens with the own one', async () => {
    const seen = async () =>
      (await reviewSeenBy(reviewer, id, 'scores { kpiCode isOwn value }')).scores.filter(
        ({ kpiCode }: Tree) => kpiCode === 'TF-01-1',
      )
    expect(await seen()).toEqual([])
    await judge(reviewer, 'TF-01-1')
    expect(await seen()).toHaveLength(2)
  })

  test('R5, R10: a finding is its author’s alone until it is sent', async () => {
    const { finding } = await done(reviewer, 'findingSave', {
      reviewId: id, kpiCode: 'TF-01-1', kind: 'DATA_QUALITY', severity: 'MODERATE', text: 'The green lane alone is counted.', citation: 'Study, rev. 2, p. 31', expectedVersion: 0,
    }, 'finding { id version status }') // prettier-ignore
    const count = async (caller: Caller) =>
      (await reviewSeenBy(caller, id, 'findings { id }'))?.findings.length

    expect([
      await count(reviewer),
      await count(lead),
      await count(coordinator),
      await count(officer),
    ]).toEqual([1, 0, 0, 0])
    expect(
      await refused(lead, 'findingSend', { findingId: finding.id, expectedVersion: 1 }),
    ).toEqual(['NOT_FOUND'])
    await done(reviewer, 'findingSend', { findingId: finding.id, expectedVersion: 1 })
    expect([await count(lead), await count(coordinator), await count(officer)]).toEqual([1, 0, 0])
    expect(
      await refused(reviewer, 'findingSave', {
        reviewId: id,
        findingId: finding.id,
        kpiCode: 'TF-01-1',
        kind: 'GAP',
        severity: 'MINOR',
        text: 'Else',
        expectedVersion: 2,
      }),
    ).toEqual(['WRONG_STATE'])
    expect(
      await refused(reviewer, 'findingDelete', { findingId: finding.id, expectedVersion: 2 }),
    ).toEqual(['WRONG_STATE'])
    expect(
      await refused(lead, 'findingCorrect', {
        findingId: finding.id,
        kind: 'GAP',
        severity: 'MINOR',
        text: 'Else',
      }),
    ).toEqual(['NOT_YOURS'])
    await done(reviewer, 'findingCorrect', {
      findingId: finding.id,
      kind: 'DATA_QUALITY',
      severity: 'MAJOR',
      text: 'The green lane and post alone are counted.',
    })
    const { findings } = await reviewSeenBy(lead, id, 'findings { text isCorrected }')
    expect(findings).toEqual([
      { text: 'The green lane alone is counted.', isCorrected: true },
      { text: 'The green lane and post alone are counted.', isCorrected: false },
    ])
  })

  test('R11: sharing is refused with every open item at once, and changes nothing', async () => {
    const { finding } = await done(
      reviewer,
      'findingSave',
      {
        reviewId: id,
        kpiCode: 'RC-01-2',
        kind: 'STRENGTH',
        severity: 'MINOR',
        text: 'Refunds in a week.',
        expectedVersion: 0,
      },
      'finding { id }',
    )
    const share = { ...(await step(lead)), responseDueAt: '2020-01-01T00:00:00Z' }
    const reasons = ['CONSENSUS_MISSING', 'NOT_JUDGED', 'NOT_JUDGED', 'FINDING_UNSENT']

    expect((await refused(lead, 'reviewShare', share)).toSorted()).toEqual(
      ['DUE_IN_THE_PAST', ...reasons].toSorted(),
    )
    const seen = await reviewSeenBy(lead, id, 'leadObstacles { reason }')
    expect(seen.status).toBe('IN_PROGRESS')
    expect(seen.leadObstacles.map(({ reason }: Tree) => reason).toSorted()).toEqual(
      reasons.toSorted(),
    )

    await done(reviewer, 'findingSend', { findingId: finding.id, expectedVersion: 1 })
    for (const caller of [lead, reviewer])
      expect((await judge(caller, 'RC-01-2')).problems).toEqual([])
    await done(lead, 'reviewConsensusSave', {
      reviewId: id,
      kpiCode: 'TF-01-1',
      judgement: 'DIFFER',
      value: '61.4',
      note: 'We compared the extracts.',
      expectedVersion: 0,
    })
    await done(lead, 'reviewShare', { ...(await step(lead)), responseDueAt: DUE })
  })

  test('R12: the administration answers each finding; a contested one keeps both texts', async () => {
    expect(await refused(coordinator, 'reviewRespond', await step(coordinator))).toEqual([
      'NOT_ANSWERED',
      'NOT_ANSWERED',
    ])
    const { findings, scores } = await reviewSeenBy(
      coordinator,
      id,
      'findings { id kpiCode isCorrected text } scores { kpiCode value }',
    )
    expect(scores).toHaveLength(4)
    const open = findings.filter(({ isCorrected }: Tree) => !isCorrected)
    expect(
      await refused(coordinator, 'findingRespond', {
        findingId: findings.find(({ isCorrected }: Tree) => isCorrected).id,
        decision: 'ACCEPTED',
        text: 'Yes',
        expectedVersion: 0,
      }),
    ).toEqual(['ALREADY_CORRECTED'])
    await done(coordinator, 'findingRespond', {
      findingId: open[0].id,
      decision: 'ACCEPTED',
      text: 'Thank you.',
      expectedVersion: 0,
    })
    await done(coordinator, 'findingRespond', {
      findingId: open[1].id,
      decision: 'CONTESTED',
      text: 'All lanes are counted.',
      expectedVersion: 0,
    })

    const answers = async (caller: Caller) =>
      (await reviewSeenBy(caller, id, 'findings { memberResponse { decision } }')).findings.filter(
        ({ memberResponse }: Tree) => memberResponse,
      ).length
    expect([await answers(coordinator), await answers(lead), await answers(officer)]).toEqual([
      2, 0, 0,
    ])
    await done(coordinator, 'reviewRespond', await step(coordinator))
    expect(await refused(coordinator, 'reviewRespond', await step(coordinator))).toEqual([
      'WRONG_STATE',
    ])
    await done(approver, 'reviewRespond', await step(approver))
    expect([await answers(lead), await answers(officer)]).toEqual([2, 2])
    expect(
      await refused(coordinator, 'findingRespond', {
        findingId: open[0].id,
        decision: 'CONTESTED',
        text: 'No',
        expectedVersion: 1,
      }),
    ).toEqual(['WRONG_STATE'])
  })

  test('can be amended after the answer, and answered again', async () => {
    const { findings } = await reviewSeenBy(
      lead,
      id,
      'findings { id isCorrected memberResponse { decision } }',
    )
    const contested = findings.find(
      ({ memberResponse }: Tree) => memberResponse?.decision === 'CONTESTED',
    )
    const amend = { ...(await step(lead)), responseDueAt: DUE }
    expect(await refused(lead, 'reviewAmend', { ...amend, corrections: [] })).toEqual([
      'NOTHING_CHANGED',
    ])
    await done(lead, 'reviewAmend', {
      ...amend,
      corrections: [
        {
          findingId: contested.id,
          kind: 'DATA_QUALITY',
          severity: 'MINOR',
          text: 'All lanes are counted, post separately.',
        },
      ],
    })

    expect(await refused(coordinator, 'reviewRespond', await step(coordinator))).toEqual([
      'NOT_ANSWERED',
    ])
    const shared = await reviewSeenBy(
      coordinator,
      id,
      'findings { id isCorrected memberResponse { body } }',
    )
    const unanswered = shared.findings.find(
      ({ isCorrected, memberResponse }: Tree) => !isCorrected && !memberResponse,
    )
    await done(coordinator, 'findingRespond', {
      findingId: unanswered.id,
      decision: 'ACCEPTED',
      text: 'So it is.',
      expectedVersion: 0,
    })
    await done(coordinator, 'reviewRespond', await step(coordinator))
    await done(approver, 'reviewRespond', await step(approver))
  })

  test('R13: is concluded by the lead, countersigned, and immutable', async () => {
    const propose = async () => ({ ...(await step(lead)), conclusion: 'The figures stand.' })
    expect(await refused(officer, 'reviewConclude', await step(officer))).toEqual(['NOT_READY'])
    expect(await refused(lead, 'reviewConcludePropose', await propose())).toEqual([
      'NOT_RESOLVED',
      'NOT_RESOLVED',
    ])
    const { findings } = await reviewSeenBy(lead, id, 'findings { id isCorrected }')
    for (const { id: findingId } of findings.filter(({ isCorrected }: Tree) => !isCorrected)) {
      await done(lead, 'findingResolve', {
        findingId,
        outcome: 'UPHELD',
        text: 'Agreed.',
        expectedVersion: 0,
      })
    }
    await done(lead, 'reviewConcludePropose', await propose())
    expect((await reviewSeenBy(coordinator, id)).conclusion).toBeNull()
    await done(officer, 'reviewConclude', await step(officer))

    const before = await reviewSeenBy(
      coordinator,
      id,
      'findings { text memberResponse { body } resolution { outcome body } }',
    )
    expect(before).toMatchObject({ status: 'CONCLUDED', conclusion: 'The figures stand.' })
    const [{ id: findingId }] = findings
    const attempts: readonly (readonly [Caller, string, Record<string, unknown>])[] = [
      [lead, 'reviewConcludePropose', await propose()],
      [officer, 'reviewConclude', await step(officer)],
      [coordinator, 'reviewWithdraw', await step(coordinator)],
      [lead, 'findingResolve', { findingId, outcome: 'DROPPED', text: 'No', expectedVersion: 1 }],
      [lead, 'reviewAmend', { ...(await step(lead)), responseDueAt: DUE, corrections: [] }],
      [
        lead,
        'findingSave',
        {
          reviewId: id,
          kpiCode: 'TF-01-1',
          kind: 'GAP',
          severity: 'MINOR',
          text: 'Late',
          expectedVersion: 0,
        },
      ],
    ]
    for (const [caller, mutation, input] of attempts) {
      expect(await refused(caller, mutation, input), mutation).toEqual(['WRONG_STATE'])
    }
    expect(
      await reviewSeenBy(
        coordinator,
        id,
        'findings { text memberResponse { body } resolution { outcome body } }',
      ),
    ).toEqual(before)
  })

  test('A16, R15: the team’s access ends after the grace period', async () => {
    expect(await reviewSeenBy(lead, id)).not.toBeNull()
    await world().asOwner(({ db }) =>
      sql`update review set concluded_at = concluded_at - interval '31 days' where status = 'CONCLUDED'`.execute(
        db,
      ),
    )
    expect(await reviewSeenBy(lead, id)).toBeNull()
    const { data } = await lead.query<Tree>('{ reviewAssignments { reviewId } }')
    expect(data.reviewAssignments.map(({ reviewId }: Tree) => reviewId)).not.toContain(id)
  })

  test('leaves its steps in the chain of the administration under review', async () => {
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        action: string
      }>`select action from audit_entry e join administration a on a.id = e.administration_id
        where a.code = 'XVA' and action like 'review%' and outcome = 'DONE' order by seq`.execute(
        db,
      ),
    )

    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining([
      'reviewRequest', 'reviewRequestConfirm', 'reviewAccept', 'reviewTeamReplace',
      'reviewStart', 'reviewShare', 'reviewRespond', 'reviewAmend', 'reviewConcludePropose', 'reviewConclude',
    ])) // prettier-ignore
  })
})

async function answersOf(): Promise<unknown> {
  const { rows } = await world().asOwner(({ db }) =>
    sql`select w.kpi_code, w.state, w.value, w.score, s.value as submitted from kpi_response w
      join submission_response s on s.assessment_id = w.assessment_id and s.kpi_code = w.kpi_code
      join administration a on a.id = w.administration_id where a.code = 'XVA' order by w.kpi_code, s.id`.execute(
      db,
    ),
  )
  expect(rows.length).toBeGreaterThan(0)
  return rows
}
