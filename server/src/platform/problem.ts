import { GraphQLError } from 'graphql'

/** The six codes every refusal falls under. */
export type ErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_INPUT' | 'CONFLICT' | 'INTERNAL'

/** One thing the caller can mend or must accept; a refused command returns all of them at once. */
export interface ProblemDetail {
  readonly code: ErrorCode
  /** What exactly is wrong, in upper snake case; the documented list refines the code. */
  readonly reason: string
  readonly message: string
  /** Where: the input path, or the code of the KPI or data element concerned. */
  readonly path: readonly string[]
}

/** A command that is refused as a whole: nothing has changed, and every problem is named. */
export class Refusal extends Error {
  constructor(
    readonly problems: readonly ProblemDetail[],
    /** Further plain fields of the payload, such as the current content after a conflict. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(problems.map((problem) => problem.message).join(' '))
    this.name = 'Refusal'
  }
}

export const problem = (
  code: ErrorCode,
  reason: string,
  message: string,
  path: readonly string[] = [],
): ProblemDetail => ({ code, reason, message, path })

export const badInput = (reason: string, message: string, path: readonly string[] = []) =>
  problem('BAD_INPUT', reason, message, path)

/** The same words for what is hidden and for what never existed. */
export const notFound = (path: readonly string[] = ['id']): Refusal =>
  new Refusal([problem('NOT_FOUND', 'NOT_FOUND', 'There is nothing here with this id.', path)])

/** An error of the request as a whole, with its code and reason in `extensions`. */
export function requestError(code: ErrorCode, reason: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, reason } })
}
