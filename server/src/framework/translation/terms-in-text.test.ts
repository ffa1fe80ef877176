import { expect, test } from 'vitest'
import { termsIn, type FoundTerm } from './terms-in-text'

const term = (en: string): FoundTerm => ({ id: en, en, fr: `${en} (fr)`, note: null })
const found = (text: string, ...terms: string[]) =>
  termsIn(text, terms.map(term)).map(({ en }) => en)

test('finds a term whatever its case, its number and the punctuation around it', () => {
  expect(found('Share of Customs Declarations, by month.', 'Customs declaration')).toEqual([
    'Customs declaration',
  ])
  expect(found('Authorities decide.', 'authority')).toEqual(['authority'])
  expect(found('Customs processes goods.', 'process')).toEqual(['process'])
})

test('finds whole words only', () => {
  expect(found('A prerelease note', 'release')).toEqual([])
  expect(found('status and statistics', 'statistic', 'statu')).toEqual(['statistic'])
})

test('a shorter term within a longer one is not found again, but is where it stands alone', () => {
  expect(found('Post-clearance audit', 'clearance', 'post-clearance audit')).toEqual([
    'post-clearance audit',
  ])
  expect(
    found('Post-clearance audit after clearance', 'clearance', 'post-clearance audit'),
  ).toEqual(['post-clearance audit', 'clearance'])
})

test('terms come in the order of the text, each once', () => {
  expect(found('release and clearance and release', 'clearance', 'release')).toEqual([
    'release',
    'clearance',
  ])
})
