import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure } from '#access'
import { catalogueOf } from '#framework'
import {
  Refusal,
  badInput,
  insertRows,
  notFound,
  uuidOf,
  type Db,
  type ProblemDetail,
} from '#platform'
import { canRequestReview } from './policies'
import { ReviewPayload } from './review.type'
import { recordReview } from './review.write'
import { textProblems } from './text'

@InputType({ description: 'What should be examined, and why.' })
class ReviewRequestInput {
  @Access(MEMBER)
  @Field(() => ID, { description: 'Id of the accepted assessment.' })
  readonly assessmentId!: string

  @Access(MEMBER)
  @Field(() => [String], { description: 'Codes of the KPIs to be examined, at least one.' })
  readonly scope!: readonly string[]

  @Access(MEMBER)
  @Field(() => String, { description: 'Why the administration asks for it.' })
  readonly reason!: string

  @Access(MEMBER)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class ReviewRequestArgs {
  @Access(MEMBER)
  @Field(() => ReviewRequestInput, { description: 'The request.' })
  readonly input!: ReviewRequestInput
}

@Resolver()
export class ReviewRequest {
  @Access(MEMBER)
  @Mutation(() => ReviewPayload, {
    description:
      'Asks for a peer review of the own accepted assessment. The approver signs it, unless the administration has switched signatures off. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, SCOPE_EMPTY, UNKNOWN_KPI, TEXT_MISSING.',
  })
  reviewRequest(
    @Args(() => ReviewRequestArgs) { input }: ReviewRequestArgs,
    @Ctx() context: Context,
  ) {
    return context.command('reviewRequest', input, async ({ db, viewer, now, newId, record }) => {
      const assessment = await lockRequestable(db, input.assessmentId)
      ensure(canRequestReview(viewer, assessment), ['input', 'assessmentId'])

      const known = catalogueOf(context).byId(assessment.frameworkVersionId)?.kpis ?? []
      const scope = known.map(({ code }) => code).filter((code) => input.scope.includes(code))
      const problems = [
        ...scopeProblems(input.scope, new Set(scope)),
        ...textProblems(input.reason, 'reason'),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const id = newId()
      const isConfirmed = !assessment.requiresApproval
      await insertRows(db, 'review', [
        {
          id,
          assessmentId: assessment.id,
          administrationId: assessment.administrationId,
          status: 'REQUESTED',
          isConfirmed,
          scope,
          reason: input.reason.trim(),
          requestedBy: viewer.personId,
          requestedAt: now,
          confirmedBy: isConfirmed ? viewer.personId : null,
          confirmedAt: isConfirmed ? now : null,
          version: 1,
        },
      ])
      recordReview(
        record,
        'reviewRequest',
        {
          id,
          administrationId: assessment.administrationId,
          cycleId: assessment.cycleId,
          isConfirmed,
        },
        { scope, isConfirmed },
        { after: input.reason.trim() },
      )
      return { reviewId: id }
    })
  }
}

async function lockRequestable(db: Db, globalId: string) {
  const id = uuidOf('AS', globalId)
  const row =
    id === null
      ? undefined
      : await db
          .selectFrom('assessment as s')
          .innerJoin('administration as a', 'a.id', 's.administrationId')
          .select([
            's.id',
            's.administrationId',
            's.cycleId',
            's.status',
            's.frameworkVersionId',
            'a.requiresApproval',
          ])
          .where('s.id', '=', id)
          .forUpdate('s')
          .executeTakeFirst()
  if (!row) throw notFound(['input', 'assessmentId'])
  const open = await db
    .selectFrom('review')
    .select('id')
    .where('assessmentId', '=', row.id)
    .where('status', 'not in', ['DECLINED', 'CONCLUDED', 'WITHDRAWN'])
    .executeTakeFirst()
  return { ...row, hasOpenReview: open !== undefined }
}

function scopeProblems(
  given: readonly string[],
  known: ReadonlySet<string>,
): readonly ProblemDetail[] {
  if (given.length === 0) {
    return [badInput('SCOPE_EMPTY', 'Choose at least one KPI.', ['input', 'scope'])]
  }
  return given
    .filter((code) => !known.has(code))
    .map((code) =>
      badInput('UNKNOWN_KPI', 'The framework version of the assessment has no such KPI.', [
        'input',
        'scope',
        code,
      ]),
    )
}
