import { evaluate } from './evaluate'
import { symbolsOf, type BinaryNode, type Formula } from './formula'

/** Divisions of a formula whose denominator is zero whatever the figures are, such as `A/0` or `A/(B-B)`. */
export function zeroDivisions(formula: Formula): readonly BinaryNode[] {
  switch (formula.kind) {
    case 'NUMBER':
    case 'SYMBOL':
      return []
    case 'NEGATE':
      return zeroDivisions(formula.operand)
    case 'CALL':
      return formula.args.flatMap(zeroDivisions)
    case 'BINARY': {
      const inner = [formula.left, formula.right].flatMap(zeroDivisions)
      return formula.operator === '/' && isZero(formula.right) ? [...inner, formula] : inner
    }
  }
}

// Of every size, rising and falling from symbol to symbol and of either sign: what is zero at all of these is zero.
const TRIES: readonly ((index: number) => number)[] = [
  (index) => 3 + 7 * index,
  (index) => 997 - 11 * index,
  (index) => -13 - 5 * index,
  (index) => (index % 2 === 0 ? 1 : -1) * (17 + 3 * index),
  (index) => (index % 2 === 0 ? -1 : 1) * 1_000_003 * (index + 1),
  (index) => 0.001 * (2 + 9 * index),
  (index) => 1_000_000_000_039 * (index + 2),
]

function isZero(formula: Formula): boolean {
  const symbols = symbolsOf(formula)
  return TRIES.every((figure) => {
    const values = Object.fromEntries(symbols.map((symbol, index) => [symbol, String(figure(index))])) // prettier-ignore
    const found = evaluate(formula, values)
    return found.state === 'VALUE' && Number(found.value) === 0
  })
}
