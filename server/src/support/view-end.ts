import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, Info, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, PUBLIC, anonymous, type Viewer } from '#access'
import {
  SessionPayload,
  endSupportView,
  ensureAlone,
  enterSession,
  viewerOfSession,
} from '#accounts'
import { problem } from '#platform'

@Resolver()
export class SupportViewEnd {
  @Access(PUBLIC)
  @Mutation(() => SessionPayload, {
    description:
      'Ends the look through somebody’s eyes, also one that has run out, and goes on in the administrator’s own session under a new token. The only field of its document. Problems: NO_SUPPORT_VIEW.',
  })
  async supportViewEnd(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<SessionPayload, 'viewer'>> {
    ensureAlone(info, context)
    let own: Viewer | null = null
    const ended = await endSupportView(context, async (db, { token, expiresAt }) => {
      if (expiresAt) own = await viewerOfSession(db, token, context.now)
    })
    if (!ended) return { problems: [NO_SUPPORT_VIEW] }
    if (own && ended.expiresAt) {
      await enterSession(context, { token: ended.token, viewer: own, expiresAt: ended.expiresAt })
    } else {
      context.exchange.setSessionToken(null)
      await context.become(anonymous(context.now))
    }
    return { problems: [] }
  }
}

const NO_SUPPORT_VIEW = problem(
  'CONFLICT',
  'NO_SUPPORT_VIEW',
  'This session looks at its own work.',
)
