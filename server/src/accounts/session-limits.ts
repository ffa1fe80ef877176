import { SECRETARIAT_HATS, type Hat } from '#access'

/** How long a session lasts without use, and at most. */
export interface SessionLimits {
  readonly idleMinutes: number
  readonly absoluteHours: number
}

const SECRETARIAT_LIMITS: SessionLimits = { idleMinutes: 30, absoluteHours: 12 }
const OTHER_LIMITS: SessionLimits = { idleMinutes: 8 * 60, absoluteHours: 7 * 24 }

export const limitsOf = (hat: Hat): SessionLimits =>
  SECRETARIAT_HATS.has(hat) ? SECRETARIAT_LIMITS : OTHER_LIMITS

const HOUR = 60 * 60 * 1000

/** When a session opened now ends at the latest. */
export const latestEnd = (hat: Hat, now: Date): Date =>
  new Date(now.getTime() + limitsOf(hat).absoluteHours * HOUR)
