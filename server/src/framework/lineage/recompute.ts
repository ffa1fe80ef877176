import type { KpiNode, VersionSnapshot } from '../snapshot'
import { changedElements } from './compare-nodes'

/**
 * Whether the figures asked for by an earlier version suffice to compute a KPI of a later one: every
 * element was there, meant the same and was asked for the same year.
 */
export function canRecompute(
  before: VersionSnapshot,
  after: VersionSnapshot,
  kpi: Pick<KpiNode, 'elements'>,
): boolean {
  return (
    changedElements(before, after, kpi).length === 0 &&
    kpi.elements.every(({ element, period }) =>
      before.elementByCode.get(element)?.periods.includes(period),
    )
  )
}
