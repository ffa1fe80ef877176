import { describe, expect, it } from 'vitest'
import { timelineOf, type TimelineFacts } from './timeline'

const open: TimelineFacts = {
  openedAt: '2026-01-01T00:00:00Z',
  closesAt: '2026-01-11T00:00:00Z',
  status: 'OPEN',
  isEntryOpen: true,
  reportedAt: null,
  submittedAt: null,
  returnDueAt: null,
  acceptedAt: null,
}
const now = new Date('2026-01-06T00:00:00Z')
const statesOf = (facts: Partial<TimelineFacts>) =>
  timelineOf({ ...open, ...facts }, now).map(({ state }) => state)

describe('the timeline of a cycle', () => {
  it('stands half-way through the entry on the day half-way to its end', () => {
    expect(statesOf({})).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead'])
    expect(timelineOf(open, now)[1]?.progress).toBe(0.5)
  })

  it('goes on when the administration has submitted, and stays within the entry when time is over', () => {
    expect(statesOf({ submittedAt: '2026-01-05T00:00:00Z' })[1]).toBe('done')
    expect(timelineOf(open, new Date('2027-01-01T00:00:00Z'))[1]?.progress).toBe(1)
  })

  it('is still within the entry under an extension after the cycle has closed', () => {
    expect(statesOf({ status: 'CLOSED' })[1]).toBe('now')
    expect(statesOf({ status: 'CLOSED', isEntryOpen: false })[1]).toBe('done')
  })

  it('is with the secretariat between submission and acceptance, and back at the entry when returned', () => {
    const submittedAt = '2026-01-05T00:00:00Z'
    expect(statesOf({ submittedAt })).toEqual(['done', 'done', 'ahead', 'now', 'ahead'])
    const returned = { submittedAt, returnDueAt: '2026-02-01T00:00:00Z' }
    expect(statesOf(returned)).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead'])
    expect(timelineOf({ ...open, ...returned }, now)[1]?.date).toBe(returned.returnDueAt)
  })

  it('waits for no acceptance once the submission is withdrawn', () => {
    const submittedAt = '2026-01-05T00:00:00Z'
    expect(statesOf({ submittedAt, isWithdrawn: true })[3]).toBe('ahead')
  })

  it('says of what was never submitted that it lapsed', () => {
    const entryOf = (facts: Partial<TimelineFacts>) => timelineOf({ ...open, ...facts }, now)[1]
    expect(entryOf({ status: 'CLOSED', isEntryOpen: false })?.isLapsed).toBe(true)
    expect(entryOf({})?.isLapsed).toBe(false)
  })

  it('has every step behind it once an accepted cycle is reported', () => {
    const done = { status: 'REPORTED', isEntryOpen: false, reportedAt: '2026-06-01T00:00:00Z' }
    const accepted = { submittedAt: '2026-01-05T00:00:00Z', acceptedAt: '2026-02-01T00:00:00Z' }
    expect(statesOf({ ...done, ...accepted })).toEqual(['done', 'done', 'done', 'done', 'done'])
  })
})
