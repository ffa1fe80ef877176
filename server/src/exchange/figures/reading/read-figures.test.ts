import { expect, test } from 'vitest'
import { decimalOf } from './read-figures'

test.each([
  [0, '0'],
  [640_000, '640000'],
  [-2.5, '-2.5'],
  [Number('1.1000000000000001'), '1.1'],
  [0.1 + 0.2, '0.3'],
  [1.5e-7, '0.00000015'],
  [999_999_999_999_999, '999999999999999'],
  [1e15, null],
  [2 ** 70, null],
  [Number.POSITIVE_INFINITY, null],
])('%s in a cell is the decimal %s', (number, decimal) => {
  expect(decimalOf(number)).toBe(decimal)
})
