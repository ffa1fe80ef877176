import type { CommandScope } from '#access'
import type { Assessment } from './assessment'
import { recordAssessment, type AssessmentSubject } from './assessment.lock'
import { after, type AssessmentStep } from './transitions'

/**
 * Takes a step of the life cycle. A proposal to withdraw is made of the assessment as it stands: another step ends it
 * unconfirmed, so that nobody confirms later what was meant of something else.
 */
export function takeStep(
  { record }: Pick<CommandScope, 'record'>,
  assessment: Assessment,
  subject: AssessmentSubject,
  step: Exclude<AssessmentStep, 'WITHDRAW' | 'RESUME'>,
): void {
  assessment.status = after(assessment.status, step)
  assessment.withdrawalDeclinedReason = null
  if (assessment.withdrawalProposedBy === null) return
  assessment.withdrawalProposedBy = null
  recordAssessment(record, 'assessmentWithdrawalLapse', subject, { step })
}
