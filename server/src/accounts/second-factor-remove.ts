import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, MEMBER, REVIEWER, SECRETARIAT, identityOf } from '#access'
import { problem, type Db } from '#platform'
import { enterSession, noteSession, renewSession, type OpenedSession } from './open-session'
import { refuseWrongCode, refuseWrongPassword, type Refused } from './proof'
import { NO_SECOND_FACTOR } from './recovery-codes-renew'
import { ownSecondFactor } from './second-factor'
import { noteSecurity } from './security-notice'
import { SIGN_IN_REQUIRED } from './session-problems'
import { ensureAlone } from './sign-in-scope'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Both factors, once more.' })
class SecondFactorRemoveInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => String, { description: 'Password of the account.' })
  readonly password!: string

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    description: 'Six digits of the authenticator app, or one of the recovery codes.',
  })
  readonly code!: string
}

@ArgsType()
class SecondFactorRemoveArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => SecondFactorRemoveInput, { description: 'Both factors, once more.' })
  readonly input!: SecondFactorRemoveInput
}

@Resolver()
export class SecondFactorRemove {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SessionPayload, {
    description:
      'Removes the second factor and its recovery codes, goes on under a new session token and ends all other sessions. The only field of its document. Problems: NO_SECOND_FACTOR, SECOND_FACTOR_MANDATORY where a role needs it, PASSWORD_REFUSED, CODE_REFUSED, RATE_LIMITED.',
  })
  async secondFactorRemove(
    @Args(() => SecondFactorRemoveArgs) { input }: SecondFactorRemoveArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const { services, viewer } = context
    await context.close()
    const { secret, isRequired } = await services.database.read(identityOf(viewer), ownSecondFactor)
    if (secret === null) return NO_SECOND_FACTOR
    if (isRequired) return MANDATORY

    const refused = await refuseWrongPassword(context, input.password, ['input', 'password'])
    if (refused) return refused
    const settled = await services.database.write(identityOf(viewer), ({ db }) =>
      remove(db, context, input.code),
    )
    if ('problems' in settled) return settled
    await enterSession(context, settled)
    return { problems: [] }
  }
}

async function remove(db: Db, context: Context, code: string): Promise<OpenedSession | Refused> {
  const refused = await refuseWrongCode(db, context, code)
  if (refused) return refused
  await sql`select second_factor_remove_own()`.execute(db)
  const renewed = await renewSession(db, context, false)
  if (!renewed) return SIGN_IN_REQUIRED
  await noteSecurity(db, context, context.viewer.personId!, 'SECOND_FACTOR_REMOVED')
  await noteSession(db, context, renewed.viewer, 'secondFactorRemove')
  return renewed
}

const MANDATORY = {
  problems: [
    problem(
      'FORBIDDEN',
      'SECOND_FACTOR_MANDATORY',
      'One of your roles needs a second factor. You can replace it by another one.',
    ),
  ],
}
