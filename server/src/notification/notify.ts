import { sql } from 'kysely'
import type { Hat } from '#access'
import type { Db } from '#platform'
import type { NotificationKind } from './enums'

export interface Notice {
  readonly kind: NotificationKind
  /** Who is told; a person who holds several of them is told in the first. */
  readonly roles: readonly Hat[]
  /** Whose people are told; null for those of the secretariat, and of every administration where none is named. */
  readonly administrationId?: string | null
  /** Administration it is about, where that is not the one of whoever is told. */
  readonly aboutId?: string
  /** Told alone among those who hold the roles; everybody who holds them when left out. */
  readonly personIds?: readonly string[]
  readonly cycleId?: string
  readonly assessmentId?: string
  /** Contributors who are not named are told of those among them that were given to them. */
  readonly kpiCodes?: readonly string[]
  /** Data elements it is about by themselves; of unnamed people for contributors alone. */
  readonly elementCodes?: readonly string[]
  readonly dueAt?: Date | string | null
}

/**
 * Tells people what has just been done, in the transaction that does it; never those who did it. A notice carries
 * codes and times, never a figure nor a text.
 */
export async function notify(
  { db, now }: { readonly db: Db; readonly now: Date },
  notice: Notice,
): Promise<void> {
  const {
    kind,
    roles,
    administrationId,
    aboutId,
    personIds,
    cycleId,
    assessmentId,
    kpiCodes,
    elementCodes,
    dueAt,
  } = notice
  await sql`select notification_add(${kind}, ${roles}::text[], ${administrationId ?? null}::uuid,
    ${aboutId ?? null}::uuid, ${personIds ?? null}::uuid[], ${cycleId ?? null}::uuid, ${assessmentId ?? null}::uuid, ${kpiCodes ?? []}::text[],
    ${dueAt ? new Date(dueAt).toISOString() : null}::timestamptz, ${now.toISOString()}::timestamptz, ${elementCodes ?? []}::text[])`.execute(
    db,
  )
}

/** Marks as read what administrations have been told of a cycle, before they are told that it is not theirs. */
export async function settleNotices(
  { db, now }: { readonly db: Db; readonly now: Date },
  cycleId: string,
  administrationIds: readonly string[],
): Promise<void> {
  if (administrationIds.length === 0) return
  await sql`select notification_settle(${cycleId}::uuid, ${[...administrationIds]}::uuid[],
    ${now.toISOString()}::timestamptz)`.execute(db)
}
