import { expect, test } from 'vitest'
import { composeLineage } from './compose'
import type { LineageLink } from './lineage'

const link = (
  code: string | null,
  ancestorCode: string | null,
  relation: LineageLink['relation'],
  comparability: LineageLink['comparability'],
  more: Partial<LineageLink> = {},
): LineageLink => ({
  kind: 'KPI', code, ancestorCode, ancestorVersionId: ancestorCode && 'before', relation, comparability,
  conversion: null, note: null, isStated: false, version: 0, ...more,
}) // prettier-ignore

const short = (links: readonly LineageLink[]) =>
  links.map(({ code, ancestorCode, relation, comparability }) =>
    [ancestorCode, code, relation, comparability].join(' '),
  )

test('over two steps the change that weighs most counts, whichever step made it', () => {
  const first = [
    link('A', 'A', 'FORMULA_CHANGED', 'NOT_COMPARABLE'),
    link('B', 'B0', 'REWORDED', 'EDITORIAL'),
    link('C', 'C', 'FORMULA_CHANGED', 'WITH_CONVERSION', { conversion: 'V/2' }),
    link('N', null, 'NEW', 'NOT_COMPARABLE'),
  ]
  const second = [
    link('A', 'A', 'SAME', 'IDENTICAL'),
    link('B1', 'B', 'SAME', 'IDENTICAL'),
    link('C', 'C', 'REWORDED', 'EDITORIAL'),
    link('N', 'N', 'SAME', 'IDENTICAL'),
  ]

  const composed = composeLineage(first, second)

  expect(short(composed)).toEqual([
    'A A FORMULA_CHANGED NOT_COMPARABLE',
    'B0 B1 REWORDED EDITORIAL',
    'C C FORMULA_CHANGED WITH_CONVERSION',
    ' N NEW NOT_COMPARABLE',
  ])
  expect(composed[2]!.conversion).toBe('V/2')
})

test('what either step retired is retired, and what was not there at first is nobody’s loss', () => {
  const first = [
    link('A', 'A', 'SAME', 'IDENTICAL'),
    link('N', null, 'NEW', 'NOT_COMPARABLE'),
    link(null, 'GONE', 'RETIRED', 'NOT_COMPARABLE'),
  ]
  const second = [
    link(null, 'A', 'RETIRED', 'NOT_COMPARABLE'),
    link(null, 'N', 'RETIRED', 'NOT_COMPARABLE'),
  ]

  expect(short(composeLineage(first, second))).toEqual([
    'A  RETIRED NOT_COMPARABLE',
    'GONE  RETIRED NOT_COMPARABLE',
  ])
})
