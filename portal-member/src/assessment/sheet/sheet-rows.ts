import type { CheckEntry, ElementEntry, OutcomeEntry, PeriodName } from '../model'
import { figureKey, needsJustification } from '../status'
import type { AssessmentWork, DimensionWork, KpiWork } from '../work-tree'

/** A data element of a dimension, asked once however many KPIs it feeds. */
export interface SheetRow {
  element: ElementEntry
  /** Years the element is asked for. */
  periods: ReadonlySet<PeriodName>
  /** KPIs of the whole assessment that take the figure of some year. */
  kpis: readonly KpiWork[]
}

export interface SheetSection {
  outcome: OutcomeEntry
  rows: readonly SheetRow[]
}

/** What can be done at the crossing of a row and a year. */
export type CellStanding =
  /** Nobody asks for the figure. */
  | 'none'
  /** Comes from elsewhere, is declared without a figure, or is closed to this person now. */
  | 'fixed'
  | 'open'

export const SHEET_PERIODS: readonly PeriodName[] = ['T_1', 'T']

/** Rows of a dimension under the outcome that asks for them first. */
export function sheetSections(work: AssessmentWork, dimension: DimensionWork): SheetSection[] {
  const feeds = feedsOf(work)
  const placed = new Set<string>()
  return dimension.outcomes
    .map(({ outcome, kpis }) => ({
      outcome,
      rows: kpis
        .flatMap(({ kpi }) => kpi.elements)
        .flatMap(({ element }) => {
          if (!element || placed.has(element.code)) return []
          placed.add(element.code)
          const asked = feeds.get(element.code)!
          return [{ element, periods: asked.periods, kpis: [...asked.kpis] }]
        }),
    }))
    .filter(({ rows }) => rows.length > 0)
}

function feedsOf(work: AssessmentWork) {
  const feeds = new Map<string, { periods: Set<PeriodName>; kpis: Set<KpiWork> }>()
  for (const entry of work.kpis) {
    for (const { element, period } of entry.kpi.elements) {
      if (!element) continue
      const asked = feeds.get(element.code) ?? { periods: new Set(), kpis: new Set() }
      feeds.set(element.code, asked)
      asked.periods.add(period)
      asked.kpis.add(entry)
    }
  }
  return feeds
}

/** KPIs of a row that take the figure of one year. */
export const kpisOf = (row: SheetRow, period: PeriodName): KpiWork[] =>
  row.kpis.filter(({ kpi }) =>
    kpi.elements.some((each) => each.element?.code === row.element.code && each.period === period),
  )

export function standingOf(
  row: SheetRow,
  period: PeriodName,
  openKpiCodes: ReadonlySet<string>,
  /** Data elements the person may write; without it, all those of open KPIs. */
  openElementCodes?: ReadonlySet<string>,
): CellStanding {
  if (!row.periods.has(period)) return 'none'
  if (row.element.origin === 'DERIVED') return 'fixed'
  if (openElementCodes && !openElementCodes.has(row.element.code)) return 'fixed'
  const isOpen = kpisOf(row, period).some(
    ({ kpi, response }) =>
      openKpiCodes.has(kpi.code) &&
      response?.state !== 'NOT_APPLICABLE' &&
      !(response?.state === 'NOT_AVAILABLE' && response.reasonText !== null),
  )
  return isOpen ? 'open' : 'fixed'
}

export const cellKey = (row: SheetRow, period: PeriodName): string =>
  figureKey(row.element.code, period)

/** Whether each KPI that warns at a figure has its sentence. */
export const isExplained = (row: SheetRow, period: PeriodName): boolean =>
  kpisOf(row, period).every(({ response }) => !response || !needsJustification(response))

/** Findings at a figure, each once however many KPIs tell it. */
export function checksOf(row: SheetRow, period: PeriodName): CheckEntry[] {
  const found = kpisOf(row, period)
    .flatMap(({ response }) => response?.checks ?? [])
    .filter((check) => check.elementCode === row.element.code && check.period === period)
  return [...new Map(found.map((check) => [`${check.code} ${check.message}`, check])).values()]
}
