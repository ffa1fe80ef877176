import { Decimal, formatResult, toDecimal, type DecimalString } from '#platform/decimal'
import type { NotComputableReason } from '../definition'
import { symbolOf, symbolsOf, type Formula, type FunctionName } from './formula'

/** What a formula gives: a value, or the reason why there is none. */
export type Evaluated =
  | { readonly state: 'VALUE'; readonly value: DecimalString }
  | { readonly state: 'MISSING'; readonly symbols: readonly string[] }
  | { readonly state: 'NOT_COMPUTABLE'; readonly reason: NotComputableReason }

export interface EvaluateOptions {
  /** The name the KPI gives to a division by zero; DENOMINATOR_ZERO where it gives none. */
  readonly undefinedWhen?: NotComputableReason | null
}

/**
 * Computes a formula in decimals. A missing figure is never zero: all of them are named instead. A division by zero
 * is a state of its own, never an infinite or undefined number.
 */
export function evaluate(
  formula: Formula,
  values: Readonly<Record<string, DecimalString | null | undefined>>,
  { undefinedWhen }: EvaluateOptions = {},
): Evaluated {
  const valueOf = (symbol: string) => (Object.hasOwn(values, symbol) ? values[symbol] : null)
  const missing = symbolsOf(formula).filter((symbol) => valueOf(symbol) == null)
  if (missing.length > 0) return { state: 'MISSING', symbols: missing }

  const result = compute(formula, (symbol) => toDecimal(valueOf(symbol) ?? ''))
  if (result === null) {
    return { state: 'NOT_COMPUTABLE', reason: undefinedWhen ?? 'DENOMINATOR_ZERO' }
  }
  return { state: 'VALUE', value: formatResult(result) }
}

/** The number, or null where something is divided by zero. */
function compute(node: Formula, figure: (symbol: string) => Decimal): Decimal | null {
  switch (node.kind) {
    case 'NUMBER':
      return toDecimal(node.value)
    case 'SYMBOL':
      return figure(symbolOf(node))
    case 'NEGATE':
      return compute(node.operand, figure)?.neg() ?? null
    case 'BINARY': {
      const left = compute(node.left, figure)
      const right = compute(node.right, figure)
      if (left === null || right === null) return null
      if (node.operator === '+') return add(left, right)
      if (node.operator === '-') return add(left, right.neg())
      if (node.operator === '*') return left.mul(right)
      return right.isZero() ? null : left.div(right)
    }
    case 'CALL': {
      const args = node.args.map((arg) => compute(arg, figure))
      return args.some((arg) => arg === null) ? null : CALLS[node.name](args as Decimal[])
    }
  }
}

const CALLS: Readonly<Record<FunctionName, (args: readonly Decimal[]) => Decimal>> = {
  min: (args) => Decimal.min(...args),
  max: (args) => Decimal.max(...args),
  sum: (args) => total(args),
  mean: (args) => total(args).div(args.length),
  abs: ([only]) => (only ?? new Decimal(0)).abs(),
}

const total = (args: readonly Decimal[]): Decimal => args.reduce(add, new Decimal(0))

const NOISE = new Decimal('1e-70')

// Two figures differ by far more than 70 digits tell. What is smaller was left over by a division (A/3*3 - A), and
// dividing by it would turn a zero denominator into an enormous value.
function add(left: Decimal, right: Decimal): Decimal {
  const sum = left.add(right)
  const size = Decimal.max(left.abs(), right.abs())
  return sum.abs().lt(size.mul(NOISE)) ? new Decimal(0) : sum
}
