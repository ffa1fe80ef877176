import { ref } from 'vue'
import type { SummaryProblem } from '../../index'
import { sessionEnded } from '../session'
import { useProblemTexts } from './useProblemTexts'

/** How an act on the own account went; PROOF where the person must first prove again to be themselves. */
export type Outcome = 'DONE' | 'REFUSED' | 'PROOF' | 'FAILED'

interface Answered {
  readonly retryAfterSeconds?: number | null
  readonly problems: readonly { readonly reason: string; readonly message: string }[]
}

/** Sorts the answers to acts on the own account and words their problems, each beside the field it is about. */
export function useOutcome(fieldOf: (reason: string) => string | undefined = () => undefined) {
  const texts = useProblemTexts()
  const problems = ref<SummaryProblem[]>([])

  function settle(answer: Answered | undefined): Outcome {
    problems.value = []
    if (!answer) return 'FAILED'
    const reasons = answer.problems.map(({ reason }) => reason)
    if (reasons.includes('REAUTHENTICATION_REQUIRED')) return 'PROOF'
    if (reasons.includes('SIGN_IN_REQUIRED')) sessionEnded()
    const minutes = Math.ceil((answer.retryAfterSeconds ?? 0) / 60)
    problems.value = answer.problems.flatMap((problem) =>
      texts([problem], { minutes }, fieldOf(problem.reason)),
    )
    return reasons.length === 0 ? 'DONE' : 'REFUSED'
  }

  return { problems, settle }
}
