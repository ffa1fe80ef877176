import type { StatusKind } from '@pmm/portal-kit'

export type VersionStatus = 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'PUBLISHED' | 'RETIRED'

export const versionStates: Record<VersionStatus, { kind: StatusKind; icon?: string }> = {
  DRAFT: { kind: 'neutral', icon: 'i-lucide-pencil' },
  IN_REVIEW: { kind: 'progress' },
  APPROVED: { kind: 'ok' },
  PUBLISHED: { kind: 'ok', icon: 'i-lucide-lock' },
  RETIRED: { kind: 'neutral', icon: 'i-lucide-archive' },
}

/** Whether the content can no longer be changed by anybody. */
export const isSealed = (status: VersionStatus): boolean =>
  status === 'PUBLISHED' || status === 'RETIRED'

export type Relation =
  'SAME' | 'REWORDED' | 'FORMULA_CHANGED' | 'SPLIT' | 'MERGED' | 'NEW' | 'RETIRED'

/** How a node is marked: its relation, or what changed where the relation alone would say too little. */
export type Mark = Relation | 'SCORING' | 'MOVED' | 'MEASUREMENT'

const SCORING = new Set(['direction', 'normalisation', 'weight'])
const PLACE = new Set(['outcome', 'dimension'])

/** The mark of a node that differs in these fields from its ancestor. */
export function markOf(relation: Relation, fields: readonly string[]): Mark {
  if (relation === 'FORMULA_CHANGED' && !fields.includes('formula')) return 'MEASUREMENT'
  if (relation !== 'SAME' && relation !== 'REWORDED') return relation
  if (fields.some((field) => SCORING.has(field))) return 'SCORING'
  return fields.some((field) => PLACE.has(field)) ? 'MOVED' : relation
}

export const relationMarks: Partial<Record<Mark, { icon: string; badge: string }>> = {
  SCORING: { icon: 'i-lucide-scale', badge: 'badge-warn' },
  MOVED: { icon: 'i-lucide-move', badge: 'badge-warn' },
  REWORDED: { icon: 'i-lucide-pencil', badge: '' },
  MEASUREMENT: { icon: 'i-lucide-git-branch', badge: 'badge-warn' },
  FORMULA_CHANGED: { icon: 'i-lucide-git-branch', badge: 'badge-warn' },
  SPLIT: { icon: 'i-lucide-split', badge: 'badge-warn' },
  MERGED: { icon: 'i-lucide-merge', badge: 'badge-warn' },
  NEW: { icon: 'i-lucide-plus', badge: 'badge-ok' },
  RETIRED: { icon: 'i-lucide-minus', badge: 'badge-error' },
}

/** One step of the life cycle as the portal names it. */
export type VersionStep =
  'submit' | 'return' | 'remark' | 'approve' | 'recordApproval' | 'publish' | 'retire'
