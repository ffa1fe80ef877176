import type { Period, ValidationRuleDefinition } from '#framework/definition'
import { evaluate, parse, symbolsOf, type Formula } from '#framework/formula'
import { formatResult, isDecimal, toDecimal, type Decimal } from '#platform/decimal'
import { figureOf, type Figures } from './figures'

type Rule = Extract<ValidationRuleDefinition, { readonly type: 'CONSISTENCY' }>

export interface Inconsistency {
  readonly element: string
  readonly period: Period
  readonly params: Readonly<Record<string, string>>
}

/**
 * Whether two formulas over codes of data elements agree, in each of the two years. A rule that itself names the year
 * before compares two years and is asked once. Silent where a figure is missing or a side has no value.
 */
export function checkConsistency(rule: Rule, figures: Figures): readonly Inconsistency[] {
  return comparedIn(rule, figures).flatMap(({ period, value, limit, first }) => {
    if (holds(rule, value, limit)) return []
    const params = {
      left: rule.left,
      right: rule.right,
      relation: rule.comparison,
      value: formatResult(value),
      limit: formatResult(limit),
    }
    return [{ element: codeOf(first), period, params }]
  })
}

/** Whether neither year has all figures that both sides need. */
export const isConsistencySilent = (rule: Rule, figures: Figures): boolean =>
  comparedIn(rule, figures).length === 0

interface Compared {
  readonly period: Period
  readonly value: Decimal
  readonly limit: Decimal
  /** First symbol of the left side, at which a finding stands. */
  readonly first: string
}

function comparedIn(rule: Rule, figures: Figures): readonly Compared[] {
  const [left, right] = [parse(rule.left), parse(rule.right)]
  // A draft's rule may not be readable yet; it is refused at submission.
  if (!left.ok || !right.ok) return []
  const [first = ''] = symbolsOf(left.formula)
  const namesBefore = [...symbolsOf(left.formula), ...symbolsOf(right.formula)].some((symbol) =>
    symbol.endsWith('[T-1]'),
  )
  const periods: readonly Period[] = namesBefore ? ['T'] : ['T', 'T-1']
  return periods.flatMap((period) => {
    const value = valueOf(left.formula, period, figures)
    const limit = valueOf(right.formula, period, figures)
    return value && limit ? [{ period, value, limit, first }] : []
  })
}

const codeOf = (symbol: string): string => symbol.replace(/\[.*$/, '')

function valueOf(formula: Formula, period: Period, figures: Figures): Decimal | null {
  const values = Object.fromEntries(
    symbolsOf(formula).map((symbol) => {
      const year = symbol.endsWith('[T-1]') ? 'T-1' : symbol.endsWith('[T]') ? 'T' : period
      const { value } = figureOf(figures, codeOf(symbol), year)
      return [symbol, isDecimal(value) ? value : null]
    }),
  )
  const result = evaluate(formula, values)
  return result.state === 'VALUE' ? toDecimal(result.value) : null
}

function holds({ comparison, tolerance }: Rule, value: Decimal, limit: Decimal): boolean {
  const slack = limit.abs().mul(tolerance).div(100)
  if (comparison === 'AT_MOST') return value.lte(limit.add(slack))
  if (comparison === 'AT_LEAST') return value.gte(limit.sub(slack))
  return value.sub(limit).abs().lte(slack)
}
