import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { Refusal, insertRows, problem } from '#platform'
import { ResolutionOutcome } from './enums'
import { DecidesFinding, FindingDecideInput } from './finding.input'
import { FindingPayload } from './finding.type'
import { canResolveFindings } from './policies'
import { lockFinding } from './review.lock'
import { changeReview, recordReview } from './review.write'
import { textProblems } from './text'

@InputType({ description: 'What became of a finding.' })
@DecidesFinding
class FindingResolveInput extends FindingDecideInput {
  @Access(REVIEWER)
  @Field(() => ResolutionOutcome, { description: 'Whether it stands.' })
  readonly outcome!: ResolutionOutcome

  @Access(REVIEWER)
  @Field(() => String, { description: 'Why.' })
  readonly text!: string
}

@ArgsType()
class FindingResolveArgs {
  @Access(REVIEWER)
  @Field(() => FindingResolveInput, { description: 'The resolution.' })
  readonly input!: FindingResolveInput
}

@Resolver()
export class FindingResolve {
  @Access(REVIEWER)
  @Mutation(() => FindingPayload, {
    description:
      'Says what became of a finding after the administration’s answer, or after the time to answer; by the lead. Finding and answer stay as they are. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, ALREADY_CORRECTED, TEXT_MISSING.',
  })
  findingResolve(
    @Args(() => FindingResolveArgs) { input }: FindingResolveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('findingResolve', input, async ({ db, viewer, now, record }) => {
      const { finding, review } = await lockFinding(db, input.findingId)
      ensure(canResolveFindings(viewer, review), ['input', 'findingId'])
      const known = await db
        .selectFrom('findingResolution')
        .select('version')
        .where('findingId', '=', finding.id)
        .executeTakeFirst()
      expectVersion(known ?? { version: 0 }, input.expectedVersion, { findingId: finding.id })
      const problems = [
        ...textProblems(input.text, 'text'),
        ...(finding.isCorrected
          ? [
              problem(
                'CONFLICT',
                'ALREADY_CORRECTED',
                'This finding was corrected; resolve the correction.',
                ['input', 'findingId'],
              ),
            ]
          : []),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const content = {
        outcome: input.outcome,
        body: input.text.trim(),
        resolvedBy: viewer.personId!,
        resolvedAt: now,
      }
      if (known) {
        await db
          .updateTable('findingResolution')
          .set({ ...content, version: known.version + 1 })
          .where('findingId', '=', finding.id)
          .execute()
      } else {
        await insertRows(db, 'findingResolution', [
          {
            findingId: finding.id,
            reviewId: review.id,
            administrationId: review.administrationId,
            ...content,
            version: 1,
          },
        ])
      }
      // What waits for the countersignature must be what is countersigned.
      if (review.conclusionProposedBy !== null)
        await changeReview(db, review, { conclusionProposedBy: null })
      recordReview(
        record,
        'findingResolve',
        review,
        { finding: finding.id },
        { after: [input.outcome, content] },
      )
      return { findingId: finding.id, reviewId: review.id }
    })
  }
}
