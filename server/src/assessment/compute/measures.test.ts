import { describe, expect, test } from 'vitest'
import { elements, figuresOf, kpi } from './catalogue.testing'
import { groupMeasures } from './measures'

const measure = (code: string, ...figures: readonly Readonly<Record<string, string>>[]) =>
  groupMeasures(
    kpi(code),
    elements,
    figures.map((values) => figuresOf(code, values)),
  )

describe('the measures of a group', () => {
  test('count only administrations whose value could be computed', () => {
    const result = measure('TF-01-1', { A: '90', B: '100' }, { A: '1' }, { A: '0', B: '0' })

    expect(result).toEqual({ n: 1, meanOfRates: '90', pooledRate: '90', noPooledRate: null })
  })

  test('pool variations over the summed years', () => {
    const result = measure('TF-02-1', { A: '20', B: '10' }, { A: '90', B: '90' })

    expect(result).toMatchObject({ n: 2, meanOfRates: '50', pooledRate: '10' })
  })

  test('never add up money of different currencies', () => {
    expect(measure('RC-01-3', { A: '2', B: '100' }, { A: '4', B: '100' })).toEqual({
      n: 2,
      meanOfRates: '3',
      pooledRate: null,
      noPooledRate: 'CURRENCIES_DIFFER',
    })
  })

  test('do not pool levels', () => {
    expect(measure('OD-01-1', { A: '3' }, { A: '4' })).toMatchObject({
      meanOfRates: '3.5',
      noPooledRate: 'NOT_A_RATE',
    })
  })

  test('are empty without a contributor', () => {
    expect(measure('TF-01-1')).toEqual({
      n: 0,
      meanOfRates: null,
      pooledRate: null,
      noPooledRate: 'NO_CONTRIBUTOR',
    })
  })
})
