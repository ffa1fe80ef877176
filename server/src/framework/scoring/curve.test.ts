import { describe, expect, test } from 'vitest'
import { scoringCurve, tableValues } from './curve'

const linear = (direction: 'HIGHER' | 'LOWER', floor: string, goal: string) =>
  ({ direction, scored: true, normalisation: { method: 'LINEAR', floor, goal } }) as const
const written = (points: readonly { value: string; score: string | null }[]) =>
  points.map(({ value, score }) => `${value}: ${score}`)

describe('the curve of a scoring', () => {
  test('rises from floor to goal and is flat beyond', () => {
    expect(written(scoringCurve(linear('HIGHER', '50', '100')))).toEqual([
      '37.5: 0',
      '50: 0',
      '100: 100',
      '112.5: 100',
    ])
  })

  test('falls where lower is better', () => {
    expect(written(scoringCurve(linear('LOWER', '168', '24')))).toEqual([
      '-12: 100',
      '24: 100',
      '168: 0',
      '204: 0',
    ])
  })

  test('peaks at a target', () => {
    const target = {
      direction: 'TARGET',
      scored: true,
      normalisation: { method: 'DISTANCE', target: '50', maxDistance: '50' },
    } as const

    expect(written(scoringCurve(target))).toEqual(['-25: 0', '0: 0', '50: 100', '100: 0', '125: 0'])
    expect(tableValues(target)).toEqual(['0', '25', '50', '75', '100'])
  })

  test('is not there for a neutral KPI, nor for a scale without length', () => {
    const neutral = {
      direction: 'NEUTRAL',
      scored: false,
      normalisation: { method: 'NONE' },
    } as const

    expect(scoringCurve(neutral)).toEqual([])
    expect(scoringCurve({ ...linear('HIGHER', '1', '2'), direction: 'NEUTRAL' })).toEqual([])
    expect(scoringCurve(linear('HIGHER', '5', '5'))).toEqual([])
  })
})
