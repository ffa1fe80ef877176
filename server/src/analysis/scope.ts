import { missingScope, type Viewer } from '#access'
import type { Benchmark } from './benchmark.type'
import type { ReleasedResponseRow } from './release.rows'

/** The answer as a token's KPI sets let it be seen: in place, and empty where they leave the KPI out. */
export function responseInScope(viewer: Viewer, row: ReleasedResponseRow): ReleasedResponseRow {
  const scope = missingScope(viewer, row.kpiCode)
  if (scope === null) return row
  return {
    ...row,
    access: 'OUT_OF_SCOPE',
    missingScope: scope,
    state: null,
    value: null,
    subValues: null,
    score: null,
    reasonCode: null,
    reasonText: null,
    publicNote: null,
    verification: null,
  }
}

/** The same for a group figure. */
export function benchmarkInScope(viewer: Viewer, cell: Benchmark): Benchmark {
  const scope = missingScope(viewer, cell.kpiCode)
  if (scope === null) return cell
  return { ...cell, access: 'OUT_OF_SCOPE', missingScope: scope, n: null, nBand: null, mean: null }
}
