import { expect, test } from 'vitest'
import { wordDiff } from './word-diff'

const side = (before: string, after: string, left: 'REMOVED' | 'ADDED') =>
  wordDiff(before, after)
    .filter(({ change }) => change === 'SAME' || change === left)
    .map(({ text }) => text)
    .join('')

test('names the words that came and went', () => {
  expect(wordDiff('Rate of electronic declarations', 'Share of electronic declarations')).toEqual([
    { text: 'Rate', change: 'REMOVED' },
    { text: 'Share', change: 'ADDED' },
    { text: ' of electronic declarations', change: 'SAME' },
  ])
})

test.each([
  ['', 'new'],
  ['old', ''],
  ['a b c d', 'd c b a'],
  ['one two  three\nfour', 'one three four five'],
  ['x '.repeat(700), 'y '.repeat(3)],
])('both sides of "%s" and "%s" can be read back from it', (before, after) => {
  expect(side(before, after, 'REMOVED')).toBe(before)
  expect(side(before, after, 'ADDED')).toBe(after)
})
