import type { Problem } from '../wording/permission'
import { unsentProblem } from '../wording/use-field-problems'

const DAY = 86_400_000

/** Days as typed, such as "30, 7, 1"; null where something is no number. */
export function daysOf(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '')
  return parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null
}

/** What keeps the days from being sent. */
export const dayProblems = (typed: string, field: string): readonly Problem[] =>
  daysOf(typed) === null ? [unsentProblem('NUMBERS_MISSING', field)] : []

/** The day on which a reminder goes out, as the server counts: back from the day of the end, in UTC. */
export const reminderDay = (closesAt: string, days: number): string =>
  new Date(Date.parse(closesAt.slice(0, 10)) - days * DAY).toISOString().slice(0, 10)
