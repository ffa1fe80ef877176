import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import en from './locales/en.json'
import fr from './locales/fr.json'
import { useUnit } from './use-unit'

function unitsIn(locale: 'en' | 'fr') {
  const i18n = createI18n({
    legacy: false,
    locale,
    messages: { en: { kit: en }, fr: { kit: fr } } as never,
  })
  let units: ReturnType<typeof useUnit> | undefined
  mount(
    { setup: () => void (units = useUnit()), template: '<i />' },
    { global: { plugins: [i18n] } },
  )
  return units!
}

test('units are worded in the language of the portal, compound ones part by part', () => {
  const french = unitsIn('fr')

  expect(french.written('99.5', 'hours')).toBe('99,5\u00a0heures')
  expect(french.name('hours / consignments')).toBe('heures / envois')
  expect(french.name('furlongs')).toBe('furlongs')
})

test('a count stands bare, an answer is a word, and a level says of how many', () => {
  const english = unitsIn('en')

  expect(english.written('2', 'count')).toBe('2')
  expect(english.written('1', 'yes/no')).toBe('Yes')
  expect(english.written('0', 'yes/no')).toBe('No')
  expect(english.written('3', 'level 0-4', 2)).toBe('3.00\u00a0of 4')
  expect(english.written('41.2', '%')).toBe('41.2\u00a0%')
})
