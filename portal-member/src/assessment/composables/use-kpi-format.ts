import { useUnit } from '@pmm/portal-kit'
import type { KpiEntry } from '../model'

/** Writes values of a KPI with their unit: "44.1 %", "yes", "3 of 4". */
export function useKpiFormat() {
  const { beside, written } = useUnit()
  return {
    unit: beside,
    written,
    value: (value: string, kpi: Pick<KpiEntry, 'unit' | 'decimals'>) =>
      written(value, kpi.unit, kpi.decimals),
  }
}
