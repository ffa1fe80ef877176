import { describe, expect, test } from 'vitest'
import { figuresOf, kpi, units, years } from './catalogue.testing'
import { kpiValue } from './kpi-value'

describe('the value of a KPI', () => {
  test('names the element that is missing, with its year, and is never zero', () => {
    const { state, value, missing } = kpiValue(
      kpi('TF-02-1'),
      figuresOf('TF-02-1', { A: '120' }),
      years,
    )

    expect({ state, value }).toEqual({ state: 'PENDING', value: null })
    expect(missing).toEqual([{ element: 'AEO_COUNT', period: 'T-1', year: 2021 }])
  })

  test('reports zero as a value', () => {
    expect(kpiValue(kpi('TF-02-3'), figuresOf('TF-02-3', { A: '0' }), years)).toMatchObject({
      state: 'REPORTED',
      value: '0',
    })
  })

  test('calls an empty denominator by its name', () => {
    const figures = figuresOf('TF-01-1', { A: '0', B: '0' })

    expect(kpiValue(kpi('TF-01-1'), figures, years)).toMatchObject({
      state: 'NOT_COMPUTABLE',
      reasonCode: 'DENOMINATOR_ZERO',
      value: null,
    })
  })

  test('keeps the headline when only one sub-measure cannot be computed', () => {
    const figures = figuresOf('TF-02-2', { A: '30', B: '200', C: '0', D: '0' })

    const { state, value, subMeasures } = kpiValue(kpi('TF-02-2'), figures, years)

    expect({ state, value }).toEqual({ state: 'REPORTED', value: '15' })
    expect(subMeasures.map((sub) => [sub.code, sub.state, sub.value])).toEqual([
      ['IMP', 'REPORTED', '15'],
      ['EXP', 'NOT_COMPUTABLE', null],
    ])
  })

  test('shows a sub-measure whose figures are there while the headline waits for others', () => {
    const figures = figuresOf('TF-02-2', { A: '30', B: '200' })

    const { state, subMeasures } = kpiValue(kpi('TF-02-2'), figures, years)

    expect(state).toBe('PENDING')
    expect(subMeasures[0]).toMatchObject({ state: 'REPORTED', value: '15', missing: [] })
  })

  test('explains itself: operands, formula, figures in it, result, display', () => {
    const figures = figuresOf('TF-01-1', { A: '1204', B: '1310' })

    const { trace } = kpiValue(kpi('TF-01-1'), figures, years, units)

    expect(trace).toMatchObject({
      formula: '100*A/B',
      substituted: '100*1204/1310',
      result: '91.90839694656488549618320610687022900763358778626',
      unit: '%',
      decimals: 1,
      display: '91.9',
    })
    expect(trace.elements).toEqual([
      {
        symbol: 'A',
        element: 'DECL_ELECTRONIC',
        period: 'T',
        year: 2022,
        unit: 'declarations',
        value: '1204',
        revision: 1,
      },
      {
        symbol: 'B',
        element: 'DECL_ALL',
        period: 'T',
        year: 2022,
        unit: 'declarations',
        value: '1310',
        revision: 1,
      },
    ])
  })

  test('survives JSON with its whole trace', () => {
    const computed = kpiValue(kpi('TF-02-2'), figuresOf('TF-02-2', { A: '1' }), years, units)

    expect(JSON.parse(JSON.stringify(computed))).toEqual(computed)
  })
})
