import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion, wears } from '#access'
import { Refusal } from '#platform'
import { lockAssessment, recordAssessment } from './assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from './assessment.payload'
import { textProblems } from './kpi-response.lock'
import { canCancelWithdrawal } from './policies'
import { tell } from './tell'

@InputType({ description: 'Which proposal to withdraw ends, and why.' })
class AssessmentWithdrawalCancelInput extends AssessmentDecideInput {
  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description: 'Why the approver declines it. Not needed of a coordinator, who takes it back.',
  })
  readonly reason?: string | null
}

@ArgsType()
class AssessmentWithdrawalCancelArgs {
  @Access(MEMBER)
  @Field(() => AssessmentWithdrawalCancelInput, { description: 'Assessment and reason.' })
  readonly input!: AssessmentWithdrawalCancelInput
}

@Resolver()
export class AssessmentWithdrawalCancel {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Ends a proposed withdrawal that was not confirmed: a coordinator takes it back, the approver declines it with a reason. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, TEXT_MISSING, TEXT_TOO_LONG.',
  })
  assessmentWithdrawalCancel(
    @Args(() => AssessmentWithdrawalCancelArgs) { input }: AssessmentWithdrawalCancelArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentWithdrawalCancel', input, async (scope) => {
      const { viewer, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canCancelWithdrawal(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      const isDeclined = wears(viewer, 'APPROVER')
      const problems = textProblems(input.reason, 'reason', { isNeeded: isDeclined })
      if (problems.length > 0) throw new Refusal(problems)

      assessment.withdrawalProposedBy = null
      assessment.withdrawalDeclinedReason = isDeclined ? input.reason!.trim() : null
      if (isDeclined) {
        recordAssessment(record, 'assessmentDeclineWithdrawal', subject, {}, {
          after: assessment.withdrawalDeclinedReason,
        }) // prettier-ignore
        await tell(scope, subject, 'WITHDRAWAL_DECLINED', ['COORDINATOR'])
      } else {
        recordAssessment(record, 'assessmentWithdrawalCancel', subject)
        await tell(scope, subject, 'WITHDRAWAL_TAKEN_BACK', ['APPROVER'])
      }
      return { assessmentId: subject.id }
    })
  }
}
