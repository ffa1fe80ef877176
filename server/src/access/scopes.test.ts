import { expect, test } from 'vitest'
import { coversKpi, kpiSetsOf, missingScope } from './scopes'
import { wearing } from './viewer.fixture'

const PUBLIC_ONLY = ['read:public']

test.each([
  [PUBLIC_ONLY, true],
  [['read:public', 'kpi:TF-01-1'], true],
  [['read:public', 'kpi:TF-01'], true],
  [['read:public', 'kpi:TF'], true],
  [['read:public', 'kpi:T'], false],
  [['read:public', 'kpi:TF-02-1'], false],
  [['read:public', 'kpi:TF-01-10'], false],
  [['read:public', 'kpi:TF-02', 'kpi:TF-01'], true],
])('scopes %j cover TF-01-1: %s', (scopes, covers) => {
  expect(coversKpi({ scopes }, 'TF-01-1')).toBe(covers)
})

test('only scopes that name KPIs narrow a token', () => {
  expect(kpiSetsOf({ scopes: ['read:public', 'kpi:TF-01', 'read:embargo'] })).toEqual(['TF-01'])
})

test('the missing scope is told to partners alone', () => {
  const scopes = ['kpi:TF-01']

  expect(missingScope(wearing('PARTNER', { scopes }), 'TF-02-1')).toBe('kpi:TF-02-1')
  expect(missingScope(wearing('PARTNER', { scopes }), 'TF-01-1')).toBeNull()
  expect(missingScope(wearing('VIEWER', { scopes }), 'TF-02-1')).toBeNull()
  expect(missingScope(wearing('VIEWER', { scopes }), 'TF-01-1')).toBeNull()
})
