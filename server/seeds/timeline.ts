import { daysAfter, deadlineAfter } from './cycles.ts'
import { between } from './prng.ts'
import type { AssessmentStatus, DemoAssessment, DemoCycle } from './world.ts'

type Timeline = Pick<
  DemoAssessment,
  'startedAt' | 'submittedAt' | 'returnedAt' | 'returnDueAt' | 'acceptedAt'
>

/** Dates of one assessment. Only the due date of a return hangs on the first start. */
export function timelineOf(
  administration: string,
  cycle: DemoCycle,
  status: AssessmentStatus,
  openedAt: Date,
): Timeline {
  const days = (low: number, high: number, step: string): number =>
    Math.round(between(low, high, step, administration, cycle.code) * 96) / 96
  const startedAt = daysAfter(cycle.opensAt, days(4, 60, 'started'))
  const open = cycle.status === 'OPEN'
  const submitted = open ? days(120, 165, 'submitted') : days(110, 206, 'submitted')
  const submittedAt =
    status === 'DRAFT' || status === 'INTERNAL_APPROVAL'
      ? null
      : daysAfter(cycle.opensAt, submitted)
  const next = submittedAt && daysAfter(submittedAt, days(9, 35, 'answered'))
  return {
    startedAt,
    submittedAt,
    returnedAt: status === 'RETURNED' ? next : null,
    returnDueAt: status === 'RETURNED' ? deadlineAfter(openedAt, 21) : null,
    acceptedAt: status === 'ACCEPTED' ? next : null,
  }
}
