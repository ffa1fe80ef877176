import type { DataElementNode, DimensionNode, VersionSnapshot } from '#framework'
import { FILE_PERIODS, type FigureContent, type FilePeriod } from './figure-file'

/** A figure in the workbook, as it is when the workbook is made. */
export interface TemplateCell extends FigureContent {
  readonly revision: number
  /** Whether the person who asks could write it now. */
  readonly isOpen: boolean
}

export interface TemplateRow {
  readonly element: DataElementNode
  readonly kpiCodes: readonly string[]
  readonly cells: ReadonlyMap<FilePeriod, TemplateCell>
}

export interface TemplateSheet {
  readonly dimension: DimensionNode
  readonly rows: readonly TemplateRow[]
}

interface TemplateQuestion {
  readonly snapshot: VersionSnapshot
  /** One dimension alone; null for all of them. */
  readonly dimensionCode: string | null
  readonly seesKpi: (code: string) => boolean
  /** Elements given by themselves are there without the KPIs that use them. */
  readonly seesElement: (code: string) => boolean
  readonly cellOf: (code: string, period: FilePeriod) => TemplateCell
}

/**
 * Sheets of a workbook: each dimension with the elements its KPIs ask for, in the order of the framework. In the
 * workbook of a whole assessment an element stands once, however many dimensions ask for it.
 */
export function templateSheets({
  snapshot,
  dimensionCode,
  seesKpi,
  seesElement,
  cellOf,
}: TemplateQuestion): readonly TemplateSheet[] {
  const all = snapshot.kpis.flatMap((kpi) => kpi.bindings.map((binding) => ({ kpi, ...binding })))
  const bindings = all.filter(({ kpi }) => seesKpi(kpi.code))
  const asked = new Set(bindings.map(({ element }) => element?.code))
  const isAlone = (code: string) => !asked.has(code) && seesElement(code)
  const placed = new Set<string>()
  return snapshot.dimensions
    .filter(({ code }) => dimensionCode === null || code === dimensionCode)
    .map((dimension) => ({
      dimension,
      rows: dimension.outcomes
        .flatMap(({ kpis }) => kpis)
        .flatMap(({ code, bindings: own }) =>
          own.filter(({ element }) => seesKpi(code) || (element && isAlone(element.code))),
        )
        .flatMap(({ element }): TemplateRow[] => {
          if (!element || placed.has(element.code)) return []
          placed.add(element.code)
          const asking = (isAlone(element.code) ? all : bindings).filter(
            (each) => each.element?.code === element.code,
          )
          const periods = FILE_PERIODS.filter((period) =>
            asking.some((each) => each.period === period),
          )
          return [
            {
              element,
              kpiCodes: [...new Set(asking.map(({ kpi }) => kpi.code))],
              cells: new Map(periods.map((period) => [period, cellOf(element.code, period)])),
            },
          ]
        }),
    }))
    .filter(({ rows }) => rows.length > 0)
}
