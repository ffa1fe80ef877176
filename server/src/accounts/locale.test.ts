import 'reflect-metadata'
import { expect, test } from 'vitest'
import { localized, localizedOrNull, servedLocale } from './locale'

const both = { en: 'Oresund', fr: 'Øresund' }
const englishOnly = { en: 'Oresund', fr: '' }

test('a text comes in the language wanted', () => {
  expect(localized(both, 'FR')).toBe('Øresund')
  expect(servedLocale(both, 'FR')).toBe('FR')
})

test('a missing translation falls back to English and says so', () => {
  expect(localized(englishOnly, 'FR')).toBe('Oresund')
  expect(servedLocale(englishOnly, 'FR')).toBe('EN')
})

test('where there is no text at all there is nothing to show', () => {
  expect(localized(null, 'EN')).toBe('')
  expect(localizedOrNull({}, 'FR')).toBeNull()
})
