import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { Refusal, insertRows, notFound } from '#platform'
import { FindingContent, SaysFinding, contentOf, contentProblems } from './finding.input'
import { FindingPayload } from './finding.type'
import { canEditItem, canJudge } from './policies'
import { lockFinding, lockReview } from './review.lock'
import { recordTeamWork } from './review.write'
import { inScope } from './scope'

@InputType({ description: 'A finding as its author drafts it.' })
@SaysFinding
class FindingSaveInput extends FindingContent {
  @Access(REVIEWER)
  @Field(() => ID, { description: 'Id of the review.' })
  readonly reviewId!: string

  @Access(REVIEWER)
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the draft to change. Without it, a new one is written.',
  })
  readonly findingId?: string | null

  @Access(REVIEWER)
  @Field(() => String, { description: 'Code of the KPI it is about.' })
  readonly kpiCode!: string

  @Access(REVIEWER)
  @Field(() => Int, {
    description: 'Version of the draft the change was made on; 0 for a new one.',
  })
  readonly expectedVersion!: number

  @Access(REVIEWER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class FindingSaveArgs {
  @Access(REVIEWER)
  @Field(() => FindingSaveInput, { description: 'The finding.' })
  readonly input!: FindingSaveInput
}

@Resolver()
export class FindingSave {
  @Access(REVIEWER)
  @Mutation(() => FindingPayload, {
    description:
      'Writes or changes a draft of a finding, seen by its author alone. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, OUT_OF_SCOPE, TEXT_MISSING.',
  })
  findingSave(@Args(() => FindingSaveArgs) { input }: FindingSaveArgs, @Ctx() context: Context) {
    return context.command('findingSave', input, async ({ db, viewer, now, newId, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canJudge(viewer, review), ['input', 'reviewId'])
      inScope(review, input.kpiCode)
      const problems = contentProblems(input)
      const content = { kpiCode: input.kpiCode, ...contentOf(input), updatedAt: now }
      recordTeamWork(record, 'findingSave', review, { after: content })

      if (input.findingId) {
        const { finding, review: ofFinding } = await lockFinding(db, input.findingId)
        if (ofFinding.id !== review.id) throw notFound(['input', 'findingId'])
        ensure(canEditItem(viewer, review, finding), ['input', 'findingId'])
        expectVersion(finding, input.expectedVersion, { findingId: finding.id })
        if (problems.length > 0) throw new Refusal(problems)
        await db
          .updateTable('finding')
          .set({ ...content, version: finding.version + 1 })
          .where('id', '=', finding.id)
          .execute()
        return { findingId: finding.id, reviewId: review.id }
      }

      if (problems.length > 0) throw new Refusal(problems)
      const id = newId()
      await insertRows(db, 'finding', [
        {
          id,
          reviewId: review.id,
          administrationId: review.administrationId,
          assessmentId: review.assessmentId,
          authorId: viewer.personId,
          ...content,
          status: 'DRAFT',
          createdAt: now,
          version: 1,
        },
      ])
      return { findingId: id, reviewId: review.id }
    })
  }
}
