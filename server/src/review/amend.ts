import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import {
  DateTimeScalar,
  Refusal,
  badInput,
  insertRows,
  notFound,
  problem,
  type Db,
  type ProblemDetail,
} from '#platform'
import { dueProblems } from './due'
import { FindingContent, SaysFinding, contentOf, contentProblems } from './finding.input'
import { canAmendReview } from './policies'
import { DecidesReview, ReviewDecideInput } from './review.input'
import { lockFinding, lockReview, type LockedFinding, type LockedReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { changeReview, recordReview } from './review.write'

@InputType({ description: 'One finding in its corrected form.' })
@SaysFinding
class FindingCorrectionInput extends FindingContent {
  @Access(REVIEWER)
  @Field(() => ID, { description: 'Id of the finding that changes.' })
  readonly findingId!: string
}

@InputType({ description: 'The findings that change after the administration’s answer.' })
@DecidesReview
class ReviewAmendInput extends ReviewDecideInput {
  @Access(REVIEWER)
  @Field(() => [FindingCorrectionInput], { description: 'The findings that change, at least one.' })
  readonly corrections!: readonly FindingCorrectionInput[]

  @Access(REVIEWER)
  @Field(() => DateTimeScalar, {
    description: 'Timestamp until which the administration may answer anew.',
  })
  readonly responseDueAt!: Date
}

@ArgsType()
class ReviewAmendArgs {
  @Access(REVIEWER)
  @Field(() => ReviewAmendInput, { description: 'The amendment.' })
  readonly input!: ReviewAmendInput
}

@Resolver()
export class ReviewAmend {
  @Access(REVIEWER)
  @Mutation(() => ReviewPayload, {
    description:
      'Corrects findings after the administration’s answer and shares the review again, by the lead. Former texts and answers stay. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, NOTHING_CHANGED, ALREADY_CORRECTED, TEXT_MISSING, DUE_IN_THE_PAST.',
  })
  reviewAmend(@Args(() => ReviewAmendArgs) { input }: ReviewAmendArgs, @Ctx() context: Context) {
    return context.command('reviewAmend', input, async ({ db, viewer, now, newId, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canAmendReview(viewer, review), ['input', 'reviewId'])
      expectVersion(review, input.expectedVersion)
      const changed = await findingsToChange(db, review, input.corrections)
      const problems = [
        ...dueProblems(input.responseDueAt, now),
        ...correctionProblems(input.corrections, changed),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      await insertRows(
        db,
        'finding',
        input.corrections.map((correction, index) => ({
          id: newId(),
          reviewId: review.id,
          administrationId: review.administrationId,
          assessmentId: review.assessmentId,
          kpiCode: changed[index]?.kpiCode,
          authorId: viewer.personId,
          ...contentOf(correction),
          correctsId: changed[index]?.id,
          status: 'SENT',
          sentAt: now,
          createdAt: now,
          updatedAt: now,
          version: 1,
        })),
      )
      await changeReview(db, review, {
        status: 'SHARED',
        sharedAt: now,
        responseDueAt: input.responseDueAt,
        responseProposedBy: null,
        conclusionProposedBy: null,
        conclusion: null,
      })
      recordReview(record, 'reviewAmend', review, { corrected: changed.map(({ id }) => id) })
      return { reviewId: review.id }
    })
  }
}

async function findingsToChange(
  db: Db,
  review: LockedReview,
  corrections: readonly FindingCorrectionInput[],
): Promise<readonly LockedFinding[]> {
  const found: LockedFinding[] = []
  for (const [index, { findingId }] of corrections.entries()) {
    const path = ['input', 'corrections', String(index), 'findingId']
    const { finding, review: ofFinding } = await lockFinding(db, findingId, path)
    if (ofFinding.id !== review.id) throw notFound(path)
    found.push(finding)
  }
  return found
}

function correctionProblems(
  corrections: readonly FindingCorrectionInput[],
  changed: readonly LockedFinding[],
): readonly ProblemDetail[] {
  if (corrections.length === 0) {
    return [badInput('NOTHING_CHANGED', 'Name the findings that change.', ['input', 'corrections'])]
  }
  const twice = new Set(changed.map(({ id }) => id)).size < changed.length
  return [
    ...corrections.flatMap(contentProblems),
    ...(twice || changed.some(({ isCorrected }) => isCorrected)
      ? [
          problem(
            'CONFLICT',
            'ALREADY_CORRECTED',
            'A later correction stands already; correct that one.',
            ['input', 'corrections'],
          ),
        ]
      : []),
  ]
}
