import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
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
  @Field(() => String, { description: 'Why it cannot be signed as it is.' })
  readonly reason!: string
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
      'Sends an assessment back to the coordinator instead of signing it. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, TEXT_MISSING, TEXT_TOO_LONG.',
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
      const problems = textProblems(input.reason, 'reason')
      if (problems.length > 0) throw new Refusal(problems)

      takeStep(scope, assessment, subject, 'SEND_BACK')
      assessment.sentBackReason = input.reason.trim()
      recordAssessment(record, 'assessmentSendBack', subject, stepOf(subject, assessment), {
        after: assessment.sentBackReason,
      })
      await tell(scope, subject, 'SENT_BACK', ['COORDINATOR'])
      return { assessmentId: subject.id }
    })
  }
}
