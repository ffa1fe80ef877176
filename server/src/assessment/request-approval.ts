import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { lockAssessment, recordAssessment, stepOf } from './assessment.lock'
import { AssessmentDecideArgs, AssessmentPayload } from './assessment.payload'
import { canRequestApproval } from './policies'
import { obstaclesBeforeSubmission } from './readiness'
import { answersOf } from './submission.write'
import { takeStep } from './take-step'
import { tell } from './tell'

@Resolver()
export class AssessmentRequestApproval {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Hands a complete draft to the approver; it is read-only from then on. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, and by KPI RESPONSE_PENDING, CHECK_BLOCKS, WARNING_UNJUSTIFIED, LEVEL_MISSING.',
  })
  assessmentRequestApproval(
    @Args(() => AssessmentDecideArgs) { input }: AssessmentDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentRequestApproval', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canRequestApproval(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)
      const obstacles = obstaclesBeforeSubmission(await answersOf(db, subject.id))
      if (obstacles.length > 0) throw new Refusal(obstacles)

      takeStep(scope, assessment, subject, 'REQUEST_APPROVAL')
      assessment.approvalRequestedAt = now
      assessment.approvalRequestedBy = viewer.personId
      assessment.sentBackReason = null
      recordAssessment(record, 'assessmentRequestApproval', subject, stepOf(subject, assessment))
      await tell(scope, subject, 'APPROVAL_REQUESTED', ['APPROVER'])
      return { assessmentId: subject.id }
    })
  }
}
