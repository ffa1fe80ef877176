import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Permission, type Viewer } from '#access'
import * as policies from './policies'

const as = (hat: Hat | null, personId = 'somebody'): Viewer => ({
  ...anonymous(new Date('2026-11-02T09:00:00Z')),
  hat,
  personId: hat && personId,
})
const EDITOR = as('METHODOLOGY_EDITOR')
const OTHERS: readonly Hat[] = [
  'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER', 'CYCLE_OFFICER',
  'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const draft = { status: 'DRAFT', submittedBy: null, approvedBy: null } as const
const done = { state: 'DRAFT', translatedBy: 'translator', isAlone: false } as const
const proposed = { state: 'PROPOSED', proposedBy: 'proposer', isAlone: false } as const

const EACH: readonly (readonly [string, (viewer: Viewer) => Permission])[] = [
  ['translates', (viewer) => policies.canTranslate(viewer, draft)],
  ['reviews', (viewer) => policies.canReview(viewer, draft, done)],
  ['confirms', (viewer) => policies.canConfirm(viewer, draft, { state: 'OUTDATED' })],
  ['keeps terms', (viewer) => policies.canKeepTerms(viewer)],
  ['approves a term', (viewer) => policies.canApproveTerm(viewer, proposed)],
]

describe.each(EACH)('who %s', (_act, may) => {
  test('is a methodology editor', () => {
    expect(may(EDITOR).allowed).toBe(true)
  })

  test('is nobody else', () => {
    for (const hat of OTHERS) expect(may(as(hat)).code).toBe('WRONG_HAT')
    expect(may(as(null)).code).toBe('SIGN_IN_REQUIRED')
  })
})

describe.each(['IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED'] as const)(
  'of a version that is %s',
  (status) => {
    const version = { ...draft, status }

    test('no text is translated, reviewed or confirmed', () => {
      expect(policies.canTranslate(EDITOR, version).code).toBe('WRONG_STATE')
      expect(policies.canReview(EDITOR, version, done).code).toBe('WRONG_STATE')
      expect(policies.canConfirm(EDITOR, version, { state: 'OUTDATED' }).code).toBe('WRONG_STATE')
    })
  },
)

describe('a translation', () => {
  test.each(['REVIEWED', 'OFFICIAL', 'OUTDATED', 'MISSING'] as const)(
    'that is %s is not marked as reviewed',
    (state) => {
      expect(policies.canReview(EDITOR, draft, { ...done, state }).code).toBe('WRONG_STATE')
    },
  )

  test.each(['DRAFT', 'REVIEWED', 'OFFICIAL', 'MISSING'] as const)(
    'that is %s is not confirmed',
    (state) => {
      expect(policies.canConfirm(EDITOR, draft, { state }).code).toBe('WRONG_STATE')
    },
  )

  test('is not reviewed by its translator, unless there is no other editor', () => {
    const translator = as('METHODOLOGY_EDITOR', 'translator')

    expect(policies.canReview(translator, draft, done).code).toBe('SECOND_PERSON')
    expect(policies.canReview(translator, draft, { ...done, isAlone: true }).allowed).toBe(true)
  })

  test('of nobody known is reviewed by any editor', () => {
    expect(policies.canReview(EDITOR, draft, { ...done, translatedBy: null }).allowed).toBe(true)
    expect(
      policies.canReview({ ...EDITOR, personId: null }, draft, { ...done, translatedBy: null })
        .allowed,
    ).toBe(true)
  })
})

describe('a term', () => {
  test('that is approved is not approved again', () => {
    expect(policies.canApproveTerm(EDITOR, { ...proposed, state: 'APPROVED' }).code).toBe(
      'WRONG_STATE',
    )
  })

  test('is not approved by its proposer, unless there is no other editor', () => {
    const proposer = as('METHODOLOGY_EDITOR', 'proposer')

    expect(policies.canApproveTerm(proposer, proposed).code).toBe('SECOND_PERSON')
    expect(policies.canApproveTerm(proposer, { ...proposed, isAlone: true }).allowed).toBe(true)
  })

  test('of nobody known is approved by any editor', () => {
    const known = { ...proposed, proposedBy: null }

    expect(policies.canApproveTerm(EDITOR, known).allowed).toBe(true)
    expect(policies.canApproveTerm({ ...EDITOR, personId: null }, known).allowed).toBe(true)
  })
})
