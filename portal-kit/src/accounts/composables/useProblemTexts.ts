import { useI18n } from 'vue-i18n'
import type { SummaryProblem } from '../../index'

interface Problem {
  readonly reason: string
  readonly message: string
}

/** Words the problems of an answer; a reason without a text of its own keeps the server's sentence. */
export function useProblemTexts() {
  const { t, te } = useI18n()
  return (
    problems: readonly Problem[],
    params: Record<string, unknown> = {},
    target?: string,
  ): SummaryProblem[] =>
    problems.map(({ reason, message }) => {
      const key = `accounts.problem.${reason}`
      const text = te(key) ? t(key, params) : message
      return target ? { message: text, target } : { message: text }
    })
}
