import { describe, expect, test } from 'vitest'
import catalogue from '../../data/pmm-v1.json'
import type { DataElementDefinition, KpiDefinition } from './definition'
import { kpiProblems } from './kpi-checks'

const kpis = catalogue.kpis as unknown as readonly KpiDefinition[]
const elements = new Map(
  (catalogue.dataElements as unknown as readonly DataElementDefinition[]).map((each) => [
    each.code,
    each,
  ]),
)
const reasons = (change: Partial<KpiDefinition>) =>
  kpiProblems({ ...kpis[0]!, ...change }, elements).map(({ reason }) => reason)

describe('a KPI', () => {
  test('of the catalogue has no problems', () => {
    expect(kpis.flatMap((kpi) => kpiProblems(kpi, elements))).toEqual([])
  })

  test('that is neutral has no score, and every other one has', () => {
    expect(reasons({ direction: 'NEUTRAL' })).toEqual(['NEUTRAL_SCORE'])
    expect(reasons({ normalisation: { method: 'NONE' } })).toEqual(['NEUTRAL_SCORE'])
  })

  test('scores towards its better side', () => {
    expect(reasons({ direction: 'LOWER' })).toEqual(['BAD_NORMALISATION'])
    expect(reasons({ normalisation: { method: 'LINEAR', floor: '100', goal: '0' } })).toEqual([
      'BAD_NORMALISATION',
    ])
    expect(reasons({ normalisation: { method: 'LINEAR', floor: '5', goal: '5.0' } })).toEqual([
      'BAD_NORMALISATION',
    ])
    expect(
      reasons({
        direction: 'TARGET',
        normalisation: { method: 'DISTANCE', target: '50', maxDistance: '0' },
      }),
    ).toEqual(['BAD_NORMALISATION'])
  })

  test('binds each symbol once, to a data element of its version', () => {
    const [first] = kpis[0]!.elements
    expect(reasons({ elements: [first!, first!] })).toEqual(['SYMBOL_TWICE'])
    expect(reasons({ elements: [{ ...first!, element: 'NOWHERE' }] })).toEqual(['UNKNOWN_ELEMENT'])
    expect(reasons({ elements: [{ ...first!, symbol: 'a' }] })).toEqual(['BAD_SYMBOL'])
  })

  test('has sub-measures with codes of their own, an English name and a unit', () => {
    const measure = {
      code: 'IMP',
      name: { en: 'Import', fr: 'Importations' },
      formula: 'A',
      unit: '%',
    }
    expect(reasons({ subMeasures: [measure, { ...measure, code: 'EXP' }] })).toEqual([])
    expect(reasons({ subMeasures: [measure, measure] })).toEqual(['CODE_TWICE'])
    expect(
      reasons({ subMeasures: [{ ...measure, code: 'imp', name: { en: '', fr: '' }, unit: ' ' }] }),
    ).toEqual(['BAD_CODE', 'TEXT_MISSING', 'BAD_UNIT'])
  })

  test('has sensible weight, range, decimals and unit', () => {
    expect(
      reasons({ weight: '-1', range: { min: '5', max: '5' }, decimals: 7, unit: ' ' }).toSorted(),
    ).toEqual(['BAD_DECIMALS', 'BAD_RANGE', 'BAD_UNIT', 'BAD_WEIGHT'])
  })
})
