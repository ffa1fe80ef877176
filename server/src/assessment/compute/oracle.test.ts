import { describe, expect, test } from 'vitest'
import { Decimal } from '#platform/decimal'
import type { ResponseState } from '#framework/definition'
import { catalogue, elements, figuresOf, kpi, minCoverage, years } from './catalogue.testing'
import { assessmentScores, dimensionScore, groupMeasures, kpiScore, kpiValue } from './index'
import { outcomeScore, overallScore, performanceGap, type OutcomePart } from './index'

const tolerance = 1e-9

/** How far a computed decimal is from the expected one; not a number where there is none. */
const distance = (actual: string | null | undefined, expected: string): number =>
  new Decimal(actual ?? 'NaN').sub(expected).abs().toNumber()

const valueOf = (code: string, values: Record<string, string>) =>
  kpiValue(kpi(code), figuresOf(code, values), years)

const scoreOf = (code: string, value: string | null) => kpiScore(kpi(code), value)?.score ?? null

const part = (
  code: string,
  state: ResponseState,
  score: string | null,
  weight = '1',
): OutcomePart => ({
  code,
  weight,
  scorable: true,
  state,
  score,
})

const outcome = (code: string, scores: readonly string[]) => ({
  code,
  weight: '1',
  ...outcomeScore(
    scores.map((score, index) => part(`${code}-${index}`, 'REPORTED', score)),
    minCoverage,
  ),
})

const dimension = (code: string, score: string | null) => ({
  code,
  weight: '1',
  score,
  reason: score === null ? ('LOW_COVERAGE' as const) : null,
  coverage: { scored: score === null ? 0 : 1, scorable: 1 },
  contributions: [],
})

describe('the oracle of values and scores', () => {
  test('O1: 981 of 1000 electronic declarations are 98.1 % and score 98.1', () => {
    const { state, value } = valueOf('TF-01-1', { A: '981', B: '1000' })

    expect(state).toBe('REPORTED')
    expect(distance(value, '98.1')).toBeLessThan(tolerance)
    expect(distance(scoreOf('TF-01-1', value), '98.1')).toBeLessThan(tolerance)
  })

  test('O2: 90 of 100 and 9 990 of 10 000 have 94.95 as mean of rates and 99.8019801980 pooled', () => {
    const measures = groupMeasures(kpi('TF-01-1'), elements, [
      figuresOf('TF-01-1', { A: '90', B: '100' }),
      figuresOf('TF-01-1', { A: '9990', B: '10000' }),
    ])

    expect(measures.n).toBe(2)
    expect(distance(measures.meanOfRates, '94.95')).toBeLessThan(tolerance)
    expect(distance(measures.pooledRate, '99.8019801980')).toBeLessThan(tolerance)
  })

  test.each([
    ['120', '20', '100'],
    ['80', '-20', '0'],
    ['0', '-100', '0'],
  ])('O3: 100 operators that become %s vary by %s % and score %s', (current, variation, score) => {
    const { value } = valueOf('TF-02-1', { A: current, B: '100' })

    expect(distance(value, variation)).toBeLessThan(tolerance)
    expect(distance(scoreOf('TF-02-1', value), score)).toBeLessThan(tolerance)
  })

  test('O4: a variation from zero is not computable because its base is zero', () => {
    const { state, reasonCode, value } = valueOf('TF-02-1', { A: '5', B: '0' })

    expect({ state, reasonCode, value }).toEqual({
      state: 'NOT_COMPUTABLE',
      reasonCode: 'BASE_ZERO',
      value: null,
    })
  })

  test('O5: import 30 of 200 and export 10 of 50 pool to 16, not to the mean 17.5', () => {
    const { value, subMeasures } = valueOf('TF-02-2', { A: '30', B: '200', C: '10', D: '50' })

    expect(distance(value, '16')).toBeLessThan(tolerance)
    expect(subMeasures.map(({ code }) => code)).toEqual(['IMP', 'EXP'])
    expect(distance(subMeasures[0]?.value, '15')).toBeLessThan(tolerance)
    expect(distance(subMeasures[1]?.value, '20')).toBeLessThan(tolerance)
  })

  test('O6: 60 % women in management score 80, none score 0', () => {
    expect(distance(scoreOf('OD-03-1', '60'), '80')).toBeLessThan(tolerance)
    expect(distance(scoreOf('OD-03-1', '0'), '0')).toBeLessThan(tolerance)
  })

  test('O7: a cost of collection of 2 % scores 80', () => {
    expect(distance(scoreOf('RC-01-3', '2'), '80')).toBeLessThan(tolerance)
  })

  test('O8: 30 % of declarations inspected score 70', () => {
    expect(distance(scoreOf('EP-06-4', '30'), '70')).toBeLessThan(tolerance)
  })

  test('O9: 60 hours to release score 75', () => {
    expect(distance(scoreOf('TF-04-1', '60'), '75')).toBeLessThan(tolerance)
  })

  test('O10: 80 % of the revenue target score 60, 112 % score 100', () => {
    expect(distance(scoreOf('RC-01-1', '80'), '60')).toBeLessThan(tolerance)
    expect(distance(scoreOf('RC-01-1', '112'), '100')).toBeLessThan(tolerance)
  })

  test('O11: level 3 scores 75, a yes scores 100', () => {
    expect(distance(scoreOf('OD-01-1', '3'), '75')).toBeLessThan(tolerance)
    expect(distance(scoreOf('TF-04-3', '1'), '100')).toBeLessThan(tolerance)
  })

  test('O12: a neutral KPI has a value, no score and no gap', () => {
    const { value } = valueOf('EP-02-1', { A: '30', B: '20' })

    expect(distance(value, '50')).toBeLessThan(tolerance)
    expect(scoreOf('EP-02-1', value)).toBeNull()
    expect(performanceGap(kpi('EP-02-1'), value, '10')).toBeNull()
  })
})

describe('the oracle of roll-ups', () => {
  test('O13: 80, not applicable, 60 give 70 with coverage 2 of 2', () => {
    const result = outcomeScore(
      [part('a', 'REPORTED', '80'), part('b', 'NOT_APPLICABLE', null), part('c', 'REPORTED', '60')],
      minCoverage,
    )

    expect(distance(result.score, '70')).toBeLessThan(tolerance)
    expect(result.coverage).toEqual({ scored: 2, scorable: 2 })
  })

  test('O14: 80, not available, 60 give 70 with coverage 2 of 3', () => {
    const result = outcomeScore(
      [part('a', 'REPORTED', '80'), part('b', 'NOT_AVAILABLE', null), part('c', 'REPORTED', '60')],
      minCoverage,
    )

    expect(distance(result.score, '70')).toBeLessThan(tolerance)
    expect(result.coverage).toEqual({ scored: 2, scorable: 3 })
  })

  test('O15: 80 and two not available have no score, coverage 1 of 3', () => {
    const result = outcomeScore(
      [
        part('a', 'REPORTED', '80'),
        part('b', 'NOT_AVAILABLE', null),
        part('c', 'NOT_AVAILABLE', null),
      ],
      minCoverage,
    )

    expect(result.score).toBeNull()
    expect(result.coverage).toEqual({ scored: 1, scorable: 3 })
    expect(result.reason).toBe('LOW_COVERAGE')
  })

  test('O16: where nothing is applicable there is no score, 0 of 0', () => {
    const result = outcomeScore(
      [part('a', 'NOT_APPLICABLE', null), part('b', 'NOT_APPLICABLE', null)],
      minCoverage,
    )

    expect(result.score).toBeNull()
    expect(result.coverage).toEqual({ scored: 0, scorable: 0 })
  })

  test('O17: weights 2 and 1 over 90 and 60 give 80; without the first, 60', () => {
    const second = part('b', 'REPORTED', '60', '1')

    const both = outcomeScore([part('a', 'REPORTED', '90', '2'), second], minCoverage)
    const alone = outcomeScore([part('a', 'NOT_APPLICABLE', null, '2'), second], minCoverage)

    expect(distance(both.score, '80')).toBeLessThan(tolerance)
    expect(distance(alone.score, '60')).toBeLessThan(tolerance)
  })

  test('O18: a dimension is the mean of its outcomes, 70, not of its KPIs, 80', () => {
    const result = dimensionScore(
      [outcome('first', ['90', '90', '90']), outcome('second', ['50'])],
      minCoverage,
    )

    expect(distance(result.score, '70')).toBeLessThan(tolerance)
  })

  test('O19: with one of four dimensions unscored there is no overall score', () => {
    const result = overallScore([
      dimension('TF', '90'),
      dimension('RC', '80'),
      dimension('EP', '70'),
      dimension('OD', null),
    ])

    expect(result.score).toBeNull()
    expect(result.reason).toBe('DIMENSION_MISSING')
  })
})

describe('a whole assessment', () => {
  const fullMarks = Object.fromEntries(
    catalogue.kpis.map(({ code, normalisation }) => {
      const value = normalisation.method === 'LINEAR' ? normalisation.goal : '50'
      return [code, { state: 'REPORTED' as const, value }]
    }),
  )

  test('scores 100 where every KPI reaches its goal', () => {
    const scores = assessmentScores(catalogue, fullMarks)

    expect(scores.overall.score).toBe('100')
    expect(scores.dimensions.map(({ score }) => score)).toEqual(['100', '100', '100', '100'])
    expect(scores.method).toEqual({ code: 'MEAN-100', version: 1, status: 'EXPERIMENTAL' })
  })

  test('never scores an outcome that has neutral KPIs only', () => {
    const { outcomes } = assessmentScores(catalogue, fullMarks)

    expect(outcomes.find(({ code }) => code === 'EP-02')).toMatchObject({
      score: null,
      reason: 'NOT_SCORED_AT_ALL',
      coverage: { scored: 0, scorable: 0 },
    })
  })

  test('has no score at all before the first response', () => {
    const scores = assessmentScores(catalogue, {})

    expect(scores.overall.score).toBeNull()
    expect(scores.outcomes.every(({ score }) => score === null)).toBe(true)
    expect(scores.outcomes.find(({ code }) => code === 'TF-01')?.coverage).toEqual({
      scored: 0,
      scorable: 3,
    })
  })
})
