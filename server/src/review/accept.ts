import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { DateScalar, Refusal, insertRows, problem, uuidOf, type Db } from '#platform'
import { canAcceptReview } from './policies'
import { DecidesReview, ReviewDecideInput } from './review.input'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'
import { teamProblems } from './team'
import { candidatesForReview } from './team.rows'

@InputType({ description: 'A person named for the team.' })
class ReviewTeamMemberInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the person.' })
  readonly personId!: string

  @Access(SECRETARIAT)
  @Field(() => Boolean, { description: 'Whether the person leads the team.' })
  readonly isLead!: boolean
}

@InputType({ description: 'The review to take on, and its team.' })
@DecidesReview
class ReviewAcceptInput extends ReviewDecideInput {
  @Access(SECRETARIAT)
  @Field(() => [ReviewTeamMemberInput], {
    description: 'The team: one accredited lead and at least one more reviewer.',
  })
  readonly team!: readonly ReviewTeamMemberInput[]

  @Access(SECRETARIAT)
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which the team should share its findings.',
  })
  readonly dueOn?: string | null
}

@ArgsType()
class ReviewAcceptArgs {
  @Access(SECRETARIAT)
  @Field(() => ReviewAcceptInput, { description: 'The decision.' })
  readonly input!: ReviewAcceptInput
}

@Resolver()
export class ReviewAccept {
  @Access(SECRETARIAT)
  @Mutation(() => ReviewPayload, {
    description:
      'Takes a review on, names its team and binds it to the newest submission. Every obstacle is named at once. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, NOT_READY, STALE_VERSION, TEAM_TOO_SMALL, ONE_LEAD, NAMED_TWICE, NOT_A_REVIEWER, NOT_ACCREDITED, LEAD_NOT_ACCREDITED, CONFLICT_OWN_ADMINISTRATION, CONFLICT_RECIPROCAL, CONFLICT_DECLARED, NO_SUBMISSION.',
  })
  reviewAccept(@Args(() => ReviewAcceptArgs) { input }: ReviewAcceptArgs, @Ctx() context: Context) {
    return context.command('reviewAccept', input, async ({ db, viewer, now, newId, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canAcceptReview(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)

      const candidates = new Map(
        (await candidatesForReview(db, review, now)).map((each) => [each.personId, each]),
      )
      const team = input.team.map(({ personId, isLead }) => ({
        personId: uuidOf('PE', personId) ?? personId,
        isLead,
      }))
      const submissionId = await newestSubmission(db, review.assessmentId)
      const problems = [...teamProblems(team, candidates)]
      if (!submissionId) {
        problems.push(
          problem('CONFLICT', 'NO_SUBMISSION', 'There is no submission to examine.', [
            'input',
            'reviewId',
          ]),
        )
      }
      if (problems.length > 0) throw new Refusal(problems)

      await insertRows(
        db,
        'reviewMember',
        team.map(({ personId, isLead }) => ({
          id: newId(),
          reviewId: review.id,
          administrationId: review.administrationId,
          assessmentId: review.assessmentId,
          personId,
          homeAdministrationId: candidates.get(personId)?.homeAdministrationId,
          isLead,
        })),
      )
      await changeReview(db, review, {
        status: 'ACCEPTED',
        submissionId,
        decidedBy: viewer.personId,
        decidedAt: now,
        dueOn: input.dueOn ?? null,
      })
      recordReview(record, 'reviewAccept', review, { team: team.map(({ personId }) => personId) })
      return { reviewId: review.id }
    })
  }
}

async function newestSubmission(db: Db, assessmentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('submission')
    .select('id')
    .where('assessmentId', '=', assessmentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
