import { expect, test } from 'vitest'
import { standingsOf, type Dated } from './standing'

const now = new Date('2026-11-27T12:00:00Z')
const version = (code: string, publishedAt: string | null, more: Partial<Dated> = {}): Dated => ({
  code,
  status: 'PUBLISHED',
  validFrom: null,
  retiredAt: null,
  publishedAt,
  ...more,
})
const standings = (...versions: Dated[]) => Object.fromEntries(standingsOf(versions, now))

test('the version that began last is in force; the one before it was until then', () => {
  expect(standings(version('V2', '2026-03-01T09:00:00Z'), version('V1', '2023-06-01T09:00:00Z'))).toEqual({
    V1: { kind: 'EARLIER', from: '2023-06-01T09:00:00Z', until: '2026-03-01T09:00:00Z' },
    V2: { kind: 'IN_FORCE', from: '2026-03-01T09:00:00Z', until: null },
  }) // prettier-ignore
})

test('one that holds from a later day is still to come, and leaves the present one in force', () => {
  const next = version('V2', '2026-10-01T09:00:00Z', { validFrom: '2027-01-01' })
  expect(standings(version('V1', '2023-06-01T09:00:00Z'), next)).toEqual({
    V1: { kind: 'IN_FORCE', from: '2023-06-01T09:00:00Z', until: null },
    V2: { kind: 'TO_COME', from: '2027-01-01', until: null },
  })
})

test('a retired one ends with its retirement, and the newest that is left is in force again from then on', () => {
  const retired = version('V2', '2025-01-01T09:00:00Z', {
    status: 'RETIRED',
    retiredAt: '2026-01-15T09:00:00Z',
  })
  expect(standings(version('V1', '2023-06-01T09:00:00Z'), retired)).toEqual({
    V1: { kind: 'IN_FORCE', from: '2026-01-15T09:00:00Z', until: null },
    V2: { kind: 'RETIRED', from: '2025-01-01T09:00:00Z', until: '2026-01-15T09:00:00Z' },
  })
})

test('a version that is not public has no standing', () => {
  expect(standings(version('V3', null, { status: 'DRAFT' }))).toEqual({})
})
