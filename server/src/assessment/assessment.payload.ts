import {
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { Access, Context, MEMBER, PUBLIC, Problem, Rows, SECRETARIAT } from '#access'
import { Assessment } from './assessment'
import { assessmentsById } from './assessment.rows'

@InputType({ description: 'Which assessment, in which version.' })
export class AssessmentDecideInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the assessment the decision was made on.' })
  readonly expectedVersion!: number

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class AssessmentDecideArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => AssessmentDecideInput, { description: 'The assessment.' })
  readonly input!: AssessmentDecideInput
}

@ObjectType({ description: 'Answer to a command on an assessment.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class AssessmentPayload {
  readonly assessmentId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], {
    description:
      'Everything that prevented it, all at once; `path` names the input or the code of the KPI. Empty when it was done.',
  })
  readonly problems!: readonly Problem[]
}

@Resolver(() => AssessmentPayload)
export class AssessmentPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Assessment, {
    nullable: true,
    description: 'The assessment as it is now. Null when the command was refused.',
  })
  assessment(@Root() payload: AssessmentPayload, @Ctx() context: Context) {
    return payload.assessmentId ? context.load(assessmentsById, payload.assessmentId) : null
  }
}
