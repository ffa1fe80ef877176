import { describe, expect, test } from 'vitest'
import { isWithin, levelWithin, LEVELS } from './levels'

describe('the levels a KPI may be opened to', () => {
  test.each([
    [null, ['NATIONAL', 'WCO', 'PUBLIC']],
    ['PUBLIC', ['NATIONAL', 'WCO', 'PUBLIC']],
    ['WCO', ['NATIONAL', 'WCO']],
    ['NATIONAL', ['NATIONAL']],
  ] as const)('end at the highest one: %s', (ceiling, offered) => {
    expect(LEVELS.filter((level) => isWithin(level, ceiling))).toEqual(offered)
  })

  test('hold a wish for all KPIs back where it goes too far', () => {
    expect(levelWithin('PUBLIC', 'WCO')).toBe('WCO')
    expect(levelWithin('NATIONAL', 'WCO')).toBe('NATIONAL')
    expect(levelWithin('PUBLIC', null)).toBe('PUBLIC')
  })
})
