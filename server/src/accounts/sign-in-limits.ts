/** Failed attempts so far, as far as they count against the next one. */
export interface FailedAttempts {
  /** Of this account within the time its limits name. */
  readonly accountFailures: number
  /** From this network in the last hour. */
  readonly networkFailures: number
  readonly lastFailure: Date | null
}

export interface AttemptLimits {
  /** How long a failure counts. */
  readonly minutes: number
  readonly longestDelaySeconds: number
}

export const PASSWORD_LIMITS: AttemptLimits = { minutes: 15, longestDelaySeconds: 15 * 60 }

/**
 * A code has a million values, and whoever tries knows the password already: failures count for a day,
 * which leaves about thirty attempts a day.
 */
export const CODE_LIMITS: AttemptLimits = { minutes: 24 * 60, longestDelaySeconds: 60 * 60 }

const FREE_FAILURES = 10
const FIRST_DELAY_SECONDS = 30
const NETWORK_FAILURES = 100
const NETWORK_DELAY_SECONDS = 60 * 60

/**
 * Seconds until the next attempt is looked at; 0 when it may be made now. Ten failures are free, then
 * the delay doubles; a network with a hundred failures waits until the hour has passed.
 */
export function secondsToWait(
  { accountFailures, networkFailures, lastFailure }: FailedAttempts,
  now: Date,
  limits: AttemptLimits = PASSWORD_LIMITS,
): number {
  if (networkFailures >= NETWORK_FAILURES) return NETWORK_DELAY_SECONDS
  if (accountFailures < FREE_FAILURES || lastFailure === null) return 0
  const delay = Math.min(
    FIRST_DELAY_SECONDS * 2 ** (accountFailures - FREE_FAILURES),
    limits.longestDelaySeconds,
  )
  const passed = (now.getTime() - lastFailure.getTime()) / 1000
  return Math.max(0, Math.ceil(delay - passed))
}
