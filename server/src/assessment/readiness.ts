import { badInput, type ProblemDetail } from '#platform'
import type { ResponseState } from '#framework/definition'
import type { StoredCheck } from './compute-responses'
import { isJustified } from './justified'

/** What the completeness of an answer depends on. */
export interface ReadyAnswer {
  readonly kpiCode: string
  readonly state: ResponseState
  readonly checks: readonly Pick<StoredCheck, 'code' | 'level' | 'period' | 'params'>[]
  readonly justification: string | null
  readonly justifiedWarnings: string | null
  readonly levelChosen: boolean
}

/** What the completeness of a returned item depends on. */
export interface ReadyItem {
  readonly kpiCode: string
  readonly answer: string | null
  readonly isCleared: boolean
}

/** Everything that keeps an assessment from the signature and the submission, all at once. */
export function obstaclesBeforeSubmission(
  answers: readonly ReadyAnswer[],
  items: readonly ReadyItem[] = [],
): readonly ProblemDetail[] {
  return [
    ...answers.flatMap(obstaclesOf),
    ...items
      .filter(({ answer, isCleared }) => !isCleared && !answer?.trim())
      .map(({ kpiCode }) =>
        badInput('ITEM_UNANSWERED', 'The returned item is not answered yet.', [kpiCode]),
      ),
  ]
}

function obstaclesOf(answer: ReadyAnswer): readonly ProblemDetail[] {
  const path = [answer.kpiCode]
  const has = (level: StoredCheck['level']) => answer.checks.some((check) => check.level === level)
  return [
    ...(answer.state === 'PENDING'
      ? [badInput('RESPONSE_PENDING', 'The KPI has no answer yet.', path)]
      : []),
    ...(has('BLOCK') ? [badInput('CHECK_BLOCKS', 'A figure of the KPI is impossible.', path)] : []),
    ...(has('WARN') && !isJustified(answer, answer.checks)
      ? [badInput('WARNING_UNJUSTIFIED', 'A warning at the KPI needs a justification.', path)]
      : []),
    ...(answer.levelChosen
      ? []
      : [badInput('LEVEL_MISSING', 'No level of disclosure is chosen for the KPI.', path)]),
  ]
}
