import type {
  DimensionEntry,
  Framework,
  KpiEntry,
  OutcomeEntry,
  ResponseEntry,
  ValueEntry,
} from './model'
import type { AskedElement } from './own-figures'
import {
  figureKey,
  figuresOf,
  isDone,
  isOpen,
  statusOf,
  type FigureCount,
  type KpiStatus,
} from './status'

export interface KpiWork {
  kpi: KpiEntry
  outcome: OutcomeEntry
  dimension: DimensionEntry
  response: ResponseEntry | undefined
  figures: FigureCount
  status: KpiStatus
  isMine: boolean
}

export interface OutcomeWork {
  outcome: OutcomeEntry
  kpis: KpiWork[]
}

export interface DimensionWork {
  dimension: DimensionEntry
  outcomes: OutcomeWork[]
}

export interface AssessmentWork {
  dimensions: DimensionWork[]
  /** All KPIs in the order of the framework. */
  kpis: KpiWork[]
  byCode: ReadonlyMap<string, KpiWork>
  values: ReadonlyMap<string, ValueEntry>
}

/** Framework and answers as one tree, each KPI with its state of work. */
export function workTree(
  framework: Framework,
  responses: readonly ResponseEntry[],
  entered: readonly ValueEntry[],
  mine: ReadonlySet<string> = new Set(),
  returned: ReadonlySet<string> = new Set(),
): AssessmentWork {
  const byKpi = new Map(responses.map((response) => [response.kpiCode, response]))
  const values = new Map(
    entered.map((value) => [figureKey(value.elementCode, value.period), value]),
  )
  // Contributors are told of the answers assigned to them alone; the rest of the framework is not their work.
  const dimensions = framework.dimensions
    .map((dimension) => ({
      dimension,
      outcomes: dimension.outcomes
        .map((outcome) => ({
          outcome,
          kpis: outcome.kpis
            .filter(({ code }) => byKpi.has(code))
            .map((kpi) => {
              const response = byKpi.get(kpi.code)
              const figures = figuresOf(kpi, values)
              const status = statusOf(response, figures, returned.has(kpi.code))
              const isMine = mine.has(kpi.code)
              return { kpi, outcome, dimension, response, figures, status, isMine }
            }),
        }))
        .filter(({ kpis }) => kpis.length > 0),
    }))
    .filter(({ outcomes }) => outcomes.length > 0)
  const kpis = dimensions.flatMap(({ outcomes }) => outcomes.flatMap((each) => each.kpis))
  return { dimensions, kpis, values, byCode: new Map(kpis.map((work) => [work.kpi.code, work])) }
}

export type WorkFilter = 'all' | 'mine' | 'open' | 'explain'

export function passes(work: KpiWork, filter: WorkFilter): boolean {
  if (filter === 'mine') return work.isMine
  if (filter === 'open') return isOpen(work.status)
  if (filter === 'explain') return ['explain', 'blocked', 'returned'].includes(work.status)
  return true
}

/** Whether a KPI is meant by what somebody typed: part of its code or of its name, accents aside. */
export function isMeant({ kpi }: KpiWork, typed: string): boolean {
  const wanted = plain(typed)
  return wanted === '' || plain(`${kpi.code} ${kpi.name}`).includes(wanted)
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

export interface WorkCounts {
  ready: number
  explain: number
  blocked: number
  open: number
  total: number
}

export function countWork(kpis: readonly KpiWork[]): WorkCounts {
  const count = (test: (status: KpiStatus) => boolean) =>
    kpis.filter(({ status }) => test(status)).length
  return {
    ready: count(isDone),
    explain: count((status) => status === 'explain'),
    blocked: count((status) => status === 'blocked'),
    open: count(isOpen),
    total: kpis.length,
  }
}

const isDeclared = ({ response }: KpiWork): boolean =>
  response?.state === 'NOT_APPLICABLE' || response?.state === 'NOT_AVAILABLE'

/**
 * Figures asked of several KPIs, and those given by themselves: a shared one counts once, those of KPIs without a figure
 * not at all.
 */
export function countFigures(
  work: AssessmentWork,
  kpis = work.kpis,
  alone: readonly Pick<AskedElement, 'operands'>[] = [],
): FigureCount {
  const asked = kpis.filter((each) => !isDeclared(each))
  const keys = new Set(
    [...asked.map(({ kpi }) => kpi.elements), ...alone.map(({ operands }) => operands)]
      .flat()
      .filter(({ element }) => element?.origin === 'ENTERED')
      .map(({ element, period }) => figureKey(element?.code ?? '', period)),
  )
  const entered = [...keys].filter((key) => work.values.get(key)?.value != null)
  return { entered: entered.length, total: keys.size }
}

/** The next KPI with work left, after the given one and then from the beginning; null when none is. */
export function nextOpen(work: AssessmentWork, after?: string): KpiWork | null {
  const start = work.kpis.findIndex(({ kpi }) => kpi.code === after) + 1
  const inOrder = [...work.kpis.slice(start), ...work.kpis.slice(0, start)]
  return inOrder.find(({ status, kpi }) => !isDone(status) && kpi.code !== after) ?? null
}
