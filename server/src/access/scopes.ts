import type { Viewer } from './viewer'

const KPI_SET = 'kpi:'

/** The KPI sets that narrow a token, each a KPI, an outcome or a dimension by its code; none means all. */
export const kpiSetsOf = ({ scopes }: Pick<Viewer, 'scopes'>): readonly string[] =>
  scopes.filter((each) => each.startsWith(KPI_SET)).map((each) => each.slice(KPI_SET.length))

/** Whether the scopes cover this KPI. */
export function coversKpi(viewer: Pick<Viewer, 'scopes'>, kpiCode: string): boolean {
  const sets = kpiSetsOf(viewer)
  return sets.length === 0 || sets.some((set) => kpiCode === set || kpiCode.startsWith(`${set}-`))
}

/** The scope that a token lacks for this KPI, or null when it lacks none. */
export const missingScope = (viewer: Viewer, kpiCode: string): string | null =>
  viewer.hat === 'PARTNER' && !coversKpi(viewer, kpiCode) ? `${KPI_SET}${kpiCode}` : null
