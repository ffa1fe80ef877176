import { symbolOf, type BinaryNode, type Formula, type Operator, type SymbolNode } from './formula'

const STRENGTH: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 }

/**
 * The formula as text in its one canonical spelling. Reading that text gives the same tree. With another spelling of
 * the symbols it shows the figures in place of the letters.
 */
export function print(formula: Formula, spell: (symbol: SymbolNode) => string = symbolOf): string {
  switch (formula.kind) {
    case 'NUMBER':
      return formula.value
    case 'SYMBOL':
      return spell(formula)
    case 'NEGATE':
      return `-${bracketed(formula.operand, needsBrackets(formula.operand), spell)}`
    case 'BINARY': {
      const left = bracketed(formula.left, leftNeedsBrackets(formula), spell)
      const right = bracketed(formula.right, rightNeedsBrackets(formula), spell)
      return `${left}${formula.operator}${right}`
    }
    case 'CALL':
      return `${formula.name}(${formula.args.map((arg) => print(arg, spell)).join(', ')})`
  }
}

/** The formula with figures in place of its symbols, such as `100*981/1000`; a negative figure stands in brackets. */
export function substitute(formula: Formula, values: Readonly<Record<string, string>>): string {
  return print(formula, (symbol) => {
    const value = values[symbolOf(symbol)] ?? symbolOf(symbol)
    return value.startsWith('-') ? `(${value})` : value
  })
}

export function leftNeedsBrackets({ operator, left }: BinaryNode): boolean {
  return left.kind === 'BINARY' && STRENGTH[left.operator] < STRENGTH[operator]
}

export function rightNeedsBrackets({ operator, right }: BinaryNode): boolean {
  if (right.kind === 'BINARY') return STRENGTH[right.operator] <= STRENGTH[operator]
  return right.kind === 'NEGATE'
}

export function needsBrackets(operand: Formula): boolean {
  return operand.kind === 'BINARY' || operand.kind === 'NEGATE'
}

function bracketed(
  formula: Formula,
  brackets: boolean,
  spell: (symbol: SymbolNode) => string,
): string {
  const text = print(formula, spell)
  return brackets ? `(${text})` : text
}
