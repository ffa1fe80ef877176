import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, displayDecimal, formatDecimal, formatResult, isDecimal } from './index'
import { fitsFigure, normalizeDecimal, parseDecimal, toDecimal } from './index'

describe('a decimal as text', () => {
  test.each(['0', '-1', '1204', '98.1', '0.000000000000000000000001', '9'.repeat(60)])(
    '%s is one',
    (text) => {
      expect(isDecimal(text)).toBe(true)
    },
  )

  test.each([
    '',
    '1e5',
    'NaN',
    'Infinity',
    '.5',
    '5.',
    '01',
    '1,5',
    '1 000',
    '+1',
    '0x10',
    null,
    7,
  ])('%j is none', (text) => {
    expect(isDecimal(text)).toBe(false)
    expect(parseDecimal(text)).toBeNull()
  })

  test('has no trailing zeros, no exponent and no negative zero', () => {
    expect(normalizeDecimal('98.100')).toBe('98.1')
    expect(normalizeDecimal('-0.0')).toBe('0')
    expect(normalizeDecimal('1200')).toBe('1200')
    expect(formatDecimal(new Decimal('1e40'))).toBe(`1${'0'.repeat(40)}`)
    expect(formatDecimal(new Decimal('1e-30'))).toBe(`0.${'0'.repeat(29)}1`)
  })

  test('exists for finite numbers only', () => {
    expect(() => formatDecimal(new Decimal(1).div(0))).toThrow(RangeError)
    expect(() => toDecimal('many')).toThrow(RangeError)
  })

  test('is rounded half up for display, and keeps its decimals there', () => {
    expect(displayDecimal('97.95', 1)).toBe('98.0')
    expect(displayDecimal('-0.04', 1)).toBe('0.0')
    expect(displayDecimal('2.5', 0)).toBe('3')
  })

  test('fits a figure up to 30 digits before the point and 20 behind it', () => {
    expect(fitsFigure(`-${'9'.repeat(30)}.${'9'.repeat(20)}`)).toBe(true)
    expect(fitsFigure('1'.repeat(31))).toBe(false)
    expect(fitsFigure(`0.${'1'.repeat(21)}`)).toBe(false)
  })

  test('loses the noise of a division and nothing else', () => {
    expect(formatResult(new Decimal(2).div(3).mul(3))).toBe('2')
    expect(formatResult(new Decimal('123456789.987654321'))).toBe('123456789.987654321')
  })

  test('comes back from a number unchanged', () => {
    const text = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.constantFrom('', '.5', '.00001'),
      )
      .map(([whole, fraction]) => `${whole}${fraction}`)

    fc.assert(
      fc.property(text, (written) => {
        expect(formatDecimal(toDecimal(written))).toBe(written)
      }),
    )
  })
})
