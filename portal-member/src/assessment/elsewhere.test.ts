import { expect, test } from 'vitest'
import { whyElsewhere, type ElsewhereFacts } from './elsewhere'

const now = new Date('2026-11-28T00:00:00Z')
const open: ElsewhereFacts = {
  status: 'OPEN',
  closesAt: '2027-01-12T00:00:00Z',
  myParticipation: null,
  myAssessment: null,
  viewerCan: { startAssessment: { code: null } },
}

test('leads elsewhere from a cycle that holds nothing to do for the administration', () => {
  expect(whyElsewhere({ ...open, status: 'CLOSED' }, now)).toBe('over')
  expect(whyElsewhere({ ...open, status: 'PLANNED' }, now)).toBe('planned')
  const startAssessment = { code: 'NOT_INVITED' }
  expect(whyElsewhere({ ...open, viewerCan: { startAssessment } }, now)).toBe('uninvited')
})

test('stays in a cycle that is open, goes on for them, or holds an assessment of theirs', () => {
  const closed = { ...open, status: 'CLOSED' }
  const myParticipation = { extendedUntil: '2027-04-15T00:00:00Z', extensionReason: null }
  expect(whyElsewhere(open, now)).toBeNull()
  expect(whyElsewhere({ ...closed, closedAt: '2026-11-27T00:00:00Z', myParticipation }, now)).toBe(
    null,
  )
  expect(whyElsewhere({ ...closed, myAssessment: {} }, now)).toBeNull()
})
