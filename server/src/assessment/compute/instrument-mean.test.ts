import { describe, expect, test } from 'vitest'
import type { ResponseState } from '#framework/definition'
import { catalogue, kpi } from './catalogue.testing'
import { instrumentMean } from './instrument-mean'

const all = (state: ResponseState) =>
  Object.fromEntries(catalogue.kpis.map(({ code }) => [code, state]))

const instrumentsOf = (outcome: string) =>
  catalogue.outcomes.find(({ code }) => code === outcome)?.instruments ?? []

describe('the mean level of instruments', () => {
  test('counts each instrument of the reported outcomes once', () => {
    const expected = new Set([...instrumentsOf('TF-01'), ...instrumentsOf('TF-02')])
    const levels = Object.fromEntries([...expected].map((code, index) => [code, index % 5]))
    const total = Object.values(levels).reduce((sum, level) => sum + level, 0)

    const mean = instrumentMean(
      catalogue,
      { 'TF-01-1': 'REPORTED', 'TF-02-1': 'REPORTED', 'TF-03-1': 'NOT_AVAILABLE' },
      levels,
    )

    expect(new Set(mean.instruments.map(({ instrument }) => instrument))).toEqual(expected)
    expect(mean.instruments).toHaveLength(expected.size)
    expect(mean.state).toBe('REPORTED')
    expect(Number(mean.state === 'REPORTED' && mean.value)).toBeCloseTo(total / expected.size, 12)
  })

  test('stays pending and names the instruments without a level; level 0 is a level', () => {
    const [rated, ...unrated] = instrumentsOf('TF-01')

    const mean = instrumentMean(catalogue, { 'TF-01-1': 'REPORTED' }, { [rated ?? '']: 0 })

    expect(unrated.length).toBeGreaterThan(0)
    expect(mean).toMatchObject({ state: 'PENDING', missing: unrated })
  })

  test('does not need the levels of instruments of other outcomes', () => {
    const levels = Object.fromEntries(instrumentsOf('TF-01').map((code) => [code, 3]))

    const mean = instrumentMean(catalogue, { 'TF-01-1': 'REPORTED' }, levels)

    expect(mean).toMatchObject({ state: 'REPORTED', value: '3' })
  })

  test('is not brought in by its own KPI', () => {
    expect(kpi('OD-04-2').outcome).toBe('OD-04')

    const mean = instrumentMean(catalogue, { 'OD-04-2': 'REPORTED' }, {})

    expect(mean).toMatchObject({ state: 'PENDING', missing: [], instruments: [] })
  })

  test('cannot be computed once everything is settled and nothing is reported', () => {
    expect(instrumentMean(catalogue, all('NOT_APPLICABLE'), {})).toMatchObject({
      state: 'NOT_COMPUTABLE',
      reason: 'DENOMINATOR_ZERO',
    })
  })
})
