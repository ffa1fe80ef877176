import type { KpiEntry, ResponseEntry, ValueEntry } from './model'

/** How far the work on a KPI has come; nothing about how well the administration performs. */
export type KpiStatus =
  | 'ready'
  | 'notApplicable'
  | 'notAvailable'
  | 'blocked'
  | 'explain'
  | 'returned'
  | 'started'
  | 'lookedAt'
  | 'notStarted'

export interface FigureCount {
  entered: number
  total: number
}

/** Figures of a KPI that people enter; what the system derives is nobody's work. */
export function figuresOf(kpi: KpiEntry, values: ReadonlyMap<string, ValueEntry>): FigureCount {
  const entered = kpi.elements.filter(({ element }) => element?.origin === 'ENTERED')
  return {
    entered: entered.filter(({ element, period }) =>
      hasFigure(values.get(figureKey(element?.code ?? '', period))),
    ).length,
    total: entered.length,
  }
}

/** Key of a figure in one assessment: element and year relative to the cycle. */
export const figureKey = (elementCode: string, period: string): string => `${elementCode} ${period}`

const hasFigure = (value: ValueEntry | undefined): boolean => value != null && value.value !== null

export function statusOf(
  response: ResponseEntry | undefined,
  figures: FigureCount,
  /** Whether the secretariat returned it and nobody has answered yet. */
  isReturned = false,
): KpiStatus {
  if (!response) return 'notStarted'
  const checks = response.checks ?? []
  if (checks.some(({ level }) => level === 'BLOCK')) return 'blocked'
  if (needsJustification(response)) return 'explain'
  if (isReturned) return 'returned'
  if (response.state === 'NOT_APPLICABLE') return 'notApplicable'
  if (response.state === 'NOT_AVAILABLE') return 'notAvailable'
  if (response.state !== null && response.state !== 'PENDING') return 'ready'
  if (figures.entered > 0) return 'started'
  return response.lookedAt ? 'lookedAt' : 'notStarted'
}

/** Whether a warning waits for its one sentence. */
export function needsJustification(response: ResponseEntry): boolean {
  const warns = (response.checks ?? []).some(({ level }) => level === 'WARN')
  return warns && (!response.justification?.trim() || response.isJustified === false)
}

export const isOpen = (status: KpiStatus): boolean =>
  ['started', 'lookedAt', 'notStarted'].includes(status)

/** Whether nothing is left to do: a value, or a reason in its place. */
export const isDone = (status: KpiStatus): boolean =>
  ['ready', 'notApplicable', 'notAvailable'].includes(status)
