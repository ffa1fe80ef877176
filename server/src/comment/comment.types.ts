import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, Permission, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'

/** A comment as it is stored, in either table, with the state of its assessment. */
export interface CommentRow {
  readonly id: string
  readonly threadId: string
  readonly assessmentId: string
  readonly administrationId: string
  readonly assessmentStatus: string
  readonly kpiCode: string | null
  readonly elementCode: string | null
  readonly body: string | null
  readonly language: string
  readonly mentioned: readonly string[]
  readonly authorId: string
  readonly authorRole: string
  readonly createdAt: string
  readonly editedAt: string | null
  readonly removedAt: string | null
  readonly resolvedAt: string | null
  readonly resolvedBy: string | null
  readonly version: number
}

@ObjectType({ description: 'What the viewer may do with a comment.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CommentViewerCan {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Answer in the thread.' })
  readonly answer!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Change the words.' })
  readonly edit!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Remove the words; the comment leaves a trace.' })
  readonly remove!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Mark the thread as resolved.' })
  readonly resolve!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Open the resolved thread again.' })
  readonly reopen!: Permission
}

@ObjectType({ description: 'Where the viewer may begin to comment in an assessment.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AssessmentViewerCanComment {
  @Access(PUBLIC)
  @Field(() => Permission, { description: 'Comment inside the administration.' })
  readonly internally!: Permission

  @Access(PUBLIC)
  @Field(() => Permission, {
    description: 'Comment in the thread of the administration and the secretariat.',
  })
  readonly withSecretariat!: Permission
}

@ObjectType('CommentCount', { description: 'Number of comment threads that concern one KPI.' })
@Rows('ASSESSMENT')
@Access(OWNER, SECRETARIAT)
export class CommentCount {
  readonly assessmentId!: string
  readonly administrationId!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, {
    description: 'Number of threads at the KPI and its data elements that nobody has resolved.',
  })
  readonly open!: number

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Number of all threads at the KPI and its data elements.' })
  readonly threads!: number
}

@ObjectType('InternalComment', {
  description:
    'Comment inside one administration, at a KPI or a data element. Never leaves the administration.',
})
@Rows('OWN_CONTENT')
@Access(OWNER)
export class InternalComment {
  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the KPI it stands at. Null at a data element.',
  })
  readonly kpiCode!: string | null

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the data element it stands at. Null at a KPI.',
  })
  readonly elementCode!: string | null

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'What was said. Null once the author has removed it.',
  })
  readonly body!: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the comment.' })
  readonly createdAt!: string

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change of its words. Null where they stand as written.',
  })
  readonly editedAt!: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the removal. Null while it stands.',
  })
  readonly removedAt!: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which the thread was resolved. Null while it is open, and in answers.',
  })
  readonly resolvedAt!: string | null

  @Access(OWNER)
  @Field(() => Int, { description: 'Counts the changes of the comment; to be sent back with one.' })
  readonly version!: number
}

@ObjectType('Comment', {
  description:
    'Comment between an administration and the secretariat, at a KPI or a data element of a submitted assessment.',
})
@Rows('COMMENT')
@Access(OWNER, SECRETARIAT)
export class Comment {
  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the KPI it stands at. Null at a data element.',
  })
  readonly kpiCode!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the data element it stands at. Null at a KPI.',
  })
  readonly elementCode!: string | null

  @Access(OWNER, SECRETARIAT, { when: 'COORDINATION' })
  @Field(() => String, {
    nullable: true,
    description:
      'What was said. Null once the author has removed it, and for those of the administration who are neither coordinator nor approver.',
  })
  readonly body!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the comment.' })
  readonly createdAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the last change of its words. Null where they stand as written.',
  })
  readonly editedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the removal. Null while it stands.',
  })
  readonly removedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Timestamp at which the thread was resolved. Null while it is open, and in answers.',
  })
  readonly resolvedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => Int, { description: 'Counts the changes of the comment; to be sent back with one.' })
  readonly version!: number
}

export const INTERNAL_TAG = 'IC'
export const SECRETARIAT_TAG = 'CM'
