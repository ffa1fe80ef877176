import { expect, test } from 'vitest'
import type { KpiNode } from '../snapshot'
import { kindProblems } from './structure-checks'

type Measured = Pick<KpiNode, 'code' | 'kind' | 'unit' | 'range'>

const kpi = (kind: Measured['kind'], unit: string, min = '0', max: string | null = null) =>
  ({ code: 'TF-01-1', kind, unit, range: { min, max } }) as Measured

test.each([
  kpi('RATIO', '%', '0', '100'),
  kpi('RATIO', 'declarations'),
  kpi('VARIATION', '%', '-100'),
  kpi('COUNT', 'count'),
  kpi('DURATION', 'hours'),
  kpi('ORDINAL', 'level 0-4', '0', '4'),
  kpi('BINARY', 'yes/no', '0', '1'),
])('$kind in $unit is sound', (measured) => {
  expect(kindProblems([measured])).toEqual([])
})

test.each([
  kpi('RATIO', 'yes/no'),
  kpi('VARIATION', 'level 0-4'),
  kpi('COUNT', '%'),
  kpi('DURATION', 'count'),
  kpi('ORDINAL', '%'),
  kpi('BINARY', 'count'),
])('$kind in $unit contradicts itself', (measured) => {
  expect(kindProblems([measured])).toMatchObject([
    { reason: 'KIND_UNFIT', path: ['TF-01-1', 'unit'] },
  ])
})

test('levels and yes or no have the range of their kind', () => {
  const found = kindProblems([
    kpi('BINARY', 'yes/no', '0', '4'),
    kpi('ORDINAL', 'level 0-4', '-1', '4'),
  ])
  expect(found).toHaveLength(2)
  for (const each of found) expect(each).toMatchObject({ reason: 'RANGE_UNFIT', path: ['TF-01-1', 'range'] }) // prettier-ignore
})
