import { expect, test } from 'vitest'
import { lineBeginning, lineOf } from './row-keys'
import { parentRow, treeRows, type RowSource } from './tree-rows'

const tree: readonly RowSource[] = [
  {
    code: 'TF', name: 'Trade', changes: 1,
    outcomes: [
      {
        code: 'TF-01', name: 'Paperless trade', changes: 1,
        kpis: [
          { code: 'TF-01-1', name: 'Rulings', relation: 'SAME' },
          { code: 'TF-01-2', name: 'Electronic rulings', relation: 'NEW' },
        ],
        retired: [{ code: 'TF-01-3', name: 'Faxes' }],
      },
      { code: 'TF-02', name: 'Release', changes: 0, kpis: [], retired: [] },
    ],
  },
  { code: 'RC', name: 'Revenue', changes: 0, outcomes: [] },
] // prettier-ignore
const keysOf = (isOpen: (code: string) => boolean) => treeRows(tree, isOpen).map(({ key }) => key)

test('only what stands under open parts is a line', () => {
  expect(keysOf(() => false)).toEqual(['TF head', 'RC head'])
  expect(keysOf((code) => code === 'TF')).toEqual(['TF head', 'TF', 'TF-01', 'TF-02', 'RC head'])
  expect(keysOf((code) => code !== 'RC')).toEqual([
    'TF head', 'TF', 'TF-01', 'TF-01-1', 'TF-01-2', 'TF-01-3 retired', 'TF-02', 'RC head',
  ]) // prettier-ignore
})

test('each line but a head knows what it stands in', () => {
  const rows = treeRows(tree, () => true)

  expect(rows.map((_, index) => rows[parentRow(rows, index)]?.key ?? null)).toEqual([
    null, 'TF head', 'TF head', 'TF-01', 'TF-01', 'TF-01', 'TF head', null, 'RC head',
  ]) // prettier-ignore
})

test('keys lead to a neighbour or an end, and nowhere beyond', () => {
  expect(lineOf('ArrowDown', 3, 9)).toBe(4)
  expect(lineOf('ArrowUp', 0, 9)).toBeNull()
  expect(lineOf('End', 3, 9)).toBe(8)
  expect(lineOf('Home', 3, 9)).toBe(0)
  expect(lineOf('Enter', 3, 9)).toBeNull()
})

test('letters lead to the next line that begins so by code or name, from the top after the last', () => {
  const rows = treeRows(tree, () => true)
  const found = (typed: string, from: number) => {
    const at = lineBeginning(typed, rows, from)
    return at === null ? null : rows[at]!.key
  }

  expect(found('r', 0)).toBe('TF-01-1')
  expect(found('r', 3)).toBe('TF-02')
  expect(found('re', 6)).toBe('TF-02')
  expect(found('rev', 6)).toBe('RC head')
  expect(found('TF-01-2', 7)).toBe('TF-01-2')
  expect(found('zz', 0)).toBeNull()
})
