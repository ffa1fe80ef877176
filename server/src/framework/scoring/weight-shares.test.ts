import { describe, expect, test } from 'vitest'
import { weightShares } from './weight-shares'

const kpi = (code: string, weight: string, isScored = true) =>
  isScored
    ? ({
        code,
        weight,
        direction: 'HIGHER',
        scored: true,
        normalisation: { method: 'LINEAR', floor: '0', goal: '1' },
      } as const)
    : ({
        code,
        weight,
        direction: 'NEUTRAL',
        scored: false,
        normalisation: { method: 'NONE' },
      } as const)

const told = (shares: ReturnType<typeof weightShares>) =>
  shares.map((each) => `${each.kpi} ${each.shareOfOutcome} ${each.shareOfDimension}`)

describe('the shares of weights', () => {
  const one = {
    code: 'ONE',
    weight: '1',
    kpis: [kpi('A', '2'), kpi('B', '1'), kpi('C', '9', false)],
  }
  const two = { code: 'TWO', weight: '3', kpis: [kpi('D', '1')] }
  const neutral = { code: 'THREE', weight: '50', kpis: [kpi('E', '1', false)] }

  test('are counted over what can be scored, in the outcome and in the dimension', () => {
    expect(told(weightShares(one, [one, two, neutral]))).toEqual([
      'A 66.6666666667 16.6666666667',
      'B 33.3333333333 8.3333333333',
      'C null null',
    ])
    expect(told(weightShares(two, [one, two, neutral]))).toEqual(['D 100 75'])
  })

  test('are none where nothing weighs anything', () => {
    const light = { code: 'ONE', weight: '1', kpis: [kpi('A', '0')] }

    expect(told(weightShares(light, [light]))).toEqual(['A null null'])
  })
})
