import type { Attention, Order, Stage } from './model'

/** What the monitoring is narrowed to; an empty text means no restriction. */
export interface ProgressFilter {
  code: string
  region: string
  stage: Stage | ''
  attention: Attention | ''
  search: string
  order: Order | ''
}

/** The filter as variables of the list. */
export const listVariables = (filter: ProgressFilter, locale: 'EN' | 'FR', first: number) => ({
  code: filter.code,
  locale,
  first,
  region: filter.region || null,
  stage: filter.stage || null,
  isOverdue: filter.attention === 'overdue' ? true : null,
  isExtended: filter.attention === 'extended' ? true : null,
  search: filter.search || null,
  orderBy: filter.order || null,
})
