import { symbolOf, type Formula } from './formula'

/** An exact fraction. It shares no arithmetic with the evaluator it is compared to. */
export interface Rational {
  readonly over: bigint
  readonly under: bigint
}

export function rational(text: string): Rational {
  const [whole = '', fraction = ''] = text.split('.')
  return { over: BigInt(whole + fraction), under: 10n ** BigInt(fraction.length) }
}

/** The exact value of a formula, or null where it divides by zero. */
export function exactly(node: Formula, values: Readonly<Record<string, string>>): Rational | null {
  switch (node.kind) {
    case 'NUMBER':
      return rational(node.value)
    case 'SYMBOL':
      return rational(values[symbolOf(node)] ?? '')
    case 'NEGATE':
      return negative(exactly(node.operand, values))
    case 'BINARY': {
      const left = exactly(node.left, values)
      const right = exactly(node.right, values)
      if (left === null || right === null) return null
      if (node.operator === '+') return plus(left, right)
      if (node.operator === '-') return plus(left, { over: -right.over, under: right.under })
      if (node.operator === '*')
        return { over: left.over * right.over, under: left.under * right.under }
      return quotient(left, right)
    }
    case 'CALL': {
      const args = node.args.map((arg) => exactly(arg, values))
      if (args.includes(null)) return null
      const known = args as Rational[]
      const first = known[0]!
      if (node.name === 'abs') return first.over < 0n ? negative(first) : first
      if (node.name === 'min') return known.reduce((a, b) => (less(b, a) ? b : a))
      if (node.name === 'max') return known.reduce((a, b) => (less(a, b) ? b : a))
      const total = known.reduce(plus)
      return node.name === 'sum' ? total : quotient(total, rational(String(known.length)))
    }
  }
}

/** Whether two fractions differ by no more than one part in 10^40. */
export function near(left: Rational, right: Rational): boolean {
  const difference = plus(left, { over: -right.over, under: right.under })
  const size = 10n ** 40n
  return (
    abs(difference.over) * size * abs(right.under) <=
    difference.under * max(abs(right.over), right.under)
  )
}

const less = (a: Rational, b: Rational) => a.over * b.under < b.over * a.under
const abs = (value: bigint) => (value < 0n ? -value : value)
const max = (a: bigint, b: bigint) => (a > b ? a : b)

function negative(value: Rational | null): Rational | null {
  return value && { over: -value.over, under: value.under }
}

function plus(a: Rational, b: Rational): Rational {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

function quotient(a: Rational, b: Rational): Rational | null {
  if (b.over === 0n) return null
  const sign = b.over < 0n ? -1n : 1n
  return { over: sign * a.over * b.under, under: sign * a.under * b.over }
}
