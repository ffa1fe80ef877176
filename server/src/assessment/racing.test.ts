import { describe, expect, test } from 'vitest'
import { chanceOf, faultsOf, type Write } from './racing.testing'

const write = (version: number | null, value: string, more: Partial<Write> = {}): Write => ({
  elementCode: 'DECL_ALL', value, expectedVersion: (version ?? 1) - 1, key: `key ${value}`,
  fate: version === null ? 'stale' : 'acknowledged', version, ...more,
}) // prettier-ignore
const NOTHING = { value: null, version: 0 }
const history = (...values: string[]) =>
  values.map((value, place) => ({ revision: place + 1, value }))

test('a seed gives the same race again', () => {
  const [one, other] = [chanceOf(7), chanceOf(7)]
  expect([one.below(100), one.key()]).toEqual([other.below(100), other.key()])
})

describe('the checker of races', () => {
  test('finds nothing where each acknowledged write follows another', () => {
    const writes = [write(1, '10'), write(2, '20'), write(null, '30')]
    expect(faultsOf(NOTHING, writes, { value: '20', version: 2 }, history('10', '20'))).toEqual([])
  })

  test.each([
    ['a lost write', [write(1, '10'), write(2, '20')], { value: '10', version: 1 }, history('10')],
    ['two on one version', [write(1, '10'), write(1, '20')], { value: '20', version: 1 }, history('20')],
    ['one applied twice', [write(1, '10')], { value: '10', version: 2 }, history('10', '10')],
    ['a refused one that is stored', [write(1, '10'), write(null, '30')], { value: '30', version: 1 }, history('30')],
    ['another value than was said', [write(1, '10')], { value: '11', version: 1 }, history('10')],
  ] as const)('finds %s', (_, writes, after, kept) => {
    expect(faultsOf(NOTHING, writes, after, kept)).not.toEqual([])
  }) // prettier-ignore
})
