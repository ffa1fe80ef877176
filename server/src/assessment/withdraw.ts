import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, ensure, expectVersion, wears } from '#access'
import type { Db } from '#platform'
import { lockAssessment, recordAssessment, stepOf } from './assessment.lock'
import { AssessmentDecideArgs, AssessmentPayload } from './assessment.payload'
import { canWithdraw } from './policies'
import { settleReopenRequest } from './reopening/settle'
import { after } from './transitions'
import { tell } from './tell'

@Resolver()
export class AssessmentWithdraw {
  @Access(MEMBER)
  @Mutation(() => AssessmentPayload, {
    description:
      'Proposes a withdrawal as coordinator, and confirms it as approver; the coordinator alone does both where the signature is switched off. A withdrawn assessment is out of all later releases and its review is withdrawn. Problems: NOT_FOUND, WRONG_HAT, WRONG_STATE, NOT_READY, SECOND_PERSON, STALE_VERSION.',
  })
  assessmentWithdraw(
    @Args(() => AssessmentDecideArgs) { input }: AssessmentDecideArgs,
    @Ctx() context: Context,
  ) {
    return context.command('assessmentWithdraw', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const { assessment, subject } = await lockAssessment(scope, input.assessmentId)
      ensure(canWithdraw(viewer, subject), ['input', 'assessmentId'])
      expectVersion(subject, input.expectedVersion)

      if (wears(viewer, 'COORDINATOR')) {
        assessment.withdrawalProposedBy = viewer.personId
        assessment.withdrawalDeclinedReason = null
        recordAssessment(record, 'assessmentProposeWithdrawal', subject)
        if (subject.requiresApproval) {
          await tell(scope, subject, 'WITHDRAWAL_PROPOSED', ['APPROVER'])
        }
      }
      if (wears(viewer, 'APPROVER') || !subject.requiresApproval) {
        assessment.status = after(assessment.status, 'WITHDRAW')
        assessment.withdrawnAt = now
        assessment.withdrawnBy = viewer.personId
        assessment.reopenedFor = null
        assessment.reopenRequestedAt = null
        await settleReopenRequest(scope, subject, 'TAKEN_BACK')
        assessment.dueAt = null
        await withdrawReview(db, subject.id, now)
        recordAssessment(record, 'assessmentWithdraw', subject, { ...stepOf(subject, assessment) })
        await tell(scope, subject, 'WITHDRAWN', ['COORDINATOR', 'APPROVER'])
      }
      return { assessmentId: subject.id }
    })
  }
}

// The review belongs to a noun that stands above this one, which therefore cannot be asked to do it.
async function withdrawReview(db: Db, assessmentId: string, now: Date): Promise<void> {
  await db
    .updateTable('review')
    .set((eb) => ({ status: 'WITHDRAWN', withdrawnAt: now, version: eb('version', '+', 1) }))
    .where('assessmentId', '=', assessmentId)
    .where('status', 'not in', ['DECLINED', 'CONCLUDED', 'WITHDRAWN'])
    .execute()
}
