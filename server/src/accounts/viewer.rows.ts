import { sql } from 'kysely'
import type { Context, Viewer } from '#access'
import type { Db } from '#platform'
import type { LinkedIdentityCard } from './identity.type'
import type { Locale } from './locale'
import type { SignInCard, ViewerCard } from './viewer.type'

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
  readonly device: string
}

/** Open sessions of whoever asks. */
export async function ownSessions(db: Db, now: Date): Promise<readonly SessionRow[]> {
  const { rows } =
    await sql<SessionRow>`select * from own_sessions(${now.toISOString()}::timestamptz)`.execute(db)
  return rows
}

/** The last attempts to sign in to the account of whoever asks, the latest first. */
export async function ownSignIns(db: Db, now: Date): Promise<readonly SignInCard[]> {
  const { rows } =
    await sql<SignInCard>`select * from own_sign_ins(${now.toISOString()}::timestamptz)`.execute(db)
  return rows
}

/** Identities that open the account of whoever asks, the first linked first. */
export async function ownIdentities(db: Db): Promise<readonly LinkedIdentityCard[]> {
  const { rows } = await sql<LinkedIdentityCard>`select * from oidc_own()`.execute(db)
  return rows
}

/** The viewer as the schema shows it, or null for nobody. */
export async function viewerCard(context: Context): Promise<ViewerCard | null> {
  const { viewer } = context
  const { hat, administrationId } = hatOf(viewer)
  if (hat === null) return null
  const account = viewer.personId ? await context.load(accountsById, viewer.personId) : null
  return {
    personId: viewer.personId,
    apiClientId: viewer.apiClientId,
    administrationId,
    hat,
    email: account?.email ?? null,
    locale: account?.locale ?? null,
    scopes: viewer.scopes,
    sessionEndsAt: viewer.sessionEnds?.latestAt ?? null,
    sessionIdleMinutes: viewer.sessionEnds?.idleMinutes ?? null,
    isDemonstration: context.services.memory.get('isDemonstration') === true,
  }
}

// A hat that waits for its second factor is named to its person, and to nobody's rules.
const hatOf = ({ hat, administrationId, unfinished }: Viewer) =>
  unfinished?.step === 'SECOND_FACTOR_SETUP' ? unfinished : { hat, administrationId }
