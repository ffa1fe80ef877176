import { symbolOf, type BinaryNode, type Formula } from './formula'
import { leftNeedsBrackets, needsBrackets, rightNeedsBrackets } from './print'

/** A formula as a portal draws it: text, symbols to highlight, rows, and fractions with a bar. Plain JSON. */
export type FormulaPart =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'SYMBOL'; readonly symbol: string }
  | { readonly kind: 'ROW'; readonly parts: readonly FormulaPart[] }
  | {
      readonly kind: 'FRACTION'
      readonly numerator: FormulaPart
      readonly denominator: FormulaPart
    }

const SIGNS = { '+': '+', '-': '−', '*': '×' } as const

/** The parts of a formula. A leading number stays in front of the bar: 100 × A over B, not 100 × A all above it. */
export function layout(formula: Formula): FormulaPart {
  switch (formula.kind) {
    case 'NUMBER':
      return text(formula.value)
    case 'SYMBOL':
      return { kind: 'SYMBOL', symbol: symbolOf(formula) }
    case 'NEGATE':
      return row(text('−'), bracketed(formula.operand, needsBrackets(formula.operand)))
    case 'BINARY':
      return formula.operator === '/' ? quotient(formula) : signed(formula, formula.operator)
    case 'CALL':
      return row(
        text(`${formula.name}(`),
        ...formula.args.flatMap((arg, index) =>
          index === 0 ? [layout(arg)] : [text(', '), layout(arg)],
        ),
        text(')'),
      )
  }
}

function signed(node: BinaryNode, operator: '+' | '-' | '*'): FormulaPart {
  return row(
    bracketed(node.left, leftNeedsBrackets(node)),
    text(SIGNS[operator]),
    bracketed(
      node.right,
      node.right.kind === 'BINARY' && node.right.operator === '/'
        ? false
        : rightNeedsBrackets(node),
    ),
  )
}

function quotient({ left, right }: BinaryNode): FormulaPart {
  if (left.kind === 'BINARY' && left.operator === '*' && left.left.kind === 'NUMBER') {
    return row(layout(left.left), text('×'), fraction(left.right, right))
  }
  return fraction(left, right)
}

function fraction(numerator: Formula, denominator: Formula): FormulaPart {
  return { kind: 'FRACTION', numerator: layout(numerator), denominator: layout(denominator) }
}

function bracketed(formula: Formula, brackets: boolean): FormulaPart {
  return brackets ? row(text('('), layout(formula), text(')')) : layout(formula)
}

function text(content: string): FormulaPart {
  return { kind: 'TEXT', text: content }
}

function row(...parts: readonly FormulaPart[]): FormulaPart {
  return {
    kind: 'ROW',
    parts: parts.flatMap((part) => (part.kind === 'ROW' ? part.parts : [part])),
  }
}
