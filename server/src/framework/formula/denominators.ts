import { print } from './print'
import { symbolOf, type Formula } from './formula'

/** Everything a formula divides by, as text, each once: where one of them is zero there is no value. */
export function denominatorsOf(formula: Formula): readonly string[] {
  const found = new Set<string>()
  const visit = (node: Formula): void => {
    if (node.kind === 'BINARY') {
      if (node.operator === '/' && node.right.kind !== 'NUMBER') found.add(print(node.right))
      visit(node.left)
      visit(node.right)
    } else if (node.kind === 'NEGATE') visit(node.operand)
    else if (node.kind === 'CALL') node.args.forEach(visit)
  }
  visit(formula)
  return [...found]
}

/** Symbols of a formula by where they stand; one that stands above and below a fraction bar is in both. */
export function standingOf(formula: Formula): {
  readonly above: ReadonlySet<string>
  readonly under: ReadonlySet<string>
} {
  const above = new Set<string>()
  const under = new Set<string>()
  const visit = (node: Formula, isUnder: boolean): void => {
    if (node.kind === 'SYMBOL') (isUnder ? under : above).add(symbolOf(node))
    else if (node.kind === 'BINARY') {
      visit(node.left, isUnder)
      visit(node.right, isUnder || node.operator === '/')
    } else if (node.kind === 'NEGATE') visit(node.operand, isUnder)
    else if (node.kind === 'CALL') node.args.forEach((each) => visit(each, isUnder))
  }
  visit(formula, false)
  return { above, under }
}
