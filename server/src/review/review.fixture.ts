import { anonymous, type Hat, type ReviewAssignment, type Viewer } from '#access'
import type { ReviewStatus } from './enums'
import type { ItemFacts, ReviewFacts } from './policies'

export const NOW = new Date('2027-05-01T12:00:00Z')
export const FREEDONIA = 'Freedonia'
export const SYLVANIA = 'Sylvania'

export const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore

export const STATES: readonly ReviewStatus[] = [
  'REQUESTED', 'ACCEPTED', 'DECLINED', 'IN_PROGRESS', 'SHARED', 'RESPONDED', 'CONCLUDED', 'WITHDRAWN',
] // prettier-ignore

const MEMBERS: readonly (Hat | null)[] = ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER']
const REVIEWERS: readonly (Hat | null)[] = ['REVIEWER', 'LEAD_REVIEWER']

/** Freedonia asks; reviewers come from Sylvania, cleared, the lead leading. */
export const as = (hat: Hat | null, facts: Partial<Viewer> = {}): Viewer => ({
  ...anonymous(NOW),
  hat,
  personId: hat && `the ${hat}`,
  administrationId: MEMBERS.includes(hat) ? FREEDONIA : REVIEWERS.includes(hat) ? SYLVANIA : null,
  reviewAssignments: REVIEWERS.includes(hat) ? [assigned({ isLead: hat === 'LEAD_REVIEWER' })] : [],
  ...facts,
})

export const assigned = (facts: Partial<ReviewAssignment> = {}): ReviewAssignment => ({
  reviewId: 'review',
  assessmentId: 'assessment',
  administrationId: FREEDONIA,
  submissionId: 'submission',
  reviewStatus: 'IN_PROGRESS',
  isLead: false,
  isCleared: true,
  concludedAt: null,
  ...facts,
})

/** A signed review of Freedonia in this state, ready for whatever comes next. */
export const review = (status: ReviewStatus, facts: Partial<ReviewFacts> = {}): ReviewFacts => ({
  id: 'review',
  administrationId: FREEDONIA,
  status,
  isConfirmed: true,
  requiresApproval: true,
  requestedBy: 'somebody',
  responseDueAt: '2027-06-01T00:00:00Z',
  responseProposedBy: null,
  conclusionProposedBy: null,
  ...facts,
})

export const item = (facts: Partial<ItemFacts> = {}): ItemFacts => ({
  authorId: 'the REVIEWER',
  status: 'DRAFT',
  ...facts,
})
