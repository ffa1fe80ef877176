import { expect, test } from 'vitest'
import { Decimal } from '#platform/decimal'
import { roundFigure, type RoundedKind } from './rounding'

test.each<[RoundedKind, string, number, string]>([
  ['RATIO', '98.1', 62, '98.1'],
  ['RATIO', '97.96', 62, '98'],
  ['RATIO', '97.5', 12, '98'],
  ['VARIATION', '-0.04', 62, '0'],
  ['DURATION', '1284.3', 40, '1300'],
  ['DURATION', '0.0457', 12, '0.046'],
  ['DURATION', '0', 12, '0'],
  ['COUNT', '13', 40, '15'],
  ['COUNT', '13', 12, '10'],
  ['COUNT', '2.44', 40, '2.4'],
  ['COUNT', '2.44', 12, '2'],
  ['ORDINAL', '2.349', 40, '2.3'],
  ['BINARY', '0.43548', 62, '0.435'],
  ['BINARY', '0.43548', 11, '0.44'],
])('a %s mean of %s over %i is shown as %s', (kind, value, n, shown) => {
  expect(roundFigure(kind, new Decimal(value), n)).toBe(shown)
})
