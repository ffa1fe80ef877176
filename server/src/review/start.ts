import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { askOf, obstaclesToStart } from './obstacles.rows'
import { canStartReview } from './policies'
import { ReviewDecideArgs } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'

@Resolver()
export class ReviewStart {
  @Access(REVIEWER)
  @Mutation(() => ReviewPayload, {
    description:
      'Starts the work of the team, by its lead; the submission opens to the team. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, DECLARATION_MISSING for each person, TEAM_INCOMPLETE.',
  })
  reviewStart(@Args(() => ReviewDecideArgs) { input }: ReviewDecideArgs, @Ctx() context: Context) {
    return context.command('reviewStart', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canStartReview(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      const problems = await obstaclesToStart(askOf(db, review.id))
      if (problems.length > 0) throw new Refusal(problems)
      await changeReview(db, review, { status: 'IN_PROGRESS', startedAt: now })
      recordReview(record, 'reviewStart', review)
      return { reviewId: review.id }
    })
  }
}
