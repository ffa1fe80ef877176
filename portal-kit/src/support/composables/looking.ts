import { readStored, writeStored } from '../../stored'

const KEY = 'pmm.support'
// As long as somebody may well come back to the page, or open another one beside it.
const REMEMBERED = 30 * 60_000

/** Keeps in mind, for all tabs of this browser, that they show what somebody else sees. */
export const markLooking = (endsAt: string): void => writeStored(KEY, endsAt)

export const unmarkLooking = (): void => writeStored(KEY, '')

/** Whether this browser showed what somebody else sees: its own session then waits behind the one that ended. */
export const wasLooking = (now = Date.now()): boolean =>
  now < Date.parse(readStored(KEY) ?? '') + REMEMBERED
