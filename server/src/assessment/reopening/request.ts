import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { Refusal, badInput, insertRows, problem, type ProblemDetail } from '#platform'
import type { VersionSnapshot } from '#framework'
import { frameworkOf, lockAssessment, recordAssessment } from '../assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from '../assessment.payload'
import { textProblems } from '../kpi-response.lock'
import { tellOfficers } from '../tell'
import { canRequestReopening } from './policies'

@InputType({ description: 'What the secretariat is asked to open again, and why.' })
class AssessmentReopenRequestInput extends AssessmentDecideInput {
  @Access(MEMBER)
  @Field(() => String, { description: 'Why it should be opened again.' })
  readonly reason!: string

  @Access(MEMBER)
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the KPIs to open; the whole assessment when nothing is given.',
  })
  readonly kpiCodes?: readonly string[] | null
}

@ArgsType()
class AssessmentReopenRequestArgs {
  @Access(MEMBER)
  @Field(() => AssessmentReopenRequestInput, { description: 'Assessment, reason and KPIs.' })
  readonly input!: AssessmentReopenRequestInput
}

@Resolver()
export class AssessmentReopenRequest {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Asks the secretariat to open a submitted or accepted assessment again; one request at a time. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, UNKNOWN_KPI, TWICE, TEXT_MISSING, TEXT_TOO_LONG.',
  })
  assessmentReopenRequest(
    @Args(() => AssessmentReopenRequestArgs) { input }: AssessmentReopenRequestArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentReopenRequest', input, async (scope) => {
      const { db, viewer, now, newId, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canRequestReopening(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      const kpiCodes = input.kpiCodes ?? []
      const problems = [
        ...textProblems(input.reason, 'reason'),
        ...kpiProblems(kpiCodes, await frameworkOf(context, db, subject)),
      ]
      if (problems.length > 0) throw new Refusal(problems)

      const reason = input.reason.trim()
      await insertRows(db, 'reopenRequest', [
        {
          id: newId(),
          assessmentId: subject.id,
          administrationId: subject.administrationId,
          submissionNumber: subject.submissionCount,
          kpiCodes,
          reason,
          authorId: viewer.personId,
          askedAt: now,
          status: 'OPEN',
        },
      ])
      assessment.reopenRequestedAt = now
      recordAssessment(
        record,
        'assessmentReopenRequest',
        subject,
        { number: subject.submissionCount, kpis: kpiCodes },
        { after: reason },
      )
      await tellOfficers(scope, subject, 'REOPEN_REQUESTED', kpiCodes)
      return { assessmentId: subject.id }
    })
  }
}

function kpiProblems(
  kpiCodes: readonly string[],
  { kpiByCode }: Pick<VersionSnapshot, 'kpiByCode'>,
): readonly ProblemDetail[] {
  return kpiCodes.flatMap((code, index) => {
    if (!kpiByCode.has(code)) {
      return [problem('NOT_FOUND', 'UNKNOWN_KPI', 'The framework version has no such KPI.', [code])]
    }
    return kpiCodes.indexOf(code) < index
      ? [badInput('TWICE', 'This KPI is given twice.', [code])]
      : []
  })
}
