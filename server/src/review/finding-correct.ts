import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure } from '#access'
import { Refusal, insertRows, problem } from '#platform'
import { FindingContent, SaysFinding, contentOf, contentProblems } from './finding.input'
import { FindingPayload } from './finding.type'
import { canCorrectFinding } from './policies'
import { lockFinding } from './review.lock'
import { recordReview } from './review.write'

@InputType({ description: 'A correction of a finding that was sent.' })
@SaysFinding
class FindingCorrectInput extends FindingContent {
  @Access(REVIEWER)
  @Field(() => ID, { description: 'Id of the finding to correct.' })
  readonly findingId!: string

  @Access(REVIEWER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class FindingCorrectArgs {
  @Access(REVIEWER)
  @Field(() => FindingCorrectInput, { description: 'The correction.' })
  readonly input!: FindingCorrectInput
}

@Resolver()
export class FindingCorrect {
  @Access(REVIEWER)
  @Mutation(() => FindingPayload, {
    description:
      'Appends a correction to a finding of one’s own; the former text stays readable. Problems: NOT_FOUND, NOT_ASSIGNED, NOT_YOURS, WRONG_STATE, ALREADY_CORRECTED, TEXT_MISSING.',
  })
  findingCorrect(
    @Args(() => FindingCorrectArgs) { input }: FindingCorrectArgs,
    @Ctx() context: Context,
  ) {
    return context.command('findingCorrect', input, async ({ db, viewer, now, newId, record }) => {
      const { finding, review } = await lockFinding(db, input.findingId)
      ensure(canCorrectFinding(viewer, review, finding), ['input', 'findingId'])
      const problems = [
        ...contentProblems(input),
        ...(finding.isCorrected
          ? [
              problem(
                'CONFLICT',
                'ALREADY_CORRECTED',
                'A later correction stands already; correct that one.',
                ['input', 'findingId'],
              ),
            ]
          : []),
      ]
      if (problems.length > 0) throw new Refusal(problems)
      const id = newId()
      await insertRows(db, 'finding', [
        {
          id,
          reviewId: review.id,
          administrationId: review.administrationId,
          assessmentId: review.assessmentId,
          kpiCode: finding.kpiCode,
          authorId: viewer.personId,
          ...contentOf(input),
          correctsId: finding.id,
          status: 'SENT',
          sentAt: now,
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      ])
      recordReview(record, 'findingCorrect', review, {
        finding: id,
        corrects: finding.id,
      })
      return { findingId: id, reviewId: review.id }
    })
  }
}
