import { describe, expect, test } from 'vitest'
import type { Hat, Permission, Viewer } from '#access'
import type { ReviewStatus } from './enums'
import * as can from './policies'
import type { ReviewFacts } from './policies'
import { FREEDONIA, HATS, STATES, SYLVANIA, as, assigned, item, review } from './review.fixture'

interface Rule {
  readonly ask: (viewer: Viewer, review: ReviewFacts) => Permission
  readonly hats: readonly Hat[]
  readonly states: readonly ReviewStatus[]
  readonly facts?: Partial<ReviewFacts>
}

const TEAM: readonly Hat[] = ['REVIEWER', 'LEAD_REVIEWER']

// By hand from the life cycle, never from the code.
const RULES: Readonly<Record<string, Rule>> = {
  'sign the request': { ask: can.canConfirmRequest, hats: ['APPROVER'], states: ['REQUESTED'], facts: { isConfirmed: false } },
  'take the review on': { ask: can.canAcceptReview, hats: ['CYCLE_OFFICER'], states: ['REQUESTED'] },
  'decline it': { ask: can.canDeclineReview, hats: ['CYCLE_OFFICER'], states: ['REQUESTED'] },
  'replace a reviewer': { ask: can.canReplaceReviewer, hats: ['CYCLE_OFFICER'], states: ['ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED'] },
  'start': { ask: can.canStartReview, hats: ['LEAD_REVIEWER'], states: ['ACCEPTED'] },
  'judge': { ask: can.canJudge, hats: TEAM, states: ['IN_PROGRESS'] },
  'keep notes': { ask: can.canKeepNotes, hats: TEAM, states: ['IN_PROGRESS', 'SHARED', 'RESPONDED'] },
  'record consensus': { ask: can.canRecordConsensus, hats: ['LEAD_REVIEWER'], states: ['IN_PROGRESS'] },
  'share': { ask: can.canShareReview, hats: ['LEAD_REVIEWER'], states: ['IN_PROGRESS'] },
  'answer findings': { ask: can.canAnswerFindings, hats: ['COORDINATOR'], states: ['SHARED'] },
  'propose the answers': { ask: can.canRespond, hats: ['COORDINATOR'], states: ['SHARED'] },
  'sign the answers': { ask: can.canRespond, hats: ['APPROVER'], states: ['SHARED'], facts: { responseProposedBy: 'somebody' } },
  'resolve findings': { ask: can.canResolveFindings, hats: ['LEAD_REVIEWER'], states: ['RESPONDED'] },
  'amend': { ask: can.canAmendReview, hats: ['LEAD_REVIEWER'], states: ['RESPONDED'] },
  'propose the conclusion': { ask: can.canProposeConclusion, hats: ['LEAD_REVIEWER'], states: ['RESPONDED'] },
  'countersign': { ask: can.canConcludeReview, hats: ['CYCLE_OFFICER'], states: ['RESPONDED'], facts: { conclusionProposedBy: 'somebody' } },
  'withdraw': { ask: can.canWithdrawReview, hats: ['COORDINATOR'], states: ['REQUESTED', 'ACCEPTED', 'IN_PROGRESS'] },
} // prettier-ignore

describe.each(Object.entries(RULES))('to %s', (_name, { ask, hats, states, facts }) => {
  test.each(HATS)('is decided for %s in every state', (hat) => {
    for (const state of STATES) {
      const expected = hats.includes(hat as Hat) && states.includes(state)
      expect(ask(as(hat), review(state, facts)).allowed, state).toBe(expected)
    }
  })

  test('is nobody’s of another administration or another team', () => {
    for (const hat of hats) {
      if (hat === 'CYCLE_OFFICER') continue
      const stranger = as(hat, {
        administrationId: 'Elbonia',
        reviewAssignments: [assigned({ reviewId: 'another' })],
      })
      for (const state of states) expect(ask(stranger, review(state, facts)).allowed).toBe(false)
    }
  })
})

const TEAM_RULES = Object.entries(RULES).filter(([, { hats }]) => hats.includes('LEAD_REVIEWER'))

describe.each(TEAM_RULES)('to %s', (_name, { ask, states }) => {
  const [state = 'IN_PROGRESS'] = states

  test('asks for a declaration first', () => {
    const undeclared = as('LEAD_REVIEWER', {
      reviewAssignments: [assigned({ isLead: true, isCleared: false })],
    })

    expect(ask(undeclared, review(state)).code).toBe('CONFLICT_OF_INTEREST')
  })

  test('is refused to somebody of the administration under review', () => {
    const own = as('LEAD_REVIEWER', { administrationId: FREEDONIA })

    expect(ask(own, review(state)).code).toBe('CONFLICT_OF_INTEREST')
  })
})

test('who leads other reviews does not lead this one', () => {
  const member = as('LEAD_REVIEWER', { reviewAssignments: [assigned()] })

  expect(can.canJudge(member, review('IN_PROGRESS')).allowed).toBe(true)
  expect(can.canShareReview(member, review('IN_PROGRESS')).code).toBe('NOT_ASSIGNED')
})

test.each(HATS.filter((hat) => !TEAM.includes(hat as Hat)))(
  'hat %s does not work on a review the person is assigned to',
  (hat) => {
    const person = as(hat, {
      administrationId: SYLVANIA,
      reviewAssignments: [assigned({ isLead: true })],
    })
    const place = { reviewId: 'review', administrationId: FREEDONIA, declaration: null }

    expect(can.canJudge(person, review('IN_PROGRESS')).code).toBe('WRONG_HAT')
    expect(can.canShareReview(person, review('IN_PROGRESS')).code).toBe('WRONG_HAT')
    expect(can.canDeclare(person, place, 'NO_CONFLICT').code).toBe('WRONG_HAT')
  },
)

test('a lead who wears the plain reviewer’s hat does not lead', () => {
  const lead = as('REVIEWER', { reviewAssignments: [assigned({ isLead: true })] })

  expect(can.canShareReview(lead, review('IN_PROGRESS')).code).toBe('NOT_ASSIGNED')
})

describe('to ask for a review', () => {
  const accepted = { administrationId: FREEDONIA, status: 'ACCEPTED', hasOpenReview: false }

  test.each(HATS)('is the coordinator’s alone, not for %s', (hat) => {
    expect(can.canRequestReview(as(hat), accepted).allowed).toBe(hat === 'COORDINATOR')
  })

  test('asks for an accepted assessment without an open review', () => {
    const ask = (facts: Partial<typeof accepted>) =>
      can.canRequestReview(as('COORDINATOR'), { ...accepted, ...facts }).code

    for (const status of ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'WITHDRAWN']) {
      expect(ask({ status }), status).toBe('WRONG_STATE')
    }
    expect(ask({ hasOpenReview: true })).toBe('WRONG_STATE')
    expect(ask({ administrationId: SYLVANIA })).toBe('NOT_YOURS')
  })
})

describe('second persons', () => {
  test('who asked does not sign the request', () => {
    const request = review('REQUESTED', { isConfirmed: false, requestedBy: 'the APPROVER' })

    expect(can.canConfirmRequest(as('APPROVER'), request).code).toBe('SECOND_PERSON')
  })

  test('who proposed the answers does not sign them', () => {
    const shared = review('SHARED', { responseProposedBy: 'the APPROVER' })

    expect(can.canRespond(as('APPROVER'), shared).code).toBe('SECOND_PERSON')
  })

  test('who proposed the conclusion does not countersign it', () => {
    const responded = review('RESPONDED', { conclusionProposedBy: 'the CYCLE_OFFICER' })

    expect(can.canConcludeReview(as('CYCLE_OFFICER'), responded).code).toBe('SECOND_PERSON')
  })

  test('nothing is signed before it is proposed', () => {
    expect(can.canRespond(as('APPROVER'), review('SHARED')).code).toBe('NOT_READY')
    expect(can.canConcludeReview(as('CYCLE_OFFICER'), review('RESPONDED')).code).toBe('NOT_READY')
    expect(
      can.canAcceptReview(as('CYCLE_OFFICER'), review('REQUESTED', { isConfirmed: false })).code,
    ).toBe('NOT_READY')
  })

  test('nothing is proposed or signed twice', () => {
    const proposed = review('SHARED', { responseProposedBy: 'somebody' })

    expect(can.canRespond(as('COORDINATOR'), proposed).code).toBe('WRONG_STATE')
    expect(can.canConfirmRequest(as('APPROVER'), review('REQUESTED')).code).toBe('WRONG_STATE')
  })
})

describe('the time to answer', () => {
  test('holds the conclusion back while it runs, and no longer', () => {
    const running = review('SHARED', { conclusionProposedBy: 'somebody' })
    const over = { ...running, responseDueAt: '2027-04-30T00:00:00Z' }

    for (const [hat, ask] of [
      ['LEAD_REVIEWER', can.canResolveFindings],
      ['LEAD_REVIEWER', can.canProposeConclusion],
      ['CYCLE_OFFICER', can.canConcludeReview],
    ] as const) {
      expect(ask(as(hat), running).code).toBe('OUT_OF_TIME')
      expect(ask(as(hat), over).allowed).toBe(true)
    }
  })

  const lead = as('LEAD_REVIEWER')

  test('runs without an end where none is set', () => {
    const shared = review('SHARED', { responseDueAt: null })

    expect(can.canResolveFindings(lead, shared).code).toBe('OUT_OF_TIME')
  })

  test('that is over opens nothing before the review is shared', () => {
    const running = review('IN_PROGRESS', { responseDueAt: '2027-04-30T00:00:00Z' })

    expect(can.canResolveFindings(lead, running).code).toBe('WRONG_STATE')
  })
})

describe('what a reviewer writes', () => {
  test('is edited by its author while a draft and in progress', () => {
    const reviewer = as('REVIEWER')

    expect(can.canEditItem(reviewer, review('IN_PROGRESS'), item()).allowed).toBe(true)
    expect(can.canEditItem(reviewer, review('IN_PROGRESS'), item({ status: 'SENT' })).code).toBe(
      'WRONG_STATE',
    )
    expect(
      can.canEditItem(reviewer, review('IN_PROGRESS'), item({ authorId: 'a colleague' })).code,
    ).toBe('NOT_YOURS')
    expect(can.canEditItem(reviewer, review('SHARED'), item()).code).toBe('WRONG_STATE')
  })

  test('is corrected once sent, until the administration has answered', () => {
    const ask = (status: ReviewStatus) =>
      can.canCorrectFinding(as('REVIEWER'), review(status), item({ status: 'SENT' })).allowed

    expect(STATES.filter(ask)).toEqual(['IN_PROGRESS', 'SHARED'])
    expect(can.canCorrectFinding(as('REVIEWER'), review('IN_PROGRESS'), item()).code).toBe(
      'WRONG_STATE',
    )
  })

  test('is not corrected by who left the team', () => {
    const former = as('REVIEWER', { reviewAssignments: [] })

    expect(can.canCorrectFinding(former, review('SHARED'), item({ status: 'SENT' })).code).toBe(
      'NOT_ASSIGNED',
    )
  })

  test.each(HATS.filter((hat) => hat !== 'REVIEWER'))('is not edited or corrected by %s', (hat) => {
    expect(can.canEditItem(as(hat), review('IN_PROGRESS'), item()).allowed).toBe(false)
    expect(
      can.canCorrectFinding(as(hat), review('IN_PROGRESS'), item({ status: 'SENT' })).allowed,
    ).toBe(false)
  })
})

describe('a declaration', () => {
  const place = { reviewId: 'review', administrationId: FREEDONIA, declaration: null } as const

  test.each(HATS)('is the reviewer’s own matter, asked of %s', (hat) => {
    const isReviewer = hat === 'REVIEWER' || hat === 'LEAD_REVIEWER'

    expect(can.canDeclare(as(hat), place, 'NO_CONFLICT').allowed).toBe(isReviewer)
  })

  test('may turn into a conflict later, never back', () => {
    const reviewer = as('REVIEWER')

    expect(
      can.canDeclare(reviewer, { ...place, declaration: 'NO_CONFLICT' }, 'CONFLICT').allowed,
    ).toBe(true)
    expect(
      can.canDeclare(reviewer, { ...place, declaration: 'NO_CONFLICT' }, 'NO_CONFLICT').code,
    ).toBe('WRONG_STATE')
    expect(
      can.canDeclare(reviewer, { ...place, declaration: 'CONFLICT' }, 'NO_CONFLICT').code,
    ).toBe('WRONG_STATE')
    expect(can.canDeclare(reviewer, { ...place, declaration: 'CONFLICT' }, 'CONFLICT').code).toBe(
      'WRONG_STATE',
    )
  })

  test('is closed with the review, and to the administration’s own people', () => {
    const concluded = as('REVIEWER', {
      reviewAssignments: [assigned({ reviewStatus: 'CONCLUDED' })],
    })

    const elsewhere = as('REVIEWER', { reviewAssignments: [assigned({ reviewId: 'another' })] })

    expect(can.canDeclare(concluded, place, 'CONFLICT').code).toBe('WRONG_STATE')
    expect(can.canDeclare(elsewhere, place, 'CONFLICT').code).toBe('WRONG_STATE')
    expect(
      can.canDeclare(as('REVIEWER', { administrationId: FREEDONIA }), place, 'NO_CONFLICT').code,
    ).toBe('CONFLICT_OF_INTEREST')
  })
})

describe('the standing of a reviewer', () => {
  const person = { personId: 'a colleague', isReviewer: true }

  test.each(HATS)('is set by the administrator alone, not by %s', (hat) => {
    expect(can.canAccredit(as(hat), person).allowed).toBe(hat === 'ADMINISTRATOR')
  })

  test('is nobody’s own to set, nor that of somebody who reviews nothing', () => {
    const administrator = as('ADMINISTRATOR')
    const oneself = { ...person, personId: 'the ADMINISTRATOR' }

    expect(can.canAccredit(administrator, oneself).code).toBe('SECOND_PERSON')
    expect(can.canAccredit(administrator, { ...person, isReviewer: false }).code).toBe(
      'WRONG_STATE',
    )
    expect(can.canAccredit(as('COORDINATOR'), oneself).code).toBe('WRONG_HAT')
  })
})
