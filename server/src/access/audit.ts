import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson, type Db } from '#platform'
import { HAT_LETTER } from './session'
import type { Viewer } from './viewer'

/** One line of the audit log. Contents enter as hashes only; the log never repeats a value. */
export interface AuditRecord {
  /** Name of the mutation, or of what the system did by itself. */
  readonly action: string
  readonly objectType: string | null
  readonly objectId: string | null
  /** Chooses the chain: the administration's own, or the secretariat's when null. */
  readonly administrationId: string | null
  /** The cycle, where the entry is the cycle officer's matter as well. */
  readonly cycleId?: string | null
  readonly outcome?: 'DONE' | 'REFUSED'
  /** Content before and after the change, of which only the hash is kept. */
  readonly before?: unknown
  readonly after?: unknown
  /** Plain facts that disclose no value: counts, codes, states of a life cycle. */
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Appends to the hash-chained log through its one door; sequence and hash are computed there. */
export async function appendAudit(
  db: Db,
  viewer: Viewer,
  requestId: string,
  now: Date,
  records: readonly AuditRecord[],
): Promise<void> {
  // Chains in one order, so that two commands never wait for each other's heads.
  const ordered = [...records].sort((a, b) => chainOf(a).localeCompare(chainOf(b)))
  for (const record of ordered) {
    const content = canonicalJson({
      ...record.facts,
      before: hashOfContent(record.before),
      after: hashOfContent(record.after),
      // Both names: the actor is who really sits there, beside the person whose pages they see.
      ...(viewer.supportView ? { viewAs: viewer.personId } : {}),
    })
    await sql`select audit_append(${chainOf(record)}, ${now.toISOString()}::timestamptz,
      ${viewer.supportView?.personId ?? viewer.personId}::uuid, ${viewer.apiClientId}::uuid, ${hatOf(viewer)},
      ${record.administrationId}::uuid, ${record.action}, ${record.outcome ?? 'DONE'},
      ${record.objectType}, ${record.objectId}, ${requestId}, ${content}, ${record.cycleId ?? null}::uuid)`.execute(
      db,
    )
  }
}

/** Name of the chain that belongs to no administration. */
export const SECRETARIAT_CHAIN = 'secretariat'

const hatOf = ({ hat, supportView }: Viewer) =>
  supportView ? HAT_LETTER.ADMINISTRATOR : hat && HAT_LETTER[hat]

const chainOf = (record: AuditRecord) => record.administrationId ?? SECRETARIAT_CHAIN

/** What stands in the log for a thing that must not be named there. */
export const hashOfContent = (content: unknown): string | undefined =>
  content === undefined
    ? undefined
    : createHash('sha256').update(canonicalJson(content)).digest('hex')
