import { NO_BREAK_SPACE, useFormat } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'
import type { KpiEntry } from '../model'
import { useUnit } from './use-unit'

/** Writes values of a KPI with their unit: "44.1 %", "yes", "level 3". */
export function useKpiFormat() {
  const { t } = useI18n()
  const format = useFormat()
  const unit = useUnit()

  function written(value: string, inUnit: string, decimals?: number): string {
    if (inUnit === 'yes/no') return value === '0' ? t('assessment.no') : t('assessment.yes')
    const digits = decimals === undefined ? undefined : { digits: decimals }
    return `${format.number(value, digits)}${NO_BREAK_SPACE}${unit(inUnit)}`.trimEnd()
  }

  return {
    unit,
    written,
    value: (value: string, kpi: Pick<KpiEntry, 'unit' | 'decimals'>) =>
      written(value, kpi.unit, kpi.decimals),
  }
}
