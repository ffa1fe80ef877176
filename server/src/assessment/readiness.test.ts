import { expect, test } from 'vitest'
import { obstaclesBeforeSubmission, type ReadyAnswer } from './readiness'

const answer = (over: Partial<ReadyAnswer> = {}): ReadyAnswer => ({
  kpiCode: 'TF-01-1',
  state: 'REPORTED',
  checks: [],
  justification: null,
  levelChosen: true,
  ...over,
})

const reasonsOf = (...over: Partial<ReadyAnswer>[]) =>
  obstaclesBeforeSubmission(over.map(answer)).map(({ reason, path }) => [reason, ...path])

test('a complete answer is no obstacle, whatever reason stands in place of a value', () => {
  expect(reasonsOf({}, { state: 'NOT_APPLICABLE' }, { state: 'NOT_COMPUTABLE' })).toEqual([])
})

test('everything that is missing is named at once, by KPI', () => {
  expect(
    reasonsOf(
      { state: 'PENDING', levelChosen: false },
      { kpiCode: 'TF-02-1', checks: [{ level: 'BLOCK' }, { level: 'WARN' }] },
    ),
  ).toEqual([
    ['RESPONSE_PENDING', 'TF-01-1'],
    ['LEVEL_MISSING', 'TF-01-1'],
    ['CHECK_BLOCKS', 'TF-02-1'],
    ['WARNING_UNJUSTIFIED', 'TF-02-1'],
  ])
})

test('a justification lifts a warning and never a block; an information asks for nothing', () => {
  const justification = 'A new programme began.'

  expect(reasonsOf({ checks: [{ level: 'WARN' }], justification })).toEqual([])
  expect(reasonsOf({ checks: [{ level: 'WARN' }], justification: ' ' })).toHaveLength(1)
  expect(reasonsOf({ checks: [{ level: 'BLOCK' }], justification })).toHaveLength(1)
  expect(reasonsOf({ checks: [{ level: 'INFO' }] })).toEqual([])
})

test('returned items need an answer unless the secretariat cleared them', () => {
  const items = [
    { kpiCode: 'A', answer: null, isCleared: false },
    { kpiCode: 'B', answer: 'Mended.', isCleared: false },
    { kpiCode: 'C', answer: null, isCleared: true },
  ]

  expect(obstaclesBeforeSubmission([], items).map(({ path }) => path)).toEqual([['A']])
})
