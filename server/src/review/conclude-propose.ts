import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { askOf, obstaclesToConclude } from './obstacles.rows'
import { canProposeConclusion } from './policies'
import { DecidesReview, ReviewDecideInput } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'
import { textProblems } from './text'

@InputType({ description: 'The conclusion as the lead proposes it.' })
@DecidesReview
class ReviewConcludeProposeInput extends ReviewDecideInput {
  @Access(REVIEWER)
  @Field(() => String, { description: 'The conclusion.' })
  readonly conclusion!: string
}

@ArgsType()
class ReviewConcludeProposeArgs {
  @Access(REVIEWER)
  @Field(() => ReviewConcludeProposeInput, { description: 'The proposal.' })
  readonly input!: ReviewConcludeProposeInput
}

@Resolver()
export class ReviewConcludePropose {
  @Access(REVIEWER)
  @Mutation(() => ReviewPayload, {
    description:
      'Proposes the conclusion, by the lead; the secretariat countersigns. Every open item is named at once. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, TEXT_MISSING, NOT_RESOLVED for each finding.',
  })
  reviewConcludePropose(
    @Args(() => ReviewConcludeProposeArgs) { input }: ReviewConcludeProposeArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewConcludePropose', input, async ({ db, viewer, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canProposeConclusion(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      const problems = [
        ...textProblems(input.conclusion, 'conclusion'),
        ...(await obstaclesToConclude(askOf(db, review.id))),
      ]
      if (problems.length > 0) throw new Refusal(problems)
      const conclusion = input.conclusion.trim()
      await changeReview(db, review, { conclusion, conclusionProposedBy: viewer.personId })
      recordReview(record, 'reviewConcludePropose', review, {}, { after: conclusion })
      return { reviewId: review.id }
    })
  }
}
