import { expect, test } from 'vitest'
import { kpi } from './catalogue.testing'
import { performanceGap } from './gap'

test.each([
  ['TF-01-1', '90', '98', '8', 'behind where more is better'],
  ['TF-01-1', '99', '98', '-1', 'ahead where more is better'],
  ['TF-04-1', '60', '24', '36', 'behind where less is better'],
  ['TF-04-1', '20', '24', '-4', 'ahead where less is better'],
  ['OD-03-1', '30', '45', '15', 'further from the target than the reference'],
  ['OD-03-1', '55', '40', '-5', 'closer to the target than the reference'],
] as const)('the gap of %s at %s to %s is %s: %s', (code, value, reference, gap, _case) => {
  expect(performanceGap(kpi(code), value, reference)).toBe(gap)
})

test('there is no gap without a value or a reference, nor for a neutral KPI', () => {
  expect(performanceGap(kpi('TF-01-1'), null, '98')).toBeNull()
  expect(performanceGap(kpi('TF-01-1'), '90', null)).toBeNull()
  expect(performanceGap(kpi('TF-03-1'), '10', '20')).toBeNull()
})
