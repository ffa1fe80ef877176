import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import type { Db } from '#platform'
import { noteSession } from './open-session'
import { refuseWrongCode, refuseWrongPassword, type Refused } from './proof'
import { SIGN_IN_REQUIRED } from './session-problems'
import { ensureAlone } from './sign-in-scope'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Proof that the person is still the same.' })
class SessionReauthenticateInput {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Password of the account.' })
  readonly password!: string

  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Six digits of the authenticator app, or one of the recovery codes. Needed where there is a second factor.',
  })
  readonly code?: string | null
}

@ArgsType()
class SessionReauthenticateArgs {
  @Access(PUBLIC)
  @Field(() => SessionReauthenticateInput, {
    description: 'Proof that the person is still the same.',
  })
  readonly input!: SessionReauthenticateInput
}

@Resolver()
export class SessionReauthenticate {
  @Access(PUBLIC)
  @Mutation(() => SessionPayload, {
    description:
      'Opens, for ten minutes of this session, what weighs more than reading and writing, such as a change of the second factor. A sign-in does the same. The only field of its document. Problems: SIGN_IN_REQUIRED, PASSWORD_REFUSED, CODE_REFUSED, RATE_LIMITED.',
  })
  async sessionReauthenticate(
    @Args(() => SessionReauthenticateArgs) { input }: SessionReauthenticateArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const { services, viewer } = context
    if (viewer.personId === null) return SIGN_IN_REQUIRED

    const refused =
      (await refuseWrongPassword(context, input.password, ['input', 'password'])) ??
      (await services.database.write(identityOf(viewer), ({ db }) =>
        proveAgain(db, context, input.code),
      ))
    return refused ?? { problems: [] }
  }
}

async function proveAgain(
  db: Db,
  context: Context,
  code: string | null | undefined,
): Promise<Refused | null> {
  const { viewer, now } = context
  const refused = await refuseWrongCode(db, context, code)
  if (refused) return refused
  await sql`select session_reauthenticate(${viewer.sessionId}::uuid, ${now.toISOString()}::timestamptz)`.execute(
    db,
  )
  await noteSession(db, context, viewer, 'sessionReauthenticate')
  return null
}
