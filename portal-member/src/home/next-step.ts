import type { AssessmentStatus } from '../assessment/model'

/** What the card at the top of the home page asks for. */
export type NextStepKind =
  | 'start'
  | 'waitForStart'
  | 'continue'
  | 'explain'
  | 'allReady'
  | 'nothingGiven'
  | 'signLater'
  | 'requestApproval'
  | 'waitForSignature'
  | 'sign'
  | 'answer'
  | 'ownAnswered'
  | 'waitForAnswers'
  | 'signAfterAnswers'
  | 'resubmit'
  | 'waitForResubmission'
  | 'waitForAcceptance'
  | 'results'
  | 'resume'
  | 'lapsed'
  | 'withdrawn'
  | 'look'

export interface NextStepFacts {
  status: AssessmentStatus | null
  canStart: boolean
  canEdit: boolean
  canRequestApproval: boolean
  canSubmit: boolean
  /** Whether the signature is this person’s, once its time has come. */
  signsLater: boolean
  canResume: boolean
  /** Whether the cycle still takes figures of the administration. */
  isEntryOpen: boolean
  /** Whether every answer and returned item is in sight, and not just one’s own. */
  seesAll: boolean
  /** Whether no KPI and no figure was given to this person. */
  isNothingGiven: boolean
  /** KPIs with work left, warnings to explain included. */
  leftToDo: number
  /** Figures nobody has entered yet. */
  openFigures: number
  /** KPIs with a warning to explain or an impossible figure to correct. */
  toExplain: number
  /** Returned items without an answer. */
  unanswered: number
}

/** The one thing to do now, by what the server lets this viewer do. */
export function nextStepOf(facts: NextStepFacts): NextStepKind {
  switch (facts.status) {
    case null:
      return facts.canStart ? 'start' : 'waitForStart'
    case 'DRAFT':
      if (!facts.isEntryOpen) return 'lapsed'
      if (facts.isNothingGiven) return 'nothingGiven'
      if (facts.canEdit && facts.leftToDo > 0) {
        return facts.openFigures === 0 && facts.toExplain > 0 ? 'explain' : 'continue'
      }
      if (facts.canRequestApproval || facts.canSubmit) return 'requestApproval'
      if (facts.signsLater) return 'signLater'
      return facts.canEdit ? 'allReady' : 'look'
    case 'INTERNAL_APPROVAL':
      if (!facts.isEntryOpen) return 'lapsed'
      return facts.canSubmit ? 'sign' : 'waitForSignature'
    case 'RETURNED':
      if (facts.isNothingGiven) return 'nothingGiven'
      return stepAfterReturn(facts)
    case 'SUBMITTED':
      return 'waitForAcceptance'
    case 'ACCEPTED':
      return 'results'
    case 'WITHDRAWN':
      return facts.canResume ? 'resume' : 'withdrawn'
  }
}

function stepAfterReturn(facts: NextStepFacts): NextStepKind {
  const isSettled = facts.unanswered === 0 && facts.leftToDo === 0
  if (facts.canEdit) {
    if (facts.unanswered > 0) return 'answer'
    if (!isSettled) return facts.toExplain > 0 ? 'explain' : 'continue'
    if (!facts.seesAll) return 'ownAnswered'
  }
  if (isSettled) return facts.canSubmit ? 'resubmit' : 'waitForResubmission'
  return facts.canSubmit ? 'signAfterAnswers' : 'waitForAnswers'
}
