import type {
  FrameworkDefinition,
  KpiDefinition,
  Period,
  ResponseState,
} from '#framework/definition'
import { normalizeDecimal, type DecimalString } from '#platform/decimal'
import {
  INSTRUMENT_MEAN_ELEMENT,
  INSTRUMENT_MEAN_KPI,
  checkFigures,
  figureKey,
  instrumentMean,
  isScorable,
  kpiScore,
  kpiValue,
  type CheckResult,
  type CountedInstrument,
  type Figure,
  type InstrumentMean,
  type ScoreTrace,
  type ValueTrace,
} from './compute'
import { isJustified } from './justified'

/** A stored figure, as computing reads it. */
export interface StoredValue {
  readonly elementCode: string
  readonly year: number
  readonly value: string | null
  readonly version: number
}

/** A stored answer, as computing reads it: only declared states are taken from it. */
export interface StoredResponse {
  readonly kpiCode: string
  readonly state: ResponseState
  readonly reasonCode: string | null
  readonly justification: string | null
  readonly justifiedWarnings: string | null
}

export interface ComputeInput {
  readonly reportingYear: number
  readonly previousYear: number
  readonly values: readonly StoredValue[]
  readonly responses: readonly StoredResponse[]
  /** Application levels by instrument code. */
  readonly levels: Readonly<Record<string, number | null | undefined>>
}

/** The stored explanation of an answer. The drawing of the formula follows from its text. */
export interface StoredTrace {
  readonly method: { readonly code: string; readonly version: number; readonly status: string }
  readonly value: Omit<ValueTrace, 'parts'>
  readonly score: ScoreTrace | null
  readonly instruments: readonly CountedInstrument[] | null
}

/** A stored part of a headline. */
export interface StoredSubValue {
  readonly code: string
  readonly unit: string
  readonly value: DecimalString | null
  readonly trace: Omit<ValueTrace, 'parts'>
}

export type StoredCheck = Pick<
  CheckResult,
  'code' | 'kind' | 'level' | 'element' | 'period' | 'params'
>

/** What follows from figures, reasons and levels for one KPI. */
export interface ComputedResponse {
  readonly kpiCode: string
  readonly state: ResponseState
  readonly value: DecimalString | null
  readonly subValues: readonly StoredSubValue[] | null
  readonly score: DecimalString | null
  readonly reasonCode: string | null
  readonly trace: StoredTrace | null
  readonly checks: readonly StoredCheck[]
}

/** Counts that tell how far the work has come, and disclose no value. */
export interface ProgressCounts {
  readonly figuresEntered: number
  readonly figuresTotal: number
  readonly kpisReady: number
  readonly kpisTotal: number
  readonly blocks: number
  readonly warningsOpen: number
}

export interface ComputedAssessment {
  readonly responses: readonly ComputedResponse[]
  readonly progress: ProgressCounts
}

const DECLARED: ReadonlySet<ResponseState> = new Set(['NOT_APPLICABLE', 'NOT_AVAILABLE'])

/** Whether the administration itself has given the reason why there is no value. */
export const isDeclared = (state: ResponseState): boolean => DECLARED.has(state)

/**
 * Every answer of an assessment with its explanation, checks and score. A declared reason stands
 * until it is taken back, whatever figures there are; everything else follows from the figures.
 */
export function computeResponses(
  framework: FrameworkDefinition,
  input: ComputeInput,
): ComputedAssessment {
  const stored = new Map(input.responses.map((response) => [response.kpiCode, response]))
  const years = { T: input.reportingYear, 'T-1': input.previousYear }
  const units = Object.fromEntries(framework.dataElements.map(({ code, unit }) => [code, unit]))
  const figures = figuresOf(input)
  const checks = checksByKpi(checkFigures(framework, figures))

  const answer = (kpi: KpiDefinition, mean: InstrumentMean | null): ComputedResponse => {
    const declared = stored.get(kpi.code)
    if (declared && isDeclared(declared.state)) return declaredResponse(declared)
    const derived = mean?.state === 'REPORTED' ? { value: mean.value, revision: null } : undefined
    const own = mean ? { ...figures, [MEAN_KEY]: derived } : figures
    return computed(framework, kpi, kpiValue(kpi, own, years, units), checks, mean)
  }
  const others = framework.kpis
    .filter(({ code }) => code !== INSTRUMENT_MEAN_KPI)
    .map((kpi) => answer(kpi, null))
  const states = Object.fromEntries(others.map(({ kpiCode, state }) => [kpiCode, state]))
  const last = framework.kpis
    .filter(({ code }) => code === INSTRUMENT_MEAN_KPI)
    .map((kpi) => answer(kpi, instrumentMean(framework, states, input.levels)))
  const found = new Map([...others, ...last].map((response) => [response.kpiCode, response]))
  const responses = framework.kpis.map(({ code }) => found.get(code)!)
  return { responses, progress: progressOf(framework, responses, input, stored) }
}

const MEAN_KEY = figureKey(INSTRUMENT_MEAN_ELEMENT, 'T')

function figuresOf(input: ComputeInput): Record<string, Figure> {
  const periodOf = (year: number): Period | null =>
    year === input.reportingYear ? 'T' : year === input.previousYear ? 'T-1' : null
  return Object.fromEntries(
    input.values.flatMap(({ elementCode, year, value, version }) => {
      const period = periodOf(year)
      if (period === null || elementCode === INSTRUMENT_MEAN_ELEMENT) return []
      const figure = { value: value === null ? null : normalizeDecimal(value), revision: version }
      return [[figureKey(elementCode, period), figure]]
    }),
  )
}

function checksByKpi(checks: readonly CheckResult[]): ReadonlyMap<string, readonly StoredCheck[]> {
  const found = new Map<string, StoredCheck[]>()
  for (const { code, kind, level, element, period, params, kpis } of checks) {
    for (const kpi of kpis) {
      found.set(kpi, [...(found.get(kpi) ?? []), { code, kind, level, element, period, params }])
    }
  }
  return found
}

const declaredResponse = ({ kpiCode, state, reasonCode }: StoredResponse): ComputedResponse => ({
  kpiCode,
  state,
  value: null,
  subValues: null,
  score: null,
  reasonCode,
  trace: null,
  checks: [],
})

function computed(
  framework: FrameworkDefinition,
  kpi: KpiDefinition,
  result: ReturnType<typeof kpiValue>,
  checks: ReadonlyMap<string, readonly StoredCheck[]>,
  mean: InstrumentMean | null,
): ComputedResponse {
  const { code, version, status } = framework.version.scoringMethod
  const impossible = mean?.state === 'NOT_COMPUTABLE' ? mean.reason : null
  const score = isScorable(kpi) ? kpiScore(kpi, result.value) : null
  const subValues = result.subMeasures.map((part) => ({
    code: part.code,
    unit: part.trace.unit,
    value: part.value,
    trace: withoutParts(part.trace),
  }))
  return {
    kpiCode: kpi.code,
    state: impossible ? 'NOT_COMPUTABLE' : result.state,
    value: result.value,
    subValues: subValues.length === 0 ? null : subValues,
    score: score?.score ?? null,
    reasonCode: impossible ?? result.reasonCode,
    trace: {
      method: { code, version, status },
      value: withoutParts(result.trace),
      score,
      instruments: mean?.instruments ?? null,
    },
    checks: checks.get(kpi.code) ?? [],
  }
}

function withoutParts({ parts: _, ...trace }: ValueTrace): Omit<ValueTrace, 'parts'> {
  return trace
}

function progressOf(
  framework: FrameworkDefinition,
  responses: readonly ComputedResponse[],
  input: ComputeInput,
  stored: ReadonlyMap<string, StoredResponse>,
): ProgressCounts {
  const open = new Set(responses.filter(({ state }) => !isDeclared(state)).map((r) => r.kpiCode))
  const asked = new Set(
    framework.kpis
      .filter(({ code }) => open.has(code) && code !== INSTRUMENT_MEAN_KPI)
      .flatMap((kpi) => kpi.elements.map(({ element, period }) => figureKey(element, period))),
  )
  const figures = figuresOf(input)
  const has = (response: ComputedResponse, level: 'BLOCK' | 'WARN') =>
    response.checks.some((check) => check.level === level)
  const blocked = responses.filter((response) => has(response, 'BLOCK'))
  const isUnexplained = (response: ComputedResponse) => {
    const answer = stored.get(response.kpiCode)
    return has(response, 'WARN') && !(answer && isJustified(answer, response.checks))
  }
  return {
    figuresEntered: [...asked].filter((key) => (figures[key]?.value ?? null) !== null).length,
    figuresTotal: asked.size,
    kpisReady: responses.filter(
      (each) => each.state !== 'PENDING' && !has(each, 'BLOCK') && !isUnexplained(each),
    ).length,
    kpisTotal: responses.length,
    blocks: blocked.length,
    warningsOpen: responses.filter(isUnexplained).length,
  }
}
