import { destination, type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

export type { Logger } from 'pino'

/** JSON lines on standard error. Nothing is redacted, because nothing sensitive may be passed. */
export function createLog(level: LogLevel, stream = destination({ fd: 2, sync: true })): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  )
}

/** All that a request may leave in the log: no variables, values, names, addresses or tokens. */
export interface RequestEntry {
  readonly requestId: string
  /** Registered name; undefined for a document that is not registered. */
  readonly operation?: string | undefined
  readonly documentHash?: string | undefined
  /** A pseudonym, never a person's id. */
  readonly principal?: string | undefined
  readonly audiences?: readonly string[] | undefined
  readonly durationMs: number
  readonly statements?: number | undefined
  readonly outcome: string
}

/** Writes the one line of a request; a caller cannot add fields by passing a larger object. */
export function requestLog(log: Logger, entry: RequestEntry): void {
  const { requestId, operation, documentHash, principal, audiences, statements, outcome } = entry
  const durationMs = Math.round(entry.durationMs * 10) / 10
  const line = {
    requestId,
    operation,
    documentHash,
    principal,
    audiences,
    durationMs,
    statements,
    outcome,
  }
  if (outcome === 'INTERNAL') log.error(line, 'request')
  else log.info(line, 'request')
}
