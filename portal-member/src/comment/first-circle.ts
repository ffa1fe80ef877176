import type { Circle } from './composables/use-comment-acts'

interface OpenThreads {
  /** Whether the role takes part in the thread with the secretariat. */
  readonly hasSecretariat: boolean
  /** Whether one was led here to the secretariat. */
  readonly isAsked: boolean
  readonly internal: number
  readonly secretariat: number
}

/** The circle to begin with: an answer meant for the secretariat must not stay inside by habit. */
export function firstCircle({
  hasSecretariat,
  isAsked,
  internal,
  secretariat,
}: OpenThreads): Circle {
  if (!hasSecretariat) return 'internal'
  return isAsked || (internal === 0 && secretariat > 0) ? 'secretariat' : 'internal'
}
