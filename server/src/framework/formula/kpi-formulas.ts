import type { DataElementDefinition, ElementBinding, KpiDefinition } from '../definition'
import { check } from './check'
import type { FormulaError } from './errors'
import type { Formula } from './formula'
import { parse } from './parse'
import type { SymbolUnit } from './unit'

/** The formulas of a KPI as trees. */
export interface KpiFormulas {
  readonly headline: Formula
  readonly subMeasures: ReadonlyMap<string, Formula>
}

/** An error in a formula of a KPI; `subMeasure` is null for the headline. */
export interface KpiFormulaError extends FormulaError {
  readonly kpi: string
  readonly subMeasure: string | null
}

const known = new WeakMap<KpiDefinition, KpiFormulas>()

/**
 * The formulas of a KPI, parsed once per definition. A definition whose formula does not parse was never checked,
 * which is a mistake of the program: drafts go through `checkKpiFormulas` first.
 */
export function formulasOf(kpi: KpiDefinition): KpiFormulas {
  const parsed = known.get(kpi) ?? {
    headline: parsedOf(kpi.code, kpi.formula),
    subMeasures: new Map(kpi.subMeasures.map((s) => [s.code, parsedOf(kpi.code, s.formula)])),
  }
  known.set(kpi, parsed)
  return parsed
}

/** Everything wrong with the formulas of a KPI: syntax, unknown symbols and elements, units. */
export function checkKpiFormulas(
  kpi: KpiDefinition,
  elements: ReadonlyMap<string, DataElementDefinition>,
): readonly KpiFormulaError[] {
  const symbols: Record<string, SymbolUnit> = {}
  for (const [symbol, { element }] of Object.entries(bindingsOf(kpi))) {
    const definition = elements.get(element)
    if (definition === undefined) continue
    symbols[symbol] = { unit: definition.unit, counted: definition.valueType === 'COUNT' }
  }
  const measures = [{ code: null, formula: kpi.formula, unit: kpi.unit }, ...kpi.subMeasures]
  return measures.flatMap(({ code, formula, unit }) => {
    const parsed = parse(formula)
    const errors = parsed.ok ? check(parsed.formula, symbols, unit).errors : parsed.errors
    return errors.map((error) => ({ ...error, kpi: kpi.code, subMeasure: code }))
  })
}

/** What each symbol of a KPI stands for: its letters, and the codes of its elements with or without their period. */
export function bindingsOf(kpi: KpiDefinition): Readonly<Record<string, ElementBinding>> {
  const bindings: Record<string, ElementBinding> = {}
  for (const binding of kpi.elements) {
    bindings[`${binding.element}[${binding.period}]`] = binding
    if (binding.period === 'T') bindings[binding.element] = binding
  }
  for (const binding of kpi.elements) bindings[binding.symbol] = binding
  return bindings
}

function parsedOf(kpi: string, text: string): Formula {
  const parsed = parse(text)
  if (parsed.ok) return parsed.formula
  throw new Error(`A formula of ${kpi} does not parse: ${parsed.errors[0]?.message ?? text}`)
}
