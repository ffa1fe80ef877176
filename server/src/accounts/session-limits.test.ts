import { expect, test } from 'vitest'
import { latestEnd, limitsOf } from './session-limits'

const now = new Date('2026-11-02T10:00:00.000Z')

test('hats of the secretariat rest for half an hour and end after twelve', () => {
  expect(limitsOf('ADMINISTRATOR')).toEqual({ idleMinutes: 30, absoluteHours: 12 })
  expect(latestEnd('PMMPT_OBSERVER', now).toISOString()).toBe('2026-11-02T22:00:00.000Z')
})

test('hats of members and reviewers rest for a working day and end after a week', () => {
  expect(limitsOf('LEAD_REVIEWER')).toEqual({ idleMinutes: 480, absoluteHours: 168 })
  expect(latestEnd('COORDINATOR', now).toISOString()).toBe('2026-11-09T10:00:00.000Z')
})
