import { badInput, type ProblemDetail } from '#platform'

/** A time to answer must still lie ahead. */
export const dueProblems = (dueAt: Date, now: Date): readonly ProblemDetail[] =>
  dueAt.getTime() > now.getTime()
    ? []
    : [
        badInput('DUE_IN_THE_PAST', 'The time to answer must lie in the future.', [
          'input',
          'responseDueAt',
        ]),
      ]
