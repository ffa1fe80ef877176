import { Args, ArgsType, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { lockAssessment, recordAssessment } from '../assessment.lock'
import { AssessmentDecideInput, AssessmentPayload } from '../assessment.payload'
import { textProblems } from '../kpi-response.lock'
import { tell } from '../tell'
import { canDeclineReopening } from './policies'
import { settleReopenRequest } from './settle'

@InputType({ description: 'Why an assessment is not opened again.' })
class AssessmentReopenRequestDeclineInput extends AssessmentDecideInput {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Why the request is declined.' })
  readonly reason!: string
}

@ArgsType()
class AssessmentReopenRequestDeclineArgs {
  @Access(SECRETARIAT)
  @Field(() => AssessmentReopenRequestDeclineInput, { description: 'Assessment and reason.' })
  readonly input!: AssessmentReopenRequestDeclineInput
}

@Resolver()
export class AssessmentReopenRequestDecline {
  @Access(SECRETARIAT)
  @Mutation(() => AssessmentPayload, {
    description:
      'Declines the request of an administration to open its assessment again; it is told why. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION, TEXT_MISSING, TEXT_TOO_LONG.',
  })
  assessmentReopenRequestDecline(
    @Args(() => AssessmentReopenRequestDeclineArgs) { input }: AssessmentReopenRequestDeclineArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentReopenRequestDecline', input, async (scope) => {
      const { viewer, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canDeclineReopening(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      const problems = textProblems(input.reason, 'reason')
      if (problems.length > 0) throw new Refusal(problems)

      const answer = input.reason.trim()
      await settleReopenRequest(scope, subject, 'DECLINED', answer)
      assessment.reopenRequestedAt = null
      recordAssessment(record, 'assessmentReopenRequestDecline', subject, {}, { after: answer })
      await tell(scope, subject, 'REOPEN_DECLINED', ['COORDINATOR', 'APPROVER'])
      return { assessmentId: subject.id }
    })
  }
}
