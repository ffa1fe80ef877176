import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows, SECRETARIAT } from '#access'
import { DateScalar } from '#platform'

@InputType({ description: 'Decision of the PMM project team.' })
export class RecordedDecisionInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Session at which it was taken.' })
  readonly session!: string

  @Access(SECRETARIAT)
  @Field(() => DateScalar, { description: 'Day on which it was taken.' })
  readonly decidedOn!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Reference of the document, where there is one.',
  })
  readonly document?: string | null
}

@InputType({ description: 'Which cycle, in which version.' })
export class CycleDecideInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Version of the cycle the decision was made on.' })
  readonly expectedVersion!: number

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class CycleDecideArgs {
  @Access(SECRETARIAT)
  @Field(() => CycleDecideInput, { description: 'The cycle.' })
  readonly input!: CycleDecideInput
}

@ObjectType({ description: 'Answer to a command on a cycle.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CyclePayload {
  readonly cycleId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was done.' })
  readonly problems!: readonly Problem[]
}
