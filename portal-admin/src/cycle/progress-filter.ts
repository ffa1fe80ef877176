import {
  isStageGroup,
  stageGroups,
  type Attention,
  type Order,
  type Stage,
  type StageGroup,
} from './model'

/** What the monitoring is narrowed to; an empty text means no restriction. */
export interface ProgressFilter {
  code: string
  region: string
  stage: Stage | StageGroup | ''
  attention: Attention | ''
  search: string
  order: Order | ''
}

/** The stages a filter lets through; null where it lets all. */
const stagesOf = (stage: ProgressFilter['stage']): Stage[] | null => {
  if (stage === '') return null
  return isStageGroup(stage) ? [...stageGroups[stage]] : [stage]
}

/** The filter as variables of the list. */
export const listVariables = (filter: ProgressFilter, locale: 'EN' | 'FR', first: number) => ({
  code: filter.code,
  locale,
  first,
  region: filter.region || null,
  stages: stagesOf(filter.stage),
  isOverdue: filter.attention === 'overdue' ? true : null,
  isExtended: filter.attention === 'extended' ? true : null,
  search: filter.search || null,
  orderBy: filter.order || null,
})
