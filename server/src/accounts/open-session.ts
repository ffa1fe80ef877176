import { sql } from 'kysely'
import { anonymous, appendAudit, type Context, type Viewer } from '#access'
import type { Db } from '#platform'
import { halfway, succeed } from './attempt'
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
  readonly expiresAt: Date
}

/** What a session knows of the sign-in it comes from. */
export interface SignInFacts {
  /** Whether two factors were shown already, as by an identity provider that says so. */
  readonly isTwoFactor: boolean
  /** The attempt that is not a success before the second factor. */
  readonly attemptId: string
}

const WAITING_MINUTES = 10

/** Opens a session under a new token, ends the one the request came with, and notes both. */
export async function openSession(
  db: Db,
  context: Context,
  personId: string,
  role: HeldRole,
  action: string,
  isTwoFactor = false,
): Promise<OpenedSession | null> {
  const opened = await startSession(db, context, personId, role, {
    ...limitsOf(role.role),
    latestAt: latestEnd(role.role, context.now),
    step: 'OPEN',
    isTwoFactor,
    attemptId: null,
  })
  if (opened) await noteSession(db, context, opened.viewer, action)
  return opened
}

/** Goes on to a session after the first factor: an open one, or one that waits for the second. */
export async function continueSignIn(
  db: Db,
  context: Context,
  personId: string,
  role: HeldRole,
  action: string,
  { isTwoFactor, attemptId }: SignInFacts,
): Promise<OpenedSession | null> {
  if (isTwoFactor || !(await hasSecondFactor(db, personId))) {
    await succeed(db, attemptId)
    return openSession(db, context, personId, role, action, isTwoFactor)
  }
  await halfway(db, attemptId)
  const waiting = await startSession(db, context, personId, role, {
    idleMinutes: WAITING_MINUTES,
    latestAt: new Date(context.now.getTime() + WAITING_MINUTES * 60_000),
    step: 'SECOND_FACTOR',
    isTwoFactor: false,
    attemptId,
  })
  // Whoever comes this far knows the first factor, so that the log says so though nothing is open.
  await appendAudit(db, { ...anonymous(context.now), personId }, context.requestId, context.now, [
    {
      action,
      objectType: 'Session',
      objectId: null,
      administrationId: role.administrationId,
      facts: { step: 'SECOND_FACTOR' },
    },
  ])
  return waiting
}

interface SessionStart {
  readonly idleMinutes: number
  readonly latestAt: Date
  readonly step: 'OPEN' | 'SECOND_FACTOR'
  readonly isTwoFactor: boolean
  readonly attemptId: string | null
}

async function startSession(
  db: Db,
  context: Context,
  personId: string,
  role: HeldRole,
  { idleMinutes, latestAt, step, isTwoFactor, attemptId }: SessionStart,
): Promise<OpenedSession | null> {
  const { exchange, now, services } = context
  const { token, hash } = newSecret()
  const { rows } = await sql<{ opened: boolean }>`
    select session_open(${services.ids.next()}::uuid, ${hash}::bytea, ${personId}::uuid, ${role.id}::uuid,
      ${now.toISOString()}::timestamptz, ${idleMinutes}::integer, ${latestAt.toISOString()}::timestamptz,
      ${step}, ${isTwoFactor}, ${attemptId}::bigint, ${exchange.device}) as opened`.execute(db)
  if (!rows[0]?.opened) return null
  await closeSession(db, exchange.sessionToken, now)
  const viewer = await viewerOfSession(db, token, now)
  return viewer && { token, viewer, expiresAt: latestAt }
}

async function hasSecondFactor(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select has_second_factor(${personId}::uuid) as has`.execute(db)
  return rows[0]?.has === true
}

/**
 * The session of this request under a new token, and the end of all others of the person: what they are
 * opened with has changed. Null where the session is over.
 */
export async function renewSession(
  db: Db,
  { exchange, now, services }: Context,
  isTwoFactor: boolean | null,
): Promise<OpenedSession | null> {
  if (exchange.sessionToken === null) return null
  const { token, hash } = newSecret()
  const { rows } = await sql<{ isOpen: boolean }>`
    select session_renew(${services.ids.next()}::uuid, ${hashOfSecret(exchange.sessionToken)}::bytea, ${hash}::bytea,
      ${now.toISOString()}::timestamptz, ${isTwoFactor}::boolean) as is_open`.execute(db)
  const viewer = rows[0]?.isOpen ? await viewerOfSession(db, token, now) : null
  return viewer && { token, viewer, expiresAt: viewer.sessionEnds!.latestAt }
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
      administrationId: administrationOf(viewer),
    },
  ])

// A hat that is not worn before its second factor is set up still chooses the chain.
const administrationOf = ({ administrationId, unfinished }: Viewer): string | null =>
  unfinished?.step === 'SECOND_FACTOR_SETUP' ? unfinished.administrationId : administrationId

/** Hands the token to the browser and goes on as the person it stands for. */
export async function enterSession(
  context: Context,
  { token, viewer, expiresAt }: OpenedSession,
): Promise<void> {
  context.exchange.setSessionToken(token, expiresAt)
  await context.become(viewer)
}
