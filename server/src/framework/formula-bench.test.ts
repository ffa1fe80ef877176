import { expect, test } from 'vitest'
import type { DataElementDefinition } from './definition'
import { benchFormula } from './formula-bench'

const elements = new Map([
  ['DECL_ALL', { unit: 'number', valueType: 'COUNT' } as DataElementDefinition],
])
const told = (formula: string) =>
  benchFormula(
    { formula, elements: [{ symbol: 'A', element: 'DECL_ALL', period: 'T', role: 'VALUE' }] },
    elements,
  ).problems.map(({ code, start, end }) => [code, formula.slice(start, end)])

test('a text that cannot be read is told with every symbol nobody knows, in its order', () => {
  expect(told('A + foo / Q')).toEqual([
    ['BAD_SYMBOL', 'foo'],
    ['UNKNOWN_SYMBOL', 'Q'],
  ])
  expect(told('Q[T-1] + (A')).toEqual([
    ['UNKNOWN_SYMBOL', 'Q[T-1]'],
    ['UNCLOSED_BRACKET', '('],
  ])
  expect(told('A + foo')).toEqual([['BAD_SYMBOL', 'foo']])
})

test('a text of any length gets an answer of limited length', () => {
  expect(told('Q + '.repeat(400)).length).toBeLessThanOrEqual(20)
  expect(told('Q + '.repeat(600)).map(([code]) => code)).toEqual(['TOO_LONG'])
})
