import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Access, type Context, OWNER, PUBLIC, embed } from '#access'
import { globalId } from '#platform'
import { administrationsById } from './administration.rows'
import { Administration } from './administration.type'
import type { Role } from './hat'
import { LocaleArgs, type Texts } from './locale'
import { rolesOf } from './open-session'
import { organisationName } from './organisation'
import { PersonCard, cardOf } from './person-card.type'
import { HeldRoleCard, SessionCard, SessionPayload, ViewerCard } from './viewer.type'
import { ownSessions, viewerCard } from './viewer.rows'
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

  @Access(OWNER)
  @FieldResolver(() => Workspace, { description: 'Place where the hat has its work.' })
  workspace(@Root() { hat }: ViewerCard): Workspace {
    return workspaceOf(hat)
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
