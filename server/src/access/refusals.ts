import { appendAudit, hashOfContent } from './audit'
import type { Viewer } from './viewer'
import type { Db } from '#platform'

/** A command that was refused because a right, the object or the right state was missing. */
export interface RefusedCommand {
  readonly action: string
  readonly input: unknown
  readonly codes: readonly string[]
}

/**
 * Notes refusals in the actor's own chain. What was asked for stands there as a hash of its ids, so a
 * hidden and a made-up id leave the same entry.
 */
export const appendRefusals = (
  db: Db,
  viewer: Viewer,
  requestId: string,
  now: Date,
  refused: readonly RefusedCommand[],
): Promise<void> =>
  appendAudit(
    db,
    viewer,
    requestId,
    now,
    refused.map(({ action, input, codes }) => ({
      action,
      outcome: 'REFUSED',
      objectType: null,
      objectId: hashOfContent(idsIn(input)) ?? null,
      administrationId: viewer.administrationId,
      facts: { codes: [...new Set(codes)].toSorted() },
    })),
  )

// Ids alone: a figure or a level that was typed could be guessed from its hash.
function idsIn(input: unknown): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null) return {}
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]): [string, unknown][] => {
      if (name === 'input') return Object.entries(idsIn(value))
      return /Ids?$/.test(name) ? [[name, value]] : []
    }),
  )
}

/** Commands the gate turned away, kept until the request ends: the gate itself waits for nothing. */
export class RefusalCollector {
  #refused: RefusedCommand[] = []

  add(refused: RefusedCommand): void {
    this.#refused.push(refused)
  }

  /** Hands over what was collected, once. */
  take(): readonly RefusedCommand[] {
    const refused = this.#refused
    this.#refused = []
    return refused
  }
}
