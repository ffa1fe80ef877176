import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion, type CommandScope } from '#access'
import { Refusal, badInput, type ProblemDetail } from '#platform'
import { lockAssessment, recordAssessment, stepOf, type AssessmentSubject } from './assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from './assessment.payload'
import { canAccept } from './policies'
import { lastReturnItems } from './submission.write'
import { takeStep } from './take-step'
import { tell } from './tell'

@InputType({ description: 'Which assessment to accept, and the returned items that are cleared.' })
class AssessmentAcceptInput extends AssessmentDecideInput {
  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of the KPIs whose returned item is cleared. An answered item may stand as explained.',
  })
  readonly clearedKpiCodes?: readonly string[] | null
}

@ArgsType()
class AssessmentAcceptArgs {
  @Access(SECRETARIAT)
  @Field(() => AssessmentAcceptInput, { description: 'The assessment.' })
  readonly input!: AssessmentAcceptInput
}

@Resolver()
export class AssessmentAccept {
  @Access(SECRETARIAT)
  @Mutation(() => AssessmentPayload, {
    description:
      'Accepts a submission and locks it; every returned item must be cleared or explained. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, ITEM_OPEN, UNKNOWN_ITEM.',
  })
  assessmentAccept(
    @Args(() => AssessmentAcceptArgs) { input }: AssessmentAcceptArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentAccept', input, async (scope) => {
      const { viewer, now, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canAccept(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      await clearItems(scope, subject, input.clearedKpiCodes ?? [])

      takeStep(scope, assessment, subject, 'ACCEPT')
      assessment.acceptedAt = now
      assessment.acceptedBy = viewer.personId
      assessment.formerlyAcceptedAt = null
      assessment.reopenedFor = null
      assessment.dueAt = null
      recordAssessment(record, 'assessmentAccept', subject, {
        ...stepOf(subject, assessment),
        number: subject.submissionCount,
      })
      await tell(scope, subject, 'ACCEPTED', ['COORDINATOR', 'APPROVER'])
      return { assessmentId: subject.id }
    })
  }
}

async function clearItems(
  { db }: CommandScope,
  subject: AssessmentSubject,
  cleared: readonly string[],
): Promise<void> {
  // Items were returned from the submission before the one that is accepted now.
  const submissionCount = subject.submissionCount - 1
  const items = await lastReturnItems(db, { id: subject.id, submissionCount })
  const known = new Set(items.map(({ kpiCode }) => kpiCode))
  const problems: readonly ProblemDetail[] = [
    ...cleared
      .filter((kpiCode) => !known.has(kpiCode))
      .map((kpiCode) => badInput('UNKNOWN_ITEM', 'No item was returned for this KPI.', [kpiCode])),
    ...items
      .filter(() => subject.reopenedFor !== 'MEMBER')
      .filter((item) => !item.isCleared && !item.answer?.trim() && !cleared.includes(item.kpiCode))
      .map(({ kpiCode }) =>
        badInput('ITEM_OPEN', 'The returned item is neither cleared nor explained.', [kpiCode]),
      ),
  ]
  if (problems.length > 0) throw new Refusal(problems)
  if (cleared.length === 0) return
  await db
    .updateTable('returnItem')
    .set((eb) => ({ isCleared: true, version: eb('version', '+', 1) }))
    .where('assessmentId', '=', subject.id)
    .where('submissionNumber', '=', submissionCount)
    .where('kpiCode', 'in', [...cleared])
    .execute()
}
