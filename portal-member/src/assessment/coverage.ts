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
  return coverageOf(
    kpis.map((work) =>
      work.kpi.code === code && work.response
        ? { ...work, response: { ...work.response, state, score: null } }
        : work,
    ),
  )
}
