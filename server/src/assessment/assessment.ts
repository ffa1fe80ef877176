import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, REVIEWER, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import { AssessmentStatus, ReopenRequester } from './enums'

@ObjectType('Assessment', {
  description: 'Self-assessment of one administration in one cycle.',
})
@Rows('ASSESSMENT')
@Access(PUBLIC)
@Entity({ tableName: 'assessment' })
export class Assessment {
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Property({ type: 'uuid' })
  administrationId!: string

  @Property({ type: 'uuid' })
  cycleId!: string

  @Property({ type: 'uuid' })
  frameworkVersionId!: string

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => AssessmentStatus, {
    nullable: true,
    description: 'State of the assessment. Null for viewers who read released results alone.',
  })
  @Property({ type: 'text' })
  status!: AssessmentStatus

  @Access(OWNER)
  @Field(() => DateTimeScalar, { nullable: true, description: 'Timestamp of the start.' })
  @Property({ type: 'datetime' })
  startedAt!: Date | string

  @Property({ type: 'uuid' })
  startedBy!: string

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp at which the signature was asked for. Null before.',
  })
  @Property({ type: 'datetime', nullable: true })
  approvalRequestedAt!: Date | string | null

  @Property({ type: 'uuid', nullable: true })
  approvalRequestedBy!: string | null

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Why the approver sent it back. Null unless that was the last step.',
  })
  @Property({ type: 'text', nullable: true })
  sentBackReason!: string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last submission. Null before the first.',
  })
  @Property({ type: 'datetime', nullable: true })
  submittedAt!: Date | string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the acceptance. Null unless it is accepted.',
  })
  @Property({ type: 'datetime', nullable: true })
  acceptedAt!: Date | string | null

  @Property({ type: 'uuid', nullable: true })
  acceptedBy!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp of the acceptance before it was opened again. Null unless that was an accepted one, and once it is accepted anew.',
  })
  @Property({ type: 'datetime', nullable: true })
  formerlyAcceptedAt!: Date | string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which the administration asked for it to be opened again. Null unless a request waits.',
  })
  @Property({ type: 'datetime', nullable: true })
  reopenRequestedAt!: Date | string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => ReopenRequester, {
    nullable: true,
    description:
      'At whose request the secretariat opened it again; what the administration asked for itself needs no answers. Null otherwise, and once it is accepted, returned or withdrawn.',
  })
  @Property({ type: 'text', nullable: true })
  reopenedFor!: ReopenRequester | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp by which returned items are due. Null unless it is returned.',
  })
  @Property({ type: 'datetime', nullable: true })
  dueAt!: Date | string | null

  @Access(OWNER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { nullable: true, description: 'Number of submissions so far.' })
  @Property({ type: 'integer' })
  submissionCount!: number

  @Property({ type: 'uuid', nullable: true })
  withdrawalProposedBy!: string | null

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the approver declined the proposed withdrawal. Null unless that happened since the last step.',
  })
  @Property({ type: 'text', nullable: true })
  withdrawalDeclinedReason!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the withdrawal. Null unless it is withdrawn.',
  })
  @Property({ type: 'datetime', nullable: true })
  withdrawnAt!: Date | string | null

  @Property({ type: 'uuid', nullable: true })
  withdrawnBy!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Counts the changes of the assessment as a whole; to be sent back with one.',
  })
  @Property({ version: true, type: 'integer' })
  version!: number
}
