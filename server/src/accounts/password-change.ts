import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, MEMBER, REVIEWER, SECRETARIAT, identityOf } from '#access'
import type { Db } from '#platform'
import { enterSession, noteSession, renewSession, type OpenedSession } from './open-session'
import { hashPassword, passwordProblems } from './password'
import { ownEmail, refuseWrongPassword } from './proof'
import { noteSecurity } from './security-notice'
import { SIGN_IN_REQUIRED } from './session-problems'
import { ensureAlone } from './sign-in-scope'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Present password and the one wanted.' })
class PasswordChangeInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Present password of the account.' })
  readonly currentPassword!: string

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Password wanted, of 12 to 200 characters.' })
  readonly newPassword!: string
}

@ArgsType()
class PasswordChangeArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => PasswordChangeInput, { description: 'Present password and the one wanted.' })
  readonly input!: PasswordChangeInput
}

@Resolver()
export class PasswordChange {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SessionPayload, {
    description:
      'Changes the password of the viewer, goes on under a new session token and ends all other sessions. The only field of its document. Problems: PASSWORD_REFUSED for the present one, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_COMMON, PASSWORD_HAS_ADDRESS, RATE_LIMITED.',
  })
  async passwordChange(
    @Args(() => PasswordChangeArgs) { input }: PasswordChangeArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const { currentPassword, newPassword } = input
    await context.close()
    const email = await ownEmail(context)
    const wrong = passwordProblems(newPassword, { email, path: ['input', 'newPassword'] })
    const refused = await refuseWrongPassword(context, currentPassword, [
      'input',
      'currentPassword',
    ])
    if (refused || wrong.length > 0) {
      return { ...refused, problems: [...(refused?.problems ?? []), ...wrong] }
    }
    const hash = await hashPassword(newPassword)
    const renewed = await context.services.database.write(identityOf(context.viewer), ({ db }) =>
      change(db, context, hash),
    )
    if (!renewed) return SIGN_IN_REQUIRED
    await enterSession(context, renewed)
    return { problems: [] }
  }
}

async function change(db: Db, context: Context, hash: string): Promise<OpenedSession | null> {
  const renewed = await renewSession(db, context, null)
  if (!renewed) return null
  await sql`select credential_change(${hash}, ${context.now.toISOString()}::timestamptz)`.execute(
    db,
  )
  await noteSecurity(db, context, context.viewer.personId!, 'PASSWORD_SET')
  await noteSession(db, context, renewed.viewer, 'passwordChange')
  return renewed
}
