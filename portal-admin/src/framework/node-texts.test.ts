import { expect, test } from 'vitest'
import { changedTexts, nodeTextsOf } from './node-texts'

const texts = { nameEn: 'Name', nameFr: 'Nom', descriptionEn: 'What', descriptionFr: 'Quoi' }

test('a French text served in English is an empty field', () => {
  const node = { ...texts, nameFr: 'Name', nameFrServed: 'EN', descriptionFrServed: 'FR' }

  expect(nodeTextsOf(node)).toEqual({ ...texts, nameFr: '' })
})

test('only the language that was changed is sent', () => {
  expect(changedTexts(texts, { ...texts, nameFr: ' Intitulé ' })).toEqual({
    name: { fr: 'Intitulé' },
  })
  expect(
    changedTexts(texts, { ...texts, descriptionEn: 'Why', descriptionFr: 'Pourquoi' }),
  ).toEqual({
    description: { en: 'Why', fr: 'Pourquoi' },
  })
  expect(changedTexts(texts, texts)).toEqual({})
})
