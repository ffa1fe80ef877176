import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context, Viewer } from '#access'
import { problem, type Db, type ProblemDetail } from '#platform'
import { secondsToWait, type AttemptLimits } from './sign-in-limits'

export type AttemptMethod = 'PASSWORD' | 'CODE' | 'OIDC' | 'AGAIN'

/** What attempts are counted for: an account as somebody typed it, or the codes of a person. */
export const accountHash = (email: string): Buffer => hashOf('account', email.trim())
export const codesHash = (personId: string): Buffer => hashOf('code', personId)

const hashOf = (kind: string, name: string) =>
  createHash('sha256').update(`${kind}:${name.toLowerCase()}`).digest()

export type BegunAttempt = { readonly id: string } | { readonly wait: number }

/**
 * Counts an attempt as failed before its secret is looked at, so that many at once cannot slip through;
 * those for one account queue up here. Says how long to wait where there were too many.
 */
export async function beginAttempt(
  db: Db,
  { exchange, now, viewer }: Context,
  method: AttemptMethod,
  account: Uint8Array,
  limits: AttemptLimits,
): Promise<BegunAttempt> {
  const at = now.toISOString()
  const { rows } = await sql<{
    accountFailures: number
    networkFailures: number
    lastFailure: string | null
  }>`select * from sign_in_count(${account}::bytea, ${exchange.network}::bytea, ${at}::timestamptz,
      make_interval(mins => ${limits.minutes}::integer))`.execute(db)
  const { accountFailures, networkFailures, lastFailure } = rows[0]!
  const failures = {
    accountFailures,
    networkFailures: isGuess(method, viewer) ? networkFailures : 0,
    lastFailure: lastFailure === null ? null : new Date(lastFailure),
  }
  const wait = secondsToWait(failures, now, limits)
  if (wait > 0) return { wait }
  const recorded = await sql<{ id: string }>`
    select sign_in_record(${account}::bytea, ${exchange.network}::bytea, ${at}::timestamptz, ${method}, ${exchange.device}) as id`.execute(
    db,
  )
  return { id: recorded.rows[0]!.id }
}

// A signed-in person who is asked once more, and whoever a provider vouches for, must not pay for strangers
// behind the same address.
const isGuess = (method: AttemptMethod, { personId }: Viewer): boolean =>
  method === 'PASSWORD' || (method === 'CODE' && personId === null)

/** The attempt has succeeded, and its network becomes one the account is known from. */
export const succeed = (db: Db, attemptId: string) =>
  sql`select sign_in_succeed(${attemptId}::bigint)`.execute(db)

/** The password was right, and the second factor is still to come. */
export const halfway = (db: Db, attemptId: string) =>
  sql`select sign_in_halfway(${attemptId}::bigint)`.execute(db)

export const rateLimited = (
  seconds: number,
): { problems: readonly ProblemDetail[]; retryAfterSeconds: number } => ({
  problems: [
    problem('FORBIDDEN', 'RATE_LIMITED', `Too many attempts. Try again in ${seconds} seconds.`, [
      'input',
    ]),
  ],
  retryAfterSeconds: seconds,
})
