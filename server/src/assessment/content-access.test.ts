import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Viewer } from '#access'
import { changedKpis } from './changes/changed-kpis'
import { contentAccess, openPlaces } from './content-access'
import { inOrder } from './visible'

const now = new Date('2026-11-02T10:00:00Z')
const viewer = (hat: Hat, over: Partial<Viewer> = {}): Viewer => ({
  ...anonymous(now),
  hat,
  personId: 'somebody',
  administrationId: 'own',
  ...over,
})
const assessment = {
  id: 'a',
  administrationId: 'own',
  status: 'DRAFT',
  submissionCount: 0,
} as const

const review = (reviewStatus: string, isCleared = true) => ({
  reviewId: 'r',
  assessmentId: 'a',
  administrationId: 'own',
  submissionId: 's',
  reviewStatus,
  isLead: false,
  isCleared,
  concludedAt: null,
})

describe('why the content is not shown', () => {
  test('the administration itself always sees it', () => {
    expect(contentAccess(viewer('VIEWER'), assessment)).toBe('VISIBLE')
  })

  test('the officer sees it from the first submission on, and not after a withdrawal', () => {
    const officer = viewer('CYCLE_OFFICER', { administrationId: null })

    expect(contentAccess(officer, assessment)).toBe('NOT_SUBMITTED')
    expect(contentAccess(officer, { ...assessment, status: 'RETURNED', submissionCount: 1 })).toBe(
      'VISIBLE',
    )
    expect(contentAccess(officer, { ...assessment, status: 'WITHDRAWN', submissionCount: 1 })).toBe(
      'WITHHELD',
    )
  })

  test.each([
    ['ACCEPTED', true, 'NOT_SHARED'],
    ['IN_PROGRESS', true, 'VISIBLE'],
    ['IN_PROGRESS', false, 'NOT_SHARED'],
    ['RESPONDED', true, 'VISIBLE'],
    ['CONCLUDED', true, 'NOT_SHARED'],
  ] as const)('a reviewer in a review %s, cleared %s: %s', (status, isCleared, expected) => {
    const reviewer = viewer('REVIEWER', {
      administrationId: 'elsewhere',
      reviewAssignments: [review(status, isCleared)],
    })

    expect(contentAccess(reviewer, assessment)).toBe(expected)
  })
})

describe('what a return opens', () => {
  const kpi = (...elements: string[]) => ({ elements: elements.map((element) => ({ element })) })
  const snapshot = {
    kpiByCode: new Map([
      ['K1', kpi('E1', 'E2')],
      ['K2', kpi('E2', 'E3')],
    ]),
  } as never

  test('its KPIs and the figures they use, shared ones too', () => {
    const open = openPlaces('RETURNED', ['K1'], snapshot)

    expect([...open.kpis!]).toEqual(['K1'])
    expect([...open.elements!]).toEqual(['E1', 'E2'])
  })

  test('is no question in any other state', () => {
    expect(openPlaces('DRAFT', ['K1'], snapshot)).toEqual({ kpis: null, elements: null })
  })
})

describe('a resubmission', () => {
  const answer = (kpiCode: string, value: string | null) => ({
    kpiCode,
    state: 'REPORTED' as const,
    value,
    reasonCode: null,
    reasonText: null,
    publicNote: null,
    justification: null,
  })

  test('lists the KPIs whose answer differs, new ones too', () => {
    const former = [answer('K1', '1'), answer('K2', '2')]
    const present = [answer('K2', '2'), answer('K1', '1.5'), answer('K3', '0')]

    expect(changedKpis(former, present)).toEqual(['K1', 'K3'])
  })

  test('is listed in the order of the framework', () => {
    const codes = [{ code: 'TF' }, { code: 'RC' }]

    expect(inOrder(['XX', 'RC', 'TF'], codes, (code) => code)).toEqual(['TF', 'RC', 'XX'])
  })
})
