import { expect, test } from 'vitest'
import { anchorOf, piecesOf } from './glossary-links'

const terms = [
  { id: 'T1', en: 'release', fr: 'mainlevée' },
  { id: 'T2', en: 'release time', fr: 'délai de mainlevée' },
  { id: 'T3', en: 'declaration', fr: 'déclaration ; avis' },
]

test('a term is linked where it stands first, the longer one before the shorter', () => {
  expect(piecesOf('Release time of declarations; each declaration.', 'en', terms)).toEqual([
    { text: 'Release time', term: 'T2' },
    { text: ' of ' },
    { text: 'declarations', term: 'T3' },
    { text: '; each declaration.' },
  ])
  expect(piecesOf('Délai de mainlevée, puis la mainlevée', 'fr', terms)).toEqual([
    { text: 'Délai de mainlevée', term: 'T2' },
    { text: ', puis la ' },
    { text: 'mainlevée', term: 'T1' },
  ])
})

test('a plural is the same term, in each of its words', () => {
  const plural = piecesOf('Les délais de mainlevée et les déclarations', 'fr', terms)
  expect(plural.flatMap(({ term }) => term ?? [])).toEqual(['T2', 'T3'])
})

test('each form of a term leads to it', () => {
  expect(piecesOf('Un avis suffit.', 'fr', terms)).toContainEqual({ text: 'avis', term: 'T3' })
  expect(piecesOf('Avis ou déclaration', 'fr', terms).filter(({ term }) => term)).toHaveLength(1)
})

test('within another word there is no term, and a text without one stays whole', () => {
  expect(piecesOf('Prereleased', 'en', terms)).toEqual([{ text: 'Prereleased' }])
  expect(piecesOf('', 'en', terms)).toEqual([])
})

test('signs in a term mean themselves', () => {
  const [term] = [{ id: 'T4', en: 'AEO (C+S)', fr: 'OEA (C+S)' }]

  expect(piecesOf('An AEO (C+S) is one.', 'en', [term])).toContainEqual({ text: 'AEO (C+S)', term: 'T4' }) // prettier-ignore
  expect(anchorOf('FT_a=/')).toBe('term-FT_a')
})
