import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FrameworkDefinition } from '../definition'
import { bindingsOf, checkKpiFormulas, formulasOf } from './kpi-formulas'
import { evaluate, symbolsOf } from './index'
import { print } from './print'

const file = new URL('../../../data/pmm-v1.json', import.meta.url)
const { kpis, dataElements } = JSON.parse(readFileSync(file, 'utf8')) as FrameworkDefinition
const elements = new Map(dataElements.map((element) => [element.code, element]))

describe('the formulas of the demonstration catalogue', () => {
  test('are those of 51 KPIs', () => {
    expect(kpis).toHaveLength(51)
  })

  test.each(kpis.map((kpi) => [kpi.code, kpi] as const))(
    '%s parses, fits its units and gives a value',
    (_code, kpi) => {
      expect(checkKpiFormulas(kpi, elements)).toEqual([])

      const { headline, subMeasures } = formulasOf(kpi)
      expect(print(headline)).toBe(kpi.formula)
      for (const formula of [headline, ...subMeasures.values()]) {
        const figures = Object.fromEntries(symbolsOf(formula).map((symbol) => [symbol, '2']))
        expect(evaluate(formula, figures)).toMatchObject({ state: 'VALUE' })
        expect(evaluate(formula, {})).toMatchObject({ state: 'MISSING' })
      }
    },
  )
})

describe('the symbols of a KPI', () => {
  const variation = kpis.find(({ code }) => code === 'TF-02-1')!

  test('are its letters and the codes of its elements', () => {
    expect(
      Object.entries(bindingsOf(variation)).map(([symbol, { period }]) => [symbol, period]),
    ).toEqual([
      ['AEO_COUNT[T]', 'T'],
      ['AEO_COUNT', 'T'],
      ['AEO_COUNT[T-1]', 'T-1'],
      ['A', 'T'],
      ['B', 'T-1'],
    ])
  })

  test('let a formula be written with codes', () => {
    const written = { ...variation, formula: '100*(AEO_COUNT-AEO_COUNT[T-1])/AEO_COUNT[T-1]' }

    expect(checkKpiFormulas(written, elements)).toEqual([])
  })

  test('are reported where an element is gone', () => {
    expect(checkKpiFormulas(variation, new Map())).toMatchObject([
      { code: 'UNKNOWN_SYMBOL', kpi: 'TF-02-1', subMeasure: null, params: { text: 'A' } },
      { code: 'UNKNOWN_SYMBOL', params: { text: 'B' } },
      { code: 'UNKNOWN_SYMBOL', params: { text: 'B' } },
    ])
  })
})
