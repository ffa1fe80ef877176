import { useI18n } from 'vue-i18n'
import type { Stage } from '../model'

export interface ToldFilter {
  readonly region?: string | null
  readonly stage?: Stage | null
  readonly isOverdue?: boolean | null
  readonly isExtended?: boolean | null
  readonly search?: string | null
}

/** A filter of the board in words, such as "Region EUR, Draft, overdue". */
export function useFilterWords() {
  const { t } = useI18n()
  return ({ region, stage, isOverdue, isExtended, search }: ToldFilter): string =>
    [
      region && t('cycle.message.filter.region', { region }),
      stage && t(`cycle.stages.${stage}`),
      isOverdue && t('cycle.overdue'),
      isExtended && t('cycle.extended'),
      search && t('cycle.message.filter.search', { search }),
    ]
      .filter(Boolean)
      .join(', ') || t('cycle.message.filter.all')
}
