import { expect, test } from 'vitest'
import { furthestDay, kpiSetsOf, networksOf, stateOf, stateOfToken } from './model'

test('a granted access that has run out says so; a revoked one stays revoked', () => {
  expect(stateOf({ status: 'GRANTED', isExpired: false }).key).toBe('GRANTED')
  expect(stateOf({ status: 'GRANTED', isExpired: true })).toEqual({ key: 'EXPIRED', kind: 'warn' })
  expect(stateOf({ status: 'REVOKED', isExpired: true }).key).toBe('REVOKED')
  expect(stateOf({ status: 'PROPOSED', isExpired: true }).key).toBe('PROPOSED')
})

test('a token is valid, revoked, or has ended', () => {
  const token = { isValid: false, revokedAt: null } as Parameters<typeof stateOfToken>[0]

  expect(stateOfToken({ ...token, isValid: true }).key).toBe('VALID')
  expect(stateOfToken({ ...token, revokedAt: '2026-11-01T00:00:00.000Z' }).key).toBe('REVOKED')
  expect(stateOfToken(token).key).toBe('ENDED')
})

test('KPI sets are told from what may be read at all', () => {
  expect(kpiSetsOf(['read:public', 'read:embargo', 'kpi:TF', 'kpi:RC-01-2'])).toEqual([
    'TF',
    'RC-01-2',
  ])
})

test('networks are taken by line, comma or blank', () => {
  expect(networksOf(' 192.0.2.0/24\n\n2001:db8::/32, 198.51.100.7 ')).toEqual([
    '192.0.2.0/24',
    '2001:db8::/32',
    '198.51.100.7',
  ])
})

test('an access ends within a year', () => {
  expect(furthestDay(new Date('2026-11-27T23:30:00Z'))).toBe('2027-11-27')
})
