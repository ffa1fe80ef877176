import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { Access, MEMBER, REVIEWER, SECRETARIAT } from '#access'

@InputType({ description: 'Which review, in which version.' })
export class ReviewDecideInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the review.' })
  readonly reviewId!: string

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => Int, { description: 'Version of the review the decision was made on.' })
  readonly expectedVersion!: number

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class ReviewDecideArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ReviewDecideInput, { description: 'The review.' })
  readonly input!: ReviewDecideInput
}
