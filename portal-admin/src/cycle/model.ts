import type { StatusKind } from '@pmm/portal-kit'

/** Stages of an administration, in the order of the board. */
export const stages = [
  'NOT_STARTED',
  'DRAFT',
  'INTERNAL_APPROVAL',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'UNDER_REVIEW',
  'WITHDRAWN',
] as const
export type Stage = (typeof stages)[number]

/** Stages that are looked at together. */
export const stageGroups = {
  STARTED: ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW'],
  SUBMITTED_OR_LATER: ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'UNDER_REVIEW'],
} as const satisfies Record<string, readonly Stage[]>
export type StageGroup = keyof typeof stageGroups
export const isStageGroup = (stage: string): stage is StageGroup => stage in stageGroups

export const stageIcons: Record<Stage, string> = {
  NOT_STARTED: 'i-lucide-circle',
  DRAFT: 'i-lucide-pencil',
  INTERNAL_APPROVAL: 'i-lucide-key-round',
  SUBMITTED: 'i-lucide-send',
  RETURNED: 'i-lucide-undo-2',
  ACCEPTED: 'i-lucide-circle-check',
  UNDER_REVIEW: 'i-lucide-users',
  WITHDRAWN: 'i-lucide-circle-minus',
}

/** What asks for a second look at an administration. */
export const attentions = ['overdue', 'extended'] as const
export type Attention = (typeof attentions)[number]

/** Orders of the progress list. */
export const orders = ['ADMINISTRATION', 'LAST_ACTIVITY', 'STAGE', 'FIGURES', 'KPIS'] as const
export type Order = (typeof orders)[number]

export type CycleStatus = 'PLANNED' | 'OPEN' | 'CLOSED' | 'REPORTED'

export const cycleStatusKinds: Record<CycleStatus, StatusKind> = {
  PLANNED: 'neutral',
  OPEN: 'progress',
  CLOSED: 'neutral',
  REPORTED: 'ok',
}

/** Stages in which more time helps. */
export const unfinished: ReadonlySet<Stage> = new Set([
  'NOT_STARTED',
  'DRAFT',
  'INTERNAL_APPROVAL',
  'RETURNED',
])

/** Counts of one administration, as the board and the table show them. */
export interface ProgressRow {
  assessmentId?: string | null
  administration: { id: string; code: string; name: string }
  regionCode: string
  stage: Stage
  figuresEntered: number
  figuresTotal?: number | null
  kpisReady: number
  kpisTotal?: number | null
  lastActivityAt?: string | null
  submittedAt?: string | null
  reopenRequestedAt?: string | null
  dueAt?: string | null
  extendedUntil?: string | null
  isOverdue: boolean
}

/** Stages in which the officer may read the content of an assessment. */
export const readable: ReadonlySet<Stage> = new Set([
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'UNDER_REVIEW',
])
