import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Access, type Context, OWNER, PUBLIC, embed } from '#access'
import { globalId } from '#platform'
import { administrationsById } from './administration.rows'
import { Administration } from './administration.type'
import type { Role } from './hat'
import { LinkedIdentityCard } from './identity.type'
import { LocaleArgs, type Texts } from './locale'
import { rolesOf } from './open-session'
import { organisationName } from './organisation'
import { PersonCard, cardOf } from './person-card.type'
import { Place, placesOf } from './place'
import { ownSecondFactors } from './second-factor'
import { SecondFactor } from './second-factor.type'
import { SignInStep, signInStepOf } from './sign-in-step'
import { HeldRoleCard, SessionCard, SessionPayload, SignInCard, ViewerCard } from './viewer.type'
import { ownIdentities, ownSessions, ownSignIns, viewerCard } from './viewer.rows'
import { Workspace, workspaceOf } from './workspace'

@Resolver(() => ViewerCard)
export class ViewerQuery {
  @Access(PUBLIC)
  @Query(() => ViewerCard, {
    nullable: true,
    description: 'Who is asking. Null without a session or token, and after the session has ended.',
  })
  viewer(@Ctx() context: Context) {
    return viewerCard(context)
  }

  @Access(PUBLIC)
  @Query(() => SignInStep, {
    description: 'How far the sign-in of whoever asks has come; SIGNED_IN with a valid token.',
  })
  signInStep(@Ctx() { viewer }: Context): SignInStep {
    return signInStepOf(viewer)
  }

  @Access(OWNER)
  @FieldResolver(() => Workspace, { description: 'Place where the hat has its work.' })
  workspace(@Root() { hat }: ViewerCard): Workspace {
    return workspaceOf(hat)
  }

  @Access(OWNER)
  @FieldResolver(() => [Place], {
    description:
      'Parts of the work that the hat has a use for, to be offered by a portal. Empty for a program, and before the sign-in is finished.',
  })
  places(@Ctx() { viewer: { hat } }: Context): readonly Place[] {
    return hat === null ? [] : placesOf(hat)
  }

  @Access(OWNER)
  @FieldResolver(() => PersonCard, {
    nullable: true,
    description: 'Person who is signed in. Null for a program.',
  })
  person(@Root() viewer: ViewerCard, @Ctx() context: Context) {
    return cardOf(context, 'SELF', viewer, viewer.personId, viewer.hat)
  }

  @Access(OWNER)
  @FieldResolver(() => Administration, {
    nullable: true,
    description:
      'Administration the hat belongs to. Null for the secretariat, the PMMPT and programs.',
  })
  administration(@Root() viewer: ViewerCard, @Ctx() context: Context) {
    return viewer.administrationId
      ? context.load(administrationsById, viewer.administrationId)
      : null
  }

  @Access(OWNER)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Organisation the hat acts for, in the chosen language. Null for a program.',
  })
  async organisation(
    @Root() viewer: ViewerCard,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
    @Ctx() context: Context,
  ): Promise<string | null> {
    if (viewer.personId === null) return null
    const administration = viewer.administrationId
      ? await context.load(administrationsById, viewer.administrationId)
      : null
    return organisationName(viewer.hat, administration?.name as Texts | undefined, locale)
  }

  @Access(OWNER)
  @FieldResolver(() => [HeldRoleCard], {
    description:
      'Roles the person may change to, in the order they were given. Empty for a program.',
  })
  async hats(
    @Root() viewer: ViewerCard,
    @Ctx() context: Context,
  ): Promise<readonly HeldRoleCard[]> {
    const { personId } = viewer
    if (personId === null) return []
    const roles = await context.read((db) => rolesOf(db, personId))
    const cards = roles.map(({ id, role, administrationId }) => ({
      id: globalId('RO', id),
      role,
      administrationId,
      isWorn: role === viewer.hat && administrationId === viewer.administrationId,
    }))
    return embed('SELF', viewer, cards)
  }

  @Access(OWNER)
  @FieldResolver(() => [SessionCard], {
    description: 'Open sessions of the person, the latest used first. Empty for a program.',
  })
  async sessions(
    @Root() viewer: ViewerCard,
    @Ctx() context: Context,
  ): Promise<readonly SessionCard[]> {
    if (viewer.personId === null) return []
    const rows = await context.read((db) => ownSessions(db, context.now))
    const cards = rows.map((row) => ({
      ...row,
      role: row.role as Role,
      id: globalId('SE', row.id),
      isPresent: row.id === context.viewer.sessionId,
    }))
    return embed('SELF', viewer, cards)
  }
}

@Resolver(() => ViewerCard)
export class ViewerSecurityFields {
  @Access(OWNER)
  @FieldResolver(() => SecondFactor, {
    nullable: true,
    description: 'Second factor of the person. Null for a program.',
  })
  async secondFactor(
    @Root() viewer: ViewerCard,
    @Ctx() context: Context,
  ): Promise<SecondFactor | null> {
    const own = viewer.personId && (await context.load(ownSecondFactors, viewer.personId))
    if (!own) return null
    const { secret, confirmedAt, isRequired, codesLeft, takenAwayAt } = own
    return embed('SELF', viewer, {
      isSetUp: secret !== null,
      isRequired,
      isOutstanding: context.viewer.unfinished !== undefined,
      setUpAt: confirmedAt,
      takenAwayAt,
      recoveryCodesLeft: codesLeft,
    })
  }

  @Access(OWNER)
  @FieldResolver(() => Boolean, {
    description: 'Whether the person has a password. False for a program.',
  })
  async hasPassword(@Root() viewer: ViewerCard, @Ctx() context: Context): Promise<boolean> {
    const own = viewer.personId && (await context.load(ownSecondFactors, viewer.personId))
    return own ? own.hasPassword : false
  }

  @Access(OWNER)
  @FieldResolver(() => [LinkedIdentityCard], {
    description: 'Identities of other sign-ins that open the account. Empty for a program.',
  })
  async identities(
    @Root() viewer: ViewerCard,
    @Ctx() context: Context,
  ): Promise<readonly LinkedIdentityCard[]> {
    if (viewer.personId === null) return []
    const rows = await context.read(ownIdentities)
    return embed(
      'SELF',
      viewer,
      rows.map((row) => ({ ...row, id: globalId('OI', row.id) })),
    )
  }

  @Access(OWNER)
  @FieldResolver(() => [SignInCard], {
    description:
      'The last 20 attempts of 90 days to sign in to the account, the latest first. Empty for a program.',
  })
  async signIns(
    @Root() viewer: ViewerCard,
    @Ctx() context: Context,
  ): Promise<readonly SignInCard[]> {
    if (viewer.personId === null) return []
    return embed('SELF', viewer, await context.read((db) => ownSignIns(db, context.now)))
  }
}

@Resolver(() => HeldRoleCard)
export class HeldRoleFields {
  @Access(PUBLIC)
  @FieldResolver(() => Workspace, { description: 'Place where the role has its work.' })
  workspace(@Root() { role }: HeldRoleCard): Workspace {
    return workspaceOf(role)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the role belongs to. Null for the secretariat and the PMMPT.',
  })
  administration(@Root() held: HeldRoleCard, @Ctx() context: Context) {
    return held.administrationId ? context.load(administrationsById, held.administrationId) : null
  }
}

@Resolver(() => SessionCard)
export class SessionFields {
  @Access(PUBLIC)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the session acts for. Null for the secretariat and the PMMPT.',
  })
  administration(@Root() session: SessionCard, @Ctx() context: Context) {
    return session.administrationId
      ? context.load(administrationsById, session.administrationId)
      : null
  }
}

@Resolver(() => SessionPayload)
export class SessionPayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => ViewerCard, {
    nullable: true,
    description: 'Who is asking from now on. Null after a sign-out or a refusal without a session.',
  })
  viewer(@Ctx() context: Context) {
    return viewerCard(context)
  }
}
