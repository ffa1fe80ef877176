import { shallowRef } from 'vue'

// Clocks of devices are wrong by hours and days; deadlines are kept by the clock of the server.

/** Less is the way of the answer and the second the header is cut to. */
const TOLERATED_MS = 60_000

const ahead = shallowRef(0)

/** Takes the time of the server from one of its answers. */
export function noteServerTime(date: string | null, here = Date.now()): void {
  const there = Date.parse(date ?? '')
  if (Number.isNaN(there)) return
  ahead.value = Math.abs(there - here) < TOLERATED_MS ? 0 : there - here
}

/** The time of day at the server, as far as it has been heard of. */
export const serverNow = (): Date => new Date(Date.now() + ahead.value)
