import { sql } from 'kysely'
import { type Context, type Viewer, identityOf } from '#access'
import { problem, type Db, type ProblemDetail } from '#platform'
import {
  accountHash,
  beginAttempt,
  codesHash,
  rateLimited,
  succeed,
  type BegunAttempt,
} from './attempt'
import { verifyPassword } from './password'
import { CODE_REFUSED, ownSecondFactor, spendCode } from './second-factor'
import { REAUTHENTICATION_REQUIRED, SIGN_IN_REQUIRED } from './session-problems'
import { CODE_LIMITS, PASSWORD_LIMITS } from './sign-in-limits'

const FRESH_MINUTES = 10

export interface Refused {
  readonly problems: readonly ProblemDetail[]
  readonly retryAfterSeconds?: number
}

/** Refuses what asks for a proof of at most ten minutes ago: a sign-in, or `sessionReauthenticate`. */
export function staleness({ personId, authenticatedAt, now }: Viewer): Refused | null {
  if (personId === null) return SIGN_IN_REQUIRED
  const age = authenticatedAt ? now.getTime() - authenticatedAt.getTime() : Infinity
  return age <= FRESH_MINUTES * 60_000 ? null : REAUTHENTICATION_REQUIRED
}

/** Address and password of whoever is signed in. */
async function ownCredential(db: Db): Promise<{ email: string; passwordHash: string | null }> {
  const { rows } = await sql<{ email: string; passwordHash: string | null }>`
    select email, credential_own() as password_hash from person_account where person_id = pmm('person')::uuid`.execute(
    db,
  )
  return rows[0]!
}

/** The address the signed-in person signs in with. */
export const ownEmail = (context: Context): Promise<string> =>
  context.services.database.read(
    identityOf(context.viewer),
    async (db) => (await ownCredential(db)).email,
  )

/** Asks for the password once more; counted like a sign-in. Null when it is right. */
export async function refuseWrongPassword(
  context: Context,
  password: string,
  path: readonly string[],
): Promise<Refused | null> {
  const { services, viewer } = context
  await context.close()
  const begun = await services.database.write(identityOf(viewer), async ({ db }) => {
    const { email, passwordHash } = await ownCredential(db)
    const account = accountHash(email)
    return {
      attempt: await beginAttempt(db, context, 'AGAIN', account, PASSWORD_LIMITS),
      passwordHash,
    }
  })
  const { attempt, passwordHash } = begun
  if ('wait' in attempt) return rateLimited(attempt.wait)
  if (!(await verifyPassword(passwordHash, password))) return passwordRefused(path)
  await services.database.write(identityOf(viewer), ({ db }) => succeed(db, attempt.id))
  return null
}

/** Asks for a code where the person has a second factor. Null when it is right, or none is needed. */
export async function refuseWrongCode(
  db: Db,
  context: Context,
  code: string | null | undefined,
): Promise<Refused | null> {
  const { secret } = await ownSecondFactor(db)
  const personId = context.viewer.personId!
  if (secret === null) return null
  const attempt: BegunAttempt = await beginAttempt(
    db,
    context,
    'CODE',
    codesHash(personId),
    CODE_LIMITS,
  )
  if ('wait' in attempt) return rateLimited(attempt.wait)
  if (!(await spendCode(db, context, personId, secret, code ?? ''))) return CODE_REFUSED
  await succeed(db, attempt.id)
  return null
}

const passwordRefused = (path: readonly string[]): Refused => ({
  problems: [problem('UNAUTHENTICATED', 'PASSWORD_REFUSED', 'This is not your password.', path)],
})
