import type { KeptDraft } from '@pmm/portal-kit'

/** What stands beside a figure: whether it is an estimate, and a note such as its source. */
export interface FigureDetail {
  isEstimated: boolean
  note: string | null
}

/** The act of several figures that one belongs to, and the id of the act it takes back. */
export interface BatchMark {
  readonly key: string
  readonly undoes?: string
}

/** A figure typed on this device that the server has not acknowledged, with where it belongs. */
export interface KeptFigure extends KeptDraft {
  readonly assessmentId: string
  /** KPI on whose page it was typed. */
  readonly kpiCode: string
  readonly elementCode: string
  /** Name of the data element as it stood beside the figure; what an older version left has none. */
  readonly elementName?: string
  readonly year: number
  /** Code of the cycle, where the page to settle it is. */
  readonly cycle?: string
  /** Where this was typed, and not the figure itself. */
  readonly detail?: FigureDetail
  /** Where it was written together with others, as by a paste. */
  readonly batch?: BatchMark
}

/** The sentence that explains the warnings of a KPI, typed on this device and not acknowledged. */
export interface KeptExplanation {
  readonly assessmentId: string
  readonly kpiCode: string
  readonly cycle?: string
  /** Null takes it back. */
  readonly explanation: string | null
  /** The answer it was written on. */
  readonly base: { readonly revision: number }
  readonly attempt: string
  readonly trouble?: 'conflict' | 'rejected'
}

export type KeptEntry = KeptFigure | KeptExplanation

export const isExplanation = (entry: KeptEntry): entry is KeptExplanation => 'explanation' in entry

export type FigurePlace = Pick<KeptFigure, 'assessmentId' | 'elementCode' | 'year'>

/** Name a figure is kept under. */
export const keptKey = ({ assessmentId, elementCode, year }: FigurePlace): string =>
  `${assessmentId} ${elementCode} ${year}`

/** Name of what stands beside it. */
export const keptDetailKey = (place: FigurePlace): string => `${keptKey(place)} detail`

/** Name of the explanation of a KPI. */
export const keptExplanationKey = ({
  assessmentId,
  kpiCode,
}: Pick<KeptExplanation, 'assessmentId' | 'kpiCode'>): string =>
  `${assessmentId} ${kpiCode} explanation`
