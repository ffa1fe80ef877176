import { failureOf, isOpenEnded } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'

export interface RefusalProblem {
  code: string
  reason: string
  message: string
}

/** Words why a command was refused: by its exact reason where the portal knows it, else as the server says it. */
export function useRefusal() {
  const { t, te } = useI18n()

  function wordOf({ reason, message }: RefusalProblem): string {
    const key = `assessment.refusal.${reason}`
    return te(key) ? t(key) : message
  }

  /** Text for a request that brought no data, such as a lost connection. */
  function failed(error: unknown): string {
    const failure = failureOf(error)
    if (failure.kind === 'network') return t('assessment.refusal.network')
    return t(isOpenEnded(failure) ? 'assessment.refusal.failed' : 'assessment.refusal.untaken')
  }

  return { wordOf, failed }
}
