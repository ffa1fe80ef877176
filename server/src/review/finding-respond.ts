import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { Refusal, insertRows, problem, type Db, type ProblemDetail } from '#platform'
import { ResponseDecision } from './enums'
import { DecidesFinding, FindingDecideInput } from './finding.input'
import { FindingPayload } from './finding.type'
import { canAnswerFindings } from './policies'
import { lockFinding } from './review.lock'
import { changeReview, recordReview } from './review.write'
import { textProblems } from './text'

@InputType({ description: 'The administration’s answer to a finding.' })
@DecidesFinding
class FindingRespondInput extends FindingDecideInput {
  @Access(MEMBER)
  @Field(() => ResponseDecision, { description: 'Whether the finding is accepted.' })
  readonly decision!: ResponseDecision

  @Access(MEMBER)
  @Field(() => String, { description: 'The answer.' })
  readonly text!: string
}

@ArgsType()
class FindingRespondArgs {
  @Access(MEMBER)
  @Field(() => FindingRespondInput, { description: 'The answer.' })
  readonly input!: FindingRespondInput
}

@Resolver()
export class FindingRespond {
  @Access(MEMBER)
  @Mutation(() => FindingPayload, {
    description:
      'Writes the administration’s answer to a finding; a draft until reviewRespond hands all answers in. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, ALREADY_CORRECTED, ALREADY_ANSWERED, TEXT_MISSING.',
  })
  findingRespond(
    @Args(() => FindingRespondArgs) { input }: FindingRespondArgs,
    @Ctx() context: Context,
  ) {
    return context.command('findingRespond', input, async ({ db, viewer, now, record }) => {
      const { finding, review } = await lockFinding(db, input.findingId)
      ensure(canAnswerFindings(viewer, review), ['input', 'findingId'])
      const known = await answerOf(db, finding.id)
      expectVersion(known ?? { version: 0 }, input.expectedVersion, { findingId: finding.id })
      const problems = [
        ...textProblems(input.text, 'text'),
        ...standing(finding.isCorrected, known?.confirmedAt != null),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const content = {
        decision: input.decision,
        body: input.text.trim(),
        proposedBy: viewer.personId!,
        updatedAt: now,
      }
      if (known) {
        await db
          .updateTable('findingResponse')
          .set({ ...content, version: known.version + 1 })
          .where('findingId', '=', finding.id)
          .execute()
      } else {
        await insertRows(db, 'findingResponse', [
          {
            findingId: finding.id,
            reviewId: review.id,
            administrationId: review.administrationId,
            ...content,
            version: 1,
          },
        ])
      }
      // What waits for a signature must be what is signed.
      if (review.responseProposedBy !== null)
        await changeReview(db, review, { responseProposedBy: null })
      recordReview(
        record,
        'findingRespond',
        review,
        { finding: finding.id },
        { after: [input.decision, content] },
      )
      return { findingId: finding.id, reviewId: review.id }
    })
  }
}

const answerOf = (db: Db, findingId: string) =>
  db
    .selectFrom('findingResponse')
    .select(['version', 'confirmedAt'])
    .where('findingId', '=', findingId)
    .executeTakeFirst()

function standing(isCorrected: boolean, isConfirmed: boolean): readonly ProblemDetail[] {
  const path = ['input', 'findingId']
  return [
    ...(isCorrected
      ? [
          problem(
            'CONFLICT',
            'ALREADY_CORRECTED',
            'This finding was corrected; answer the correction.',
            path,
          ),
        ]
      : []),
    ...(isConfirmed
      ? [
          problem(
            'CONFLICT',
            'ALREADY_ANSWERED',
            'This answer has been handed in and stays as it is.',
            path,
          ),
        ]
      : []),
  ]
}
