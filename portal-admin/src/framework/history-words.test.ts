import { expect, test } from 'vitest'
import en from './locales/en.json'
import fr from './locales/fr.json'
import lineageEn from '../lineage/locales/en.json'
import lineageFr from '../lineage/locales/fr.json'
import { partKey, valueKey } from './history-words'

const reads = (key: string | null, locale: object): unknown =>
  key
    ?.replace('framework.', '')
    .split('.')
    .reduce<unknown>(
      (within, name) => (within as Record<string, unknown> | undefined)?.[name],
      locale,
    )

test('what is stored as a code has words in both languages', () => {
  for (const [field, value] of [
    ['direction', 'NEUTRAL'],
    ['kind', 'ORDINAL'],
    ['relation', 'FORMULA_CHANGED'],
    ['valueType', 'MONEY'],
    ['nature', 'STOCK'],
    ['origin', 'DERIVED'],
    ['undefinedWhen', 'BASE_ZERO'],
    ['isInteger', 'true'],
    ['statement.kind', 'DATA_ELEMENT'],
    ['statement.relation', 'RETIRED'],
    ['normalisation.method', 'LINEAR'],
    ['provenance.status', 'SOURCED'],
  ] as const) {
    for (const locale of [en, fr]) {
      expect([field, reads(valueKey(field, value), locale)]).toEqual([field, expect.any(String)])
    }
  }
  expect(reads(partKey('maxDistance'), fr)).toBe('Distance notée 0')
})

test('a statement about lineage is told in the words of the lineage', () => {
  const key =
    valueKey('statement.comparability', 'WITH_CONVERSION')?.replace('lineage.', '') ?? null
  expect(reads(key, lineageEn)).toBe('Comparable through a conversion')
  expect(reads(key, lineageFr)).toBe('Comparable après conversion')
})

test('a text that is no code stands for itself', () => {
  expect(valueKey('name.en', 'LINEAR')).toBeNull()
  expect(valueKey('formula', '100*A/B')).toBeNull()
  expect(partKey('TF-01-1')).toBeNull()
})
