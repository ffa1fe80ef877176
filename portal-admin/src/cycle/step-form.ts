import type { Problem } from '../wording/permission'
import { unsentProblem } from '../wording/use-field-problems'
import type { CycleStep } from './composables/use-consequences'
import { endOfDay } from './cycle-form'

/** What the steps of a cycle ask for, as it is typed. */
export interface StepForm {
  session: string
  decidedOn: string
  document: string
  reason: string
  closesOn: string
}

const decisionNames = (decision: string) => ({
  [`${decision}.session`]: 'cycle.decision.session',
  [`${decision}.decidedOn`]: 'cycle.decision.date',
  [`${decision}.document`]: 'cycle.decision.document',
})

/** Fields of the inputs of all steps with the keys of their labels. */
export const stepFieldNames: Readonly<Record<string, string>> = {
  ...decisionNames('endorsement'),
  ...decisionNames('approval'),
  reason: 'cycle.reason',
  closesAt: 'cycle.newEnd',
}

/** What is missing before the step can be sent, everything at once. */
export function missingIn(step: CycleStep, form: StepForm): readonly Problem[] {
  if (step === 'close' || step === 'remove') return []
  if (step === 'reopen') {
    return [
      ...(form.reason.trim() === '' ? [unsentProblem('TEXT_MISSING', 'reason')] : []),
      ...(form.closesOn === '' ? [unsentProblem('DATE_MISSING', 'closesAt')] : []),
    ]
  }
  const decision = step === 'open' ? 'endorsement' : 'approval'
  return [
    ...(form.session.trim() === '' ? [unsentProblem('TEXT_MISSING', decision, 'session')] : []),
    ...(form.decidedOn === '' ? [unsentProblem('DATE_MISSING', decision, 'decidedOn')] : []),
  ]
}

/** Inputs of the steps that ask for something. */
export function stepInputs<T extends object>(subject: T, form: StepForm) {
  const decision = () => ({
    session: form.session.trim(),
    decidedOn: form.decidedOn,
    document: form.document.trim() || null,
  })
  return {
    open: () => ({ ...subject, endorsement: decision() }),
    report: () => ({ ...subject, approval: decision() }),
    reopen: () => ({
      ...subject,
      reason: form.reason.trim(),
      closesAt: endOfDay(form.closesOn),
    }),
  }
}
