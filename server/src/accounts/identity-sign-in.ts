import { sql } from 'kysely'
import { type Context, identityOf } from '#access'
import { isUuid, type Db, type ProvenIdentity } from '#platform'
import { accountHash, beginAttempt, succeed } from './attempt'
import {
  continueSignIn,
  enterSession,
  noteSession,
  rolesOf,
  type OpenedSession,
} from './open-session'
import { staleness } from './proof'
import { hashOfSecret, isSecret, newSecret } from './secret-token'
import { noteSecurity } from './security-notice'
import { PASSWORD_LIMITS } from './sign-in-limits'

export type Portal = 'member' | 'admin'

/** A way to the identity provider and back, kept sealed by the browser that goes it. */
export interface IdentityWay {
  readonly state: string
  readonly portal: Portal
  /** The session an identity is to be linked to; null for a sign-in. */
  readonly sessionId: string | null
  readonly until: number
}

/** What came of it, as the pages know it. */
export type IdentityOutcome =
  | 'SIGNED_IN'
  | 'LINKED'
  | 'NOT_LINKED'
  | 'NO_ROLE'
  | 'EXPIRED'
  | 'REFUSED'
  | 'TAKEN'
  | 'HAS_ANOTHER'
  | 'STALE'

const WAY_MINUTES = 10
const WAY = 'way to the identity provider'
const TICKET = 'linking of an identity'

/** Sets out: the state to send along, and what the browser keeps meanwhile. */
export function setOut(
  { services, now }: Context,
  portal: Portal,
  sessionId: string | null,
): { readonly state: string; readonly kept: string } {
  const { token: state } = newSecret()
  const way: IdentityWay = { state, portal, sessionId, until: now.getTime() + WAY_MINUTES * 60_000 }
  return { state, kept: services.sealing.seal(JSON.stringify(way), WAY).toString('base64url') }
}

/** A ticket by which the session, and no other page, begins a linking. */
export const linkTicket = ({ services, viewer, now }: Context): string => {
  const ticket = { sessionId: viewer.sessionId, until: now.getTime() + WAY_MINUTES * 60_000 }
  return services.sealing.seal(JSON.stringify(ticket), TICKET).toString('base64url')
}

/** Whether the ticket was given to the session that shows it. */
export function isTicketOf({ services, viewer, now }: Context, ticket: string): boolean {
  const found = opened<{ sessionId: string; until: number }>(services, ticket, TICKET)
  return found !== null && found.until > now.getTime() && found.sessionId === viewer.sessionId
}

/** The way the browser has kept, if the answer belongs to it and it has not taken too long. */
export function keptWay(
  { services, now }: Context,
  kept: string | undefined,
  state: string | null,
): IdentityWay | null {
  const way = kept === undefined ? null : opened<IdentityWay>(services, kept, WAY)
  if (!way || state === null || !isSecret(state) || way.state !== state) return null
  return way.until > now.getTime() ? way : null
}

function opened<T>({ sealing }: Context['services'], text: string, context: string): T | null {
  try {
    return JSON.parse(sealing.open(Buffer.from(text, 'base64url'), context)) as T
  } catch {
    return null
  }
}

/** Takes an answer for itself: a second time it is used already. */
export const takeAnswer = async (context: Context, state: string): Promise<boolean> => {
  const { rows } = await context.services.database.write(identityOf(context.viewer), ({ db }) =>
    sql<{ isNew: boolean }>`
      select oidc_answer_use(${hashOfSecret(state)}::bytea, ${context.now.toISOString()}::timestamptz) as is_new`.execute(
      db,
    ),
  )
  return rows[0]?.isNew === true
}

/** Signs in whoever the identity is linked to. Its mail address is never looked at. */
export async function signInAs(
  context: Context,
  identity: ProvenIdentity,
): Promise<IdentityOutcome> {
  const settled = await context.services.database.write(identityOf(context.viewer), ({ db }) =>
    openFor(db, context, identity),
  )
  if (typeof settled === 'string') return settled
  await enterSession(context, settled)
  return 'SIGNED_IN'
}

async function openFor(
  db: Db,
  context: Context,
  { issuer, subject, isTwoFactor }: ProvenIdentity,
): Promise<OpenedSession | IdentityOutcome> {
  const { rows } = await sql<{ personId: string; email: string }>`
    select * from oidc_person(${issuer}, ${subject}, ${context.now.toISOString()}::timestamptz)`.execute(
    db,
  )
  const [person] = rows
  if (!person) return 'NOT_LINKED'
  // Noted for the history of the person; a provider's word is not guessed, so no limit stands in its way.
  const account = accountHash(person.email)
  const attempt = await beginAttempt(db, context, 'OIDC', account, {
    ...PASSWORD_LIMITS,
    minutes: 0,
  })
  if ('wait' in attempt) return 'REFUSED'
  const [role] = await rolesOf(db, person.personId)
  if (!role) {
    await succeed(db, attempt.id)
    return 'NO_ROLE'
  }
  const facts = { isTwoFactor, attemptId: attempt.id }
  const opened = await continueSignIn(
    db,
    context,
    person.personId,
    role,
    'sessionOpenByProvider',
    facts,
  )
  return opened ?? 'NO_ROLE'
}

/** Links the identity to the person of the session that asked for it, who has proved to be themselves. */
export async function linkIdentity(
  context: Context,
  sessionId: string,
  { issuer, subject }: ProvenIdentity,
): Promise<IdentityOutcome> {
  const { viewer, now, services } = context
  if (viewer.sessionId !== sessionId || !isUuid(sessionId) || viewer.hat === null) return 'EXPIRED'
  if (staleness(viewer)) return 'STALE'
  return services.database.write(identityOf(viewer), async ({ db }) => {
    const { rows } = await sql<{ outcome: 'LINKED' | 'TAKEN' | 'HAS_ANOTHER' }>`
      select oidc_link(${services.ids.next()}::uuid, ${issuer}, ${subject}, ${now.toISOString()}::timestamptz) as outcome`.execute(
      db,
    )
    const { outcome } = rows[0]!
    if (outcome === 'LINKED') {
      await noteSecurity(db, context, viewer.personId!, 'IDENTITY_LINKED')
      await noteSession(db, context, viewer, 'identityLink')
    }
    return outcome
  })
}
