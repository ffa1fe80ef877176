import { createHash } from 'node:crypto'
import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import { problem, type Db } from '#platform'
import { enterSession, openSession, rolesOf, type OpenedSession } from './open-session'
import { verifyPassword } from './password'
import { ensureAlone } from './sign-in-scope'
import { secondsToWait, type FailedAttempts } from './sign-in-limits'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Account and password.' })
class SessionOpenInput {
  @Access(PUBLIC)
  @Field(() => String, { description: 'E-mail address of the account.' })
  readonly email!: string

  @Access(PUBLIC)
  @Field(() => String, { description: 'Password of the account.' })
  readonly password!: string
}

@ArgsType()
class SessionOpenArgs {
  @Access(PUBLIC)
  @Field(() => SessionOpenInput, { description: 'Account and password.' })
  readonly input!: SessionOpenInput
}

@Resolver()
export class SessionOpen {
  @Access(PUBLIC)
  @Mutation(() => SessionPayload, {
    description:
      'Opens a session under the first role of the account. The only field of its document. Problems: SIGN_IN_REFUSED for a wrong password and an unknown account alike, NO_ROLE, RATE_LIMITED.',
  })
  async sessionOpen(
    @Args(() => SessionOpenArgs) { input }: SessionOpenArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const attempt = await beginAttempt(context, input.email)
    if ('wait' in attempt) return rateLimited(attempt.wait)

    // Outside any transaction: the work takes long on purpose, and the embedded database has one connection.
    const matches = await verifyPassword(attempt.passwordHash, input.password)
    if (!matches || attempt.personId === null) return REFUSED

    const opened = await completeAttempt(context, attempt.id, attempt.personId)
    if (!opened) return WITHOUT_ROLE
    await enterSession(context, opened)
    return { problems: [] }
  }
}

interface Attempt {
  readonly id: string
  readonly personId: string | null
  readonly passwordHash: string | null
}

// Counted as failed before the password is looked at, so that many at once cannot slip through.
async function beginAttempt(
  context: Context,
  email: string,
): Promise<Attempt | { readonly wait: number }> {
  const { exchange, services, viewer, now } = context
  const at = now.toISOString()
  const account = createHash('sha256').update(`account:${email.trim().toLowerCase()}`).digest()
  await context.close()
  return services.database.write(identityOf(viewer), async ({ db }) => {
    const wait = secondsToWait(await failuresSoFar(db, account, exchange.network, at), now)
    if (wait > 0) return { wait }
    const { rows } = await sql<Attempt>`
      select a.id, c.person_id, c.password_hash
      from sign_in_record(${account}::bytea, ${exchange.network}::bytea, ${at}::timestamptz) as a(id)
      left join credential_of(${email.trim()}) c on true`.execute(db)
    return rows[0]!
  })
}

async function failuresSoFar(
  db: Db,
  account: Uint8Array,
  network: Uint8Array,
  at: string,
): Promise<FailedAttempts> {
  const { rows } = await sql<{
    accountFailures: number
    networkFailures: number
    lastFailure: string | null
  }>`select * from sign_in_count(${account}::bytea, ${network}::bytea, ${at}::timestamptz)`.execute(
    db,
  )
  const { accountFailures, networkFailures, lastFailure } = rows[0]!
  return {
    accountFailures,
    networkFailures,
    lastFailure: lastFailure === null ? null : new Date(lastFailure),
  }
}

const completeAttempt = (
  context: Context,
  attemptId: string,
  personId: string,
): Promise<OpenedSession | null> =>
  context.services.database.write(identityOf(context.viewer), async ({ db }) => {
    await sql`select sign_in_succeed(${attemptId}::bigint)`.execute(db)
    const [role] = await rolesOf(db, personId)
    return role ? openSession(db, context, personId, role, 'sessionOpen') : null
  })

const rateLimited = (seconds: number) => ({
  problems: [
    problem('FORBIDDEN', 'RATE_LIMITED', `Too many attempts. Try again in ${seconds} seconds.`, [
      'input',
    ]),
  ],
  retryAfterSeconds: seconds,
})

const REFUSED = {
  problems: [
    problem(
      'UNAUTHENTICATED',
      'SIGN_IN_REFUSED',
      'E-mail address and password do not belong together.',
      ['input'],
    ),
  ],
}

const WITHOUT_ROLE = {
  problems: [problem('FORBIDDEN', 'NO_ROLE', 'This account holds no role at present.', ['input'])],
}
