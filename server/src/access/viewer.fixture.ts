import { anonymous, type Hat, type ReviewAssignment, type Viewer } from './viewer'

export const NOW = new Date('2027-05-01T12:00:00Z')
export const FREEDONIA = 'administration of Freedonia'
export const SYLVANIA = 'administration of Sylvania'
export const ASSESSMENT = 'assessment of Freedonia'
export const SUBMISSION = 'first submission of Freedonia'
export const REVIEW = 'review of Freedonia'

/** A signed-in person of Freedonia, or of nowhere where the hat has no administration. */
export function wearing(hat: Hat | null, facts: Partial<Viewer> = {}): Viewer {
  const isFromMember = ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER'].includes(hat ?? '')
  return {
    ...anonymous(NOW),
    hat,
    personId: hat && hat !== 'PARTNER' ? `person as ${hat}` : null,
    apiClientId: hat === 'PARTNER' ? 'client' : null,
    administrationId: isFromMember ? FREEDONIA : null,
    ...facts,
  }
}

/** An assignment to the review of Freedonia, under way and cleared unless told otherwise. */
export const assignment = (facts: Partial<ReviewAssignment> = {}): ReviewAssignment => ({
  reviewId: REVIEW,
  assessmentId: ASSESSMENT,
  administrationId: FREEDONIA,
  submissionId: SUBMISSION,
  reviewStatus: 'IN_PROGRESS',
  isLead: false,
  isCleared: true,
  concludedAt: null,
  ...facts,
})
