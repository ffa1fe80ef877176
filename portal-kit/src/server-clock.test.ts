import { afterEach, expect, test } from 'vitest'
import { noteServerTime, serverNow } from './server-clock'

afterEach(() => noteServerTime(new Date().toUTCString()))

const aheadOfDevice = () => Math.round((serverNow().getTime() - Date.now()) / 3_600_000)

test.each([-30, 216])('a device wrong by %i hours tells the time of the server', (hours) => {
  noteServerTime(new Date(Date.now() - hours * 3_600_000).toUTCString())
  expect(aheadOfDevice()).toBe(-hours)
})

test('the way of an answer is no error, and an answer without a time changes nothing', () => {
  noteServerTime(new Date(Date.now() - 5000).toUTCString())
  expect(Math.abs(serverNow().getTime() - Date.now())).toBeLessThan(1000)
  noteServerTime(new Date(Date.now() + 7_200_000).toUTCString())
  noteServerTime(null)
  noteServerTime('yesterday')
  expect(aheadOfDevice()).toBe(2)
})
