import type { AdministrationDetailQuery } from '../generated/graphql'

export type AdministrationDetail = NonNullable<AdministrationDetailQuery['administration']>

export const GEOGRAPHIES = ['LANDLOCKED', 'COASTAL', 'ISLAND'] as const
export const INCOME_GROUPS = ['LOW', 'LOWER_MIDDLE', 'UPPER_MIDDLE', 'HIGH'] as const
export const TYPES = [
  'CUSTOMS_SERVICE',
  'REVENUE_AUTHORITY',
  'BORDER_AGENCY',
  'MINISTRY_DEPARTMENT',
] as const

/** Queries that show an administration, asked again after a command. */
export const SHOWN_IN = ['AdministrationDetail', 'Register']
