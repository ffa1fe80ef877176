import { describe, expect, test } from 'vitest'
import { elements } from './compute/catalogue.testing'
import { readCell, type Cell } from './cell-problems'

const years = { reportingYear: 2024, previousYear: 2023 }

const read = (over: Partial<Cell>, locale: 'en' | 'fr' = 'en') => {
  const cell: Cell = { elementCode: 'AEO_COUNT', year: 2024, expectedVersion: 0, ...over }
  return readCell(cell, elements.get(cell.elementCode), years, locale)
}

describe('a figure that was sent', () => {
  test.each([
    ['12,5', 'fr', '12.5'],
    ['1 204', 'en', '1204'],
    ['0', 'en', '0'],
    ['-5', 'en', '-5'],
  ] as const)('%s, typed in %s, is %s', (raw, locale, value) => {
    expect(read({ raw }, locale)).toMatchObject({ ok: true, value })
  })

  test.each([
    [{ raw: '' }], [{ raw: '   ' }], [{ value: null }], [{ value: '' }], [{}],
  ])('%j empties the figure and is never zero', (cell) => {
    expect(read(cell)).toEqual({ ok: true, value: null, echo: null })
  }) // prettier-ignore

  test.each([
    [{ raw: 'n/a' }, 'LOOKS_MISSING'],
    [{ raw: '1e5' }, 'EXPONENT'],
    [{ raw: '12 %' }, 'HAS_UNIT'],
    [{ raw: 'many' }, 'NOT_A_NUMBER'],
    [{ value: '12,5' }, 'NOT_A_NUMBER'],
    [{ value: '1'.repeat(31) }, 'TOO_LONG'],
    [{ raw: '5', elementCode: 'INSTRUMENT_LEVEL_MEAN' }, 'DERIVED'],
    [{ raw: '5', elementCode: 'NO_SUCH' }, 'UNKNOWN_ELEMENT'],
    [{ raw: '5', year: 2022 }, 'YEAR_NOT_ASKED'],
    [{ raw: '5', elementCode: 'DECL_ALL', year: 2023 }, 'YEAR_NOT_ASKED'],
    [{ raw: '5', note: 'x'.repeat(2001) }, 'TEXT_TOO_LONG'],
    [{ raw: '5', expectedVersion: -1 }, 'BAD_VERSION'],
  ])('%j is refused as %s, with its place', (cell, reason) => {
    const answer = read(cell)

    expect(answer).toMatchObject({ ok: false, problem: { reason } })
    expect(answer.ok ? '' : answer.problem.message).not.toBe('')
    expect(answer.ok ? [] : answer.problem.path).toHaveLength(2)
  })

  test('of the year before is asked for where a KPI compares', () => {
    expect(read({ raw: '7', year: 2023 })).toMatchObject({ ok: true, value: '7' })
  })
})
