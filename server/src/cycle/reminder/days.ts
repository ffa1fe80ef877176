import { badInput, type ProblemDetail } from '#platform'

const MOST = 5
const FURTHEST = 180

/** What is wrong with the days of reminders. */
export function reminderProblems(days: readonly number[], field: string): readonly ProblemDetail[] {
  const path = ['input', field]
  const problems = days.flatMap((day, at) =>
    day >= 1 && day <= FURTHEST
      ? []
      : [badInput('REMINDER_DAYS', `A day lies 1 to ${FURTHEST} days before the end.`, [...path, String(at)])],
  ) // prettier-ignore
  if (new Set(days).size < days.length) {
    problems.push(badInput('REMINDER_TWICE', 'A day is named twice.', path))
  }
  if (days.length > MOST) {
    problems.push(badInput('REMINDER_MANY', `At most ${MOST} reminders.`, path))
  }
  return problems
}

/** The furthest first, as they are sent. */
export const sortedDays = (days: readonly number[]): number[] => [...days].sort((a, b) => b - a)
