import { useFormat } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'
import type { Permission, Problem } from './permission'

/** Words a refusal in the language of the portal; what has no wording yet keeps the server's English sentence. */
export function useRefusalText() {
  const { t, te, locale } = useI18n()
  const { number } = useFormat()
  const known = (key: string) => te(key) || te(key, 'en')

  function ofReason(reason: string, message: string): string {
    const key = `wording.reasons.${reason}`
    // The server's sentence says more, so English readers get it.
    if (locale.value === 'en' && message) return message
    return known(key)
      ? t(
          key,
          figuresIn(message).map((each) => number(each)),
        )
      : message
  }

  return {
    ofPermission: (permission: Permission) => ofReason(permission.code, permission.reason),
    ofProblem: (problem: Problem) => ofReason(problem.reason, problem.message),
  }
}

/** Whole figures of the server's sentence, such as a limit and how many there are, for words that repeat them. */
const figuresIn = (message: string): readonly string[] => message.match(/\b\d+\b/g) ?? []
