import { describe, expect, test } from 'vitest'
import { binsOf } from './bins'
import { previewOf, type PublicAnswer } from './preview'
import type { ReadFormula } from './readable-figures'
import { parse } from '#framework/formula'

const formulaOf = (text: string) => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.formula
}

const answer = (administrationId: string, rest: Partial<PublicAnswer>): PublicAnswer => ({
  administrationId, kpiCode: 'K', access: 'VISIBLE', state: 'REPORTED', value: null, subValues: null,
  score: null, ...rest,
}) // prettier-ignore

const doubled: ReadFormula = {
  formula: formulaOf('2*M'),
  measures: new Map([['M', { kpi: 'K', subMeasure: null }]]),
  closed: [],
}
const scoring = {
  direction: 'HIGHER',
  scored: true,
  normalisation: { method: 'LINEAR', floor: '0', goal: '100' },
} as const

const former = { ...scoring, code: 'K', decimals: 1 }

const answers = [
  answer('a', { value: '10.00', score: '10' }),
  answer('b', { value: '60', score: '60' }),
  answer('c', { access: 'WITHHELD', state: null }),
  answer('d', { state: 'NOT_AVAILABLE' }),
  answer('e', { state: 'NOT_COMPUTABLE' }),
  answer('f', { value: '0', score: '0' }),
]

describe('the preview of a draft formula', () => {
  test('says who would change by how much, and why the others are not counted', () => {
    const preview = previewOf({ read: doubled, scoring, undefinedWhen: null, former }, answers)

    expect(preview).toMatchObject({
      listed: 6,
      changed: 2,
      before: { n: 3, median: '10' },
      after: { n: 3, median: '20', mean: '46.6666666667' },
    })
    expect(preview.leftOut).toEqual([
      { reason: 'WITHHELD', count: 1 },
      { reason: 'NOT_AVAILABLE', count: 1 },
      { reason: 'NOT_COMPUTABLE', count: 1 },
    ])
    expect(preview.changes).toMatchObject([
      { administrationId: 'b', before: '60', after: '120', difference: '60', scoreBefore: '60', scoreAfter: '100' },
      { administrationId: 'a', before: '10', after: '20', difference: '10', scoreAfter: '20' },
      { administrationId: 'f', before: '0', after: '0', difference: '0' },
    ]) // prettier-ignore
  })

  test('finds no change where nothing changed, though scores were released from values before rounding', () => {
    const same = { ...doubled, formula: formulaOf('M') }
    const rounded = [
      answer('a', { value: '75', score: '75.3' }),
      answer('b', { value: '12.4', score: '12.3571428571' }),
    ]
    const preview = (draft: object) =>
      previewOf({ read: same, scoring, undefinedWhen: null, former, ...draft }, rounded)

    expect(preview({})).toMatchObject({ changed: 0 })
    expect(preview({}).changes).toMatchObject([
      { scoreBefore: '75.3', scoreAfter: '75.3' },
      { scoreBefore: '12.3571428571', scoreAfter: '12.3571428571' },
    ])
    const shifted = { ...scoring, normalisation: { method: 'LINEAR', floor: '10', goal: '100' } }
    expect(preview({ scoring: shifted })).toMatchObject({ changed: 2 })
    const near = { ...same, formula: formulaOf('M+0.01') }
    expect(preview({ read: near })).toMatchObject({ changed: 0 })
  })

  test('counts what is no longer computable by its reason, and not as changed', () => {
    const none = { ...doubled, formula: formulaOf('M/(M-M)') }
    const preview = previewOf({ read: none, scoring, undefinedWhen: null, former }, answers)

    expect(preview).toMatchObject({ changed: 0, before: { n: 3 }, after: { n: 0 } })
    expect(preview.leftOut).toContainEqual({ reason: 'NOT_COMPUTABLE', count: 4 })
  })

  test('counts nobody where a figure is closed, and still shows what was released', () => {
    const closed = { ...doubled, closed: ['DECL_ALL'] }
    const preview = previewOf({ read: closed, scoring, undefinedWhen: null, former }, answers)

    expect(preview.after.n).toBe(0)
    expect(preview.leftOut).toEqual([{ reason: 'NOT_PUBLIC', count: 6 }])
    expect(preview.before.n).toBe(3)
    expect(
      preview.changes.every(({ after, scoreAfter }) => after === null && scoreAfter === null),
    ).toBe(true)
  })

  test('gives a neutral KPI no score, and a new KPI no value before', () => {
    const neutral = {
      direction: 'NEUTRAL',
      scored: false,
      normalisation: { method: 'NONE' },
    } as const
    const preview = previewOf(
      { read: doubled, scoring: neutral, undefinedWhen: null, former: null },
      answers,
    )

    expect(preview.before.n).toBe(0)
    expect(preview.changes.map(({ scoreAfter, difference }) => [scoreAfter, difference])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })
})

describe('the bins of a distribution', () => {
  test('are round, hold every value of both sides, and count none twice', () => {
    const before = ['0', '12.5', '99.9', '100', null]
    const after = ['0.5', '33.3', '100']
    const bins = binsOf(before, after)

    expect(bins[0]).toMatchObject({ from: '0', to: '10' })
    expect(bins.at(-1)).toMatchObject({ to: '100', before: 2, after: 1 })
    expect(bins.reduce((sum, bin) => sum + bin.before, 0)).toBe(4)
    expect(bins.reduce((sum, bin) => sum + bin.after, 0)).toBe(3)
  })

  test('are one where all are equal, few where numbers are enormous or tiny, none without any', () => {
    expect(binsOf(['5'], ['5'])).toEqual([{ from: '5', to: '6', before: 1, after: 1 }])
    expect(
      binsOf(['-1e-9'.replace('1e-9', '0.000000001')], [`1${'0'.repeat(29)}`]).length,
    ).toBeLessThan(14)
    expect(binsOf([null], [])).toEqual([])
  })
})
