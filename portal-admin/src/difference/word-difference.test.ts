import { describe, expect, test } from 'vitest'
import { wordDifference } from './word-difference'

const textOf = (before: string, after: string, without: 'added' | 'removed') =>
  wordDifference(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

describe('the difference of two texts', () => {
  test('names the words that came and went, and keeps the others together', () => {
    expect(wordDifference('100*A/B', '100*(A+C)/B')).toEqual([
      { kind: 'same', text: '100*' },
      { kind: 'added', text: '(' },
      { kind: 'same', text: 'A' },
      { kind: 'added', text: '+C)' },
      { kind: 'same', text: '/B' },
    ])
    expect(wordDifference('Part des décisions rendues', 'Part des décisions anticipées rendues')).toEqual([
      { kind: 'same', text: 'Part des décisions ' },
      { kind: 'added', text: 'anticipées ' },
      { kind: 'same', text: 'rendues' },
    ]) // prettier-ignore
  })

  test.each([
    ['', 'all new'],
    ['all gone', ''],
    ['one two three', 'three two one'],
    ['word '.repeat(1500), 'other '.repeat(1500)],
  ])('gives both texts back whole', (before, after) => {
    expect(textOf(before, after, 'added')).toBe(before)
    expect(textOf(before, after, 'removed')).toBe(after)
  })
})
