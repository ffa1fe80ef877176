import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion, type CommandScope } from '#access'
import { DateTimeScalar, Refusal, insertRows } from '#platform'
import {
  frameworkOf,
  lockAssessment,
  recordAssessment,
  stepOf,
  type AssessmentSubject,
} from './assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from './assessment.payload'
import { canReturn } from './policies'
import { ReturnedItemInput, returnProblems } from './return.input'
import { takeStep } from './take-step'
import { placesOf, tell } from './tell'

@InputType({ description: 'What to return to the administration, and by when it is due.' })
class AssessmentReturnInput extends AssessmentDecideInput {
  @Access(SECRETARIAT)
  @Field(() => [ReturnedItemInput], { description: 'KPIs with their reasons, at least one.' })
  readonly items!: readonly ReturnedItemInput[]

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp by which they are due.' })
  readonly dueAt!: Date
}

@ArgsType()
class AssessmentReturnArgs {
  @Access(SECRETARIAT)
  @Field(() => AssessmentReturnInput, { description: 'Assessment, items and due date.' })
  readonly input!: AssessmentReturnInput
}

@Resolver()
export class AssessmentReturn {
  @Access(SECRETARIAT)
  @Mutation(() => AssessmentPayload, {
    description:
      'Returns items of a submission; only these can be changed. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, LIST_LENGTH, UNKNOWN_KPI, TWICE, TEXT_MISSING, TEXT_TOO_SHORT, TEXT_TOO_LONG, BAD_PERIOD.',
  })
  assessmentReturn(
    @Args(() => AssessmentReturnArgs) { input }: AssessmentReturnArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentReturn', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canReturn(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      const framework = await frameworkOf(context, db, subject)
      const problems = returnProblems(input.items, input.dueAt, framework, now)
      if (problems.length > 0) throw new Refusal(problems)

      await insertReturnItems(scope, subject, input.items)
      takeStep(scope, assessment, subject, 'RETURN')
      assessment.dueAt = input.dueAt
      assessment.reopenedFor = null
      recordAssessment(record, 'assessmentReturn', subject, {
        ...stepOf(subject, assessment),
        kpis: input.items.map(({ kpiCode }) => kpiCode),
        dueAt: input.dueAt.toISOString(),
      })
      await tell(scope, subject, 'RETURNED', ['COORDINATOR', 'APPROVER', 'CONTRIBUTOR'], {
        ...placesOf(
          framework,
          input.items.map(({ kpiCode }) => kpiCode),
        ),
        dueAt: input.dueAt,
      })
      return { assessmentId: subject.id }
    })
  }
}

/** Items of the present submission, which stay with it for ever. */
export function insertReturnItems(
  { db, viewer, now, newId }: CommandScope,
  subject: AssessmentSubject,
  items: readonly ReturnedItemInput[],
): Promise<void> {
  return insertRows(
    db,
    'returnItem',
    items.map(({ kpiCode, reason }) => ({
      id: newId(),
      assessmentId: subject.id,
      administrationId: subject.administrationId,
      submissionNumber: subject.submissionCount,
      kpiCode,
      reason: reason.trim(),
      createdBy: viewer.personId,
      createdAt: now,
      isCleared: false,
      version: 1,
    })),
  )
}
