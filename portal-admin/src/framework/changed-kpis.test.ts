import { expect, test } from 'vitest'
import { changeAfter, retiredKpis } from './changed-kpis'

const kpis = [
  { code: 'TF-01-1', relation: 'SAME', ancestor: { id: 'a' } },
  { code: 'TF-01-2', relation: 'REWORDED', ancestor: { id: 'b' } },
  { code: 'TF-01-3', relation: 'SAME', ancestor: { id: 'c' } },
  { code: 'TF-02-1', relation: 'NEW', ancestor: null },
] as const

test('the next change follows in the tree and begins again at its end', () => {
  expect(changeAfter(kpis, 'TF-01-1')).toBe('TF-01-2')
  expect(changeAfter(kpis, 'TF-01-3')).toBe('TF-02-1')
  expect(changeAfter(kpis, 'TF-02-1')).toBe('TF-01-2')
  expect(changeAfter(kpis, 'TF')).toBe('TF-01-2')
})

test('there is no next change where nothing else changed', () => {
  expect(changeAfter(kpis.slice(0, 2), 'TF-01-2')).toBeNull()
  expect(changeAfter(kpis.slice(0, 1), 'TF-01-1')).toBeNull()
})

test('a KPI that nothing goes back to is retired', () => {
  const former = ['a', 'd'].map((id) => ({ id, code: id, name: id, outcome: { code: 'TF-01' } }))

  expect(retiredKpis(kpis, former)).toEqual([{ code: 'd', name: 'd', outcome: 'TF-01' }])
})
