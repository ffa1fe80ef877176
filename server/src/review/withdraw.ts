import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { canWithdrawReview } from './policies'
import { ReviewDecideArgs } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'

@Resolver()
export class ReviewWithdraw {
  @Access(MEMBER)
  @Mutation(() => ReviewPayload, {
    description:
      'Takes the request for a review back, before it is shared; what the team has drafted stays private. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION.',
  })
  reviewWithdraw(
    @Args(() => ReviewDecideArgs) { input }: ReviewDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewWithdraw', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canWithdrawReview(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      await changeReview(db, review, { status: 'WITHDRAWN', withdrawnAt: now })
      recordReview(record, 'reviewWithdraw', review)
      return { reviewId: review.id }
    })
  }
}
