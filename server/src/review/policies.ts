import { actsFor, allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'
import type { ReviewStatus } from './enums'

/** What the rules on a review look at. */
export interface ReviewFacts {
  readonly id: string
  readonly administrationId: string
  readonly status: ReviewStatus
  /** Whether the approver, or the coordinator alone where no signature is asked, stands behind the request. */
  readonly isConfirmed: boolean
  readonly requiresApproval: boolean
  readonly requestedBy: string
  readonly responseDueAt: string | null
  readonly responseProposedBy: string | null
  readonly conclusionProposedBy: string | null
}

/** What the rules on a judgement, note or finding look at beside its review. */
export interface ItemFacts {
  readonly authorId: string
  readonly status: 'DRAFT' | 'SENT'
}

/** What the rule on a new request looks at. */
export interface RequestableAssessment {
  readonly administrationId: string
  readonly status: string
  readonly hasOpenReview: boolean
}

const TEAM_AT_WORK: readonly ReviewStatus[] = ['ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED']
const BEFORE_SHARED: readonly ReviewStatus[] = ['REQUESTED', 'ACCEPTED', 'IN_PROGRESS']

/** May the viewer ask for a peer review of this assessment? */
export const canRequestReview = (viewer: Viewer, assessment: RequestableAssessment): Permission =>
  firstDenial(
    () => coordinates(viewer, assessment.administrationId),
    () =>
      assessment.status === 'ACCEPTED'
        ? allow
        : deny(
            'WRONG_STATE',
            'A review can be asked for once the secretariat has accepted the assessment.',
          ),
    () =>
      assessment.hasOpenReview
        ? deny('WRONG_STATE', 'This assessment already has a review that is not finished.')
        : allow,
  )

/** May the viewer sign the request? */
export const canConfirmRequest = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => approves(viewer, review.administrationId),
    () => isIn(review, ['REQUESTED'], 'Only a request that was not decided yet can be signed.'),
    () => (review.isConfirmed ? deny('WRONG_STATE', 'The request is signed already.') : allow),
    () => isSecond(viewer, review.requestedBy),
  )

/** May the viewer take the review on and name its team? */
export const canAcceptReview = (viewer: Viewer, review: ReviewFacts): Permission =>
  decides(viewer, review, 'accepted')

/** May the viewer decline the request? */
export const canDeclineReview = (viewer: Viewer, review: ReviewFacts): Permission =>
  decides(viewer, review, 'declined')

/** May the viewer replace somebody of the team? */
export const canReplaceReviewer = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => isOfficer(viewer),
    () => isIn(review, TEAM_AT_WORK, 'The team changes only between acceptance and conclusion.'),
  )

/** May the viewer start the team's work? */
export const canStartReview = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => leads(viewer, review),
    () => isIn(review, ['ACCEPTED'], 'Only an accepted review can be started.'),
  )

/** May the viewer judge KPIs and write findings of their own? */
export const canJudge = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => takesPart(viewer, review),
    () =>
      isIn(
        review,
        ['IN_PROGRESS'],
        'Judgements and findings are written while the review is in progress.',
      ),
  )

/** May the viewer change, send or delete this item of their own? */
export const canEditItem = (viewer: Viewer, review: ReviewFacts, item: ItemFacts): Permission =>
  firstDenial(
    () => canJudge(viewer, review),
    () => isAuthor(viewer, item),
    () =>
      item.status === 'DRAFT'
        ? allow
        : deny('WRONG_STATE', 'What has been sent is not edited; a finding can be corrected.'),
  )

/** May the viewer append a correction to this finding? */
export const canCorrectFinding = (
  viewer: Viewer,
  review: ReviewFacts,
  finding: ItemFacts,
): Permission =>
  firstDenial(
    () => takesPart(viewer, review),
    () =>
      isIn(
        review,
        ['IN_PROGRESS', 'SHARED'],
        'After the administration has answered, the lead amends the review.',
      ),
    () => isAuthor(viewer, finding),
    () =>
      finding.status === 'SENT'
        ? allow
        : deny('WRONG_STATE', 'A finding that was not sent is simply edited.'),
  )

/** May the viewer keep working notes? */
export const canKeepNotes = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => takesPart(viewer, review),
    () =>
      isIn(
        review,
        ['IN_PROGRESS', 'SHARED', 'RESPONDED'],
        'Notes are kept between start and conclusion.',
      ),
  )

/** May the viewer record what the team agreed on? */
export const canRecordConsensus = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => leads(viewer, review),
    () => isIn(review, ['IN_PROGRESS'], 'Consensus is recorded while the review is in progress.'),
  )

/** May the viewer put the findings before the administration? */
export const canShareReview = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => leads(viewer, review),
    () => isIn(review, ['IN_PROGRESS'], 'Only a review in progress can be shared.'),
  )

/** May the viewer write the administration's answers to findings? */
export const canAnswerFindings = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => coordinates(viewer, review.administrationId),
    () => isIn(review, ['SHARED'], 'Findings are answered once the review is shared with you.'),
  )

/** May the viewer hand the answers in: the coordinator proposes, the approver signs? */
export const canRespond = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () =>
      wears(viewer, 'APPROVER')
        ? approves(viewer, review.administrationId)
        : coordinates(viewer, review.administrationId),
    () => isIn(review, ['SHARED'], 'Answers are handed in while the review is shared.'),
    () => (wears(viewer, 'APPROVER') ? signsResponse(viewer, review) : proposesResponse(review)),
  )

/** May the viewer say what became of a finding? */
export const canResolveFindings = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => leads(viewer, review),
    () => isAnswered(viewer, review),
  )

/** May the viewer correct findings after the answer and share the review again? */
export const canAmendReview = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => leads(viewer, review),
    () => isIn(review, ['RESPONDED'], 'A review is amended after the administration has answered.'),
  )

/** May the viewer propose the conclusion? */
export const canProposeConclusion = (viewer: Viewer, review: ReviewFacts): Permission =>
  canResolveFindings(viewer, review)

/** May the viewer countersign the conclusion? */
export const canConcludeReview = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => isOfficer(viewer),
    () => isAnswered(viewer, review),
    () =>
      review.conclusionProposedBy === null
        ? deny('NOT_READY', 'The lead reviewer has not proposed the conclusion.')
        : isSecond(viewer, review.conclusionProposedBy),
  )

/** May the viewer take the request back? */
export const canWithdrawReview = (viewer: Viewer, review: ReviewFacts): Permission =>
  firstDenial(
    () => coordinates(viewer, review.administrationId),
    () => isIn(review, BEFORE_SHARED, 'A review can be withdrawn until it is shared.'),
  )

function coordinates(viewer: Viewer, administrationId: string): Permission {
  if (!wears(viewer, 'COORDINATOR')) return deny('WRONG_HAT', 'Only the coordinator does this.')
  return owns(viewer, administrationId)
}

function approves(viewer: Viewer, administrationId: string): Permission {
  if (!wears(viewer, 'APPROVER')) return deny('WRONG_HAT', 'Only the approver signs this.')
  return owns(viewer, administrationId)
}

const owns = (viewer: Viewer, administrationId: string): Permission =>
  actsFor(viewer, administrationId)
    ? allow
    : deny('NOT_YOURS', 'This belongs to another administration.')

const isOfficer = (viewer: Viewer): Permission =>
  wears(viewer, 'CYCLE_OFFICER') ? allow : deny('WRONG_HAT', 'Only a cycle officer does this.')

const assignmentOf = (viewer: Viewer, review: ReviewFacts) =>
  viewer.reviewAssignments.find(({ reviewId }) => reviewId === review.id)

function takesPart(viewer: Viewer, review: ReviewFacts): Permission {
  if (!wears(viewer, 'REVIEWER', 'LEAD_REVIEWER')) {
    return deny('WRONG_HAT', 'Only the review team does this.')
  }
  if (viewer.administrationId === review.administrationId) {
    return deny('CONFLICT_OF_INTEREST', 'Nobody reviews their own administration.')
  }
  const assignment = assignmentOf(viewer, review)
  if (!assignment) return deny('NOT_ASSIGNED', 'You are not in the team of this review.')
  return assignment.isCleared
    ? allow
    : deny('CONFLICT_OF_INTEREST', 'Declare first that no conflict of interest exists.')
}

function leads(viewer: Viewer, review: ReviewFacts): Permission {
  const part = takesPart(viewer, review)
  if (!part.allowed) return part
  return wears(viewer, 'LEAD_REVIEWER') && assignmentOf(viewer, review)?.isLead
    ? allow
    : deny('NOT_ASSIGNED', 'Only the lead of this review does this.')
}

const isIn = (review: ReviewFacts, states: readonly ReviewStatus[], words: string): Permission =>
  states.includes(review.status) ? allow : deny('WRONG_STATE', words)

const isSecond = (viewer: Viewer, first: string): Permission =>
  viewer.personId !== first
    ? allow
    : deny('SECOND_PERSON', 'Another person than the one who proposed it must sign.')

const isAuthor = (viewer: Viewer, item: ItemFacts): Permission =>
  viewer.personId === item.authorId ? allow : deny('NOT_YOURS', 'Only its author may do this.')

function decides(viewer: Viewer, review: ReviewFacts, word: string): Permission {
  return firstDenial(
    () => isOfficer(viewer),
    () => isIn(review, ['REQUESTED'], `Only an open request can be ${word}.`),
    () =>
      review.isConfirmed
        ? allow
        : deny('NOT_READY', 'The administration’s approver has not signed the request.'),
  )
}

// Past the due date the team may finish without an answer.
function isAnswered(viewer: Viewer, review: ReviewFacts): Permission {
  if (review.status === 'RESPONDED') return allow
  if (review.status !== 'SHARED') {
    return deny('WRONG_STATE', 'The administration has not answered the findings.')
  }
  const isPastDue =
    review.responseDueAt !== null && new Date(review.responseDueAt).getTime() < viewer.now.getTime()
  return isPastDue
    ? allow
    : deny('OUT_OF_TIME', 'The administration still has time to answer the findings.')
}

function proposesResponse(review: ReviewFacts): Permission {
  return review.responseProposedBy === null
    ? allow
    : deny('WRONG_STATE', 'The answers wait for the approver’s signature.')
}

const signsResponse = (viewer: Viewer, review: ReviewFacts): Permission =>
  review.responseProposedBy === null
    ? deny('NOT_READY', 'The coordinator has not handed the answers over.')
    : isSecond(viewer, review.responseProposedBy)

/** What the rule on a declaration looks at. */
export interface DeclarationFacts {
  readonly reviewId: string
  readonly administrationId: string
  readonly declaration: 'NO_CONFLICT' | 'CONFLICT' | null
}

/** May the viewer declare this about conflicts of interest? */
export const canDeclare = (
  viewer: Viewer,
  member: DeclarationFacts,
  declaration: 'NO_CONFLICT' | 'CONFLICT',
): Permission =>
  firstDenial(
    () =>
      wears(viewer, 'REVIEWER', 'LEAD_REVIEWER')
        ? allow
        : deny('WRONG_HAT', 'Only the review team does this.'),
    () =>
      viewer.administrationId === member.administrationId
        ? deny('CONFLICT_OF_INTEREST', 'Nobody reviews their own administration.')
        : allow,
    () => {
      const status = viewer.reviewAssignments.find(
        ({ reviewId }) => reviewId === member.reviewId,
      )?.reviewStatus
      return TEAM_AT_WORK.some((each) => each === status)
        ? allow
        : deny('WRONG_STATE', 'The review is not open to declarations.')
    },
    () =>
      member.declaration === null ||
      (member.declaration === 'NO_CONFLICT' && declaration === 'CONFLICT')
        ? allow
        : deny('WRONG_STATE', 'You have declared already.'),
  )

/** May the viewer set the standing of this reviewer? */
export const canAccredit = (
  viewer: Viewer,
  person: { readonly personId: string; readonly isReviewer: boolean },
): Permission =>
  firstDenial(
    wears(viewer, 'ADMINISTRATOR')
      ? allow
      : deny('WRONG_HAT', 'Only the administrator accredits reviewers.'),
    () =>
      viewer.personId === person.personId
        ? deny('SECOND_PERSON', 'Nobody accredits themselves; a colleague does it.')
        : allow,
    () =>
      person.isReviewer
        ? allow
        : deny('WRONG_STATE', 'This person holds no reviewer’s role; give it first.'),
  )
