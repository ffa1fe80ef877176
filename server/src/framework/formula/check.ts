import { formulaError, type FormulaError } from './errors'
import { lex } from './lex'
import { mayBePercent } from './percent'
import { symbolOf, type BinaryNode, type CallNode, type Formula, type Span } from './formula'
import { PURE_NUMBER, sameUnit, servesAs, timesUnit, unitOf, unitText } from './unit'
import type { SymbolUnit, Unit } from './unit'
import { zeroDivisions } from './zero-denominators'

export interface CheckedFormula {
  readonly errors: readonly FormulaError[]
  /** Unit of the result, `number` where the units cancel out; null where an error leaves it open. */
  readonly unit: string | null
}

/**
 * Verifies that each symbol is known and that only like is added to like; where the measure declares its unit, that
 * the result comes out in it; and that nothing is divided by what can only be zero. All errors come at once; an error does not cause further ones.
 */
export function check(
  formula: Formula,
  symbols: Readonly<Record<string, SymbolUnit>>,
  declaredUnit: string | null = null,
): CheckedFormula {
  const errors: FormulaError[] = []

  function unit(node: Formula): Unit | null {
    switch (node.kind) {
      case 'NUMBER':
        return PURE_NUMBER
      case 'SYMBOL': {
        const symbol = symbolOf(node)
        const declared = Object.hasOwn(symbols, symbol) ? symbols[symbol] : undefined
        if (declared !== undefined) return unitOf(declared)
        errors.push(formulaError('UNKNOWN_SYMBOL', node.at, { text: symbol }))
        return null
      }
      case 'NEGATE':
        return unit(node.operand)
      case 'BINARY':
        return binary(node)
      case 'CALL':
        return call(node)
    }
  }

  function binary(node: BinaryNode): Unit | null {
    const left = unit(node.left)
    const right = unit(node.right)
    if (node.operator === '+' || node.operator === '-') return alike(left, right, node.at)
    return left && right && timesUnit(left, right, node.operator === '*' ? 1 : -1)
  }

  function call(node: CallNode): Unit | null {
    const [first = null, ...others] = node.args.map(unit)
    return others.reduce((left, right) => alike(left, right, node.at), first)
  }

  function alike(left: Unit | null, right: Unit | null, at: Span): Unit | null {
    if (left === null || right === null) return null
    if (sameUnit(left, right)) return left
    errors.push(formulaError('UNIT_MISMATCH', at, { left: unitText(left), right: unitText(right) }))
    return null
  }

  const result = unit(formula)
  if (result !== null && declaredUnit !== null && !servesAs(result, declaredUnit)) {
    const params = { found: unitText(result), expected: declaredUnit }
    errors.push(formulaError('RESULT_UNIT', formula.at, params))
  } else if (result !== null && declaredUnit === '%' && !mayBePercent(formula)) {
    errors.push(formulaError('PERCENT_SCALE', formula.at))
  }
  errors.push(
    ...zeroDivisions(formula).map(({ right }) => formulaError('ZERO_DENOMINATOR', right.at)),
  )
  return { errors, unit: result && unitText(result) }
}

const SYMBOL = /^[A-Z][A-Z0-9_]*$/

/** Symbols nobody knows in a text that cannot be read as a formula yet, so that they are told with its other errors. */
export function unknownSymbols(
  text: string,
  symbols: Readonly<Record<string, unknown>>,
): readonly FormulaError[] {
  return lex(text)
    .tokens.filter(({ kind, text: name }) => kind === 'NAME' && SYMBOL.test(name))
    .map(({ text: name, period, at }) => ({ at, symbol: symbolOf({ name, period }) }))
    .filter(({ symbol }) => !Object.hasOwn(symbols, symbol))
    .map(({ symbol, at }) => formulaError('UNKNOWN_SYMBOL', at, { text: symbol }))
}
