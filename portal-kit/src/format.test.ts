import { describe, expect, test } from 'vitest'
import {
  daysUntil,
  formatBytes,
  formatDate,
  formatDeadline,
  formatNumber,
  formatPercent,
  keepFrenchSpaces,
  formatPeriod,
  formatShortened,
  NO_BREAK_SPACE as _,
} from './format'

describe('numbers', () => {
  test('keep every digit of a long decimal string', () => {
    const text = '123456789012345678901234567890.123456789'

    expect(formatNumber(text, 'en').replaceAll(_, '')).toBe(text)
  })

  test('part groups by a no-break space in English and French', () => {
    expect(formatNumber('18420.6', 'en')).toBe(`18${_}420.6`)
    expect(formatNumber('18420.6', 'fr')).toBe(`18${_}420,6`)
  })

  test('show the decimals asked for, rounding half away from zero', () => {
    expect(formatNumber('44.15', 'en', { digits: 1 })).toBe('44.2')
    expect(formatNumber('-44.15', 'en', { digits: 1 })).toBe('\u221244.2')
    expect(formatNumber('7', 'en', { digits: 1 })).toBe('7.0')
  })

  test('with more decimals than wanted are cut, not rounded, and say that there are more', () => {
    expect(formatShortened('66.66666666666667', 'fr', 4)).toBe('66,6666…')
    expect(formatShortened('-0.00001', 'en', 4)).toBe('0.0000…')
    expect(formatShortened('12.5', 'fr', 4)).toBe('12,5')
  })

  test('of bytes are few and name their unit', () => {
    const said = (count: number, locale: 'en' | 'fr') =>
      formatBytes(count, locale).replaceAll(/\s/g, ' ')

    expect([said(631, 'en'), said(1, 'en'), said(2_430_000, 'en')]).toEqual(['631 bytes', '1 byte', '2.4 MB']) // prettier-ignore
    expect([said(631, 'fr'), said(2_430_000, 'fr')]).toEqual(['631 octets', '2,4 Mo'])
  })

  test('show a plus on a rise and nothing on zero', () => {
    expect(formatNumber('5.3', 'en', { signed: true })).toBe('+5.3')
    expect(formatNumber('0', 'en', { signed: true })).toBe('0')
  })

  test('carry the percent sign after a no-break space', () => {
    expect(formatPercent('0.0', 'fr')).toBe(`0,0${_}%`)
  })
})

describe('dates', () => {
  test('are written in the order of the language, without a shift of zone', () => {
    expect(formatDate('2026-06-07', 'en')).toBe('7 June 2026')
    expect(formatDate('2026-06-07', 'fr')).toBe('7 juin 2026')
    const now = new Date('2026-11-27T04:00:00Z')
    expect(formatDate('2026-06-07', 'en', 'short', now)).toBe('7 June')
    expect(formatDate('2025-01-22', 'en', 'short', now)).toBe('22 January 2025')
    expect(formatDate('2025-01-22', 'fr', 'short', now)).toBe('22 janvier 2025')
  })

  test('a calendar year is named by its number, another period by its days', () => {
    expect(formatPeriod({ start: '2024-01-01', end: '2024-12-31' }, 'en')).toBe('2024')
    expect(formatPeriod({ start: '2023-04-01', end: '2024-03-31' }, 'en')).toContain('Mar 2024')
  })

  test('a deadline counts whole days', () => {
    const now = new Date('2026-06-07T22:00:00Z')

    expect(daysUntil('2026-06-30', now)).toBe(23)
    expect(formatDeadline('2026-06-30', 'en', now)).toBe('in 23 days')
    expect(formatDeadline('2026-06-30', 'fr', now)).toBe('dans 23 jours')
  })
})

describe('French texts', () => {
  test('keep tall punctuation, percent signs and guillemets on the line of their word', () => {
    expect(keepFrenchSpaces('Publier « v.2 » ? Oui : 4 % ; fin !')).toBe(
      `Publier «${_}v.2${_}»${_}? Oui${_}: 4${_}%${_}; fin${_}!`,
    )
  })

  test('stay as they are where no space belongs', () => {
    expect(keepFrenchSpaces('https://example.org/a?b, 12:30')).toBe(
      'https://example.org/a?b, 12:30',
    )
  })
})
