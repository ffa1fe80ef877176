import type { AssessmentStatus } from './enums'

export type AssessmentStep =
  | 'REQUEST_APPROVAL'
  | 'SEND_BACK'
  | 'SUBMIT'
  | 'RETURN'
  | 'ACCEPT'
  | 'REOPEN'
  | 'WITHDRAW'
  | 'RESUME'

type Steps = Readonly<Partial<Record<AssessmentStatus, AssessmentStatus>>>

const STEPS: Readonly<Record<AssessmentStep, Steps>> = {
  REQUEST_APPROVAL: { DRAFT: 'INTERNAL_APPROVAL' },
  SEND_BACK: { INTERNAL_APPROVAL: 'DRAFT' },
  // From DRAFT only where the administration has switched the signature off.
  SUBMIT: { DRAFT: 'SUBMITTED', INTERNAL_APPROVAL: 'SUBMITTED', RETURNED: 'SUBMITTED' },
  RETURN: { SUBMITTED: 'RETURNED' },
  ACCEPT: { SUBMITTED: 'ACCEPTED' },
  REOPEN: { SUBMITTED: 'RETURNED', ACCEPTED: 'RETURNED' },
  WITHDRAW: {
    DRAFT: 'WITHDRAWN',
    INTERNAL_APPROVAL: 'WITHDRAWN',
    SUBMITTED: 'WITHDRAWN',
    RETURNED: 'WITHDRAWN',
    ACCEPTED: 'WITHDRAWN',
  },
  RESUME: { WITHDRAWN: 'DRAFT' },
}

/** The state a step leads to, or null where it does not start from this one. */
export const stateAfter = (
  status: AssessmentStatus,
  step: AssessmentStep,
): AssessmentStatus | null => STEPS[step][status] ?? null

/** The same after the policy has allowed the step; anything else is a mistake of the program. */
export function after(status: AssessmentStatus, step: AssessmentStep): AssessmentStatus {
  const next = stateAfter(status, step)
  if (next === null) throw new Error(`${step} does not start from ${status}`)
  return next
}
