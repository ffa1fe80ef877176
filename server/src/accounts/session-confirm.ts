import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import type { Db } from '#platform'
import { beginAttempt, codesHash, rateLimited, succeed } from './attempt'
import { CODE_REFUSED, spendCode } from './second-factor'
import type { Role } from './hat'
import { viewerOfSession } from './load-viewer'
import { enterSession, noteSession, type OpenedSession } from './open-session'
import { hashOfSecret, newSecret } from './secret-token'
import { SIGN_IN_REQUIRED } from './session-problems'
import { latestEnd, limitsOf } from './session-limits'
import { CODE_LIMITS } from './sign-in-limits'
import { ensureAlone } from './sign-in-scope'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Code of the second factor.' })
class SessionConfirmInput {
  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Six digits of the authenticator app, or one of the recovery codes.',
  })
  readonly code!: string
}

@ArgsType()
class SessionConfirmArgs {
  @Access(PUBLIC)
  @Field(() => SessionConfirmInput, { description: 'Code of the second factor.' })
  readonly input!: SessionConfirmInput
}

@Resolver()
export class SessionConfirm {
  @Access(PUBLIC)
  @Mutation(() => SessionPayload, {
    description:
      'Completes a sign-in that waits for the second factor, under a new session token. A code works once. The only field of its document. Problems: SIGN_IN_REQUIRED where no sign-in waits, CODE_REFUSED, RATE_LIMITED.',
  })
  async sessionConfirm(
    @Args(() => SessionConfirmArgs) { input }: SessionConfirmArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const token = context.exchange.sessionToken
    if (context.viewer.unfinished?.step !== 'SECOND_FACTOR' || token === null) {
      return SIGN_IN_REQUIRED
    }
    await context.close()
    const settled = await context.services.database.write(identityOf(context.viewer), ({ db }) =>
      confirm(db, context, token, input.code),
    )
    if ('problems' in settled) return settled
    await enterSession(context, settled)
    return { problems: [] }
  }
}

interface WaitingSignIn {
  readonly personId: string
  readonly role: Role
  readonly secret: Uint8Array
}

// A refused code is returned, not thrown: its attempt must be counted.
async function confirm(
  db: Db,
  context: Context,
  token: string,
  code: string,
): Promise<OpenedSession | Omit<SessionPayload, 'viewer'>> {
  const { now, services } = context
  const { rows } = await sql<WaitingSignIn>`
    select * from second_factor_of_waiting(${hashOfSecret(token)}::bytea, ${now.toISOString()}::timestamptz)`.execute(
    db,
  )
  const [waiting] = rows
  if (!waiting) return SIGN_IN_REQUIRED
  const { personId, role, secret } = waiting

  const attempt = await beginAttempt(db, context, 'CODE', codesHash(personId), CODE_LIMITS)
  if ('wait' in attempt) return rateLimited(attempt.wait)
  if (!(await spendCode(db, context, personId, secret, code))) return CODE_REFUSED

  const next = newSecret()
  const expiresAt = latestEnd(role, now)
  const { rows: confirmed } = await sql<{ isOpen: boolean }>`
    select session_confirm(${services.ids.next()}::uuid, ${hashOfSecret(token)}::bytea, ${next.hash}::bytea,
      ${now.toISOString()}::timestamptz, ${limitsOf(role).idleMinutes}::integer, ${expiresAt.toISOString()}::timestamptz) as is_open`.execute(
    db,
  )
  if (!confirmed[0]?.isOpen) return SIGN_IN_REQUIRED
  await succeed(db, attempt.id)
  const viewer = await viewerOfSession(db, next.token, now)
  if (!viewer) return SIGN_IN_REQUIRED
  await noteSession(db, context, viewer, 'sessionConfirm')
  return { token: next.token, viewer, expiresAt }
}
