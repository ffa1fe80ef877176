import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, Info, Mutation, Resolver } from 'type-graphql'
import { Access, type Context, MEMBER, REVIEWER, SECRETARIAT, isSecretariat } from '#access'
import { problem } from '#platform'
import { linkTicket } from './identity-sign-in'
import { IdentityLinkBeginPayload } from './identity.type'
import { staleness } from './proof'
import { ensureAlone } from './sign-in-scope'

@Resolver()
export class IdentityLinkBegin {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => IdentityLinkBeginPayload, {
    description:
      'Begins to link an identity at the sign-in of the person’s organisation to the account. The only field of its document. Problems: REAUTHENTICATION_REQUIRED, NO_IDENTITY_PROVIDER.',
  })
  identityLinkBegin(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): IdentityLinkBeginPayload {
    ensureAlone(info, context)
    if (!context.services.identityProvider) return NO_IDENTITY_PROVIDER
    const refused = staleness(context.viewer)
    if (refused) return refused
    const portal = isSecretariat(context.viewer) ? 'admin' : 'member'
    return {
      startPath: `/oidc/start?portal=${portal}&link=${linkTicket(context)}`,
      problems: [],
    }
  }
}

const NO_IDENTITY_PROVIDER = {
  problems: [
    problem('CONFLICT', 'NO_IDENTITY_PROVIDER', 'This installation knows no identity provider.'),
  ],
}
