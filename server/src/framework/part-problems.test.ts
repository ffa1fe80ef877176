import { describe, expect, test } from 'vitest'
import catalogue from '../../data/pmm-v1.json'
import type { DataElementDefinition, ElementRole, KpiDefinition } from './definition'
import { partProblems } from './part-problems'
import type { GuidedSnapshot } from './snapshot'
import { contentChecks } from './version-checks'

const kpis = catalogue.kpis as unknown as readonly KpiDefinition[]
const found = (formula: string, a: ElementRole, b: ElementRole) =>
  partProblems({
    ...kpis[0]!,
    formula,
    elements: [
      { symbol: 'A', element: 'MANIF_E', period: 'T', role: a },
      { symbol: 'B', element: 'MANIF_ALL', period: 'T', role: b },
    ],
  }).map(({ reason, path }) => `${reason} ${path.join('.')}`)

describe('the stated part of a symbol', () => {
  test('agrees with the formula throughout the catalogue', () => {
    expect(kpis.flatMap(partProblems)).toEqual([])
  })

  test('contradicts a formula that has it on the other side of the fraction bar', () => {
    expect(found('100*A/B', 'NUMERATOR', 'NUMERATOR')).toEqual(['PART_CONTRADICTS elements.B'])
    expect(found('100*MANIF_E/(1+MANIF_ALL)', 'DENOMINATOR', 'NUMERATOR')).toEqual([
      'PART_CONTRADICTS elements.A',
      'PART_CONTRADICTS elements.B',
    ])
  })

  test('may be either where it stands on both sides, and says nothing of other parts', () => {
    expect(found('A/(A+B)', 'NUMERATOR', 'DENOMINATOR')).toEqual([])
    expect(found('A/(A+B)', 'DENOMINATOR', 'DENOMINATOR')).toEqual([])
    expect(found('100*(A-B)/B', 'CURRENT', 'BASE')).toEqual([])
  })

  test('is looked at before a version is submitted, at its place', () => {
    const elementByCode = new Map(
      (catalogue.dataElements as unknown as readonly DataElementDefinition[]).map((each) => [
        each.code,
        each,
      ]),
    )
    const [first] = kpis
    const elements = first!.elements.map((each) => ({ ...each, role: 'NUMERATOR' }))
    const snapshot = { kpis: [{ ...first, elements }], elementByCode }

    expect(contentChecks.FORMULAS(snapshot as unknown as GuidedSnapshot)).toMatchObject([
      { reason: 'PART_CONTRADICTS', path: [first!.code, 'elements', 'B'] },
    ])
  })
})
