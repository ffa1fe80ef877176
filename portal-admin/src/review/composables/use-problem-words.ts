import { useI18n } from 'vue-i18n'

export interface ReviewProblem {
  readonly reason: string
  readonly message: string
  readonly path: readonly string[]
}

/** Words a problem in the language of the portal: what it is about stands in its path. */
export function useProblemWords() {
  const { t, te } = useI18n()
  return ({ reason, message, path }: ReviewProblem): string => {
    const key = `review.problem.${reason}`
    return te(key) ? t(key, { kpi: path[0] ?? '', name: path[1] ?? '' }) : message
  }
}
