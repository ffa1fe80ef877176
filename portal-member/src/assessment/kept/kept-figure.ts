import type { KeptDraft } from '@pmm/portal-kit'

/** What stands beside a figure: whether it is an estimate, and a note such as its source. */
export interface FigureDetail {
  isEstimated: boolean
  note: string | null
}

/** A figure typed on this device that the server has not acknowledged, with where it belongs. */
export interface KeptFigure extends KeptDraft {
  readonly assessmentId: string
  /** KPI on whose page it was typed. */
  readonly kpiCode: string
  readonly elementCode: string
  readonly year: number
  /** Code of the cycle, where the page to settle it is. */
  readonly cycle?: string
  /** Where this was typed, and not the figure itself. */
  readonly detail?: FigureDetail
  /** Why the server would not have it: somebody must look at it. */
  readonly trouble?: 'conflict' | 'rejected'
}

export type FigurePlace = Pick<KeptFigure, 'assessmentId' | 'elementCode' | 'year'>

/** Name a figure is kept under. */
export const keptKey = ({ assessmentId, elementCode, year }: FigurePlace): string =>
  `${assessmentId} ${elementCode} ${year}`

/** Name of what stands beside it. */
export const keptDetailKey = (place: FigurePlace): string => `${keptKey(place)} detail`
