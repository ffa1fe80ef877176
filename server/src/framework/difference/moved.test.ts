import { expect, test } from 'vitest'
import { longestRising, movedAmong, type Placed } from './moved'

const siblings = (before: string, after: string): Placed[] =>
  [...after].map((code) => ({
    code,
    parent: 'P',
    formerParent: before.includes(code) ? 'P' : 'Q',
    formerPlace: before.includes(code) ? before.indexOf(code) : null,
  }))
const moved = (before: string, after: string) => [...movedAmong(siblings(before, after))]

test('one that was put elsewhere moved, and its neighbours did not', () => {
  expect(moved('abcdef', 'bcdefa')).toEqual(['a'])
  expect(moved('abcdef', 'fabcde')).toEqual(['f'])
  expect(moved('abcdef', 'abedcf')).toHaveLength(2)
})

test('one that came or went moves no neighbour', () => {
  expect(moved('abcd', 'acd')).toEqual([])
  expect(moved('abcd', 'aXbcd')).toEqual(['X'])
  expect(moved('abcd', 'Xdabc')).toEqual(['X', 'd'])
})

test('one of several from the same node has no place of its own', () => {
  const nodes = siblings('abc', 'cab').map((node) => ({ ...node, formerPlace: null }))
  expect(movedAmong(nodes)).toEqual(new Set())
})

test('the longest rising subsequence is as long as any', () => {
  const all = (items: number[]): number[][] =>
    items.length < 2
      ? [items]
      : items.flatMap((item, index) => all(items.toSpliced(index, 1)).map((rest) => [item, ...rest])) // prettier-ignore
  const subsets = Array.from({ length: 32 }, (_, bits) =>
    [0, 1, 2, 3, 4].filter((index) => bits & (1 << index)),
  )
  const rises = (values: number[]) => values.every((value, at) => at === 0 || values[at - 1]! < value) // prettier-ignore
  for (const order of all([0, 1, 2, 3, 4])) {
    const longest = Math.max(
      ...subsets.filter((kept) => rises(kept.map((at) => order[at]!))).map((kept) => kept.length),
    )
    const found = [...longestRising(order)].toSorted((a, b) => a - b).map((at) => order[at]!)
    expect(rises(found), String(order)).toBe(true)
    expect(found.length, String(order)).toBe(longest)
  }
})
