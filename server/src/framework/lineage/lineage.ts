import type { LocalizedText } from '../definition'
import type { KpiRelation } from '../enums'
import type { VersionSnapshot } from '../snapshot'
import type { Comparability, LineageKind } from './enums'

/** Where one node of a version comes from: one link for each of its ancestors. */
export interface LineageLink {
  readonly kind: LineageKind
  /** Null where the ancestor has no descendant. */
  readonly code: string | null
  readonly ancestorVersionId: string | null
  /** Null where the node is new. */
  readonly ancestorCode: string | null
  readonly relation: KpiRelation
  readonly comparability: Comparability
  /** Formula over the old value `V` and data elements that gives the new value. */
  readonly conversion: string | null
  readonly note: LocalizedText | null
  /** Whether people stated it; otherwise it follows from comparing the two versions. */
  readonly isStated: boolean
  /** Counts the statements made about the node; 0 where nobody made one. */
  readonly version: number
}

/** The nodes of a version of one kind. */
export const nodesOf = (
  snapshot: VersionSnapshot,
  kind: LineageKind,
): readonly { readonly code: string }[] => snapshot[LISTS[kind]]

/** A node of a version by kind and code. */
export const nodeOf = (snapshot: VersionSnapshot | null, kind: LineageKind, code: string | null) =>
  (code !== null && snapshot?.[MAPS[kind]].get(code)) || null

export const KINDS = ['DIMENSION', 'EXPECTED_OUTCOME', 'KPI', 'DATA_ELEMENT', 'INSTRUMENT'] as const

const LISTS = {
  DIMENSION: 'dimensions',
  EXPECTED_OUTCOME: 'outcomes',
  KPI: 'kpis',
  DATA_ELEMENT: 'dataElements',
  INSTRUMENT: 'instruments',
} as const

const MAPS = {
  DIMENSION: 'dimensionByCode',
  EXPECTED_OUTCOME: 'outcomeByCode',
  KPI: 'kpiByCode',
  DATA_ELEMENT: 'elementByCode',
  INSTRUMENT: 'instrumentByCode',
} as const

/** Whether values before and after may not stand in one line. */
export const isBreak = ({ ancestorCode, comparability }: LineageLink): boolean =>
  ancestorCode !== null && comparability === 'NOT_COMPARABLE'
