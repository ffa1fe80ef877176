import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocaleCode } from '#framework/definition'
import { isDecimal } from '#platform/decimal'
import { parseFigure } from './parse-figure'

const read = (raw: string, locale: LocaleCode) => {
  const parsed = parseFigure(raw, locale)
  return parsed.ok ? parsed.value : parsed.code
}

describe('a typed figure', () => {
  test.each([
    ['12', 'en', '12'],
    ['12.50', 'en', '12.5'],
    ['12,5', 'fr', '12.5'],
    ['-3', 'en', '-3'],
    ['−3', 'fr', '-3'],
    ['+3', 'en', '3'],
    ['0', 'en', '0'],
    ['-0', 'en', '0'],
    ['  7 ', 'fr', '7'],
  ] as const)('%j in %s is %s without a question', (raw, locale, value) => {
    expect(parseFigure(raw, locale)).toEqual({ ok: true, value })
  })

  test.each([
    ['12,5', 'en', '12.5', 'read as 12.5'],
    ['12.5', 'fr', '12.5', 'lu comme 12,5'],
    ['1 204', 'en', '1204', 'read as 1204'],
    ['1\u202f204', 'fr', '1204', 'lu comme 1204'],
    ['1 234.5', 'en', '1234.5', 'read as 1234.5'],
    ['1 234,5', 'fr', '1234.5', 'lu comme 1234,5'],
    ['1,234.5', 'en', '1234.5', 'read as 1234.5'],
    ['1.234,5', 'fr', '1234.5', 'lu comme 1234,5'],
    ["1'234'567", 'en', '1234567', 'read as 1234567'],
    ['1,234', 'en', '1234', 'read as 1234'],
    ['1,234', 'fr', '1.234', 'lu comme 1,234'],
    ['1.234.567', 'fr', '1234567', 'lu comme 1234567'],
    ['0,123', 'en', '0.123', 'read as 0.123'],
    ['007', 'en', '7', 'read as 7'],
    ['.5', 'en', '0.5', 'read as 0.5'],
    ['١٢٣', 'en', '123', 'read as 123'],
    ['۱۲۳', 'fr', '123', 'lu comme 123'],
    ['١٬٢٣٤٫٥', 'en', '1234.5', 'read as 1234.5'],
  ] as const)('%j in %s is %s, and says how it was read', (raw, locale, value, echo) => {
    expect(parseFigure(raw, locale)).toEqual({ ok: true, value, echo })
  })

  test.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    ['n/a', 'LOOKS_MISSING'],
    ['N.A.', 'LOOKS_MISSING'],
    ['-', 'LOOKS_MISSING'],
    ['…', 'LOOKS_MISSING'],
    ['12.5.3', 'NOT_A_NUMBER'],
    ['1e5', 'EXPONENT'],
    ['1.5E-3', 'EXPONENT'],
    ['98.1 %', 'HAS_UNIT'],
    ['€ 300', 'HAS_UNIT'],
    ['12 hours', 'HAS_UNIT'],
    ['about twelve', 'NOT_A_NUMBER'],
    ['(5)', 'NOT_A_NUMBER'],
    ['5.', 'NOT_A_NUMBER'],
    ['12-13', 'NOT_A_NUMBER'],
    ['12\n345', 'NOT_A_NUMBER'],
    ['=1+1', 'NOT_A_NUMBER'],
    ['NaN', 'NOT_A_NUMBER'],
    ['Infinity', 'NOT_A_NUMBER'],
    ['0x10', 'NOT_A_NUMBER'],
    ['12 04', 'BAD_GROUPS'],
    ['1,23.5', 'BAD_GROUPS'],
    ['9'.repeat(31), 'TOO_LONG'],
    [`0.${'1'.repeat(21)}`, 'TOO_LONG'],
    ['1'.repeat(101), 'TOO_LONG'],
  ] as const)('%j is refused as %s', (raw, code) => {
    expect(read(raw, 'en')).toBe(code)
  })

  test('is refused where a French reader may mean a thousand or a decimal', () => {
    expect(read('1.234', 'fr')).toBe('AMBIGUOUS')
  })

  test('is refused in the language of the person', () => {
    expect(parseFigure('douze', 'fr')).toMatchObject({ message: 'Ceci n’est pas un nombre.' })
  })

  test('is a plain decimal or a coded problem, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'0123456789 .,-e%٣\u202f'), maxLength: 14 }),
    )

    fc.assert(
      fc.property(typed, fc.constantFrom('en' as const, 'fr' as const), (raw, locale) => {
        const parsed = parseFigure(raw, locale)
        expect(parsed.ok ? isDecimal(parsed.value) : parsed.message.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
