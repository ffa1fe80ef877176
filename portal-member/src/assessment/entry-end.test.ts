import { describe, expect, it } from 'vitest'
import { cycleEndOf, entryEndOf, isEntryOpen, type EntryEndFacts } from './entry-end'

const closesAt = '2027-01-12T00:00:00Z'
const extendedUntil = '2027-01-20T00:00:00Z'
const open: EntryEndFacts = { status: 'OPEN', closesAt, myParticipation: null }
const extended: EntryEndFacts = {
  status: 'CLOSED',
  closesAt,
  myParticipation: { extendedUntil, extensionReason: 'Flood.' },
}

describe('the end of entry', () => {
  it('is that of the cycle without an extension, also where the cycle was given more time since', () => {
    expect(entryEndOf(open)).toEqual({ at: closesAt, isExtended: false, reason: null })
    expect(entryEndOf({ ...extended, closesAt: '2027-02-01T00:00:00Z' })).toEqual({
      at: '2027-02-01T00:00:00Z',
      isExtended: false,
      reason: null,
    })
  })

  it('is the day of an early closing', () => {
    const closedAt = '2026-11-28T10:00:00Z'
    expect(entryEndOf({ ...open, status: 'CLOSED', closedAt }).at).toBe(closedAt)
    expect(entryEndOf({ ...extended, closedAt }).at).toBe(extendedUntil)
    expect(entryEndOf({ ...open, closedAt }).at).toBe(closesAt)
    expect(cycleEndOf({ ...extended, closedAt })).toBe(closedAt)
    expect(cycleEndOf({ ...extended, status: 'OPEN', closedAt })).toBe(closesAt)
  })

  it('is the own one with its reason under an extension, and stays open when the cycle has closed', () => {
    expect(entryEndOf(extended)).toEqual({ at: extendedUntil, isExtended: true, reason: 'Flood.' })
    expect(isEntryOpen(extended, new Date('2027-01-15T00:00:00Z'))).toBe(true)
    expect(isEntryOpen(extended, new Date('2027-01-21T00:00:00Z'))).toBe(false)
    expect(isEntryOpen({ ...open, status: 'CLOSED' }, new Date('2027-01-01T00:00:00Z'))).toBe(false)
  })
})
