import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { DecimalScalar, Refusal, badInput, insertRows, problem } from '#platform'
import { Judgement } from './enums'
import { askOf, obstaclesToShare } from './obstacles.rows'
import { canRecordConsensus } from './policies'
import { lockReview } from './review.lock'
import { ReviewPayload } from './review.type'
import { recordTeamWork } from './review.write'
import { inScope } from './scope'
import { textProblems } from './text'

@InputType({ description: 'What the team agreed on for a KPI.' })
class ReviewConsensusSaveInput {
  @Access(REVIEWER)
  @Field(() => ID, { description: 'Id of the review.' })
  readonly reviewId!: string

  @Access(REVIEWER)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(REVIEWER)
  @Field(() => Judgement, { description: 'Whether the team agrees with the answer.' })
  readonly judgement!: Judgement

  @Access(REVIEWER)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Value the team agreed on; only where the judgement is DIFFER.',
  })
  readonly value?: string | null

  @Access(REVIEWER)
  @Field(() => String, { description: 'How the team came to it.' })
  readonly note!: string

  @Access(REVIEWER)
  @Field(() => Int, {
    description: 'Version of the entry the change was made on; 0 for a first one.',
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
class ReviewConsensusSaveArgs {
  @Access(REVIEWER)
  @Field(() => ReviewConsensusSaveInput, { description: 'The consensus.' })
  readonly input!: ReviewConsensusSaveInput
}

@Resolver()
export class ReviewConsensusSave {
  @Access(REVIEWER)
  @Mutation(() => ReviewPayload, {
    description:
      'Records what the team agreed on for a KPI, by the lead, once everybody has judged it. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, OUT_OF_SCOPE, NOT_JUDGED for each person, VALUE_WITH_AGREEMENT, TEXT_MISSING.',
  })
  reviewConsensusSave(
    @Args(() => ReviewConsensusSaveArgs) { input }: ReviewConsensusSaveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewConsensusSave', input, async ({ db, viewer, now, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canRecordConsensus(viewer, review), ['input', 'reviewId'])
      inScope(review, input.kpiCode)
      const known = await db
        .selectFrom('reviewConsensus')
        .select('version')
        .where('reviewId', '=', review.id)
        .where('kpiCode', '=', input.kpiCode)
        .executeTakeFirst()
      expectVersion(known ?? { version: 0 }, input.expectedVersion, { reviewId: review.id })

      const missing = (await obstaclesToShare(askOf(db, review.id), [input.kpiCode])).filter(
        ({ reason }) => reason === 'NOT_JUDGED',
      )
      const problems = [
        ...missing.map(({ message }) =>
          problem('CONFLICT', 'NOT_JUDGED', message, ['input', 'kpiCode']),
        ),
        ...textProblems(input.note, 'note'),
        ...(input.judgement === 'AGREE' && input.value != null
          ? [
              badInput('VALUE_WITH_AGREEMENT', 'Whoever agrees names no value of their own.', [
                'input',
                'value',
              ]),
            ]
          : []),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const content = {
        judgement: input.judgement,
        value: input.value ?? null,
        note: input.note.trim(),
        recordedBy: viewer.personId!,
        updatedAt: now,
      }
      if (known) {
        await db
          .updateTable('reviewConsensus')
          .set({ ...content, version: known.version + 1 })
          .where('reviewId', '=', review.id)
          .where('kpiCode', '=', input.kpiCode)
          .execute()
      } else {
        await insertRows(db, 'reviewConsensus', [
          {
            reviewId: review.id,
            administrationId: review.administrationId,
            assessmentId: review.assessmentId,
            kpiCode: input.kpiCode,
            ...content,
            version: 1,
          },
        ])
      }
      recordTeamWork(record, 'reviewConsensusSave', review, { after: [input.kpiCode, content] })
      return { reviewId: review.id }
    })
  }
}
