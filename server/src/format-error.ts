import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from './platform/log'

const BAD_INPUT_CODES: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_VALUE',
  BAD_REQUEST: 'BAD_REQUEST',
  OPERATION_RESOLUTION_FAILURE: 'OPERATION_UNKNOWN',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PERSISTED_QUERY_NOT_SUPPORTED',
  PERSISTED_QUERY_NOT_FOUND: 'PERSISTED_QUERY_NOT_SUPPORTED',
}
const OUR_CODES = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_INPUT', 'CONFLICT'])

/** All that is told of a failure of ours. */
export const INTERNAL: GraphQLFormattedError = {
  message: 'Something went wrong on our side.',
  extensions: { code: 'INTERNAL', reason: 'INTERNAL' },
}

/** What leaves the server of an error: our codes and words, and nothing from inside. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const given = String(formatted.extensions?.['code'] ?? '')
  const { message, locations, path } = formatted
  const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) }
  if (OUR_CODES.has(given)) {
    const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {}
    return {
      message,
      ...where,
      extensions: { ...extensions, code: given, reason: extensions['reason'] ?? given },
    }
  }
  if (hasBadCharacter(error)) {
    return {
      message: 'The text holds a character that cannot be stored.',
      ...where,
      extensions: { code: 'BAD_INPUT', reason: 'BAD_CHARACTER' },
    }
  }
  const reason =
    BAD_INPUT_CODES[given] && (formatted.extensions?.['reason'] ?? BAD_INPUT_CODES[given])
  if (reason) return { message, ...where, extensions: { code: 'BAD_INPUT', reason } }
  log.error({ error: describe(error) }, 'internal')
  return { ...INTERNAL, ...where }
}

// Text that no database can hold, such as U+0000.
function hasBadCharacter(error: unknown): boolean {
  const cause = error instanceof Error && 'originalError' in error ? error.originalError : error
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '22021'
}

/** Name, state and place only: a database message may quote a value. */
export function describe(error: unknown): {
  name: string
  code: string | undefined
  at: string | undefined
} {
  const cause =
    error instanceof Error && 'originalError' in error && error.originalError instanceof Error
      ? error.originalError
      : error
  if (!(cause instanceof Error)) return { name: 'unknown', code: undefined, at: undefined }
  const code = 'code' in cause ? String(cause.code) : undefined
  return {
    name: cause.name,
    code,
    at: cause.stack
      ?.split('\n')
      .filter((line) => line.includes('    at '))
      .slice(0, 6)
      .join(' | '),
  }
}
