import type { TransactionIdentity } from '#platform'
import { kpiSetsOf } from './scopes'
import { isReadOnly, type Hat, type ReviewAssignment, type Viewer } from './viewer'

/** One letter a hat, as the row policies know it. */
export const HAT_LETTER: Readonly<Record<Hat, string>> = {
  CONTRIBUTOR: 'C',
  COORDINATOR: 'N',
  APPROVER: 'A',
  VIEWER: 'V',
  REVIEWER: 'R',
  LEAD_REVIEWER: 'L',
  METHODOLOGY_EDITOR: 'E',
  CYCLE_OFFICER: 'O',
  ADMINISTRATOR: 'D',
  PMMPT_OBSERVER: 'B',
  PARTNER: 'P',
}

const READING = ['IN_PROGRESS', 'SHARED', 'RESPONDED']
const VISIBLE = ['ACCEPTED', ...READING, 'CONCLUDED']
const GRACE_DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/** Whether the review itself is open to this reviewer: assigned, cleared, and not past the grace period. */
export function readsReview(assignment: ReviewAssignment, now: Date): boolean {
  if (!assignment.isCleared || !VISIBLE.includes(assignment.reviewStatus)) return false
  if (assignment.reviewStatus !== 'CONCLUDED') return true
  return (
    assignment.concludedAt !== null &&
    now.getTime() < assignment.concludedAt.getTime() + GRACE_DAYS * DAY
  )
}

/** Whether the submitted content is open to this reviewer. */
export function readsSubmission(assignment: ReviewAssignment): boolean {
  return assignment.isCleared && READING.includes(assignment.reviewStatus)
}

/** Role and settings a transaction of this viewer takes before its first statement. */
export function identityOf(viewer: Viewer): TransactionIdentity {
  const open = viewer.reviewAssignments.filter((each) => readsReview(each, viewer.now))
  const leads = viewer.hat === 'LEAD_REVIEWER' ? open.filter((each) => each.isLead) : []
  return {
    role: 'pmm_app',
    settings: {
      hat: viewer.hat ? HAT_LETTER[viewer.hat] : '',
      person: viewer.personId ?? '',
      administration: viewer.administrationId ?? '',
      assignments: array(open.map((each) => each.assessmentId)),
      submissions: array(open.filter(readsSubmission).flatMap((each) => each.submissionId ?? [])),
      reviews: array(open.map((each) => each.reviewId)),
      leads: array(leads.map((each) => each.reviewId)),
      assigned: array(
        viewer.reviewAssignments
          .filter((each) => readsReview({ ...each, isCleared: true }, viewer.now))
          .map((each) => each.reviewId),
      ),
      embargo: viewer.scopes.includes('read:embargo') ? 'yes' : '',
      kpis: array(kpiSetsOf(viewer)),
    },
    ...(isReadOnly(viewer) ? { isReadOnly: true } : {}),
  }
}

/** Who writes what the logs must know of this viewer: also for a session that may write nothing itself. */
export const logIdentityOf = (viewer: Viewer): TransactionIdentity =>
  viewer.supportView
    ? {
        role: 'pmm_app',
        settings: { hat: HAT_LETTER.ADMINISTRATOR, person: viewer.supportView.personId },
      }
    : identityOf(viewer)

const array = (ids: readonly string[]) => `{${ids.join(',')}}`

export const workerIdentity: TransactionIdentity = { role: 'pmm_worker', settings: {} }
