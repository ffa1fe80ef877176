import { expect, test } from 'vitest'
import { CODE_LIMITS, secondsToWait } from './sign-in-limits'

const now = new Date('2026-11-02T10:00:00.000Z')
const justNow = new Date(now.getTime() - 1000)

const wait = (accountFailures: number, networkFailures = 0, lastFailure: Date | null = justNow) =>
  secondsToWait({ accountFailures, networkFailures, lastFailure }, now)

test('nine failures cost no waiting', () => {
  expect(wait(9)).toBe(0)
})

test('after the tenth failure the delay begins and doubles with each further one', () => {
  expect([10, 11, 12, 13].map((failures) => wait(failures))).toEqual([29, 59, 119, 239])
})

test('the delay never exceeds a quarter of an hour', () => {
  expect(wait(40)).toBe(899)
})

test('whoever has waited long enough may try again', () => {
  expect(wait(10, 0, new Date(now.getTime() - 30_000))).toBe(0)
})

test('a hundred failures from one network stop it whatever the account', () => {
  expect(wait(0, 100, null)).toBe(3600)
})

test('a code is guarded for longer than a password: at most some thirty attempts a day', () => {
  const day = 24 * 60 * 60
  let attempts = 0
  let seconds = 0
  while (seconds < day) {
    attempts += 1
    const failures = { accountFailures: attempts, networkFailures: 0, lastFailure: now }
    seconds += secondsToWait(failures, now, CODE_LIMITS)
  }

  expect(attempts).toBeLessThan(45)
})
