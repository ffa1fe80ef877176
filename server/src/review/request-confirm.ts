import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { canConfirmRequest } from './policies'
import { ReviewDecideArgs } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'

@Resolver()
export class ReviewRequestConfirm {
  @Access(MEMBER)
  @Mutation(() => ReviewPayload, {
    description:
      'Signs the request for a peer review, by the approver; from then on the secretariat sees it. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, SECOND_PERSON, STALE_VERSION.',
  })
  reviewRequestConfirm(
    @Args(() => ReviewDecideArgs) { input }: ReviewDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewRequestConfirm', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canConfirmRequest(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      await changeReview(db, review, {
        isConfirmed: true,
        confirmedBy: viewer.personId,
        confirmedAt: now,
      })
      recordReview(record, 'reviewRequestConfirm', { ...review, isConfirmed: true })
      return { reviewId: review.id }
    })
  }
}
