import { expect, test } from 'vitest'
import { lengthProblems } from './text-length'

test('names the languages in which a name is too long, and lets longer definitions be', () => {
  const long = 'é'.repeat(301)

  expect(
    lengthProblems({
      name: { en: long, fr: 'é'.repeat(300) },
      description: { en: long, fr: 'é'.repeat(10_001) },
      subMeasures: [{ code: 'IMP', name: { en: long } }],
      formula: 'A'.repeat(400),
    }),
  ).toMatchObject([
    { reason: 'TEXT_TOO_LONG', path: ['input', 'name', 'en'] },
    { reason: 'TEXT_TOO_LONG', path: ['input', 'description', 'fr'] },
    { reason: 'TEXT_TOO_LONG', path: ['input', 'subMeasures', '0', 'name', 'en'] },
  ])
})
