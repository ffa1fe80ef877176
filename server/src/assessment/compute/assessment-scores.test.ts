import { expect, test } from 'vitest'
import { assessmentScores } from './assessment-scores'
import { catalogue } from './catalogue.testing'

/** TF-01 has three scorable KPIs, two of them with a score. */
const twoOfThree = {
  'TF-01-1': { state: 'REPORTED' as const, value: '80' },
  'TF-01-2': { state: 'REPORTED' as const, value: '60' },
  'TF-01-3': { state: 'NOT_AVAILABLE' as const, value: null },
}
const outcome = (leastCoverage?: number | null) =>
  assessmentScores(catalogue, twoOfThree, leastCoverage).outcomes.find(
    ({ code }) => code === 'TF-01',
  )

test('the least coverage of a cycle raises the one of the framework version', () => {
  expect(outcome()?.score).not.toBeNull()
  expect(outcome(60)?.score).toBe(outcome()?.score)
  expect(outcome(70)).toMatchObject({
    score: null,
    reason: 'LOW_COVERAGE',
    coverage: { scored: 2, scorable: 3 },
  })
})

test('it never lowers it', () => {
  const onlyOne = { 'TF-01-1': twoOfThree['TF-01-1'] }
  const { outcomes } = assessmentScores(catalogue, onlyOne, 10)

  expect(outcomes.find(({ code }) => code === 'TF-01')?.score).toBeNull()
})
