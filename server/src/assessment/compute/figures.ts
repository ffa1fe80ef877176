import type { Period } from '#framework/definition'
import type { DecimalString } from '#platform/decimal'

/** A figure of an administration as computing needs it: its value, null while missing, and its revision. */
export interface Figure {
  readonly value: DecimalString | null
  readonly revision: number | null
}

/** Figures by data element and period, such as `AEO_COUNT@T-1`. What is absent is missing, never zero. */
export type Figures = Readonly<Record<string, Figure | undefined>>

/** The calendar years that T and T-1 stand for. They are stored with the cycle, never derived from today. */
export type Years = Readonly<Record<Period, number>>

/** The key under which the figure of an element and period is found. */
export function figureKey(element: string, period: Period): string {
  return `${element}@${period}`
}

export function figureOf(figures: Figures, element: string, period: Period): Figure {
  const key = figureKey(element, period)
  const found = Object.hasOwn(figures, key) ? figures[key] : undefined
  return found ?? { value: null, revision: null }
}
