import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { lockAssessment, recordAssessment } from '../assessment.lock'
import { AssessmentDecideArgs, AssessmentPayload } from '../assessment.payload'
import { canTakeBackReopening } from './policies'
import { settleReopenRequest } from './settle'

@Resolver()
export class AssessmentReopenRequestTakeBack {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Takes back the request to open the assessment again. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, STALE_VERSION.',
  })
  assessmentReopenRequestTakeBack(
    @Args(() => AssessmentDecideArgs) { input }: AssessmentDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentReopenRequestTakeBack', input, async (scope) => {
      const { viewer, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canTakeBackReopening(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)

      await settleReopenRequest(scope, subject, 'TAKEN_BACK')
      assessment.reopenRequestedAt = null
      recordAssessment(record, 'assessmentReopenRequestTakeBack', subject)
      return { assessmentId: subject.id }
    })
  }
}
