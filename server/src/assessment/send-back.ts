import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion, wears } from '#access'
import { Refusal } from '#platform'
import { lockAssessment, recordAssessment, stepOf } from './assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from './assessment.payload'
import { textProblems } from './kpi-response.lock'
import { canSendBack } from './policies'
import { takeStep } from './take-step'
import { tell } from './tell'

@InputType({ description: 'Which assessment to send back, and why.' })
class AssessmentSendBackInput extends AssessmentDecideInput {
  @Access(MEMBER)
  @Field(() => String, {
    nullable: true,
    description:
      'Why the approver cannot sign it as it is. Not needed of a coordinator, who takes the request back.',
  })
  readonly reason?: string | null
}

@ArgsType()
class AssessmentSendBackArgs {
  @Access(MEMBER)
  @Field(() => AssessmentSendBackInput, { description: 'Assessment and reason.' })
  readonly input!: AssessmentSendBackInput
}

@Resolver()
export class AssessmentSendBack {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Sends an assessment back to the coordinator instead of signing it, as approver; as coordinator takes the request for the signature back. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, TEXT_MISSING, TEXT_TOO_LONG.',
  })
  assessmentSendBack(
    @Args(() => AssessmentSendBackArgs) { input }: AssessmentSendBackArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentSendBack', input, async (scope) => {
      const { viewer, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canSendBack(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      const isSentBack = wears(viewer, 'APPROVER')
      const problems = textProblems(input.reason, 'reason', { isNeeded: isSentBack })
      if (problems.length > 0) throw new Refusal(problems)

      takeStep(scope, assessment, subject, 'SEND_BACK')
      if (!isSentBack) {
        recordAssessment(record, 'assessmentTakeBack', subject, stepOf(subject, assessment))
        await tell(scope, subject, 'APPROVAL_TAKEN_BACK', ['APPROVER'])
        return { assessmentId: subject.id }
      }
      assessment.sentBackReason = input.reason!.trim()
      recordAssessment(record, 'assessmentSendBack', subject, stepOf(subject, assessment), {
        after: assessment.sentBackReason,
      })
      await tell(scope, subject, 'SENT_BACK', ['COORDINATOR'])
      return { assessmentId: subject.id }
    })
  }
}
