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

// A longer sweep on purpose: TEST_FORMULA_RUNS=100000 npm test -- server/src/framework/formula
// oxlint-disable-next-line no-process-env
const asked = Number(process.env['TEST_FORMULA_RUNS'])

/** How often a property is tried: as often as the environment says, else the given number of times. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number.isSafeInteger(asked) && asked > 0 ? asked : usual,
})

const pieces = fc.constantFrom(
  ...'AB1.0+-*/(),[]T ×÷−_min',
  'abs(',
  'sum(',
  'mean(A, ',
  'A[T-1]',
  'DECL_ALL',
  '🙂',
  '__proto__',
  'constructor',
  '1e5',
  '0.00000000000000000001',
  '9'.repeat(30),
)

/** Any text that somebody may type or paste, much of it nearly a formula. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.integer({ min: 0, max: 3000 }).map((length) => '(A-'.repeat(length).slice(0, length)),
)

/** Any figure an administration may report, the smallest, the largest, zero and nothing among them. */
export const anyFigure: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('0', '0.0', '-0.5', '9'.repeat(30), `0.${'0'.repeat(19)}1`),
  },
  { weight: 6, arbitrary: fc.integer({ min: -99_999, max: 99_999 }).map(String) },
)
