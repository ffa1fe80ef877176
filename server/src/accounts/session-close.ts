import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, Info, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, anonymous, identityOf } from '#access'
import { closeSession, noteSession } from './open-session'
import { ensureAlone } from './sign-in-scope'
import { endSupportView } from './support-session'
import { SessionPayload } from './viewer.type'

@Resolver()
export class SessionClose {
  @Access(PUBLIC)
  @Mutation(() => SessionPayload, {
    description:
      'Ends the session of this request. The only field of its document; without a session it does nothing.',
  })
  async sessionClose(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    const { exchange, services, viewer, now } = context
    if (viewer.supportView) {
      // Whoever looks through somebody's eyes signs out of the own session below.
      await endSupportView(context, (db, { token }) => closeSession(db, token, now))
    } else if (viewer.sessionId !== null || viewer.unfinished) {
      await context.close()
      await services.database.write(identityOf(viewer), async ({ db }) => {
        await closeSession(db, exchange.sessionToken, now)
        if (viewer.sessionId !== null) await noteSession(db, context, viewer, 'sessionClose')
      })
    }
    exchange.setSessionToken(null)
    await context.become(anonymous(now))
    return { problems: [] }
  }
}
