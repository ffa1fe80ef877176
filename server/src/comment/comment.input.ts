import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Access, MEMBER, PUBLIC, Problem, Rows, SECRETARIAT } from '#access'
import { Locale } from '#accounts'

@InputType({
  description:
    'Comment inside the administration: at a KPI, at a data element, or as an answer to another; one of the three.',
})
export class InternalCommentAddInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => String, { nullable: true, description: 'Code of the KPI it stands at.' })
  readonly kpiCode?: string | null

  @Access(MEMBER)
  @Field(() => String, { nullable: true, description: 'Code of the data element it stands at.' })
  readonly elementCode?: string | null

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the comment that is answered. Answering a resolved thread opens it again.',
  })
  readonly answersId?: string | null

  @Access(MEMBER)
  @Field(() => String, { description: 'What is said, 4000 characters at most.' })
  readonly body!: string

  @Access(MEMBER)
  @Field(() => Locale, { description: 'Language in which it is written.' })
  readonly locale!: Locale

  @Access(MEMBER)
  @Field(() => [ID], {
    nullable: true,
    description:
      'People of the own administration who are mentioned, 20 at most: each could read it, and is told.',
  })
  readonly mentionedPersonIds?: readonly string[] | null

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@InputType({
  description:
    'Comment between administration and secretariat: at a KPI, at a data element, or as an answer to another; one of the three.',
})
export class CommentAddInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of the KPI it stands at.' })
  readonly kpiCode?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Code of the data element it stands at.' })
  readonly elementCode?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the comment that is answered. Answering a resolved thread opens it again.',
  })
  readonly answersId?: string | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { description: 'What is said, 4000 characters at most.' })
  readonly body!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Locale, { description: 'Language in which it is written.' })
  readonly locale!: Locale

  @Access(MEMBER)
  @Field(() => [ID], {
    nullable: true,
    description:
      'Coordinators and approvers of the own administration who are mentioned, 20 at most.',
  })
  readonly mentionedPersonIds?: readonly string[] | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@InputType({ description: 'New words of a comment.' })
export class CommentEditInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the comment, of either kind.' })
  readonly commentId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, { description: 'What is said now, 4000 characters at most.' })
  readonly body!: string

  @Access(MEMBER)
  @Field(() => [ID], {
    nullable: true,
    description: 'People who are mentioned now; those who were not before are told.',
  })
  readonly mentionedPersonIds?: readonly string[] | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the comment the change was made on.' })
  readonly expectedVersion!: number

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@InputType({ description: 'Which comment, in which version.' })
export class CommentStepInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the comment, of either kind.' })
  readonly commentId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the comment the step was taken on.' })
  readonly expectedVersion!: number

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class InternalCommentAddArgs {
  @Access(MEMBER)
  @Field(() => InternalCommentAddInput, { description: 'The comment.' })
  readonly input!: InternalCommentAddInput
}

@ArgsType()
export class CommentAddArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => CommentAddInput, { description: 'The comment.' })
  readonly input!: CommentAddInput
}

@ArgsType()
export class CommentEditArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => CommentEditInput, { description: 'Comment and words.' })
  readonly input!: CommentEditInput
}

@ArgsType()
export class CommentStepArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => CommentStepInput, { description: 'The comment.' })
  readonly input!: CommentStepInput
}

@ObjectType({ description: 'Answer to a command on a comment.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CommentPayload {
  readonly assessmentId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], {
    description: 'Everything that prevented it, all at once. Empty when it was done.',
  })
  readonly problems!: readonly Problem[]
}
