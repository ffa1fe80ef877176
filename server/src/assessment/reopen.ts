import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { DateTimeScalar, Refusal } from '#platform'
import { frameworkOf, lockAssessment, recordAssessment, stepOf } from './assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from './assessment.payload'
import { ReopenRequester } from './enums'
import { textProblems } from './kpi-response.lock'
import { canReopen } from './policies'
import { insertReturnItems } from './return'
import { returnProblems } from './return.input'
import { settleReopenRequest } from './reopening/settle'
import { takeStep } from './take-step'
import { placesOf, tell } from './tell'

@InputType({ description: 'What to open again, at whose request and why.' })
class AssessmentReopenInput extends AssessmentDecideInput {
  @Access(SECRETARIAT)
  @Field(() => ReopenRequester, { description: 'Who asked for it.' })
  readonly requestedBy!: ReopenRequester

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Why it is opened again.' })
  readonly reason!: string

  @Access(SECRETARIAT)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the KPIs to open; all of them when nothing is given.',
  })
  readonly kpiCodes?: readonly string[] | null

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp by which it is due.' })
  readonly dueAt!: Date
}

@ArgsType()
class AssessmentReopenArgs {
  @Access(SECRETARIAT)
  @Field(() => AssessmentReopenInput, { description: 'Assessment, reason and items.' })
  readonly input!: AssessmentReopenInput
}

@Resolver()
export class AssessmentReopen {
  @Access(SECRETARIAT)
  @Mutation(() => AssessmentPayload, {
    description:
      'Opens a submitted or accepted assessment again; the former copy stays, and published figures keep theirs. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, LIST_LENGTH, UNKNOWN_KPI, TWICE, TEXT_MISSING, TEXT_TOO_LONG, BAD_PERIOD.',
  })
  assessmentReopen(
    @Args(() => AssessmentReopenArgs) { input }: AssessmentReopenArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentReopen', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canReopen(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      const framework = await frameworkOf(context, db, subject)
      const kpiCodes = input.kpiCodes ?? framework.kpis.map(({ code }) => code)
      const items = kpiCodes.map((kpiCode) => ({ kpiCode, reason: input.reason }))
      const problems = [
        ...textProblems(input.reason, 'reason'),
        ...returnProblems(items, input.dueAt, framework, now).filter(
          ({ reason }) => !reason.startsWith('TEXT_'),
        ),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      await insertReturnItems(scope, subject, items)
      takeStep(scope, assessment, subject, 'REOPEN')
      assessment.formerlyAcceptedAt = assessment.acceptedAt ?? assessment.formerlyAcceptedAt
      assessment.acceptedAt = null
      assessment.acceptedBy = null
      assessment.dueAt = input.dueAt
      assessment.reopenedFor = input.requestedBy
      assessment.reopenRequestedAt = null
      await settleReopenRequest(scope, subject, 'GRANTED')
      recordAssessment(record, 'assessmentReopen', subject, {
        ...stepOf(subject, assessment),
        requestedBy: input.requestedBy,
        kpis: kpiCodes,
        dueAt: input.dueAt.toISOString(),
      })
      await tell(scope, subject, 'REOPENED', ['COORDINATOR', 'APPROVER', 'CONTRIBUTOR'], {
        ...placesOf(framework, kpiCodes),
        dueAt: input.dueAt,
      })
      return { assessmentId: subject.id }
    })
  }
}
