/** Failed attempts so far, as far as they count against the next one. */
export interface FailedAttempts {
  /** Of this account in the last 15 minutes. */
  readonly accountFailures: number
  /** From this network in the last hour. */
  readonly networkFailures: number
  readonly lastFailure: Date | null
}

const FREE_FAILURES = 10
const FIRST_DELAY_SECONDS = 30
const LONGEST_DELAY_SECONDS = 15 * 60
const NETWORK_FAILURES = 100
const NETWORK_DELAY_SECONDS = 60 * 60

/**
 * Seconds until the next attempt is looked at; 0 when it may be made now. Ten failures are free, then
 * the delay doubles; a network with a hundred failures waits until the hour has passed.
 */
export function secondsToWait(attempts: FailedAttempts, now: Date): number {
  const { accountFailures, networkFailures, lastFailure } = attempts
  if (networkFailures >= NETWORK_FAILURES) return NETWORK_DELAY_SECONDS
  if (accountFailures < FREE_FAILURES || lastFailure === null) return 0
  const delay = Math.min(
    FIRST_DELAY_SECONDS * 2 ** (accountFailures - FREE_FAILURES),
    LONGEST_DELAY_SECONDS,
  )
  const passed = (now.getTime() - lastFailure.getTime()) / 1000
  return Math.max(0, Math.ceil(delay - passed))
}
