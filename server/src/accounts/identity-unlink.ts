import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, MEMBER, REVIEWER, SECRETARIAT, identityOf } from '#access'
import { notFound, problem, uuidOf, type Db } from '#platform'
import { noteSession } from './open-session'
import { staleness } from './proof'
import { ownSecondFactor } from './second-factor'
import { ensureAlone } from './sign-in-scope'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Which identity to unlink.' })
class IdentityUnlinkInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of one of `viewer.identities`.' })
  readonly identityId!: string
}

@ArgsType()
class IdentityUnlinkArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => IdentityUnlinkInput, { description: 'Which identity to unlink.' })
  readonly input!: IdentityUnlinkInput
}

@Resolver()
export class IdentityUnlink {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => SessionPayload, {
    description:
      'Ends the link between an identity and the account. The only field of its document. Problems: REAUTHENTICATION_REQUIRED, NOT_FOUND, PASSWORD_MISSING where nothing else would open the account.',
  })
  async identityUnlink(
    @Args(() => IdentityUnlinkArgs) { input }: IdentityUnlinkArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const refused = staleness(context.viewer)
    if (refused) return refused
    await context.close()
    return context.services.database.write(identityOf(context.viewer), ({ db }) =>
      unlink(db, context, uuidOf('OI', input.identityId)),
    )
  }
}

async function unlink(
  db: Db,
  context: Context,
  identityId: string | null,
): Promise<Omit<SessionPayload, 'viewer'>> {
  if (!(await ownSecondFactor(db)).hasPassword) return PASSWORD_MISSING
  const { rows } = await sql<{ isGone: boolean }>`
    select oidc_unlink_own(${identityId}::uuid) as is_gone`.execute(db)
  if (!rows[0]?.isGone) return { problems: notFound(['input', 'identityId']).problems }
  await noteSession(db, context, context.viewer, 'identityUnlink')
  return { problems: [] }
}

const PASSWORD_MISSING = {
  problems: [
    problem(
      'CONFLICT',
      'PASSWORD_MISSING',
      'The account has no password. Set one first, by “Forgotten password” on the sign-in page.',
    ),
  ],
}
