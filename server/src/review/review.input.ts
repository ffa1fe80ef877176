import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { Access, MEMBER, REVIEWER, SECRETARIAT } from '#access'
import { InputFields } from './input-fields'

/** Which review, in which version: stands on every class that extends `ReviewDecideInput`. */
export const DecidesReview = InputFields([MEMBER, REVIEWER, SECRETARIAT], {
  reviewId: { type: () => ID, description: 'Id of the review.' },
  expectedVersion: {
    type: () => Int,
    description: 'Version of the review the decision was made on.',
  },
  idempotencyKey: {
    type: () => ID,
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  },
})

@InputType({ description: 'Which review, in which version.' })
@DecidesReview
export class ReviewDecideInput {
  readonly reviewId!: string
  readonly expectedVersion!: number
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class ReviewDecideArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ReviewDecideInput, { description: 'The review.' })
  readonly input!: ReviewDecideInput
}
