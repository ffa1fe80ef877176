import { badInput, type ProblemDetail } from '#platform'
import type { KpiDefinition } from './definition'
import { bindingsOf, parse, standingOf } from './formula'

/** Symbols said to stand above the fraction bar that stand only below it, and the reverse: readers would be misled. */
export function partProblems(kpi: KpiDefinition): readonly ProblemDetail[] {
  const parsed = parse(kpi.formula)
  if (!parsed.ok) return []
  const bindings = bindingsOf(kpi)
  const { above, under } = standingOf(parsed.formula)
  const stands = (place: ReadonlySet<string>, symbol: string) =>
    [...place].some((each) => (bindings[each]?.symbol ?? each) === symbol)
  return kpi.elements.flatMap(({ symbol, role }) => {
    const isAbove = stands(above, symbol)
    const isUnder = stands(under, symbol)
    if (role === 'NUMERATOR' && isUnder && !isAbove)
      return [problem(symbol, `${symbol} is a numerator, but the formula divides by it.`)]
    if (role === 'DENOMINATOR' && isAbove && !isUnder)
      return [problem(symbol, `${symbol} is a denominator, but the formula does not divide by it.`)]
    return []
  })
}

const problem = (symbol: string, message: string) =>
  badInput('PART_CONTRADICTS', message, ['elements', symbol])
