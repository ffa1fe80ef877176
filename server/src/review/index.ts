/**
 * Peer review: officials of other administrations examine a submitted assessment at its owner's
 * request, judge apart, agree, and give findings that the owner answers. Nothing here ever changes a
 * figure of the assessment.
 */
import { ReviewAccept } from './accept'
import { PersonAccreditation, ReviewerAccreditationFields } from './accreditation.fields'
import { ReviewerAccredit } from './accredit'
import { ReviewAmend } from './amend'
import { AssessmentReviewFields, ReviewAssessmentFields } from './assessment.fields'
import { ReviewConclude } from './conclude'
import { ReviewConcludePropose } from './conclude-propose'
import { ConflictDeclare } from './conflict-declare'
import { ReviewConsensusSave } from './consensus-save'
import { ReviewDecline } from './decline'
import { FindingCorrect } from './finding-correct'
import { FindingDelete } from './finding-delete'
import { FindingResolve } from './finding-resolve'
import { FindingRespond } from './finding-respond'
import { FindingSave } from './finding-save'
import { FindingSend } from './finding-send'
import {
  FindingFields,
  FindingPayloadFields,
  ReviewNoteFields,
  ReviewNotePayloadFields,
  ReviewScoreFields,
  ReviewScorePayloadFields,
} from './items.fields'
import { ReviewNoteSave } from './note-save'
import { ReviewRequest } from './request'
import { ReviewRequestConfirm } from './request-confirm'
import { ReviewRespond } from './respond'
import { ReviewFields, ReviewPayloadFields } from './review.fields'
import { ReviewQuery } from './review.query'
import { ReviewScoreSave } from './score-save'
import { ReviewShare } from './share'
import { ReviewStart } from './start'
import {
  ConflictDeclarePayloadFields,
  ReviewAssignmentFields,
  ReviewMemberFields,
  ReviewerCandidateFields,
} from './team.fields'
import { ReviewTeamReplace } from './team-replace'
import { ReviewWithdraw } from './withdraw'

export { Review } from './review.type'
export { reviewsById, reviewsOfAssessments } from './review.rows'

export const reviewResolvers = [
  PersonAccreditation,
  ReviewerAccreditationFields,
  ReviewerAccredit,
  ReviewQuery,
  ReviewFields,
  ReviewPayloadFields,
  ReviewAssessmentFields,
  AssessmentReviewFields,
  ReviewMemberFields,
  ReviewAssignmentFields,
  ReviewerCandidateFields,
  ConflictDeclarePayloadFields,
  ReviewScoreFields,
  ReviewScorePayloadFields,
  ReviewNoteFields,
  ReviewNotePayloadFields,
  FindingFields,
  FindingPayloadFields,
  ReviewRequest,
  ReviewRequestConfirm,
  ReviewAccept,
  ReviewDecline,
  ReviewTeamReplace,
  ReviewWithdraw,
  ConflictDeclare,
  ReviewStart,
  ReviewScoreSave,
  ReviewConsensusSave,
  ReviewNoteSave,
  FindingSave,
  FindingSend,
  FindingDelete,
  FindingCorrect,
  ReviewShare,
  FindingRespond,
  ReviewRespond,
  FindingResolve,
  ReviewAmend,
  ReviewConcludePropose,
  ReviewConclude,
]

/** Reviews are changed by statements: their rows are small and their rules are in the row policies too. */
export const reviewEntities = []
