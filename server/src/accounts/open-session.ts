import { sql } from 'kysely'
import { appendAudit, type Context, type Viewer } from '#access'
import type { Db } from '#platform'
import type { Role } from './hat'
import { viewerOfSession } from './load-viewer'
import { newSecret, hashOfSecret } from './secret-token'
import { latestEnd, limitsOf } from './session-limits'

export interface HeldRole {
  readonly id: string
  readonly role: Role
  readonly administrationId: string | null
}

/** The roles a person holds, in the order they were given. */
export async function rolesOf(db: Db, personId: string): Promise<readonly HeldRole[]> {
  const { rows } = await sql<HeldRole>`select * from roles_of(${personId}::uuid)`.execute(db)
  return rows
}

export interface OpenedSession {
  readonly token: string
  readonly viewer: Viewer
}

/** Opens a session under a new token, ends the one the request came with, and notes both. */
export async function openSession(
  db: Db,
  context: Context,
  personId: string,
  role: HeldRole,
  action: string,
): Promise<OpenedSession | null> {
  const { now } = context
  const { token, hash } = newSecret()
  const { rows } = await sql<{ opened: boolean }>`
    select session_open(${context.services.ids.next()}::uuid, ${hash}::bytea, ${personId}::uuid, ${role.id}::uuid,
      ${now.toISOString()}::timestamptz, ${limitsOf(role.role).idleMinutes}::integer,
      ${latestEnd(role.role, now).toISOString()}::timestamptz) as opened`.execute(db)
  if (!rows[0]?.opened) return null
  await closeSession(db, context.exchange.sessionToken, now)
  const viewer = await viewerOfSession(db, token, now)
  if (!viewer) return null
  await noteSession(db, context, viewer, action)
  return { token, viewer }
}

export async function closeSession(db: Db, token: string | null, now: Date): Promise<void> {
  if (token === null) return
  await sql`select session_close(${hashOfSecret(token)}::bytea, ${now.toISOString()}::timestamptz)`.execute(
    db,
  )
}

/** Writes into the chain of the administration acted for that a session began, changed or ended. */
export const noteSession = (db: Db, context: Context, viewer: Viewer, action: string) =>
  appendAudit(db, viewer, context.requestId, context.now, [
    {
      action,
      objectType: 'Session',
      objectId: viewer.sessionId,
      administrationId: viewer.administrationId,
    },
  ])

/** Hands the token to the browser and goes on as the person it stands for. */
export async function enterSession(
  context: Context,
  { token, viewer }: OpenedSession,
): Promise<void> {
  context.exchange.setSessionToken(token, viewer.sessionEnds?.latestAt)
  await context.become(viewer)
}
