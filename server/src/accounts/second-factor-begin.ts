import type { GraphQLResolveInfo } from 'graphql'
import { sql } from 'kysely'
import { Ctx, Info, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, identityOf } from '#access'
import { noteSession } from './open-session'
import { ownEmail, staleness } from './proof'
import { sealFor } from './second-factor'
import { SecondFactorBeginPayload } from './second-factor.type'
import { ensureAlone } from './sign-in-scope'
import { newTotpSecret, totpUri } from './totp'

@Resolver()
export class SecondFactorBegin {
  @Access(PUBLIC)
  @Mutation(() => SecondFactorBeginPayload, {
    description:
      'Offers a key for an authenticator app, for a quarter of an hour; nothing changes before `secondFactorConfirm`. The only field of its document. Problems: SIGN_IN_REQUIRED, REAUTHENTICATION_REQUIRED.',
  })
  async secondFactorBegin(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SecondFactorBeginPayload> {
    ensureAlone(info, context)
    const { viewer, now, services } = context
    const refused = staleness(viewer)
    if (refused) return refused

    const secret = newTotpSecret()
    const sealed = sealFor(context, viewer.personId!, secret)
    await context.close()
    const email = await ownEmail(context)
    await services.database.write(identityOf(viewer), async ({ db }) => {
      await sql`select second_factor_offer(${sealed}::bytea, ${now.toISOString()}::timestamptz)`.execute(
        db,
      )
      await noteSession(db, context, viewer, 'secondFactorBegin')
    })
    return { secret, uri: totpUri(secret, email), problems: [] }
  }
}
