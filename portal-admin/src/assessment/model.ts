import type { StatusKind } from '@pmm/portal-kit'

export type AssessmentStatus =
  'DRAFT' | 'INTERNAL_APPROVAL' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'WITHDRAWN'

export const statusKinds: Record<AssessmentStatus, { kind: StatusKind; icon: string }> = {
  DRAFT: { kind: 'neutral', icon: 'i-lucide-pencil' },
  INTERNAL_APPROVAL: { kind: 'neutral', icon: 'i-lucide-key-round' },
  SUBMITTED: { kind: 'neutral', icon: 'i-lucide-send' },
  RETURNED: { kind: 'warn', icon: 'i-lucide-undo-2' },
  ACCEPTED: { kind: 'ok', icon: 'i-lucide-circle-check' },
  WITHDRAWN: { kind: 'neutral', icon: 'i-lucide-circle-minus' },
}

/** A finding of the checks on the figures of a KPI. */
export interface Check {
  code: string
  kind: string
  level: 'BLOCK' | 'WARN' | 'INFO'
  message: string
}

/** Submitted answer to one KPI, as the officer reads it. */
export interface SubmittedAnswer {
  id: string
  kpiCode: string
  state?: string | null
  value?: string | null
  score?: string | null
  reasonCode?: string | null
  reasonText?: string | null
  publicNote?: string | null
  justification?: string | null
  checks?: readonly Check[] | null
  kpi?: { name: string; unit: string; decimals: number } | null
  trace?: { value: { formula: string; substituted?: string | null } } | null
}

/** KPI sent back to the administration, with its answer. */
export interface ReturnedItem {
  id: string
  kpiCode: string
  reason: string
  answer?: string | null
  answeredAt?: string | null
  isCleared: boolean
}

/** The administration asks for its assessment to be opened again. */
export interface ReopenRequest {
  status: string
  kpiCodes: readonly string[]
  reason: string
  askedAt: string
  asker?: { name: string } | null
}

export const warningsOf = (answer: SubmittedAnswer) =>
  (answer.checks ?? []).filter(({ level }) => level === 'WARN')
