import { expect, test } from 'vitest'
import { sharesBeside } from './weights'

const outcome = (code: string, weight: string, ...scored: boolean[]) => ({
  code,
  name: code,
  weight,
  kpis: scored.map((isScored) => ({ isScored })),
})
const version = {
  dimensions: [
    { code: 'TF', name: 'TF', weight: '1', outcomes: [outcome('TF-01', '1', true), outcome('TF-02', '1', true), outcome('TF-03', '5', false)] },
    { code: 'RC', name: 'RC', weight: '3', outcomes: [outcome('RC-01', '1', true)] },
  ],
} // prettier-ignore
const shares = (code: string, typed: string) =>
  sharesBeside(version, code, typed).map(({ code: own, share }) => [own, share])

test('the weight as typed changes the shares of the parts beside it', () => {
  expect(shares('TF-01', '3')).toEqual([['TF-01', 75], ['TF-02', 25], ['TF-03', null]]) // prettier-ignore
  expect(shares('TF', '1')).toEqual([['TF', 25], ['RC', 75]]) // prettier-ignore
})

test('an outcome in which nothing is scored has no part, whatever it weighs', () => {
  expect(shares('TF-03', '100')).toEqual([['TF-01', 50], ['TF-02', 50], ['TF-03', null]]) // prettier-ignore
})

test('while the weight is no number nothing is said', () => {
  for (const typed of ['', '1,5', 'x']) {
    expect(shares('TF-01', typed).map(([, share]) => share)).toEqual([null, null, null])
  }
})
