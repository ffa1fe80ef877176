import { describe, expect, test } from 'vitest'
import { mergeText, restateTranslations } from './merge-texts'

describe('merging a text', () => {
  test('keeps the language that is left out', () => {
    expect(mergeText({ en: 'Rate', fr: 'Taux' }, { fr: ' Part ' })).toEqual({
      en: 'Rate',
      fr: 'Part',
    })
  })

  test('keeps everything when nothing is given, and removes it on null', () => {
    const text = { en: 'Rate', fr: 'Taux' }

    expect(mergeText(text, undefined)).toBe(text)
    expect(mergeText(text, null)).toBeNull()
  })
})

describe('the state of a translation', () => {
  const before = { name: { en: 'Rate', fr: 'Taux' }, description: { en: 'Share', fr: 'Part' } }
  const status = { fr: { name: 'OFFICIAL', description: 'DRAFT' } }

  const after = (name: { en: string; fr: string }) =>
    restateTranslations(status, before, { ...before, name })

  test('is outdated when the English text changed alone', () => {
    expect(after({ en: 'Ratio', fr: 'Taux' })).toEqual({
      fr: { name: 'OUTDATED', description: 'DRAFT' },
    })
  })

  test('is a draft once the French text is renewed', () => {
    expect(after({ en: 'Ratio', fr: 'Rapport' })).toEqual({
      fr: { name: 'DRAFT', description: 'DRAFT' },
    })
  })

  test('is missing without French text, and stays where nothing changed', () => {
    expect(after({ en: 'Rate', fr: '' })).toEqual({ fr: { name: 'MISSING', description: 'DRAFT' } })
    expect(after(before.name)).toEqual(status)
  })

  test('is told apart by text where one state stood for all', () => {
    expect(restateTranslations({ fr: 'DRAFT' }, before, { ...before, name: { en: 'Ratio', fr: 'Taux' } }))
      .toEqual({ fr: { name: 'OUTDATED', description: 'DRAFT' } }) // prettier-ignore
  })
})
