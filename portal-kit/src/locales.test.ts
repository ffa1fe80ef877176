import { expect, test } from 'vitest'
import { localeProblems } from '../check-locales'

const here = import.meta.dirname

test('the kit speaks English and French, says nothing itself and keeps no idle text', () => {
  expect(
    localeProblems({ src: here, except: ['generated'], prefix: 'kit', oneWord: true }),
  ).toEqual([])
})
