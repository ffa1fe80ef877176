import { sql } from 'kysely'
import { anonymous, identityOf, type Viewer } from '#access'
import type { Database, Db } from '#platform'
import { bearerToken } from './client-token'
import { hashOfSecret, isSecret } from './secret-token'
import type { Role } from './hat'

export interface Credentials {
  /** Value of the session cookie, or null. */
  readonly sessionToken: string | null
  /** Value of the Authorization header, or null. */
  readonly authorization: string | null
  readonly now: Date
}

/**
 * Who is asking, with every fact a rule may need, in one statement. A session that is over counts as
 * nobody; a token that is not valid gives null, and the request must be refused.
 */
export async function loadViewer(
  database: Database,
  { sessionToken, authorization, now }: Credentials,
): Promise<Viewer | null> {
  const nobody = anonymous(now)
  if (authorization !== null) {
    const token = bearerToken(authorization)
    if (!token) return null
    return database.write(identityOf(nobody), ({ db }) => viewerOfToken(db, token, now))
  }
  if (sessionToken === null || !isSecret(sessionToken)) return nobody
  return database.write(
    identityOf(nobody),
    async ({ db }) => (await viewerOfSession(db, sessionToken, now)) ?? nobody,
  )
}

interface SessionFacts {
  readonly sessionId: string
  readonly personId: string
  readonly role: Role
  readonly administrationId: string | null
  readonly expiresAt: string
  readonly idleMinutes: number
  readonly reviewAssignments: readonly ReviewAssignmentFacts[]
  readonly assignments: readonly {
    readonly assessmentId: string
    readonly kpi: string
    readonly elements: readonly string[]
  }[]
}

type ReviewAssignmentFacts = Omit<Viewer['reviewAssignments'][number], 'concludedAt'> & {
  readonly concludedAt: string | null
}

/** The viewer of an open session, or null. */
export async function viewerOfSession(db: Db, token: string, now: Date): Promise<Viewer | null> {
  const { rows } = await sql<{ facts: SessionFacts | null; publicationNumber: number }>`
    select viewer_of_session(${hashOfSecret(token)}::bytea, ${now.toISOString()}::timestamptz) as facts,
      publication_number() as publication_number`.execute(db)
  const [row] = rows
  if (!row?.facts) return null
  const { facts, publicationNumber } = row
  return {
    ...anonymous(now),
    publicationNumber,
    hat: facts.role,
    personId: facts.personId,
    sessionId: facts.sessionId,
    administrationId: facts.administrationId,
    reviewAssignments: facts.reviewAssignments.map((each) => ({
      ...each,
      concludedAt: each.concludedAt === null ? null : new Date(each.concludedAt),
    })),
    assignedKpis: new Set(
      facts.assignments.map(({ assessmentId, kpi }) => `${assessmentId}:${kpi}`),
    ),
    assignedElements: new Set(
      facts.assignments.flatMap(({ assessmentId, elements }) =>
        elements.map((element) => `${assessmentId}:${element}`),
      ),
    ),
    sessionEnds: { latestAt: new Date(facts.expiresAt), idleMinutes: facts.idleMinutes },
  }
}

async function viewerOfToken(db: Db, token: string, now: Date): Promise<Viewer | null> {
  const { rows } = await sql<{
    facts: { readonly apiClientId: string; readonly scopes: readonly string[] } | null
    publicationNumber: number
  }>`select viewer_of_token(${hashOfSecret(token)}::bytea, ${now.toISOString()}::timestamptz) as facts,
      publication_number() as publication_number`.execute(db)
  const [row] = rows
  if (!row?.facts) return null
  const { facts, publicationNumber } = row
  return { ...anonymous(now), hat: 'PARTNER', publicationNumber, ...facts }
}
