import type { KpiWork } from './work-tree'

export interface Coverage {
  scored: number
  scorable: number
}

/** Coverage of an outcome: scored KPIs of those that can be scored and apply. */
export function coverageOf(kpis: readonly KpiWork[]): Coverage {
  const applicable = kpis.filter(
    ({ kpi, response }) => kpi.isScored && response?.state !== 'NOT_APPLICABLE',
  )
  return {
    scored: applicable.filter(({ response }) => response?.score != null).length,
    scorable: applicable.length,
  }
}

/** What becomes of the coverage when this KPI gets a reason in place of a figure. */
export function coverageWithout(
  kpis: readonly KpiWork[],
  code: string,
  state: 'NOT_APPLICABLE' | 'NOT_AVAILABLE',
): Coverage {
  return coverageOf(withReason(kpis, code, state))
}

/**
 * Score of an outcome as the server works it out: the weighted mean of its scored KPIs, null below the least coverage.
 * Only as exact as one decimal, to show what a reason would do to it.
 */
export function scoreOf(kpis: readonly KpiWork[], leastCoverage: number): number | null {
  const { scored, scorable } = coverageOf(kpis)
  if (scorable === 0 || scored / scorable < leastCoverage) return null
  const parts = kpis.flatMap(({ kpi, response }) =>
    kpi.isScored && response?.state !== 'NOT_APPLICABLE' && response?.score != null
      ? [{ weight: Number(kpi.weight), score: Number(response.score) }]
      : [],
  )
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return whole === 0
    ? null
    : parts.reduce((sum, { weight, score }) => sum + weight * score, 0) / whole
}

/** The KPIs of an outcome as they would stand with a reason in place of a figure of one of them. */
export const withReason = (
  kpis: readonly KpiWork[],
  code: string,
  state: 'NOT_APPLICABLE' | 'NOT_AVAILABLE',
): readonly KpiWork[] =>
  kpis.map((work) =>
    work.kpi.code === code && work.response
      ? { ...work, response: { ...work.response, state, score: null } }
      : work,
  )
