import { expect, test } from 'vitest'
import { anonymous, type Hat, type Viewer } from '#access'
import type { AssessmentFacts, OpenPlaces } from '#assessment'
import { canEditEvidence, canShareEvidence } from './policies'

const now = new Date('2026-11-02T10:00:00Z')
const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const STATES = [
  'DRAFT',
  'INTERNAL_APPROVAL',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'WITHDRAWN',
] as const
const everywhere: OpenPlaces = { kpis: null, elements: null }

const viewer = (hat: Hat | null, administrationId = 'own'): Viewer => ({
  ...anonymous(now),
  hat,
  personId: hat ? `person-${hat}` : null,
  administrationId,
  assignedKpis: new Set(['a:TF-01-1']),
  assignedElements: new Set(['a:DECL_ALL']),
})
const facts = (status: (typeof STATES)[number] = 'DRAFT'): AssessmentFacts =>
  ({
    id: 'a',
    administrationId: 'own',
    status,
    dueAt: '2026-12-01T00:00:00Z',
    withdrawalProposedBy: null,
    requiresApproval: true,
    cycleStatus: 'OPEN',
    cycleClosesAt: '2026-12-15T00:00:00Z',
    extendedUntil: null,
  }) as AssessmentFacts

test.each(HATS)('%s changes evidence while the assessment is open, or never', (hat) => {
  const edits = ['CONTRIBUTOR', 'COORDINATOR'].includes(hat ?? '')
  for (const status of STATES) {
    const isOpen = status === 'DRAFT' || status === 'RETURNED'
    const { allowed } = canEditEvidence(viewer(hat), facts(status), ['TF-01-1'], everywhere)
    expect(allowed).toBe(edits && isOpen)
  }
  expect(canEditEvidence(viewer(hat, 'another'), facts(), ['TF-01-1'], everywhere).allowed).toBe(false) // prettier-ignore
})

test('a contributor changes what backs assigned KPIs alone, and tidies up nothing', () => {
  const may = (hat: Hat, kpis: readonly string[]) =>
    canEditEvidence(viewer(hat), facts(), kpis, everywhere).code

  expect(may('CONTRIBUTOR', ['TF-01-1'])).toBe('OK')
  expect(may('CONTRIBUTOR', ['TF-01-1', 'TF-01-2'])).toBe('NOT_ASSIGNED')
  expect(may('CONTRIBUTOR', [])).toBe('NOT_ASSIGNED')
  expect(may('COORDINATOR', ['TF-01-1', 'TF-01-2'])).toBe('OK')
  expect(may('COORDINATOR', [])).toBe('OK')
  expect(canEditEvidence(viewer('COORDINATOR'), facts('SUBMITTED'), [], everywhere).allowed).toBe(false) // prettier-ignore
})

test('after a return every KPI an item backs must be open', () => {
  const open: OpenPlaces = { kpis: new Set(['TF-01-1']), elements: new Set() }
  const may = (kpis: readonly string[]) =>
    canEditEvidence(viewer('COORDINATOR'), facts('RETURNED'), kpis, open).allowed

  expect([may(['TF-01-1']), may(['TF-01-1', 'TF-01-2'])]).toEqual([true, false])
})

test('the coordinator alone opens an item to the secretariat', () => {
  const allowed = HATS.filter((hat) => canShareEvidence(viewer(hat), facts()).allowed)

  expect(allowed).toEqual(['COORDINATOR'])
  expect(canShareEvidence(viewer(null), facts()).code).toBe('SIGN_IN_REQUIRED')
  expect(canShareEvidence(viewer('COORDINATOR', 'another'), facts()).code).toBe('NOT_YOURS')
  expect(canShareEvidence(viewer('APPROVER'), facts()).code).toBe('WRONG_HAT')
})
