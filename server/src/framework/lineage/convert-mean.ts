import { evaluate, parse, type Formula } from '../formula'
import { OLD_VALUE } from './conversion'

/**
 * A mean of old values as the mean of the converted ones; null where it does not follow from the mean
 * alone, which is so unless the conversion is a straight line over the old value.
 */
export function convertMean(conversion: string, mean: string): string | null {
  const parsed = parse(conversion)
  if (!parsed.ok || degreeOf(parsed.formula) === null) return null
  const result = evaluate(parsed.formula, { [OLD_VALUE]: mean })
  return result.state === 'VALUE' ? result.value : null
}

/** 0 for a constant, 1 for a straight line over the old value, null for everything else. */
function degreeOf(node: Formula): 0 | 1 | null {
  switch (node.kind) {
    case 'NUMBER':
      return 0
    case 'SYMBOL':
      return node.name === OLD_VALUE && node.period === null ? 1 : null
    case 'NEGATE':
      return degreeOf(node.operand)
    case 'BINARY': {
      const [left, right] = [degreeOf(node.left), degreeOf(node.right)]
      if (left === null || right === null) return null
      if (node.operator === '+' || node.operator === '-') return left || right
      if (node.operator === '*') return left && right ? null : left || right
      return right === 0 ? left : null
    }
    case 'CALL': {
      const degrees = node.args.map(degreeOf)
      if (degrees.includes(null)) return null
      if (!degrees.includes(1)) return 0
      return node.name === 'sum' || node.name === 'mean' ? 1 : null
    }
  }
}
