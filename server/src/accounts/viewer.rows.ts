import { sql } from 'kysely'
import type { Context } from '#access'
import type { Db } from '#platform'
import type { Locale } from './locale'
import type { ViewerCard } from './viewer.type'

interface AccountRow {
  readonly email: string
  readonly locale: Locale
}

/** What the account says of oneself. */
export async function accountsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountRow>> {
  const rows = await db
    .selectFrom('personAccount')
    .select(['personId', 'email', 'locale'])
    .where('personId', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ personId, email, locale }) => [personId, { email, locale: locale as Locale }]),
  )
}

export interface SessionRow {
  readonly id: string
  readonly role: string
  readonly administrationId: string | null
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
}

/** Open sessions of whoever asks. */
export async function ownSessions(db: Db, now: Date): Promise<readonly SessionRow[]> {
  const { rows } =
    await sql<SessionRow>`select * from own_sessions(${now.toISOString()}::timestamptz)`.execute(db)
  return rows
}

/** The viewer as the schema shows it, or null for nobody. */
export async function viewerCard(context: Context): Promise<ViewerCard | null> {
  const { viewer } = context
  if (viewer.hat === null) return null
  const account = viewer.personId ? await context.load(accountsById, viewer.personId) : null
  return {
    personId: viewer.personId,
    apiClientId: viewer.apiClientId,
    administrationId: viewer.administrationId,
    hat: viewer.hat,
    email: account?.email ?? null,
    locale: account?.locale ?? null,
    scopes: viewer.scopes,
    sessionEndsAt: viewer.sessionEnds?.latestAt ?? null,
    sessionIdleMinutes: viewer.sessionEnds?.idleMinutes ?? null,
    isDemonstration: context.services.memory.get('isDemonstration') === true,
  }
}
