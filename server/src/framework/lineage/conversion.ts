import { bindingsOf, check, parse, type FormulaError, type SymbolUnit } from '../formula'
import type { KpiNode, VersionSnapshot } from '../snapshot'

/** The symbol that stands for the value under the old formula. */
export const OLD_VALUE = 'V'

/**
 * What is wrong with a conversion: it is written in the language of formulas, over `V`, the value as
 * it was, and the data elements of the KPI, and comes out in the unit of the KPI.
 */
export function conversionErrors(
  text: string,
  ancestor: Pick<KpiNode, 'unit'>,
  kpi: KpiNode,
  { elementByCode }: VersionSnapshot,
): readonly FormulaError[] {
  const parsed = parse(text)
  if (!parsed.ok) return parsed.errors
  const symbols: Record<string, SymbolUnit> = {}
  for (const [symbol, { element }] of Object.entries(bindingsOf(kpi))) {
    const definition = elementByCode.get(element)
    if (definition) {
      symbols[symbol] = { unit: definition.unit, counted: definition.valueType === 'COUNT' }
    }
  }
  symbols[OLD_VALUE] = unitOfValue(ancestor.unit)
  const { errors } = check(parsed.formula, symbols, kpi.unit)
  // The old value of a percentage is 100 times its ratio already.
  return errors.filter(({ code }) => code !== 'PERCENT_SCALE')
}

// A percentage is a pure number, so that it may be scaled and added like one.
const unitOfValue = (unit: string): SymbolUnit =>
  unit === '%' ? { unit: '', counted: false } : { unit, counted: unit === 'count' }
