import { expect, test } from 'vitest'
import { cellBefore, fateOf, type BatchCell } from './earlier'

const content = (revision: number, value: string | null) => ({
  revision,
  value,
  isEstimated: true,
  note: 'Closed accounts',
})
const cell = (now: number, before: object | null = content(3, '618')) =>
  ({
    elementCode: 'OPEX',
    year: 2024,
    before,
    after: content(4, '640'),
    current: content(now, '640'),
  }) as unknown as BatchCell

test('a figure goes back only where nobody has changed it since, and where it is open', () => {
  expect(fateOf(cell(4), new Set(['OPEX']))).toBe('BACK')
  expect(fateOf(cell(5), new Set(['OPEX']))).toBe('CHANGED')
  expect(fateOf(cell(4), new Set())).toBe('CLOSED')
})

test('it goes back with its estimate and note, and to nothing where there was nothing', () => {
  expect(cellBefore(cell(4))).toEqual({
    elementCode: 'OPEX', year: 2024, value: '618', isEstimated: true, note: 'Closed accounts', expectedVersion: 4,
  }) // prettier-ignore
  expect(cellBefore(cell(4, null))).toEqual({
    elementCode: 'OPEX', year: 2024, value: null, isEstimated: false, note: null, expectedVersion: 4,
  }) // prettier-ignore
})
