import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { askOf, obstaclesToConclude } from './obstacles.rows'
import { canConcludeReview } from './policies'
import { ReviewDecideArgs } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'

@Resolver()
export class ReviewConclude {
  @Access(SECRETARIAT)
  @Mutation(() => ReviewPayload, {
    description:
      'Countersigns the conclusion the lead proposed; nothing of the review changes any more, and the team’s access ends after 30 days. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME, NOT_READY, SECOND_PERSON, STALE_VERSION, NOT_RESOLVED for each finding.',
  })
  reviewConclude(
    @Args(() => ReviewDecideArgs) { input }: ReviewDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewConclude', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canConcludeReview(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      const problems = await obstaclesToConclude(askOf(db, review.id))
      if (problems.length > 0) throw new Refusal(problems)
      await changeReview(db, review, {
        status: 'CONCLUDED',
        concludedAt: now,
        countersignedBy: viewer.personId,
      })
      recordReview(record, 'reviewConclude', review)
      return { reviewId: review.id }
    })
  }
}
