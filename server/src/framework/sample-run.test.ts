import { describe, expect, test } from 'vitest'
import type { ElementBinding } from './definition'
import { failingSamples } from './sample-run'

const elements: readonly ElementBinding[] = [
  { symbol: 'A', element: 'PART', period: 'T', role: 'NUMERATOR' },
  { symbol: 'B', element: 'WHOLE', period: 'T', role: 'DENOMINATOR' },
]

const agrees = (expectedValue: string, decimals: number, [a, b] = ['1', '3']) =>
  failingSamples({
    formula: '100*A/B',
    elements,
    undefinedWhen: 'DENOMINATOR_ZERO',
    decimals,
    samples: [
      {
        name: 'thirds',
        values: [
          { symbol: 'A', value: a! },
          { symbol: 'B', value: b! },
        ],
        expectedState: 'REPORTED',
        expectedValue,
      },
    ],
  }).length === 0

describe('a sample whose result has no end', () => {
  test.each([
    ['33.3', 1],
    ['33.33', 1],
    ['33', 0],
    ['33.3', 0],
    [`33.${'3'.repeat(20)}`, 1],
  ])('agrees with %s where the KPI shows %i decimals', (expected, decimals) => {
    expect(agrees(expected, decimals)).toBe(true)
  })

  test.each([
    ['33', 1],
    ['33.3', 2],
    ['33.34', 1],
    ['33.4', 0],
    [`33.${'3'.repeat(19)}4`, 1],
  ])('differs from %s where the KPI shows %i decimals', (expected, decimals) => {
    expect(agrees(expected, decimals)).toBe(false)
  })

  test('is rounded half up, as everywhere', () => {
    expect(agrees('66.7', 1, ['2', '3'])).toBe(true)
    expect(agrees('12.3', 1, ['49', '400'])).toBe(true)
    expect(agrees('12.2', 1, ['49', '400'])).toBe(false)
    expect(agrees('-12.3', 1, ['-49', '400'])).toBe(true)
  })
})
