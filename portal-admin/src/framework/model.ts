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

export const relationMarks: Partial<Record<Relation, { icon: string; badge: string }>> = {
  REWORDED: { icon: 'i-lucide-pencil', badge: '' },
  FORMULA_CHANGED: { icon: 'i-lucide-git-branch', badge: 'badge-warn' },
  SPLIT: { icon: 'i-lucide-split', badge: 'badge-warn' },
  MERGED: { icon: 'i-lucide-merge', badge: 'badge-warn' },
  NEW: { icon: 'i-lucide-plus', badge: 'badge-ok' },
  RETIRED: { icon: 'i-lucide-minus', badge: 'badge-error' },
}

/** One step of the life cycle as the portal names it. */
export type VersionStep =
  'submit' | 'return' | 'remark' | 'approve' | 'recordApproval' | 'publish' | 'retire'
