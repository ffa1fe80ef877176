import { expect, test } from 'vitest'
import { readFormula, writeComputation } from './formula'

const operand = (symbol: string) => ({ kind: 'operand', symbol })

test('a factor before a quotient stands in front of the fraction', () => {
  expect(readFormula('100*A/B')).toEqual({
    kind: 'chain',
    sum: false,
    parts: [
      { operator: '', part: { kind: 'number', text: '100' } },
      { operator: '×', part: { kind: 'fraction', over: operand('A'), under: operand('B') } },
    ],
  })
})

test('brackets around numerator and denominator become the fraction', () => {
  const tree = readFormula('100*(A+C)/(B+D)')

  expect(tree).toMatchObject({
    parts: [{}, { part: { kind: 'fraction', over: { kind: 'chain', sum: true } } }],
  })
})

test('a symbol alone is a formula', () => {
  expect(readFormula('A')).toEqual(operand('A'))
})

test.each(['', '100*', '(A+B', 'A)', 'A^2', 'A B'])('"%s" cannot be read', (text) => {
  expect(readFormula(text)).toBeNull()
})

test.each([
  ['100*(244-146)/146', '100 × (244 − 146) / 146'],
  ['100*(12.5-(-20))/(20-(-20))', '100 × (12.5 − (−20)) / (20 − (−20))'],
  ['100*(1-abs(60-50)/50)', '100 × (1 − abs(60 − 50) / 50)'],
  ['-3+A', '−3 + A'],
])('the computation %s is written as one reads it', (text, written) => {
  expect(writeComputation(text, (decimal) => decimal)).toBe(written)
})
