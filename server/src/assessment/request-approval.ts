import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion } from '#access'
import { Refusal } from '#platform'
import { lockAssessment, recordAssessment, stepOf } from './assessment.lock'
import { AssessmentDecideArgs, AssessmentPayload } from './assessment.payload'
import { canRequestApproval } from './policies'
import { obstaclesBeforeSubmission } from './readiness'
import { answersOf, itemsToAnswer } from './submission.write'
import { takeStep } from './take-step'
import { tell } from './tell'

@Resolver()
export class AssessmentRequestApproval {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Hands a complete draft to the approver; it is read-only from then on. Of a returned assessment it tells the approver that all items are answered, and changes no state. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, OUT_OF_TIME, STALE_VERSION, and by KPI RESPONSE_PENDING, CHECK_BLOCKS, WARNING_UNJUSTIFIED, LEVEL_MISSING, ITEM_UNANSWERED.',
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
      const isReturned = subject.status === 'RETURNED'
      const items = await itemsToAnswer(db, subject)
      const obstacles = obstaclesBeforeSubmission(await answersOf(db, subject.id), items)
      if (obstacles.length > 0) throw new Refusal(obstacles)

      // Returned, it is signed as it stands; only the approver has to know.
      if (!isReturned) takeStep(scope, assessment, subject, 'REQUEST_APPROVAL')
      assessment.approvalRequestedAt = now
      assessment.approvalRequestedBy = viewer.personId
      assessment.sentBackReason = null
      recordAssessment(record, 'assessmentRequestApproval', subject, stepOf(subject, assessment))
      await tell(scope, subject, 'APPROVAL_REQUESTED', ['APPROVER'])
      return { assessmentId: subject.id }
    })
  }
}
