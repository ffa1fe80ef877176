import { Field, Int, ObjectType } from 'type-graphql'
import {
  Access,
  OWNER,
  PUBLIC,
  PageInfo,
  Permission,
  Problem,
  REVIEWER,
  Rows,
  SECRETARIAT,
} from '#access'
import { DateScalar, DateTimeScalar } from '#platform'
import { ReviewStatus } from './enums'
import type { ReviewFacts } from './policies'

@ObjectType('Review', {
  description:
    'Examination of one submitted assessment by officials of other administrations, on request only.',
})
@Rows('REVIEW')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class Review implements ReviewFacts {
  readonly id!: string
  readonly reviewId!: string
  readonly assessmentId!: string
  readonly administrationId!: string
  readonly submissionId!: string | null
  readonly cycleId!: string
  readonly frameworkVersionId!: string
  readonly requiresApproval!: boolean
  readonly requestedBy!: string
  readonly confirmedBy!: string | null
  readonly responseProposedBy!: string | null
  readonly conclusionProposedBy!: string | null
  readonly countersignedBy!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ReviewStatus, { description: 'State of the review.' })
  readonly status!: ReviewStatus

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Boolean, {
    description:
      'Whether the request carries the signature it needs. Until then only the administration sees it.',
  })
  readonly isConfirmed!: boolean

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => [String], {
    description: 'Codes of the KPIs to be examined, in the order of the framework.',
  })
  readonly scope!: readonly string[]

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    description: 'Why the administration asks for the review, in its own words.',
  })
  readonly reason!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the request.' })
  readonly requestedAt!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the secretariat accepted or declined. Null before.',
  })
  readonly decidedAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined. Null unless the status is DECLINED.',
  })
  readonly declineReason!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which the team should share its findings. Null without one.',
  })
  readonly dueOn!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the team started. Null before.',
  })
  readonly startedAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the findings were last shared. Null before.',
  })
  readonly sharedAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp until which the administration may answer. Null before the review is shared.',
  })
  readonly responseDueAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last complete answer. Null before.',
  })
  readonly respondedAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Conclusion in the words of the lead. Null before it is proposed; for the administration, before it is countersigned.',
  })
  readonly conclusion!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the countersigned conclusion. Null before.',
  })
  readonly concludedAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the withdrawal. Null unless withdrawn.',
  })
  readonly withdrawnAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the review, to be given back with a change.' })
  readonly version!: number
}

const ACTIONS = {
  confirmRequest: 'Sign the request.',
  withdraw: 'Take the request back.',
  accept: 'Take the review on and name its team.',
  decline: 'Decline the request.',
  replaceReviewer: 'Replace somebody of the team.',
  start: 'Start the work of the team.',
  judge: 'Judge KPIs and write findings.',
  keepNotes: 'Keep working notes.',
  recordConsensus: 'Record what the team agreed on.',
  share: 'Put the findings before the administration.',
  answerFindings: 'Write answers to findings.',
  respond: 'Hand the answers in, or sign them.',
  resolveFindings: 'Say what became of each finding.',
  amend: 'Correct findings after the answer and share again.',
  proposeConclusion: 'Propose the conclusion.',
  conclude: 'Countersign the conclusion.',
} as const

@ObjectType({ description: 'What the viewer may do with a review.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReviewViewerCan {
  readonly confirmRequest!: Permission
  readonly withdraw!: Permission
  readonly accept!: Permission
  readonly decline!: Permission
  readonly replaceReviewer!: Permission
  readonly start!: Permission
  readonly judge!: Permission
  readonly keepNotes!: Permission
  readonly recordConsensus!: Permission
  readonly share!: Permission
  readonly answerFindings!: Permission
  readonly respond!: Permission
  readonly resolveFindings!: Permission
  readonly amend!: Permission
  readonly proposeConclusion!: Permission
  readonly conclude!: Permission
}

// Sixteen fields that differ in name and sentence only.
for (const [action, description] of Object.entries(ACTIONS)) {
  Access(PUBLIC)(ReviewViewerCan.prototype, action)
  Field(() => Permission, { description })(ReviewViewerCan.prototype, action)
}

@ObjectType({ description: 'A page of reviews, the newest request first.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReviewConnection {
  @Access(PUBLIC)
  @Field(() => [Review], { description: 'Reviews of this page.' })
  readonly nodes!: readonly Review[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of reviews the viewer may see.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({ description: 'Answer to a command on a review.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReviewPayload {
  readonly reviewId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], {
    description: 'What prevented it, all of it at once. Empty when it was done.',
  })
  readonly problems!: readonly Problem[]
}
