import { describe, expect, test } from 'vitest'
import { byTarget, cellsOf, gapsOf, moved, strongest, type Mapped } from './matrix'

const mapped = (outcome: string, column: string, strength: number | null, target = column, en = 'Because.'): Mapped => ({
  outcome, column, target, strength, version: 1, en,
}) // prettier-ignore
const rows = ['TF-01', 'TF-02', 'EP-02'].map((code) => ({ code, name: code, dimension: 'TF' }))
const columns = ['8', '9', '17'].map((key) => ({ key, name: key }))

describe('the matrix of mappings', () => {
  test('puts a goal and its targets into one cell, and shows the strongest of them', () => {
    const cell = cellsOf([mapped('TF-01', '9', null), mapped('TF-01', '9', 1, '9.1'), mapped('TF-01', '9', 3, '9.3')]) // prettier-ignore

    expect(cell('TF-01', '9').map(({ target }) => target)).toEqual(['9', '9.1', '9.3'])
    expect(strongest(cell('TF-01', '9'))).toBe(3)
    expect(cell('TF-02', '9')).toEqual([])
  })

  test('tells a strength nobody has stated from none', () => {
    expect(strongest([mapped('TF-01', '9', null)])).toBeNull()
  })

  test('names outcomes that map to nothing and goals nothing maps to', () => {
    const gaps = gapsOf(rows, columns, [mapped('TF-01', '9', 2), mapped('TF-02', '17', null)])

    expect(gaps.rows.map(({ code }) => code)).toEqual(['EP-02'])
    expect(gaps.columns.map(({ key }) => key)).toEqual(['8'])
    expect(gaps.unstated).toEqual([{ row: rows[1], targets: ['17'] }])
  })

  test('opens a goal into its targets, each a column of its own, and leaves other goals alone', () => {
    const targets = ['9.1', '9.3'].map((key) => ({ key, name: key }))
    const opened = byTarget([mapped('TF-01', '9', null), mapped('TF-01', '9', 1, '9.1'), mapped('TF-02', '8', 3, '8.2')], '9') // prettier-ignore

    expect(opened.map(({ column }) => column)).toEqual(['9', '9.1', '8'])
    expect(cellsOf(opened)('TF-01', '9.1').map(({ strength }) => strength)).toEqual([1])
    const gaps = gapsOf(rows, targets, opened)
    expect(gaps.columns.map(({ key }) => key)).toEqual(['9.3'])
    expect(gaps.rows.map(({ code }) => code)).toEqual(['EP-02'])
  })

  test('names every mapping without a reason, under its outcome', () => {
    const gaps = gapsOf(rows, columns, [
      mapped('TF-02', '9', 1, '9.1', ' '),
      mapped('TF-01', '8', 2, '8', ''),
      mapped('TF-01', '9', 2),
      mapped('TF-01', '17', 3, '17.10', ''),
    ])

    expect(gaps.unreasoned).toEqual([
      { row: rows[0], targets: ['8', '17.10'] },
      { row: rows[1], targets: ['9.1'] },
    ])
  })
})

describe('keys in the matrix', () => {
  const size = [3, 3] as const

  test('lead from cell to cell, into the heads and not beyond', () => {
    expect(moved('ArrowRight', [1, 1], size)).toEqual([1, 2])
    expect(moved('ArrowRight', [1, 3], size)).toEqual([1, 3])
    expect(moved('ArrowLeft', [1, 1], size)).toEqual([1, 0])
    expect(moved('ArrowUp', [1, 2], size)).toEqual([0, 2])
    expect(moved('ArrowDown', [3, 2], size)).toEqual([3, 2])
  })

  test('reach the ends of a row, and of the whole with the control key', () => {
    expect(moved('Home', [2, 2], size)).toEqual([2, 0])
    expect(moved('End', [2, 2], size)).toEqual([2, 3])
    expect(moved('End', [1, 1], size, { isFar: true })).toEqual([3, 3])
  })

  test('follow the direction of the script, and leave other keys alone', () => {
    expect(moved('ArrowLeft', [1, 1], size, { isRtl: true })).toEqual([1, 2])
    expect(moved('a', [1, 1], size)).toBeNull()
  })
})
