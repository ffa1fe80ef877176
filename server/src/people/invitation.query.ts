import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Access, Context, MEMBER, OWNER, PUBLIC, PageArgs, SECRETARIAT, wears } from '#access'
import {
  Administration,
  LocaleArgs,
  PersonCard,
  Workspace,
  administrationsByCode,
  administrationsById,
  cardOf,
  hashOfSecret,
  isSecret,
  organisationName,
  workspaceOf,
  type Texts,
} from '#accounts'
import { connectionOf, globalId, pageOf } from '#platform'
import {
  Invitation,
  InvitationConnection,
  InvitationOffer,
  InvitationPayload,
  InvitationViewerCan,
} from './invitation.type'
import { invitationById, invitationPage, offerOfLink, type InvitationRow } from './invitation.rows'
import { canResendInvitation, canRevokeInvitation } from './policies'

@ArgsType()
class InvitationsArgs extends PageArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether accepted and revoked invitations are left out; they are not when nothing is given.',
  })
  readonly waitingOnly?: boolean | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of an administration, to see its invitations only.',
  })
  readonly administration?: string | null
}

@ArgsType()
class InvitationOfferArgs {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Token of the link.' })
  readonly token!: string
}

@Resolver(() => Invitation)
export class InvitationQuery {
  @Access(MEMBER, SECRETARIAT)
  @Query(() => InvitationConnection, {
    nullable: true,
    description:
      'Invitations of the coordinator’s administration, for the administrator all, newest first. Empty for other hats.',
  })
  async invitations(@Args(() => InvitationsArgs) args: InvitationsArgs, @Ctx() context: Context) {
    const page = pageOf(args)
    const { viewer } = context
    const named = args.administration
      ? await context.load(administrationsByCode, args.administration)
      : undefined
    if (!wears(viewer, 'COORDINATOR', 'ADMINISTRATOR') || named === null)
      return connectionOf([], page, 0, () => [])
    const { rows, total } = await context.read((db) =>
      invitationPage(
        db,
        page,
        {
          administrationId: named?.id ?? viewer.administrationId,
          isOpenOnly: args.waitingOnly ?? false,
        },
        context.now,
      ),
    )
    return connectionOf(rows, page, total, ({ createdAt, id }) => [createdAt, id])
  }

  @Access(PUBLIC)
  @Query(() => InvitationOffer, {
    nullable: true,
    description:
      'What the invitation behind a link offers. Null when the link was used, has expired, was called off or never given out.',
  })
  invitationOffer(
    @Args(() => InvitationOfferArgs) { token }: InvitationOfferArgs,
    @Ctx() context: Context,
  ) {
    if (!isSecret(token)) return null
    return context.read((db) => offerOfLink(db, hashOfSecret(token), context.now))
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the invitation.' })
  id(@Root() invitation: Invitation): string {
    return globalId('IV', invitation.id)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the roles are held for. Null for the secretariat and the PMMPT.',
  })
  administration(@Root() { administrationId }: Invitation, @Ctx() context: Context) {
    return administrationId ? context.load(administrationsById, administrationId) : null
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => PersonCard, { nullable: true, description: 'Whoever sent it last.' })
  inviter(@Root() invitation: Invitation, @Ctx() context: Context) {
    return cardOf(context, 'INVITATION', invitation, invitation.invitedBy)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => InvitationViewerCan, { description: 'What the viewer may do with it.' })
  viewerCan(@Root() invitation: InvitationRow, @Ctx() { viewer }: Context): InvitationViewerCan {
    const facts = factsOf(invitation)
    return {
      revoke: canRevokeInvitation(viewer, facts),
      resend: canResendInvitation(viewer, facts),
    }
  }
}

/** What the rules ask about an invitation. */
export const factsOf = ({ roles, state }: InvitationRow) => ({
  roles,
  isOpen: state !== 'ACCEPTED' && state !== 'REVOKED',
})

@Resolver(() => InvitationOffer)
export class InvitationOfferFields {
  @Access(PUBLIC)
  @FieldResolver(() => String, {
    description: 'Organisation the roles are held for, in the chosen language.',
  })
  async organisation(
    @Root() { roles, administrationId }: InvitationOffer,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
    @Ctx() context: Context,
  ): Promise<string> {
    const administration = administrationId
      ? await context.load(administrationsById, administrationId)
      : null
    return organisationName(roles[0] ?? null, administration?.name as Texts | undefined, locale)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Workspace, {
    description: 'Place where the first of the roles has its work.',
  })
  workspace(@Root() { roles }: InvitationOffer): Workspace {
    return workspaceOf(roles[0]!)
  }
}

@Resolver(() => InvitationPayload)
export class InvitationPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => Invitation, {
    nullable: true,
    description: 'The invitation as it is now. Null when the command was refused.',
  })
  invitation(@Root() { invitationId }: InvitationPayload, @Ctx() context: Context) {
    return invitationId ? context.read((db) => invitationById(db, invitationId, context.now)) : null
  }
}
