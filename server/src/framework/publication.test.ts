import { describe, expect, test } from 'vitest'
import { publicationProblems, type PublicationFacts } from './publication'

const facts = (change: Partial<PublicationFacts> = {}): PublicationFacts => ({
  kind: 'REVISION',
  isDemonstration: false,
  contentHash: 'h1',
  approvals: [
    { body: 'PMMPT', contentHash: 'h1' },
    { body: 'COUNCIL', contentHash: 'h1' },
  ],
  waiver: null,
  ...change,
})

const reasons = (change: Partial<PublicationFacts>) =>
  publicationProblems(facts(change)).map(({ reason }) => reason)

const pmmptOnly = { approvals: [{ body: 'PMMPT', contentHash: 'h1' }] } as const

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
})
