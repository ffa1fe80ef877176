import { Decimal } from 'decimal.js'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, REVIEWER, ensure, expectVersion } from '#access'
import { catalogueOf, type KpiNode } from '#framework'
import {
  DecimalScalar,
  Refusal,
  badInput,
  insertRows,
  type Db,
  type ProblemDetail,
} from '#platform'
import { Confidence, Judgement } from './enums'
import { canEditItem, canJudge } from './policies'
import { ReviewScorePayload } from './review-items.type'
import { lockReview, type LockedReview } from './review.lock'
import { recordTeamWork } from './review.write'
import { inScope } from './scope'
import { textProblems, trimmed } from './text'

@InputType({ description: 'The viewer’s own judgement of a KPI.' })
class ReviewScoreSaveInput {
  @Access(REVIEWER)
  @Field(() => ID, { description: 'Id of the review.' })
  readonly reviewId!: string

  @Access(REVIEWER)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(REVIEWER)
  @Field(() => Judgement, { description: 'Whether the reviewer agrees with the answer.' })
  readonly judgement!: Judgement

  @Access(REVIEWER)
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Own value in the unit of the KPI; only where the judgement is DIFFER.',
  })
  readonly value?: string | null

  @Access(REVIEWER)
  @Field(() => Confidence, { description: 'How sure the reviewer is.' })
  readonly confidence!: Confidence

  @Access(REVIEWER)
  @Field(() => String, {
    nullable: true,
    description: 'Reason; needed to send a judgement that differs.',
  })
  readonly rationale?: string | null

  @Access(REVIEWER)
  @Field(() => Boolean, {
    description: 'Whether to send it. A judgement that was sent is never edited.',
  })
  readonly send!: boolean

  @Access(REVIEWER)
  @Field(() => Int, {
    description: 'Version of the judgement the change was made on; 0 for a first one.',
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
class ReviewScoreSaveArgs {
  @Access(REVIEWER)
  @Field(() => ReviewScoreSaveInput, { description: 'The judgement.' })
  readonly input!: ReviewScoreSaveInput
}

@Resolver()
export class ReviewScoreSave {
  @Access(REVIEWER)
  @Mutation(() => ReviewScorePayload, {
    description:
      'Keeps or sends the viewer’s own judgement of a KPI. The administration’s answer stays as it is. Problems: NOT_FOUND, NOT_ASSIGNED, WRONG_STATE, STALE_VERSION, OUT_OF_SCOPE, VALUE_WITH_AGREEMENT, VALUE_MISSING, OUT_OF_RANGE, TEXT_MISSING.',
  })
  reviewScoreSave(
    @Args(() => ReviewScoreSaveArgs) { input }: ReviewScoreSaveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewScoreSave', input, async ({ db, viewer, now, newId, record }) => {
      const review = await lockReview(db, input.reviewId)
      ensure(canJudge(viewer, review), ['input', 'reviewId'])
      inScope(review, input.kpiCode)
      const own = await db
        .selectFrom('reviewScore')
        .select(['id', 'authorId', 'status', 'version'])
        .where('reviewId', '=', review.id)
        .where('kpiCode', '=', input.kpiCode)
        .where('authorId', '=', viewer.personId)
        .executeTakeFirst()
      if (own) ensure(canEditItem(viewer, review, own), ['input', 'kpiCode'])
      expectVersion(own ?? { version: 0 }, input.expectedVersion, own ? { scoreId: own.id } : {})

      const kpi = catalogueOf(context).byId(review.frameworkVersionId)?.kpiByCode.get(input.kpiCode)
      const problems = await judgementProblems(db, review, kpi, input)
      if (problems.length > 0) throw new Refusal(problems)

      const content = {
        judgement: input.judgement,
        value: input.value ?? null,
        confidence: input.confidence,
        rationale: trimmed(input.rationale),
        status: input.send ? ('SENT' as const) : ('DRAFT' as const),
        sentAt: input.send ? now : null,
        updatedAt: now,
      }
      const id = own?.id ?? newId()
      if (own) {
        await db
          .updateTable('reviewScore')
          .set({ ...content, version: own.version + 1 })
          .where('id', '=', own.id)
          .execute()
      } else {
        await insertRows(db, 'reviewScore', [
          {
            id,
            reviewId: review.id,
            administrationId: review.administrationId,
            assessmentId: review.assessmentId,
            kpiCode: input.kpiCode,
            authorId: viewer.personId,
            ...content,
            version: 1,
          },
        ])
      }
      recordTeamWork(record, input.send ? 'reviewScoreSend' : 'reviewScoreSave', review, {
        after: [input.kpiCode, content],
      })
      return { scoreId: id }
    })
  }
}

async function judgementProblems(
  db: Db,
  review: LockedReview,
  kpi: KpiNode | undefined,
  input: ReviewScoreSaveInput,
): Promise<readonly ProblemDetail[]> {
  const path = ['input', 'value']
  const value = input.value ?? null
  if (input.judgement === 'AGREE') {
    return value === null
      ? []
      : [badInput('VALUE_WITH_AGREEMENT', 'Whoever agrees names no value of their own.', path)]
  }
  const problems: ProblemDetail[] = []
  if (value !== null && kpi && isOutside(value, kpi.range)) {
    problems.push(badInput('OUT_OF_RANGE', 'The value is outside the range of the KPI.', path))
  }
  if (input.send) {
    problems.push(...textProblems(input.rationale, 'rationale'))
    if (value === null && (await stateOfAnswer(db, review, input.kpiCode)) === 'REPORTED') {
      problems.push(badInput('VALUE_MISSING', 'Name the value you come to.', path))
    }
  }
  return problems
}

const isOutside = (value: string, { min, max }: KpiNode['range']): boolean =>
  (min !== null && new Decimal(value).lt(min)) || (max !== null && new Decimal(value).gt(max))

async function stateOfAnswer(
  db: Db,
  review: LockedReview,
  kpiCode: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('submissionResponse')
    .select('state')
    .where('submissionId', '=', review.submissionId)
    .where('kpiCode', '=', kpiCode)
    .executeTakeFirst()
  return row?.state ?? null
}
