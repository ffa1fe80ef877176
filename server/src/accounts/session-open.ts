import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import { problem } from '#platform'
import { accountHash, beginAttempt, rateLimited, succeed } from './attempt'
import { continueSignIn, enterSession, rolesOf, type OpenedSession } from './open-session'
import { verifyPassword } from './password'
import { ensureAlone } from './sign-in-scope'
import { PASSWORD_LIMITS } from './sign-in-limits'
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
      'Opens a session under the first role of the account, or one that waits for `sessionConfirm` where the account has a second factor. The only field of its document. Problems: SECOND_FACTOR_REQUIRED, SIGN_IN_REFUSED for a wrong password and an unknown account alike, NO_ROLE, RATE_LIMITED.',
  })
  async sessionOpen(
    @Args(() => SessionOpenArgs) { input }: SessionOpenArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const attempt = await lookUp(context, input.email)
    if ('wait' in attempt) return rateLimited(attempt.wait)

    // Outside any transaction: the work takes long on purpose, and the embedded database has one connection.
    const matches = await verifyPassword(attempt.passwordHash, input.password)
    if (!matches || attempt.personId === null) return REFUSED

    const opened = await complete(context, attempt.id, attempt.personId)
    if (!opened) return WITHOUT_ROLE
    await enterSession(context, opened)
    return opened.viewer.unfinished?.step === 'SECOND_FACTOR' ? CODE_WANTED : { problems: [] }
  }
}

interface FoundAccount {
  readonly id: string
  readonly personId: string | null
  readonly passwordHash: string | null
}

// The same statements whether there is such an account or not.
async function lookUp(
  context: Context,
  email: string,
): Promise<FoundAccount | { readonly wait: number }> {
  await context.close()
  return context.services.database.write(identityOf(context.viewer), async ({ db }) => {
    const begun = await beginAttempt(db, context, 'PASSWORD', accountHash(email), PASSWORD_LIMITS)
    if ('wait' in begun) return begun
    const { rows } = await sql<Omit<FoundAccount, 'id'>>`
      select c.person_id, c.password_hash from (select) one left join credential_of(${email.trim()}) c on true`.execute(
      db,
    )
    return { ...begun, ...rows[0]! }
  })
}

const complete = (
  context: Context,
  attemptId: string,
  personId: string,
): Promise<OpenedSession | null> =>
  context.services.database.write(identityOf(context.viewer), async ({ db }) => {
    const [role] = await rolesOf(db, personId)
    const facts = { isTwoFactor: false, attemptId }
    if (role) return continueSignIn(db, context, personId, role, 'sessionOpen', facts)
    await succeed(db, attemptId)
    return null
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

const CODE_WANTED = {
  problems: [
    problem(
      'UNAUTHENTICATED',
      'SECOND_FACTOR_REQUIRED',
      'The password is right. Confirm the sign-in with a code of the second factor.',
      ['input'],
    ),
  ],
}
