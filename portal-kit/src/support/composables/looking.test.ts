import { afterEach, expect, test } from 'vitest'
import { markLooking, unmarkLooking, wasLooking } from './looking'

const endsAt = '2027-03-01T10:15:00.000Z'
const at = (time: string) => Date.parse(`2027-03-01T${time}:00.000Z`)

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

test('every tab of the browser knows the way back, not only the one that looked', () => {
  markLooking(endsAt)
  // A new tab begins with a store of its own.
  sessionStorage.clear()

  expect(wasLooking(at('10:20'))).toBe(true)
})

test('long after the look nobody is offered a way back', () => {
  markLooking(endsAt)

  expect(wasLooking(at('10:46'))).toBe(false)
})

test('back in the own session the look is forgotten', () => {
  markLooking(endsAt)
  unmarkLooking()

  expect(wasLooking(at('10:16'))).toBe(false)
  expect(wasLooking()).toBe(false)
})
