import { expect, test } from 'vitest'
import { councilConsent, isWaivable } from './council'

const council = (decision: string, more: { contentHash?: string; voidedAt?: string } = {}) => ({
  body: 'COUNCIL',
  decision,
  contentHash: 'h1',
  voidedAt: null,
  ...more,
})
const consent = (...approvals: ReturnType<typeof council>[]) =>
  councilConsent({ contentHash: 'h1', approvals })

test('the Council consents by its latest word on exactly this content', () => {
  expect(consent(council('REJECTED'), council('ENDORSED'))?.decision).toBe('ENDORSED')
  expect(consent(council('WAIVED'))?.decision).toBe('WAIVED')
  expect(consent(council('ENDORSED'), council('DEFERRED'))).toBeNull()
  expect(consent(council('ENDORSED', { contentHash: 'h2' }))).toBeNull()
  expect(consent(council('ENDORSED', { voidedAt: '2026-01-01' }))).toBeNull()
  expect(consent({ ...council('APPROVED'), body: 'PMMPT' })).toBeNull()
  expect(councilConsent({ contentHash: 'h1', approvals: null })).toBeNull()
})

test('only errata and demonstration catalogues go without the Council', () => {
  expect(isWaivable({ kind: 'ERRATUM', isDemonstration: false })).toBe(true)
  expect(isWaivable({ kind: 'REVISION', isDemonstration: true })).toBe(true)
  expect(isWaivable({ kind: 'REVISION', isDemonstration: false })).toBe(false)
})
