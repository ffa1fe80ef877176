import { expect, test } from 'vitest'
import { dayProblems, daysOf, reminderDay } from './reminder-days'

test('days are typed with commas or blanks, and none at all is an answer', () => {
  expect([daysOf('30, 7,1'), daysOf('30 7; 1 '), daysOf('')]).toEqual([[30, 7, 1], [30, 7, 1], []])
  expect([daysOf('seven'), daysOf('7.5'), daysOf('-1')]).toEqual([null, null, null])
  expect(dayProblems('seven', 'days')).toMatchObject([{ reason: 'NUMBERS_MISSING', path: ['input', 'days'] }])
  expect(dayProblems('7', 'days')).toEqual([])
}) // prettier-ignore

test('a reminder goes out on its day of UTC, across months and years', () => {
  expect(reminderDay('2027-01-03T23:59:59.000Z', 7)).toBe('2026-12-27')
  expect(reminderDay('2027-03-01T22:59:59.000Z', 1)).toBe('2027-02-28')
})
