import { describe, expect, test } from 'vitest'
import { publicationProblems, type PublicationFacts } from './publication'

const facts = (change: Partial<PublicationFacts> = {}): PublicationFacts => ({
  kind: 'REVISION',
  isDemonstration: false,
  contentHash: 'h1',
  approvals: [
    { body: 'PMMPT', decision: 'APPROVED', contentHash: 'h1' },
    { body: 'COUNCIL', decision: 'ENDORSED', contentHash: 'h1' },
  ],
  waiver: null,
  ...change,
})

const reasons = (change: Partial<PublicationFacts>) =>
  publicationProblems(facts(change)).map(({ reason }) => reason)

const pmmptOnly = {
  approvals: [{ body: 'PMMPT', decision: 'APPROVED', contentHash: 'h1' }],
} as const

describe('publishing', () => {
  test('takes PMMPT and Council on exactly this content', () => {
    expect(reasons({})).toEqual([])
    expect(reasons({ contentHash: 'h2' })).toEqual([
      'CONTENT_CHANGED',
      'COUNCIL_ENDORSEMENT_MISSING',
    ])
  })

  test('names both decisions when both are missing', () => {
    expect(reasons({ approvals: [] })).toEqual(['CONTENT_CHANGED', 'COUNCIL_ENDORSEMENT_MISSING'])
  })

  test('goes without the Council for errata and demonstrations, with a reason', () => {
    expect(reasons({ ...pmmptOnly, kind: 'ERRATUM', waiver: 'Typing error.' })).toEqual([])
    expect(reasons({ ...pmmptOnly, isDemonstration: true, waiver: 'Demonstration.' })).toEqual([])
    expect(reasons({ ...pmmptOnly, kind: 'ERRATUM' })).toEqual(['COUNCIL_ENDORSEMENT_MISSING'])
  })

  test('does not waive the Council for a revision, whatever the reason', () => {
    expect(reasons({ ...pmmptOnly, waiver: 'In a hurry.' })).toEqual(['WAIVER_NOT_ALLOWED'])
  })

  test('is stopped by the latest word of a body, and goes on when the body thinks again', () => {
    const pmmpt = { body: 'PMMPT', decision: 'APPROVED', contentHash: 'h1' } as const
    const council = (decision: 'ENDORSED' | 'REJECTED') =>
      ({ body: 'COUNCIL', decision, contentHash: 'h1' }) as const
    const commission = {
      body: 'POLICY_COMMISSION',
      decision: 'DEFERRED',
      contentHash: 'h1',
    } as const

    expect(reasons({ approvals: [pmmpt, council('REJECTED')] })).toEqual(['DECISION_REJECTED'])
    expect(reasons({ approvals: [pmmpt, council('ENDORSED'), council('REJECTED')] })).toEqual([
      'DECISION_REJECTED',
    ])
    expect(reasons({ approvals: [pmmpt, commission, council('ENDORSED')] })).toEqual([
      'DECISION_DEFERRED',
    ])
    expect(reasons({ approvals: [pmmpt, council('REJECTED'), council('ENDORSED')] })).toEqual([])
  })

  test('does not waive a Council that has said no', () => {
    const approvals = [
      { body: 'PMMPT', decision: 'APPROVED', contentHash: 'h1' },
      { body: 'COUNCIL', decision: 'REJECTED', contentHash: 'h1' },
    ] as const

    expect(reasons({ approvals, isDemonstration: true, waiver: 'Demonstration.' })).toEqual([
      'DECISION_REJECTED',
    ])
  })
})
