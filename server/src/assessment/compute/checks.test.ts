import { describe, expect, test } from 'vitest'
import type { ValidationRuleDefinition } from '#framework/definition'
import { catalogue } from './catalogue.testing'
import { checkMessage } from './check-message'
import { checkFigures, checkRule, isSilent } from './checks'

const check = (values: Readonly<Record<string, string>>) =>
  checkFigures(
    catalogue,
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, revision: 1 }])),
  )

const told = (values: Readonly<Record<string, string>>) =>
  check(values).map(({ level, kind, element, period }) => `${level} ${kind} ${element}@${period}`)

describe('the checks of figures', () => {
  test('are silent about what is missing', () => {
    expect(told({})).toEqual([])
    expect(told({ 'DECL_ELECTRONIC@T': '10' })).toEqual([])
  })

  test('block a part above its whole', () => {
    expect(told({ 'DECL_ELECTRONIC@T': '11', 'DECL_ALL@T': '10' })).toEqual([
      'BLOCK PART_OF_WHOLE DECL_ELECTRONIC@T',
    ])
    expect(told({ 'DECL_ELECTRONIC@T': '10', 'DECL_ALL@T': '10' })).toEqual([])
  })

  test('block negative counts, fractions of counts and text, all at once', () => {
    expect(
      told({
        'DECL_ALL@T': '-1',
        'PAY_ALL@T': '2.5',
        'FLIGHT_ALL@T': 'many',
        'RULING_LEVEL@T': '5',
      }),
    ).toEqual([
      'BLOCK NEGATIVE DECL_ALL@T',
      'BLOCK NOT_AN_INTEGER PAY_ALL@T',
      'BLOCK ABOVE_MAX RULING_LEVEL@T',
      'BLOCK NOT_A_NUMBER FLIGHT_ALL@T',
      'INFO POSITIVE_BASE DECL_ALL@T',
    ])
  })

  test('warn of a change over 50 %, in either direction, and not of one of exactly 50 %', () => {
    expect(told({ 'AEO_COUNT@T': '151', 'AEO_COUNT@T-1': '100' })).toEqual([
      'WARN LARGE_CHANGE AEO_COUNT@T',
    ])
    expect(told({ 'AEO_COUNT@T': '49', 'AEO_COUNT@T-1': '100' })).toEqual([
      'WARN LARGE_CHANGE AEO_COUNT@T',
    ])
    expect(told({ 'AEO_COUNT@T': '150', 'AEO_COUNT@T-1': '100' })).toEqual([])
  })

  test('inform of a zero base and do not call growth from it a large change', () => {
    expect(told({ 'AEO_COUNT@T': '5', 'AEO_COUNT@T-1': '0' })).toEqual([
      'INFO POSITIVE_BASE AEO_COUNT@T-1',
    ])
  })

  test('name every KPI that a finding concerns', () => {
    const [finding] = check({ 'REVENUE_COLLECTED@T': '0' })

    expect(finding?.kpis).toEqual(['RC-01-3', 'RC-02-2'])
  })

  test('give each finding a code of its own', () => {
    const findings = check({
      'DECL_ALL@T': '-1',
      'DECL_ELECTRONIC@T': '2.5',
      'AEO_COUNT@T': '-1',
      'AEO_COUNT@T-1': '-7',
    })

    const keys = findings.map(({ code, period }) => `${code}@${period}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('speak English and French, with labels in place of codes', () => {
    const [finding] = check({ 'OPEX@T': '12.5', 'REVENUE_COLLECTED@T': '10' })
    const labels = { OPEX: 'Operating costs', REVENUE_COLLECTED: 'Revenue' }

    expect(finding && checkMessage(finding, 'en', labels)).toBe(
      'Operating costs (12.5) is greater than Revenue (10), of which it is a part.',
    )
    expect(finding && checkMessage(finding, 'fr')).toBe(
      'OPEX (12,5) : plus que REVENUE_COLLECTED (10), dont c’est une partie.',
    )
  })
})

describe('a range', () => {
  const rule = {
    code: 'USUAL', type: 'RANGE', level: 'WARN', kpis: ['TF-04-1'], element: 'RELEASE_HOURS_SUM',
  } as const // prettier-ignore

  test('lets its bounds through and finds what lies beyond, in either year', () => {
    const both = { ...rule, min: '10', max: '20' }

    expect(found(both, { 'RELEASE_HOURS_SUM@T': '10', 'RELEASE_HOURS_SUM@T-1': '20' })).toEqual([])
    expect(found(both, { 'RELEASE_HOURS_SUM@T': '9.9', 'RELEASE_HOURS_SUM@T-1': '21' })).toEqual([
      'RELEASE_HOURS_SUM is 9.9, outside what is usual (from 10 to 20).',
      'RELEASE_HOURS_SUM is 21, outside what is usual (from 10 to 20).',
    ])
    expect(found({ ...rule, min: '10', max: null }, { 'RELEASE_HOURS_SUM@T': '1e99' })).toEqual([])
    expect(found({ ...rule, min: '10', max: null }, { 'RELEASE_HOURS_SUM@T': '-1' })).toEqual([
      'RELEASE_HOURS_SUM is −1, outside what is usual (at least 10).',
    ])
  })
})

describe('a consistency rule', () => {
  const rule = {
    code: 'SUMS', type: 'CONSISTENCY', level: 'BLOCK', kpis: ['TF-02-2'], left: 'IMP + EXP',
    comparison: 'EQUAL', right: 'ALL', tolerance: '0',
  } as const // prettier-ignore

  test('compares both sides in each year of which all figures are there', () => {
    const figures = { 'IMP@T': '1', 'EXP@T': '2', 'ALL@T': '4', 'IMP@T-1': '1', 'ALL@T-1': '1' }

    expect(found(rule, figures)).toEqual(['IMP + EXP is 3; it should be equal to ALL (4).'])
    expect(found({ ...rule, comparison: 'AT_MOST' }, figures)).toEqual([])
    expect(found({ ...rule, comparison: 'AT_LEAST' }, figures)).toHaveLength(1)
    expect(found({ ...rule, tolerance: '25' }, figures)).toEqual([])
    expect(found({ ...rule, tolerance: '24.9' }, figures)).toHaveLength(1)
  })

  test('that names the year before compares two years once', () => {
    const growth = { ...rule, left: 'ALL', right: '2*ALL[T-1]', comparison: 'AT_MOST' } as const

    expect(found(growth, { 'ALL@T': '5', 'ALL@T-1': '2' })).toEqual([
      'ALL is 5; it should be at most 2*ALL[T-1] (4).',
    ])
  })

  test('is silent where a side has no value', () => {
    expect(
      found({ ...rule, right: 'ALL/EXP' }, { 'IMP@T': '1', 'EXP@T': '0', 'ALL@T': '1' }),
    ).toEqual([])
    expect(
      found({ ...rule, right: 'ALL +' }, { 'IMP@T': '1', 'EXP@T': '0', 'ALL@T': '1' }),
    ).toEqual([])
  })
})

function found(rule: ValidationRuleDefinition, values: Readonly<Record<string, string>>): string[] {
  const figures = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, revision: 1 }]),
  )
  const findings = checkRule(rule, figures)
  expect(isSilent(rule, figures) && findings.length > 0).toBe(false)
  return findings.map((finding) => checkMessage(finding, 'en'))
}
