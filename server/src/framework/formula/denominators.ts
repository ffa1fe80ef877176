import { print } from './print'
import type { Formula } from './formula'

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
