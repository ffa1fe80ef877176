import { sql, type RawBuilder } from 'kysely'
import { anonymous, identityOf, type SupportViewFacts, type Viewer } from '#access'
import type { Account, Charge } from '#limits'
import type { Database, Db } from '#platform'
import { bearerToken } from './client-token'
import { hashOfSecret, isSecret } from './secret-token'
import type { Role } from './hat'

export interface Credentials {
  /** Value of the session cookie, or null. */
  readonly sessionToken: string | null
  /** Value of the Authorization header, or null. */
  readonly authorization: string | null
  /** Network address the request came from, which a token may be bound to. */
  readonly address?: string | null
  readonly now: Date
}

/** Who is asking, and what is left of the budget that pays for it. */
export interface Identified {
  readonly viewer: Viewer | null
  readonly account: Account | null
}

/**
 * Who is asking, with every fact a rule may need, in one statement, which also takes the charge from
 * the budget of whoever it turns out to be. A session that is over counts as nobody; a token that is
 * not valid gives null, and the request must be refused. Nobody is charged by the network.
 */
export async function identify(
  database: Database,
  { sessionToken, authorization, address = null, now }: Credentials,
  charge: Charge | null,
): Promise<Identified> {
  const nobody = anonymous(now)
  const token = authorization === null ? null : bearerToken(authorization)
  if (token !== null) {
    return database.write(identityOf(nobody), ({ db }) =>
      viewerOfToken(db, token, address, now, charge),
    )
  }
  if (authorization === null && sessionToken !== null && isSecret(sessionToken)) {
    return database.write(identityOf(nobody), async ({ db }) => {
      const { viewer, account } = await identifySession(db, sessionToken, now, charge)
      return { viewer: viewer ?? nobody, account }
    })
  }
  const account = charge ? await accountOfNobody(database, charge, nobody) : null
  return { viewer: authorization === null ? nobody : null, account }
}

/** The same without a charge. */
export const loadViewer = async (database: Database, credentials: Credentials) =>
  (await identify(database, credentials, null)).viewer

// What needs no database is served while it is away, to nobody in particular and uncounted.
async function accountOfNobody(
  database: Database,
  charge: Charge,
  nobody: Viewer,
): Promise<Account | null> {
  const { rows } = await database
    .write(identityOf(nobody), ({ db }) =>
      sql<{ account: Account }>`select ${chargeOf(charge, nobody.now, null)} as account`.execute(
        db,
      ),
    )
    .catch(() => ({ rows: [] }))
  return rows[0]?.account ?? null
}

type Budget = keyof Charge['budgets']

const none = sql`null::jsonb`

// Taken from the budget of the principal the statement has found, else from that of the network.
function chargeOf(
  charge: Charge | null,
  now: Date,
  principal: { readonly budget: Budget; readonly id: RawBuilder<unknown> } | null,
): RawBuilder<unknown> {
  if (!charge) return none
  const { name, network } = charge.stranger
  const take = (budget: Budget, id: RawBuilder<unknown>) => sql`
    rate_take(${`${budget}:`} || ${id}, ${charge.budgets[budget]}::integer, ${charge.points}::integer, ${now.toISOString()}::timestamptz)
      || jsonb_build_object('budget', ${budget}::text, 'hourly', ${charge.budgets[budget]}::integer)`
  const stranger = take(name, sql`${Buffer.from(network).toString('hex')}::text`)
  if (!principal) return stranger
  return sql`case when ${principal.id} is null then ${stranger} else ${take(principal.budget, principal.id)} end`
}

/** A sign-in that waits for its code: nothing more is known of it. */
interface WaitingFacts {
  readonly step: 'SECOND_FACTOR'
}

/** A session whose role has ended since. */
interface EndedFacts {
  readonly step: 'ROLE_ENDED'
}

interface SessionFacts {
  /** Present while the hat lacks the second factor it needs; the facts about its work are then absent. */
  readonly step?: 'SECOND_FACTOR_SETUP'
  readonly authenticatedAt: string
  readonly sessionId: string | null
  readonly personId: string
  readonly role: Role
  readonly administrationId: string | null
  readonly expiresAt: string
  readonly idleMinutes: number
  readonly reviewAssignments: readonly ReviewAssignmentFacts[]
  readonly assignments: readonly {
    readonly assessmentId: string
    /** Null where elements were given by themselves. */
    readonly kpi: string | null
    readonly elements: readonly string[]
    readonly entrusted: readonly string[]
  }[]
  readonly earlier: readonly {
    readonly submissionId: string
    readonly kpis: readonly string[]
    readonly elements: readonly string[]
  }[]
  readonly supportView?: {
    readonly id: string
    readonly personId: string
    readonly name: string
    readonly startedAt: string
    readonly endsAt: string
  }
}

type ReviewAssignmentFacts = Omit<Viewer['reviewAssignments'][number], 'concludedAt'> & {
  readonly concludedAt: string | null
}

/** The viewer of an open session, or null. */
export const viewerOfSession = async (db: Db, token: string, now: Date): Promise<Viewer | null> =>
  (await identifySession(db, token, now, null)).viewer

async function identifySession(
  db: Db,
  token: string,
  now: Date,
  charge: Charge | null,
): Promise<Identified> {
  const principal = {
    budget: 'person',
    id: sql`coalesce(facts -> 'supportView' ->> 'personId', facts ->> 'personId')`,
  } as const
  const hash = hashOfSecret(token)
  const at = now.toISOString()
  const { rows } = await sql<Found<WaitingFacts | EndedFacts | SessionFacts>>`
    with found as materialized (
      select coalesce(viewer_of_session(${hash}::bytea, ${at}::timestamptz),
        viewer_of_support_view(${hash}::bytea, ${at}::timestamptz),
        role_of_session_ended(${hash}::bytea, ${at}::timestamptz)) as facts)
    select facts, publication_number() as publication_number, ${chargeOf(charge, now, principal)} as account
    from found`.execute(db)
  const { facts = null, publicationNumber, account = null } = rows[0] ?? {}
  return { viewer: facts && viewerOf(facts, now, publicationNumber!), account }
}

function viewerOf(
  facts: WaitingFacts | EndedFacts | SessionFacts,
  now: Date,
  publicationNumber: number,
): Viewer {
  const nobody = { ...anonymous(now), publicationNumber }
  if (facts.step === 'ROLE_ENDED') return { ...nobody, hasRoleEnded: true }
  if (facts.step === 'SECOND_FACTOR') return { ...nobody, unfinished: facts }
  const person = { ...nobody, ...personOf(facts) }
  if (facts.step === 'SECOND_FACTOR_SETUP') {
    const { step, role: hat, administrationId } = facts
    return { ...person, unfinished: { step, hat, administrationId } }
  }
  return {
    ...person,
    hat: facts.role,
    administrationId: facts.administrationId,
    reviewAssignments: facts.reviewAssignments.map((each) => ({
      ...each,
      concludedAt: each.concludedAt === null ? null : new Date(each.concludedAt),
    })),
    assignedKpis: new Set(
      facts.assignments.flatMap(({ assessmentId, kpi }) =>
        kpi === null ? [] : [`${assessmentId}:${kpi}`],
      ),
    ),
    assignedElements: elementsOf(facts, 'elements'),
    entrustedElements: elementsOf(facts, 'entrusted'),
    earlierKpis: earlierOf(facts, 'kpis'),
    earlierElements: earlierOf(facts, 'elements'),
    ...(facts.supportView ? { supportView: supportViewOf(facts.supportView) } : {}),
  }
}

const elementsOf = ({ assignments }: SessionFacts, of: 'elements' | 'entrusted') =>
  new Set(
    assignments.flatMap((each) => each[of].map((element) => `${each.assessmentId}:${element}`)),
  )

const earlierOf = ({ earlier }: SessionFacts, of: 'kpis' | 'elements') =>
  new Set(earlier.flatMap((each) => each[of].map((code) => `${each.submissionId}:${code}`)))

const supportViewOf = (facts: NonNullable<SessionFacts['supportView']>): SupportViewFacts => ({
  ...facts,
  startedAt: new Date(facts.startedAt),
  endsAt: new Date(facts.endsAt),
})

// An IPv4 address arrives dressed as IPv6 where the socket listens on both; a zone is no part of a network.
const plainAddress = (address: string | null) =>
  address === null ? null : address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

const personOf = (facts: SessionFacts) => ({
  personId: facts.personId,
  sessionId: facts.sessionId,
  authenticatedAt: new Date(facts.authenticatedAt),
  sessionEnds: { latestAt: new Date(facts.expiresAt), idleMinutes: facts.idleMinutes },
})

async function viewerOfToken(
  db: Db,
  token: string,
  address: string | null,
  now: Date,
  charge: Charge | null,
): Promise<Identified> {
  const principal = { budget: 'client', id: sql`(facts ->> 'apiClientId')` } as const
  const { rows } = await sql<Found<ClientFacts>>`
    with found as materialized (
      select viewer_of_token(${hashOfSecret(token)}::bytea, ${now.toISOString()}::timestamptz,
        ${plainAddress(address)}) as facts)
    select facts, publication_number() as publication_number, ${chargeOf(charge, now, principal)} as account
    from found`.execute(db)
  const { facts = null, publicationNumber, account = null } = rows[0] ?? {}
  if (!facts) return { viewer: null, account }
  return {
    viewer: { ...anonymous(now), hat: 'PARTNER', publicationNumber: publicationNumber!, ...facts },
    account,
  }
}

interface ClientFacts {
  readonly apiClientId: string
  readonly scopes: readonly string[]
}

interface Found<T> {
  readonly facts: T | null
  readonly publicationNumber: number
  readonly account: Account | null
}
