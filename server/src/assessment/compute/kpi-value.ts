import type {
  KpiDefinition,
  LocalizedText,
  NotComputableReason,
  Period,
} from '#framework/definition'
import { bindingsOf, evaluate, formulasOf, layout, print, substitute } from '#framework/formula'
import { symbolsOf, type Formula, type FormulaPart } from '#framework/formula'
import { displayDecimal, type DecimalString } from '#platform/decimal'
import { figureOf, type Figures, type Years } from './figures'

/** States that follow from figures alone; the other two are declared by the administration. */
export type ComputedState = 'REPORTED' | 'PENDING' | 'NOT_COMPUTABLE'

/** One operand of a formula: which figure stood for which symbol. */
export interface TraceElement {
  readonly symbol: string
  readonly element: string
  readonly period: Period
  readonly year: number
  readonly unit: string | null
  readonly value: DecimalString | null
  readonly revision: number | null
}

/** A figure that is still needed. */
export interface MissingElement {
  readonly element: string
  readonly period: Period
  readonly year: number
}

/** How one measure was computed, step by step. */
export interface ValueTrace {
  readonly formula: string
  readonly parts: FormulaPart
  readonly elements: readonly TraceElement[]
  /** The formula with figures in place of its symbols; null while one is missing. */
  readonly substituted: string | null
  /** The unrounded result. */
  readonly result: DecimalString | null
  readonly unit: string
  readonly decimals: number
  /** The result rounded half up for display. */
  readonly display: DecimalString | null
}

/** A computed measure: its value, or the state that says why there is none. */
export interface ComputedMeasure {
  readonly state: ComputedState
  readonly reasonCode: NotComputableReason | null
  readonly value: DecimalString | null
  readonly missing: readonly MissingElement[]
  readonly trace: ValueTrace
}

export interface ComputedSubMeasure extends ComputedMeasure {
  readonly code: string
  readonly name: LocalizedText
}

/** The headline of a KPI with its sub-measures. */
export interface ComputedKpi extends ComputedMeasure {
  readonly kpi: string
  readonly subMeasures: readonly ComputedSubMeasure[]
}

/**
 * Value of a KPI by its formula, with the sub-measures and the full trace. A missing figure leaves it PENDING and is
 * named; a zero denominator or base makes it NOT_COMPUTABLE. `units` gives the unit of each data element.
 */
export function kpiValue(
  kpi: KpiDefinition,
  figures: Figures,
  years: Years,
  units: Readonly<Record<string, string>> = {},
): ComputedKpi {
  const formulas = formulasOf(kpi)
  const measure = (formula: Formula, unit: string): ComputedMeasure => {
    const elements = operandsOf(kpi, formula, figures, years, units)
    return measured(kpi, formula, unit, elements)
  }
  return {
    kpi: kpi.code,
    ...measure(formulas.headline, kpi.unit),
    subMeasures: kpi.subMeasures.map(({ code, name, unit }) => {
      const formula = formulas.subMeasures.get(code) ?? formulas.headline
      return { code, name, ...measure(formula, unit) }
    }),
  }
}

function operandsOf(
  kpi: KpiDefinition,
  formula: Formula,
  figures: Figures,
  years: Years,
  units: Readonly<Record<string, string>>,
): readonly TraceElement[] {
  const bindings = bindingsOf(kpi)
  return symbolsOf(formula).map((symbol) => {
    const binding = bindings[symbol]
    if (binding === undefined)
      throw new Error(`${symbol} of ${kpi.code} is bound to no data element`)
    const { element, period } = binding
    const { value, revision } = figureOf(figures, element, period)
    return {
      symbol,
      element,
      period,
      year: years[period],
      unit: units[element] ?? null,
      value,
      revision,
    }
  })
}

function measured(
  kpi: KpiDefinition,
  formula: Formula,
  unit: string,
  elements: readonly TraceElement[],
): ComputedMeasure {
  const values = Object.fromEntries(elements.map(({ symbol, value }) => [symbol, value]))
  const given = Object.fromEntries(
    elements.flatMap(({ symbol, value }) => (value === null ? [] : [[symbol, value] as const])),
  )
  const outcome = evaluate(formula, values, { undefinedWhen: kpi.undefinedWhen })
  const value = outcome.state === 'VALUE' ? outcome.value : null
  const trace: ValueTrace = {
    formula: print(formula),
    parts: layout(formula),
    elements,
    substituted: outcome.state === 'MISSING' ? null : substitute(formula, given),
    result: value,
    unit,
    decimals: kpi.decimals,
    display: value === null ? null : displayDecimal(value, kpi.decimals),
  }
  return {
    state: STATES[outcome.state],
    reasonCode: outcome.state === 'NOT_COMPUTABLE' ? outcome.reason : null,
    value,
    missing: elements
      .filter((operand) => operand.value === null)
      .map(({ element, period, year }) => ({ element, period, year })),
    trace,
  }
}

const STATES = {
  VALUE: 'REPORTED',
  MISSING: 'PENDING',
  NOT_COMPUTABLE: 'NOT_COMPUTABLE',
} as const satisfies Record<string, ComputedState>
