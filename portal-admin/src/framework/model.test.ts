import { expect, test } from 'vitest'
import { markOf } from './model'

test.each([
  ['REWORDED', ['name'], 'REWORDED'],
  ['REWORDED', ['name', 'direction'], 'SCORING'],
  ['REWORDED', ['weight', 'outcome'], 'SCORING'],
  ['SAME', ['outcome'], 'MOVED'],
  ['FORMULA_CHANGED', ['formula', 'direction'], 'FORMULA_CHANGED'],
  ['FORMULA_CHANGED', ['kind', 'unit'], 'MEASUREMENT'],
  ['SAME', [], 'SAME'],
] as const)('a node called %s that differs in %j is marked %s', (relation, fields, mark) => {
  expect(markOf(relation, fields)).toBe(mark)
})
