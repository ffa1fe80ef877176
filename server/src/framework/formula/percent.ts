import { toDecimal } from '#platform/decimal'
import type { BinaryNode, Formula } from './formula'

type Factor = ReturnType<typeof toDecimal>

/** Constants by which the figures of a part may be multiplied; null where that cannot be told. */
type Factors = readonly Factor[] | null

const MANY = 64
const PERCENT = toDecimal('100')
const ONE: Factors = [toDecimal('1')]

/** Whether a formula that gives a pure number may take its ratio 100 times; where it cannot be told, it may. */
export function mayBePercent(formula: Formula): boolean {
  if (isConstant(formula)) return true
  const factors = factorsOf(formula)
  return factors === null || factors.some((factor) => factor.abs().eq(PERCENT))
}

function factorsOf(node: Formula): Factors {
  switch (node.kind) {
    case 'NUMBER':
      return [toDecimal(node.value)]
    case 'SYMBOL':
      return ONE
    case 'NEGATE':
      return factorsOf(node.operand)
    case 'BINARY':
      return node.operator === '*' || node.operator === '/' ? scaled(node) : added(node)
    case 'CALL':
      return node.args
        .filter((each) => !isConstant(each))
        .map(factorsOf)
        .reduce(either, [])
  }
}

function scaled({ operator, left, right }: BinaryNode): Factors {
  const [one, other] = [factorsOf(left), factorsOf(right)]
  if (one === null || other === null) return null
  if (operator === '/' && other.some((factor) => factor.isZero())) return null
  return few(one.flatMap((a) => other.map((b) => (operator === '*' ? a.times(b) : a.div(b)))))
}

// Of three rates of 100 the sum counts 300 times, to be divided by three; of two parts of one figure it counts once.
function added({ left, right }: BinaryNode): Factors {
  if (isConstant(left) || isConstant(right)) return factorsOf(isConstant(left) ? right : left)
  const [one, other] = [factorsOf(left), factorsOf(right)]
  if (one === null || other === null) return null
  return few([...one, ...other, ...one.flatMap((a) => other.map((b) => a.plus(b)))])
}

const either = (one: Factors, other: Factors): Factors =>
  one === null || other === null ? null : few([...one, ...other])

function few(factors: readonly Factor[]): Factors {
  const distinct = [...new Map(factors.map((each) => [each.toString(), each])).values()]
  return distinct.length > MANY ? null : distinct
}

function isConstant(node: Formula): boolean {
  switch (node.kind) {
    case 'NUMBER':
      return true
    case 'SYMBOL':
      return false
    case 'NEGATE':
      return isConstant(node.operand)
    case 'BINARY':
      return isConstant(node.left) && isConstant(node.right)
    case 'CALL':
      return node.args.every(isConstant)
  }
}
