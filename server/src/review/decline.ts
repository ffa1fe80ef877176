import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { canDeclineReview } from './policies'
import { DecidesReview, ReviewDecideInput } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'
import { textProblems } from './text'

@InputType({ description: 'The request to decline, and why.' })
@DecidesReview
class ReviewDeclineInput extends ReviewDecideInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Reason, which the administration reads.' })
  readonly reason!: string
}

@ArgsType()
class ReviewDeclineArgs {
  @Access(SECRETARIAT)
  @Field(() => ReviewDeclineInput, { description: 'The decision.' })
  readonly input!: ReviewDeclineInput
}

@Resolver()
export class ReviewDecline {
  @Access(SECRETARIAT)
  @Mutation(() => ReviewPayload, {
    description:
      'Declines a request with a reason; the administration may ask again. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, NOT_READY, STALE_VERSION, TEXT_MISSING.',
  })
  reviewDecline(
    @Args(() => ReviewDeclineArgs) { input }: ReviewDeclineArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewDecline', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canDeclineReview(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      const problems = textProblems(input.reason, 'reason')
      if (problems.length > 0) throw new Refusal(problems)
      await changeReview(db, review, {
        status: 'DECLINED',
        declineReason: input.reason.trim(),
        decidedBy: viewer.personId,
        decidedAt: now,
      })
      recordReview(record, 'reviewDecline', review, {}, { after: input.reason.trim() })
      return { reviewId: review.id }
    })
  }
}
