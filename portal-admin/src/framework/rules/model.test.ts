import { describe, expect, test } from 'vitest'
import { draftOfRule, figuresOfRule, inputOfRule, keyOf, ruleTypes } from './model'

const consistency = {
  code: 'SUMS',
  type: 'CONSISTENCY',
  level: 'BLOCK',
  kpiCodes: ['TF-02-2'],
  left: 'IMP + EXP[T-1]',
  comparison: 'AT_MOST',
  right: '2*ALL[T]',
  tolerance: '1.5',
} as const

describe('a rule as typed', () => {
  test('comes back as it was read', () => {
    expect(inputOfRule(draftOfRule(consistency))).toEqual(consistency)
  })

  test('leaves out what other types ask for, and keeps it while the type is turned', () => {
    const draft = { ...draftOfRule(consistency), part: 'A', whole: 'B' }

    expect(inputOfRule({ ...draft, type: 'PART_OF_WHOLE' })).toEqual({
      code: 'SUMS', type: 'PART_OF_WHOLE', level: 'BLOCK', kpiCodes: ['TF-02-2'], part: 'A', whole: 'B',
    }) // prettier-ignore
    expect(draft.left).toBe('IMP + EXP[T-1]')
  })

  test('takes a decimal, and nothing that is no number', () => {
    const draft = {
      ...draftOfRule(null),
      type: 'RANGE' as const,
      element: 'A',
      min: '1.5',
      max: 'many',
    }

    expect(inputOfRule(draft)).toMatchObject({ min: '1.5', max: null })
  })

  test('names the figures it compares as columns', () => {
    const columns = (draft: Parameters<typeof figuresOfRule>[0]) => figuresOfRule(draft).map(keyOf)

    expect(columns(draftOfRule(consistency))).toEqual(['IMP@T', 'EXP@T_1', 'ALL@T'])
    expect(columns({ ...draftOfRule(null), type: 'LARGE_CHANGE', element: 'A' })).toEqual([
      'A@T',
      'A@T_1',
    ])
    for (const type of ruleTypes) expect(columns({ ...draftOfRule(null), type })).toEqual([])
  })
})
