import { expect, test } from 'vitest'
import type { KpiNode, LineageLink } from '#framework'
import { behindBreaks, breaksOf, strandsOf, type Origin } from './strands'

const kpi = (id: string) => ({ id }) as KpiNode
const link = (code: string, ancestorCode: string, comparability: LineageLink['comparability']) =>
  ({ kind: 'KPI', code, ancestorCode, comparability }) as LineageLink
const origin = (from: string, to: string, comparability: LineageLink['comparability']): Origin => ({
  link: link(from, to, comparability),
  ancestor: kpi(to),
})
const origins = (of: Readonly<Record<string, readonly Origin[]>>) => (each: KpiNode) =>
  of[each.id] ?? []

// C developed from B through a conversion, B from A by a break.
const chain = origins({
  C: [origin('C', 'B', 'WITH_CONVERSION')],
  B: [origin('B', 'A', 'NOT_COMPARABLE')],
})

test('a series is followed through every version, with the links on its way', () => {
  const strands = strandsOf(kpi('C'), chain)

  expect(strands.map(({ kpi: { id }, through }) => [id, through])).toEqual([
    ['C', []],
    ['B', ['C']],
    ['A', ['B', 'C']],
  ])
  expect(breaksOf(strands)).toEqual([link('B', 'A', 'NOT_COMPARABLE')])
})

test('the break stands before the first figures after it', () => {
  const [c, b, a] = strandsOf(kpi('C'), chain)

  expect(behindBreaks([c!, b!, a!])).toEqual(new Set(['B']))
  expect(behindBreaks([c!, a!])).toEqual(new Set(['C']))
  expect(behindBreaks([c!, b!])).toEqual(new Set())
})

test('a KPI merged from the parts of one goes by the part that is comparable, and ends', () => {
  const strands = strandsOf(
    kpi('M'),
    origins({
      M: [origin('M', 'P', 'NOT_COMPARABLE'), origin('M', 'Q', 'IDENTICAL')],
      P: [origin('P', 'O', 'IDENTICAL')],
      Q: [origin('Q', 'O', 'IDENTICAL')],
    }),
  )

  expect(strands.map(({ kpi: { id } }) => id)).toEqual(['M', 'P', 'Q', 'O'])
  expect(strands.find(({ kpi: { id } }) => id === 'O')?.through).toEqual(['Q', 'M'])
  expect(breaksOf(strands)).toEqual([link('M', 'P', 'NOT_COMPARABLE')])
})
