import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion, wears } from '#access'
import { Refusal } from '#platform'
import { askOf, obstaclesToRespond } from './obstacles.rows'
import { canRespond } from './policies'
import { ReviewDecideArgs } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'

@Resolver()
export class ReviewRespond {
  @Access(MEMBER)
  @Mutation(() => ReviewPayload, {
    description:
      'Hands the answers to all findings in: the coordinator proposes, the approver signs; where signatures are switched off, the coordinator does both. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, NOT_READY, SECOND_PERSON, STALE_VERSION, NOT_ANSWERED for each finding.',
  })
  reviewRespond(
    @Args(() => ReviewDecideArgs) { input }: ReviewDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewRespond', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canRespond(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      const problems = await obstaclesToRespond(askOf(db, review.id))
      if (problems.length > 0) throw new Refusal(problems)

      const isSigned = wears(viewer, 'APPROVER') || !review.requiresApproval
      if (isSigned) {
        await db
          .updateTable('findingResponse')
          .set({ confirmedAt: now })
          .where('reviewId', '=', review.id)
          .where('confirmedAt', 'is', null)
          .execute()
        // A conclusion proposed for want of an answer no longer fits.
        await changeReview(db, review, {
          status: 'RESPONDED',
          respondedAt: now,
          conclusionProposedBy: null,
          conclusion: null,
        })
      } else {
        await changeReview(db, review, { responseProposedBy: viewer.personId })
      }
      recordReview(record, isSigned ? 'reviewRespond' : 'reviewRespondPropose', review)
      return { reviewId: review.id }
    })
  }
}
