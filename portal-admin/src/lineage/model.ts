import type { Relation } from '../framework/model'

export type NodeKind = 'DIMENSION' | 'EXPECTED_OUTCOME' | 'KPI' | 'DATA_ELEMENT' | 'INSTRUMENT'

export const nodeKinds = [
  'KPI',
  'DIMENSION',
  'EXPECTED_OUTCOME',
  'DATA_ELEMENT',
  'INSTRUMENT',
] as const satisfies readonly NodeKind[]

export type Comparability = 'IDENTICAL' | 'EDITORIAL' | 'WITH_CONVERSION' | 'NOT_COMPARABLE'

/** A link as the dialog needs it. */
export interface StatedLink {
  readonly kind: NodeKind
  readonly code?: string | null
  readonly ancestorCode?: string | null
  readonly relation: Relation
  readonly comparability: Comparability
  readonly conversion?: string | null
  readonly noteEn?: string | null
  readonly noteFr?: string | null
  readonly isStated: boolean
  readonly version: number
}

/** What is stated: that old values can be converted, that a series ends, or any relation at all. */
export type StatementMode = 'conversion' | 'end' | 'relation'

export const comparabilityBadge: Record<Comparability, string> = {
  IDENTICAL: '',
  EDITORIAL: '',
  WITH_CONVERSION: 'badge-warn',
  NOT_COMPARABLE: 'badge-error',
}
