import { useFormat } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'
import type { KpiKind } from '../../generated/graphql'
import { useWords } from '../../framework/composables/use-words'
import { inPercent } from '../in-percent'

export interface GroupFigure {
  n?: number | null
  nBand?: string | null
  mean?: string | null
}

/** How figures of a release are written: rounded as they were released, never finer. */
export function useFigures() {
  const { t } = useI18n()
  const format = useFormat()
  const { unit } = useWords()

  /** Null only where nothing was released; zero is a figure like any other. */
  function mean({ mean: figure, n }: GroupFigure, kind: KpiKind): string | null {
    if (figure == null) return null
    // Below 20 contributors the server rounds to whole units and gives no exact n.
    const digits = n == null ? 0 : 1
    if (kind === 'BINARY') return format.number(inPercent(figure), { digits })
    if (kind === 'COUNT' || kind === 'DURATION') return format.number(figure)
    return kind === 'VARIATION'
      ? format.change(figure, { digits })
      : format.number(figure, { digits })
  }

  function meanUnit(kpi: { kind: KpiKind; unit: string }, figure?: GroupFigure): string {
    if (kpi.kind === 'BINARY') return t('results.shareOfYes')
    // From 10 on a count is released as a multiple of 5 or 10.
    if (kpi.kind === 'COUNT' && figure?.mean != null && Math.abs(Number(figure.mean)) >= 10)
      return t('results.toNearest', { unit: unit(kpi.unit), step: figure.n == null ? 10 : 5 })
    return unit(kpi.unit)
  }

  return {
    mean,
    count: ({ n, nBand }: GroupFigure) => (n == null ? (nBand ?? '').replace('-', '–') : String(n)),
    /** Unit of a mean: a yes/no KPI is released as the share of those who said yes. */
    meanUnit,
    unit,
  }
}
