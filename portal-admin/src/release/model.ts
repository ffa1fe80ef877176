import type { StatusKind } from '@pmm/portal-kit'

export type ReleaseStatus =
  'BUILDING' | 'BUILT' | 'EMBARGOED' | 'PUBLISHED' | 'SUPERSEDED' | 'DISCARDED' | 'FAILED'

export const releaseStates: Record<ReleaseStatus, { kind: StatusKind; icon?: string }> = {
  BUILDING: { kind: 'neutral', icon: 'i-lucide-loader' },
  BUILT: { kind: 'progress' },
  EMBARGOED: { kind: 'warn', icon: 'i-lucide-hourglass' },
  PUBLISHED: { kind: 'ok' },
  SUPERSEDED: { kind: 'neutral', icon: 'i-lucide-history' },
  DISCARDED: { kind: 'neutral', icon: 'i-lucide-trash-2' },
  FAILED: { kind: 'error' },
}

/** Report of the disclosure audit, as the server stores it. */
export interface AuditReport {
  passed: boolean
  checked: { values: number; cells: number }
  findings: { check: string; edition: string; kpiCode: string }[]
}

/** One group figure held back, and the rule that held it. */
export interface Suppression {
  edition: string
  kpiCode: string
  groupCode: string
  rule: string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Reads the stored report; null where there is none or it has another form. */
export function auditOf(stored: unknown): AuditReport | null {
  if (!isRecord(stored) || typeof stored['passed'] !== 'boolean') return null
  const { checked, findings } = stored
  return isRecord(checked) && Array.isArray(findings) ? (stored as unknown as AuditReport) : null
}

/** Reads the stored log. */
export const suppressionsOf = (stored: unknown): Suppression[] =>
  Array.isArray(stored) ? (stored as Suppression[]) : []
