import { describe, expect, test } from 'vitest'
import catalogue from '../../data/pmm-v1.json'
import { relationTo } from './relation'
import type { EditedKpi } from './snapshot.rows'

const ancestor = {
  ...catalogue.kpis[0],
  guidance: null,
  scale: null,
  maxDisclosureLevel: 'PUBLIC',
} as unknown as EditedKpi

const relation = (change: Partial<EditedKpi>) =>
  relationTo(ancestor, { ...ancestor, ...change }, 'SAME')

describe('the relation of a KPI to its ancestor', () => {
  test('is SAME while nothing differs, spaces in the formula included', () => {
    expect(relation({})).toBe('SAME')
    expect(relation({ formula: '100 * A / B' })).toBe('SAME')
  })

  test.each<Partial<EditedKpi>>([
    { name: { en: 'Other', fr: 'Autre' } },
    { guidance: { en: 'Look', fr: 'Voyez' } },
    { maxDisclosureLevel: 'WCO' },
    { weight: '2' },
    { decimals: 0 },
    { normalisation: { method: 'LINEAR', floor: '0', goal: '50' } },
  ])('is REWORDED when only words, display or scoring differ: %j', (change) => {
    expect(relation(change)).toBe('REWORDED')
  })

  test.each<Partial<EditedKpi>>([
    { formula: '100*B/A' },
    { unit: 'count' },
    { elements: ancestor.elements.slice(0, 1) },
    { undefinedWhen: null },
  ])('is FORMULA_CHANGED when the value is another: %j', (change) => {
    expect(relation({ ...change, name: { en: 'Other', fr: 'Autre' } })).toBe('FORMULA_CHANGED')
  })

  test('goes back to SAME when the change is taken back', () => {
    expect(relationTo(ancestor, ancestor, 'FORMULA_CHANGED')).toBe('SAME')
  })

  test('of a new KPI, or one split by people, stays what it was', () => {
    expect(relationTo(null, ancestor, 'NEW')).toBe('NEW')
    expect(relationTo(ancestor, { ...ancestor, unit: 'count' }, 'SPLIT')).toBe('SPLIT')
  })
})
