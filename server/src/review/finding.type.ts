import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, Permission, Problem, REVIEWER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import {
  FindingKind,
  FindingSeverity,
  ItemStatus,
  ResolutionOutcome,
  ResponseDecision,
} from './enums'

@ObjectType('FindingResponse', {
  description: 'The administration’s answer to a finding, kept beside it.',
})
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class FindingResponse {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ResponseDecision, { description: 'Whether the finding is accepted.' })
  readonly decision!: ResponseDecision

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'The answer in the administration’s words.' })
  readonly body!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which the answer was handed in. Null while it is the administration’s own draft.',
  })
  readonly confirmedAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the answer, to be given back with a change.' })
  readonly version!: number
}

@ObjectType('FindingResolution', {
  description: 'What became of a finding, in the words of the lead.',
})
@Rows('EMBEDDED')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class FindingResolution {
  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ResolutionOutcome, { description: 'Whether it stands.' })
  readonly outcome!: ResolutionOutcome

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Why.' })
  readonly body!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the resolution.' })
  readonly resolvedAt!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the resolution, to be given back with a change.' })
  readonly version!: number
}

@ObjectType('Finding', {
  description:
    'One remark of a reviewer on a KPI: a strength, a gap, a doubt about data or a question.',
})
@Rows('REVIEW_ITEM')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class Finding {
  readonly id!: string
  readonly reviewId!: string
  readonly administrationId!: string
  readonly authorId!: string
  readonly itemStatus!: ItemStatus
  readonly reviewStatus!: string
  readonly correctsId!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI it is about.' })
  readonly kpiCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ItemStatus, { description: 'Whether the finding has been sent.' })
  readonly status!: ItemStatus

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Boolean, {
    description: 'Whether a later finding corrects this one, which then counts instead.',
  })
  readonly isCorrected!: boolean

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => FindingKind, {
    nullable: true,
    description: 'What it is about. Null while it is not shown to the viewer.',
  })
  readonly kind!: FindingKind | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => FindingSeverity, { nullable: true, description: 'Its weight.' })
  readonly severity!: FindingSeverity | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => String, { nullable: true, description: 'The finding in the words of its author.' })
  readonly text!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => String, {
    nullable: true,
    description: 'What it rests on: file, revision and page, or figure. Null without a citation.',
  })
  readonly citation!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was sent. Null before.',
  })
  readonly sentAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => FindingResponse, {
    nullable: true,
    description:
      'Answer of the administration. Null before it was given, and for others before it was handed in.',
  })
  readonly memberResponse!: FindingResponse | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => FindingResolution, {
    nullable: true,
    description: 'What became of the finding. Null before.',
  })
  readonly resolution!: FindingResolution | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the finding, to be given back with a change.' })
  readonly version!: number
}

@ObjectType({ description: 'What the viewer may do with a finding.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FindingViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Edit, send or delete it.' })
  readonly edit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Append a correction.' })
  readonly correct!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Answer it for the administration.' })
  readonly respond!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Say what became of it.' })
  readonly resolve!: Permission
}

@ObjectType({ description: 'Answer to a command on a finding.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FindingPayload {
  readonly findingId?: string
  readonly reviewId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}
