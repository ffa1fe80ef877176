import fc from 'fast-check'
import type { Formula } from './formula'

const at = { start: 0, end: 0 }

const number = fc
  .tuple(fc.nat(999), fc.constantFrom('', '.5', '.25', '.001'))
  .map(([whole, fraction]): Formula => ({ kind: 'NUMBER', value: `${whole}${fraction}`, at }))

const symbol = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'DECL_ALL'), fc.constantFrom(null, 'T', 'T-1'))
  .map(([name, period]): Formula => ({ kind: 'SYMBOL', name, period, at }))

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    symbol,
    number,
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Formula => ({ kind: 'BINARY', operator, left, right, at })),
    tie('formula').map((operand): Formula => ({ kind: 'NEGATE', operand, at })),
    fc
      .tuple(
        fc.constantFrom('min', 'max', 'sum', 'mean'),
        fc.array(tie('formula'), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, args]): Formula => ({ kind: 'CALL', name, args, at })),
    tie('formula').map((arg): Formula => ({ kind: 'CALL', name: 'abs', args: [arg], at })),
  ),
}))

/** Any tree that the language can say. */
export const anyFormula: fc.Arbitrary<Formula> = formula
