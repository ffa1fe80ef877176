import { NOBODY, REVIEWER } from './audience'
import type { AudienceMask } from './audience'
import { MissingColumn, column, type Row } from './row'
import { actsFor, isReviewer, wears, type ReviewAssignment, type Viewer } from './viewer'

// Written apart from the settings of the transaction, which say the same to the database: two walls.
const COPY_STAGES = ['IN_PROGRESS', 'SHARED', 'RESPONDED']
const GRACE = 30 * 24 * 60 * 60 * 1000

/** Peer reviewers read the published catalogue without any assignment. */
export const takesPart = (viewer: Viewer): boolean => isReviewer(viewer)

/** Review rows: from ACCEPTED until 30 days after CONCLUDED, never once WITHDRAWN or DECLINED. */
export function readsReviewRows(review: ReviewAssignment, now: Date): boolean {
  if (!review.isCleared) return false
  if (review.reviewStatus === 'ACCEPTED' || COPY_STAGES.includes(review.reviewStatus)) return true
  return (
    review.reviewStatus === 'CONCLUDED' &&
    review.concludedAt !== null &&
    now.getTime() < review.concludedAt.getTime() + GRACE
  )
}

/** The submitted copy: while the review is being worked on. */
export const readsCopy = (review: ReviewAssignment): boolean =>
  review.isCleared && COPY_STAGES.includes(review.reviewStatus)

/** REVIEWER if an assignment says so; nobody reviews their own administration. */
export function heldAsReviewer(
  viewer: Viewer,
  administrationId: unknown,
  says: (review: ReviewAssignment) => boolean,
): AudienceMask {
  if (!isReviewer(viewer) || viewer.administrationId === administrationId) return NOBODY
  return viewer.reviewAssignments.some(says) ? REVIEWER : NOBODY
}

/** The own administration's content; a contributor's only where KPI or data element is assigned. */
export function ownsContent(viewer: Viewer, row: Row): boolean {
  const administrationId = column(row, 'administrationId')
  const assessmentId = column(row, 'assessmentId')
  const { kpiCode, elementCode, kpiCodes } = row
  if (kpiCode === undefined && elementCode === undefined && !Array.isArray(kpiCodes))
    throw new MissingColumn('kpiCode, kpiCodes or elementCode')
  if (!actsFor(viewer, administrationId)) return false
  if (!wears(viewer, 'CONTRIBUTOR')) return true
  // What serves several KPIs is open to whoever has one of them.
  if (Array.isArray(kpiCodes))
    return kpiCodes.some((each) => viewer.assignedKpis.has(`${assessmentId}:${each}`))
  return (
    viewer.assignedKpis.has(`${assessmentId}:${kpiCode}`) ||
    viewer.assignedElements.has(`${assessmentId}:${elementCode}`)
  )
}

/**
 * What the own administration last submitted in an earlier cycle of what the contributor has in a running one: a single answer
 * or figure. What serves several KPIs, such as evidence, is none.
 */
export const readsEarlier = (viewer: Viewer, row: Row): boolean =>
  wears(viewer, 'CONTRIBUTOR') &&
  actsFor(viewer, column(row, 'administrationId')) &&
  (viewer.earlierKpis.has(`${column(row, 'submissionId')}:${row.kpiCode}`) ||
    viewer.earlierElements.has(`${column(row, 'submissionId')}:${row.elementCode}`))
