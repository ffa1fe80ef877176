import type { Period } from '../definition'
import type { DecimalString } from '#platform/decimal'

/** Where something stands in the text of a formula: from the first character to behind the last. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const FUNCTIONS = ['min', 'max', 'sum', 'mean', 'abs'] as const
export type FunctionName = (typeof FUNCTIONS)[number]

export type Operator = '+' | '-' | '*' | '/'

export interface NumberNode {
  readonly kind: 'NUMBER'
  readonly value: DecimalString
  readonly at: Span
}

export interface SymbolNode {
  readonly kind: 'SYMBOL'
  readonly name: string
  readonly period: Period | null
  readonly at: Span
}

export interface NegateNode {
  readonly kind: 'NEGATE'
  readonly operand: Formula
  readonly at: Span
}

export interface BinaryNode {
  readonly kind: 'BINARY'
  readonly operator: Operator
  readonly left: Formula
  readonly right: Formula
  readonly at: Span
}

export interface CallNode {
  readonly kind: 'CALL'
  readonly name: FunctionName
  readonly args: readonly Formula[]
  readonly at: Span
}

/** A formula as a tree. It is made once from its text and never changes. */
export type Formula = NumberNode | SymbolNode | NegateNode | BinaryNode | CallNode

/** The one spelling of a symbol by which values, units and labels are found, such as `AEO_COUNT[T-1]`. */
export function symbolOf(node: Pick<SymbolNode, 'name' | 'period'>): string {
  return node.period === null ? node.name : `${node.name}[${node.period}]`
}

/** The symbols of a formula, each once, in the order of their first appearance. */
export function symbolsOf(formula: Formula): readonly string[] {
  const found = new Set<string>()
  const visit = (node: Formula): void => {
    if (node.kind === 'SYMBOL') found.add(symbolOf(node))
    for (const child of childrenOf(node)) visit(child)
  }
  visit(formula)
  return [...found]
}

function childrenOf(node: Formula): readonly Formula[] {
  switch (node.kind) {
    case 'NEGATE':
      return [node.operand]
    case 'BINARY':
      return [node.left, node.right]
    case 'CALL':
      return node.args
    default:
      return []
  }
}
