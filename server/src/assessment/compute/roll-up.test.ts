import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dimensionScore, outcomeScore, overallScore, type OutcomePart } from './roll-up'

const reported = (code: string, score: string, weight = '1'): OutcomePart => ({
  code,
  weight,
  scorable: true,
  state: 'REPORTED',
  score,
})
const pending = (code: string): OutcomePart => ({
  ...reported(code, '0'),
  state: 'PENDING',
  score: null,
})

describe('the score of an outcome', () => {
  test('is given at exactly half coverage', () => {
    const result = outcomeScore([reported('a', '80'), pending('b')], '0.5')

    expect(result).toMatchObject({ score: '80', coverage: { scored: 1, scorable: 2 } })
  })

  test('leaves neutral KPIs out of the coverage', () => {
    const neutral: OutcomePart = { ...reported('n', '0'), scorable: false, score: null }

    const result = outcomeScore([reported('a', '80'), neutral], '0.5')

    expect(result).toMatchObject({ score: '80', coverage: { scored: 1, scorable: 1 } })
  })

  test('says which share each KPI had, and that a missing one had none', () => {
    const { contributions } = outcomeScore(
      [reported('a', '90', '3'), reported('b', '60'), pending('c')],
      '0.5',
    )

    expect(contributions.map(({ code, share }) => [code, share])).toEqual([
      ['a', '0.75'],
      ['b', '0.25'],
      ['c', null],
    ])
  })

  test('is null where no weight is left to divide by', () => {
    expect(outcomeScore([reported('a', '90', '0')], '0.5')).toMatchObject({
      score: null,
      reason: 'NO_WEIGHT',
    })
  })

  test('never leaves the range of the scores it comes from', () => {
    const scores = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    )

    fc.assert(
      fc.property(scores, (pairs) => {
        const parts = pairs.map(([score, weight], i) => reported(`k${i}`, `${score}`, `${weight}`))
        const mean = Number(outcomeScore(parts, '0.5').score)
        const plain = pairs.map(([score]) => score)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...plain) - 1e-9)
        expect(mean).toBeLessThanOrEqual(Math.max(...plain) + 1e-9)
      }),
    )
  })
})

describe('the score of a dimension', () => {
  const outcomeOf = (code: string, parts: readonly OutcomePart[]) => ({
    code,
    weight: '1',
    ...outcomeScore(parts, '0.5'),
  })

  test('counts outcomes that have an applicable scorable KPI', () => {
    const neutralOnly = outcomeOf('n', [{ ...reported('x', '0'), scorable: false, score: null }])

    const result = dimensionScore(
      [outcomeOf('a', [reported('k', '80')]), outcomeOf('b', [pending('l')]), neutralOnly],
      '0.5',
    )

    expect(result).toMatchObject({ score: '80', coverage: { scored: 1, scorable: 2 } })
  })

  test('is withheld below the least coverage', () => {
    const result = dimensionScore(
      [
        outcomeOf('a', [reported('k', '80')]),
        outcomeOf('b', [pending('l')]),
        outcomeOf('c', [pending('m')]),
      ],
      '0.5',
    )

    expect(result).toMatchObject({ score: null, coverage: { scored: 1, scorable: 3 } })
  })
})

test('the overall score is the mean of four dimensions', () => {
  const scored = ['90', '80', '70', '61'].map((score, index) => ({
    code: `D${index}`,
    weight: '1',
    score,
    reason: null,
    coverage: { scored: 1, scorable: 1 },
    contributions: [],
  }))

  expect(overallScore(scored).score).toBe('75.25')
})
