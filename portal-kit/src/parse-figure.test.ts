import { describe, expect, test } from 'vitest'
import { formatNumber, type FormatLocale } from './format'
import { parseFigure } from './parse-figure'

const read = (value: string, doubtful = false) => ({ state: 'read', value, doubtful })

describe('a typed figure', () => {
  test('may carry any kind of space between groups', () => {
    for (const space of [' ', '\u00a0', '\u202f', '\u2009'])
      expect(parseFigure(`18${space}420.6`, 'en')).toEqual(read('18420.6'))
  })

  test('is read with the decimal mark of the language', () => {
    expect(parseFigure('12,5', 'fr')).toEqual(read('12.5'))
    expect(parseFigure('12.5', 'en')).toEqual(read('12.5'))
    expect(parseFigure('1,234', 'fr')).toEqual(read('1.234'))
  })

  test('is doubtful where its decimals look like a group of thousands', () => {
    expect(parseFigure('12,000', 'fr')).toEqual(read('12', true))
    expect(parseFigure('12.340', 'en')).toEqual(read('12.34', true))
    expect(parseFigure('12.30', 'en')).toEqual(read('12.3'))
  })

  test('with the mark of another language is read, and shown back', () => {
    expect(parseFigure('12,5', 'en')).toEqual(read('12.5', true))
    expect(parseFigure('12.5', 'fr')).toEqual(read('12.5', true))
    expect(parseFigure('1,234', 'en')).toEqual(read('1234', true))
    expect(parseFigure('1.234,5', 'en')).toEqual(read('1234.5', true))
    expect(parseFigure('12 %', 'en')).toEqual(read('12', true))
    expect(parseFigure('12 %', 'en', { percent: false })).toEqual({ state: 'unreadable' })
    expect(parseFigure('12 34', 'en')).toEqual(read('1234', true))
  })

  test('with both marks is clear when the last one is the language’s own', () => {
    expect(parseFigure('1,234,567.8', 'en')).toEqual(read('1234567.8'))
    expect(parseFigure('1.234.567,8', 'fr')).toEqual(read('1234567.8'))
    expect(parseFigure('1,234,567', 'en')).toEqual(read('1234567'))
  })

  test('may be written in Arabic-Indic digits', () => {
    expect(parseFigure('١٢٬٨٧٤٫١', 'ar')).toEqual(read('12874.1'))
    expect(parseFigure('۱۲۳', 'ar')).toEqual(read('123'))
  })

  test('keeps zero apart from nothing', () => {
    expect(parseFigure('0', 'en')).toEqual(read('0'))
    expect(parseFigure('-0.00', 'en')).toEqual(read('0'))
    expect(parseFigure('  ', 'en')).toEqual({ state: 'empty' })
  })

  test('loses needless zeros and keeps the sign', () => {
    expect(parseFigure('\u2212007.50', 'en')).toEqual(read('-7.5'))
    expect(parseFigure('.5', 'en')).toEqual(read('0.5'))
  })

  test.each(['abc', '1e5', '1,23,4', '1.2.3,4', '--5', '12 apples', '.', '-'])(
    'is refused when it says %s',
    (text) => {
      expect(parseFigure(text, 'en')).toEqual({ state: 'unreadable' })
    },
  )
})

describe('reading what was formatted', () => {
  // A fixed sequence of pseudo-random figures: the same on every run.
  function* figures(count: number): Generator<string> {
    let seed = 20_261_124
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let index = 0; index < count; index += 1) {
      const whole = Array.from({ length: 1 + next(20) }, () => next(10)).join('')
      const fraction = Array.from({ length: next(9) }, () => next(10)).join('')
      const integer = whole.replace(/^0+(?=\d)/, '')
      const decimals = fraction.replace(/0+$/, '')
      const unsigned = decimals ? `${integer}.${decimals}` : integer
      yield next(3) === 0 && unsigned !== '0' ? `-${unsigned}` : unsigned
    }
  }

  test.each<FormatLocale>(['en', 'fr', 'ar'])('gives the same figure in %s', (locale) => {
    for (const figure of figures(1000))
      expect(parseFigure(formatNumber(figure, locale), locale)).toEqual(read(figure))
  })
})
