import { expect, test } from 'vitest'
import { markOf, provenMark } from './decimal-mark'

test.each([
  ['two marks', '1,234.5', '.'],
  ['two marks the other way', '1.234,5', ','],
  ['groups', '1.234.567', ','],
  ['groups of the other sign', '1,234,567', '.'],
  ['few decimals', '12.5', '.'],
  ['many decimals', '0,1234', ','],
  ['a zero before', '0.125', '.'],
  ['spaces as groups', '12 345,678', ','],
  ['a sign and a percentage', '−3,5%', ','],
])('is told by %s', (_, text, mark) => {
  expect(provenMark([['186 118', '561.187'], [text]])).toBe(mark)
})

test.each([
  ['what can be read in two ways', ['602.300', '561,187']],
  ['whole numbers and words', ['12', '1 234', 'about 5', 'n.a.', '']],
  ['cells that disagree', ['12.5', '12,5']],
])('is not told by %s', (_, cells) => {
  expect(provenMark([cells])).toBeNull()
})

test('is else the one of the language', () => {
  expect([markOf('en'), markOf('fr'), markOf('ar')]).toEqual(['.', ',', '.'])
})
