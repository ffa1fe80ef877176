import type { StoredCheck } from './compute-responses'

type Warned = Pick<StoredCheck, 'code' | 'level' | 'period' | 'params'>

/** A justification with the warnings it was written for; null where these were never recorded. */
export interface Justification {
  readonly justification: string | null
  readonly justifiedWarnings: string | null
}

/** The warnings among findings as one text, the same whatever order anything comes in. */
export const warningsOf = (checks: readonly Warned[]): string =>
  JSON.stringify(
    checks
      .filter(({ level }) => level === 'WARN')
      .map(({ code, period, params }) =>
        JSON.stringify([code, period, Object.entries(params).sort()]),
      )
      .sort(),
  )

/** Whether there is a justification, and it was written for the warnings as they are. */
export const isJustified = (
  { justification, justifiedWarnings }: Justification,
  checks: readonly Warned[],
): boolean =>
  Boolean(justification?.trim()) &&
  (justifiedWarnings === null || justifiedWarnings === warningsOf(checks))
