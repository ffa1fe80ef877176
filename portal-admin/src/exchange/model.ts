import type { StatusKind } from '@pmm/portal-kit'
import type { FrameworkImportState, ImportEntryState } from '../generated/graphql'

export const importStates: Record<FrameworkImportState, StatusKind> = {
  READY: 'progress',
  REJECTED: 'error',
  APPLIED: 'ok',
}

export const entryStates: Record<ImportEntryState, { kind: StatusKind; icon: string }> = {
  REJECTED: { kind: 'error', icon: 'i-lucide-circle-x' },
  NEW: { kind: 'ok', icon: 'i-lucide-plus' },
  CHANGED: { kind: 'warn', icon: 'i-lucide-pencil' },
  REMOVED: { kind: 'warn', icon: 'i-lucide-minus' },
  IGNORED: { kind: 'neutral', icon: 'i-lucide-circle-slash' },
  KEPT: { kind: 'neutral', icon: 'i-lucide-lock' },
  UNCHANGED: { kind: 'neutral', icon: 'i-lucide-check' },
}

/** What asks for attention first. */
export const ENTRY_ORDER = [
  'REJECTED',
  'NEW',
  'CHANGED',
  'REMOVED',
  'IGNORED',
  'KEPT',
  'UNCHANGED',
] as const

export const SECTIONS = [
  'version', 'dimensions', 'outcomes', 'kpis', 'dataElements', 'rules', 'lineage', 'instruments', 'scales', 'reasonCodes',
] as const // prettier-ignore
