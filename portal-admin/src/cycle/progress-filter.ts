import type { Order, Stage } from './model'

/** What the monitoring is narrowed to; an empty text means no restriction. */
export interface ProgressFilter {
  code: string
  region: string
  stage: Stage | ''
  isOverdue: boolean
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
  isOverdue: filter.isOverdue ? true : null,
  search: filter.search || null,
  orderBy: filter.order || null,
})
