import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, Problem, REVIEWER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar, DecimalScalar } from '#platform'
import { Confidence, ItemStatus, Judgement } from './enums'

@ObjectType('ReviewScore', {
  description:
    'One reviewer’s own judgement of one KPI, beside the administration’s answer and never over it.',
})
@Rows('REVIEW_ITEM')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class ReviewScore {
  readonly id!: string
  readonly reviewId!: string
  readonly administrationId!: string
  readonly authorId!: string
  readonly itemStatus!: ItemStatus
  readonly reviewStatus!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI judged.' })
  readonly kpiCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => ItemStatus, { description: 'Whether the judgement has been sent.' })
  readonly status!: ItemStatus

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => Judgement, {
    nullable: true,
    description: 'Whether the reviewer agrees. Null while it is not shown to the viewer.',
  })
  readonly judgement!: Judgement | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The reviewer’s own value in the unit of the KPI. Null where the judgement is AGREE or names another state.',
  })
  readonly value!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => Confidence, { nullable: true, description: 'How sure the reviewer is.' })
  readonly confidence!: Confidence | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => String, {
    nullable: true,
    description: 'Reason of the judgement. Null without one.',
  })
  readonly rationale!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which it was sent. Null before.',
  })
  readonly sentAt!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the judgement, to be given back with a change.' })
  readonly version!: number
}

@ObjectType('ReviewConsensus', {
  description:
    'What the team agreed on for one KPI after judging it apart. The reviewed value of the KPI.',
})
@Rows('REVIEW_ITEM')
@Access(OWNER, REVIEWER, SECRETARIAT)
export class ReviewConsensus {
  readonly reviewId!: string
  readonly administrationId!: string
  readonly authorId!: string
  readonly itemStatus!: ItemStatus
  readonly reviewStatus!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => Judgement, {
    nullable: true,
    description:
      'Whether the team agrees with the answer. Null while it is not shown to the viewer.',
  })
  readonly judgement!: Judgement | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value the team agreed on. Null where it agrees with the answer.',
  })
  readonly value!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT, { when: 'REVIEW_STAGE' })
  @Field(() => String, { nullable: true, description: 'How the team came to it.' })
  readonly note!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the entry, to be given back with a change.' })
  readonly version!: number
}

@ObjectType('ReviewNote', {
  description: 'Working note of the team on one KPI, read by the team alone.',
})
@Rows('REVIEW_ITEM')
@Access(REVIEWER)
export class ReviewNote {
  readonly id!: string
  readonly reviewId!: string
  readonly administrationId!: string
  readonly authorId!: string
  readonly itemStatus!: ItemStatus
  readonly reviewStatus!: string

  @Access(REVIEWER)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(REVIEWER)
  @Field(() => String, { description: 'The note.' })
  readonly body!: string

  @Access(REVIEWER)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the last change.' })
  readonly updatedAt!: string

  @Access(REVIEWER)
  @Field(() => Int, { description: 'Version of the note, to be given back with a change.' })
  readonly version!: number
}

@ObjectType({ description: 'Answer to a change of a judgement.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReviewScorePayload {
  readonly scoreId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}

@ObjectType({ description: 'Answer to a change of a working note.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class ReviewNotePayload {
  readonly noteId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}
