import type { GraphQLResolveInfo } from 'graphql'
import { Args, ArgsType, Ctx, Field, ID, Info, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import { notFound, uuidOf } from '#platform'
import { enterSession, openSession, rolesOf } from './open-session'
import { allowsDemonstrationSignIn, demonstrationRoles } from './service-info.query'
import { ensureAlone } from './sign-in-scope'
import { SessionPayload } from './viewer.type'

@InputType({ description: 'Which invented person to enter as.' })
class DemonstrationSignInInput {
  @Access(PUBLIC)
  @Field(() => ID, { description: 'Id of a role, from `demonstrationPeople`.' })
  readonly roleId!: string
}

@ArgsType()
class DemonstrationSignInArgs {
  @Access(PUBLIC)
  @Field(() => DemonstrationSignInInput, { description: 'Which invented person to enter as.' })
  readonly input!: DemonstrationSignInInput
}

@Resolver()
export class DemonstrationSignIn {
  @Access(PUBLIC)
  @Mutation(() => SessionPayload, {
    description:
      'Opens a session as an invented person without a password, in a demonstration alone. The only field of its document. Problems: NOT_FOUND.',
  })
  async demonstrationSignIn(
    @Args(() => DemonstrationSignInArgs) { input }: DemonstrationSignInArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const { services, viewer } = context
    const roleId = uuidOf('RO', input.roleId)
    if (roleId === null || !allowsDemonstrationSignIn(services.memory)) return NOTHING_HERE

    await context.close()
    const opened = await services.database.write(identityOf(viewer), async ({ db }) => {
      const person = (await demonstrationRoles(db)).find(({ id }) => id === roleId)
      if (!person) return null
      const role = (await rolesOf(db, person.personId)).find(({ id }) => id === roleId)
      return role ? openSession(db, context, person.personId, role, 'demonstrationSignIn') : null
    })
    if (!opened) return NOTHING_HERE
    await enterSession(context, opened)
    return { problems: [] }
  }
}

const NOTHING_HERE = { problems: notFound(['input', 'roleId']).problems }
