import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { DateTimeScalar, Refusal } from '#platform'
import { dueProblems } from './due'
import { askOf, obstaclesToShare } from './obstacles.rows'
import { canShareReview } from './policies'
import { DecidesReview, ReviewDecideInput } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'

@InputType({ description: 'The review to share, and the time to answer.' })
@DecidesReview
class ReviewShareInput extends ReviewDecideInput {
  @Access(REVIEWER)
  @Field(() => DateTimeScalar, {
    description: 'Timestamp until which the administration may answer.',
  })
  readonly responseDueAt!: Date
}

@ArgsType()
class ReviewShareArgs {
  @Access(REVIEWER)
  @Field(() => ReviewShareInput, { description: 'The decision.' })
  readonly input!: ReviewShareInput
}

@Resolver()
export class ReviewShare {
  @Access(REVIEWER)
  @Mutation(() => ReviewPayload, {
    description:
      'Puts the sent findings and judgements before the administration, by the lead. Every open item is named at once. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, DUE_IN_THE_PAST, NOT_JUDGED for each person and KPI, CONSENSUS_MISSING, FINDING_UNSENT.',
  })
  reviewShare(@Args(() => ReviewShareArgs) { input }: ReviewShareArgs, @Ctx() context: Context) {
    return context.command('reviewShare', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canShareReview(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      const problems = [
        ...dueProblems(input.responseDueAt, now),
        ...(await obstaclesToShare(askOf(db, review.id), review.scope)),
      ]
      if (problems.length > 0) throw new Refusal(problems)
      await changeReview(db, review, {
        status: 'SHARED',
        sharedAt: now,
        responseDueAt: input.responseDueAt,
      })
      recordReview(record, 'reviewShare', review, {
        responseDueAt: input.responseDueAt.toISOString(),
      })
      return { reviewId: review.id }
    })
  }
}
