import type { ElementEntry } from '../model'
import { sheetSections, standingOf } from '../sheet/sheet-rows'
import { figureKey } from '../status'
import type { AssessmentWork } from '../work-tree'
import type { Ancestry } from './ancestry'

/** A figure as it was handed in for an earlier cycle. */
export interface EarlierFigure {
  readonly elementCode: string
  readonly year: number
  readonly value: string | null
  readonly isEstimated: boolean | null
  readonly note: string | null
}

/** Why an earlier figure is not offered. */
export const reasons = ['filled', 'otherYear', 'breaks', 'noValue', 'closed'] as const
export type LeftOutReason = (typeof reasons)[number]

interface Row {
  readonly element: ElementEntry
  readonly kpiCodes: readonly string[]
}
export interface OfferedRow extends Row {
  readonly value: string
  readonly isEstimated: boolean
  readonly note: string | null
  /** Of the empty cell it would go to. */
  readonly revision: number
}
export interface LeftOutRow extends Row {
  readonly reason: LeftOutReason
}

export interface Offer {
  readonly offered: readonly OfferedRow[]
  readonly leftOut: readonly LeftOutRow[]
}

/** Verdict on every figure the year before is asked for: offered as it was handed in, or left out for a reason. */
export function judgeEarlier(of: {
  readonly work: AssessmentWork
  readonly openKpiCodes: ReadonlySet<string>
  readonly openElementCodes?: ReadonlySet<string>
  /** Year T-1 of the present cycle. */
  readonly wantedYear: number
  /** Year T of the earlier cycle. */
  readonly earlierYear: number
  readonly figures: readonly EarlierFigure[]
  readonly ancestry: Ancestry
}): Offer {
  const { work, openKpiCodes, openElementCodes, wantedYear, earlierYear, figures, ancestry } = of
  const then = new Map(
    figures
      .filter(({ year, value }) => year === earlierYear && value !== null)
      .map((figure) => [figure.elementCode, figure]),
  )
  const offered: OfferedRow[] = []
  const leftOut: LeftOutRow[] = []
  for (const row of rowsOf(work)) {
    const { element } = row
    const ancestor = ancestry(element.code)
    const figure = ancestor === null ? undefined : then.get(ancestor)
    const cell = work.values.get(figureKey(element.code, 'T_1'))
    const kpiCodes = row.kpis.map(({ kpi }) => kpi.code)
    const leave = (reason: LeftOutReason) => leftOut.push({ element, kpiCodes, reason })
    if (cell != null && cell.value !== null) leave('filled')
    else if (earlierYear !== wantedYear) leave('otherYear')
    else if (ancestor === null) leave('breaks')
    else if (!figure || figure.value === null) leave('noValue')
    else if (standingOf(row, 'T_1', openKpiCodes, openElementCodes) !== 'open') leave('closed')
    else {
      const { value, isEstimated, note } = figure
      const revision = cell?.version ?? 0
      offered.push({ element, kpiCodes, value, isEstimated: isEstimated === true, note, revision })
    }
  }
  return { offered, leftOut }
}

/** Data elements people enter for the year before, each once however many dimensions ask for it. */
function rowsOf(work: AssessmentWork) {
  const rows = work.dimensions
    .flatMap((dimension) => sheetSections(work, dimension))
    .flatMap((section) => section.rows)
    .filter(({ element, periods }) => element.origin === 'ENTERED' && periods.has('T_1'))
  return new Map(rows.map((row) => [row.element.code, row])).values()
}
