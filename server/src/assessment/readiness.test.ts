import { expect, test } from 'vitest'
import { warningsOf } from './justified'
import { obstaclesBeforeSubmission, type ReadyAnswer } from './readiness'

const answer = (over: Partial<ReadyAnswer> = {}): ReadyAnswer => ({
  kpiCode: 'TF-01-1',
  state: 'REPORTED',
  checks: [],
  justification: null,
  justifiedWarnings: null,
  levelChosen: true,
  ...over,
})

const check = (level: 'BLOCK' | 'WARN' | 'INFO', change = '67') =>
  ({ code: 'R1', level, period: 'T', params: { element: 'A', change } }) as const

const reasonsOf = (...over: Partial<ReadyAnswer>[]) =>
  obstaclesBeforeSubmission(over.map(answer)).map(({ reason, path }) => [reason, ...path])

test('a complete answer is no obstacle, whatever reason stands in place of a value', () => {
  expect(reasonsOf({}, { state: 'NOT_APPLICABLE' }, { state: 'NOT_COMPUTABLE' })).toEqual([])
})

test('everything that is missing is named at once, by KPI', () => {
  expect(
    reasonsOf(
      { state: 'PENDING', levelChosen: false },
      { kpiCode: 'TF-02-1', checks: [check('BLOCK'), check('WARN')] },
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

  expect(reasonsOf({ checks: [check('WARN')], justification })).toEqual([])
  expect(reasonsOf({ checks: [check('WARN')], justification: ' ' })).toHaveLength(1)
  expect(reasonsOf({ checks: [check('BLOCK')], justification })).toHaveLength(1)
  expect(reasonsOf({ checks: [check('INFO')] })).toEqual([])
})

test('a justification is for the warnings it was written for, whatever order their facts come in', () => {
  const justification = 'A new programme began.'
  const turned = { ...check('WARN'), params: { change: '67', element: 'A' } }
  const justifiedWarnings = warningsOf([check('WARN'), check('INFO')])

  expect(reasonsOf({ checks: [turned], justification, justifiedWarnings })).toEqual([])
  expect(reasonsOf({ checks: [check('WARN', '379')], justification, justifiedWarnings })).toEqual([
    ['WARNING_UNJUSTIFIED', 'TF-01-1'],
  ])
})

test('returned items need an answer unless the secretariat cleared them', () => {
  const items = [
    { kpiCode: 'A', answer: null, isCleared: false },
    { kpiCode: 'B', answer: 'Mended.', isCleared: false },
    { kpiCode: 'C', answer: null, isCleared: true },
  ]

  expect(obstaclesBeforeSubmission([], items).map(({ path }) => path)).toEqual([['A']])
})
