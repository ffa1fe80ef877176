import { Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { sql } from 'kysely'
import { Access, type Context, PUBLIC, Rows, type Hat as AnyHat } from '#access'
import { globalId, type Db } from '#platform'
import { administrationsById } from './administration.rows'
import { Administration } from './administration.type'
import { Hat } from './hat'
import { Workspace, workspaceOf } from './workspace'

const API_REVISION = '2026-11-01'

@ObjectType({ description: 'What a client should know about this installation.' })
@Rows('REFERENCE')
@Access(PUBLIC)
export class ServiceInfo {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Revision of the schema, as a date.' })
  readonly apiRevision!: string

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether the data are invented; every page and document then says so.',
  })
  readonly isDemonstration!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description:
      'Whether the invented people may be entered with one click and without a password.',
  })
  readonly allowsDemonstrationSignIn!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether mail is sent, so that a forgotten password can be replaced by a link.',
  })
  readonly sendsMail!: boolean

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description:
      'Whether people may also sign in with an identity of their organisation, at `/oidc/start`.',
  })
  readonly offersIdentityProvider!: boolean
}

@ObjectType({ description: 'Invented person under one of their roles, for the one-click sign-in.' })
@Rows('REFERENCE')
@Access(PUBLIC)
export class DemonstrationPerson {
  readonly id!: string
  readonly administrationId!: string | null

  @Access(PUBLIC)
  @Field(() => String, { description: 'Name of the invented person.' })
  readonly name!: string

  @Access(PUBLIC)
  @Field(() => Hat, { description: 'Role the person is entered in.' })
  readonly role!: AnyHat
}

/** Roles of the demonstration, those of the secretariat first, then by administration. */
export async function demonstrationRoles(
  db: Db,
): Promise<readonly (DemonstrationPerson & { personId: string })[]> {
  const { rows } = await sql<DemonstrationPerson & { personId: string }>`
    select d.role_id as id, d.person_id, d.name, d.role, d.administration_id from demonstration_roles() d
    left join administration a on a.id = d.administration_id
    order by a.code nulls first, role_rank(d.role), d.role, d.name, d.role_id`.execute(db)
  return rows
}

@Resolver()
export class ServiceInfoQuery {
  @Access(PUBLIC)
  @Query(() => ServiceInfo, { description: 'What a client should know about this installation.' })
  serviceInfo(@Ctx() { services }: Context): ServiceInfo {
    return {
      apiRevision: API_REVISION,
      isDemonstration: services.memory.get('isDemonstration') === true,
      allowsDemonstrationSignIn: allowsDemonstrationSignIn(services.memory),
      sendsMail: services.mailing.mailer !== null,
      offersIdentityProvider: services.identityProvider !== null,
    }
  }

  @Access(PUBLIC)
  @Query(() => [DemonstrationPerson], {
    description:
      'Invented people by role, the secretariat first, then by code of the administration. Empty where the one-click sign-in is not offered.',
  })
  async demonstrationPeople(@Ctx() context: Context): Promise<readonly DemonstrationPerson[]> {
    if (!allowsDemonstrationSignIn(context.services.memory)) return []
    return context.read(demonstrationRoles)
  }
}

/** Whether this process offers the one-click sign-in; set at the start, from data and configuration. */
export const allowsDemonstrationSignIn = (memory: ReadonlyMap<string, unknown>): boolean =>
  memory.get('allowsDemonstrationSignIn') === true

@Resolver(() => DemonstrationPerson)
export class DemonstrationPersonFields {
  @Access(PUBLIC)
  @FieldResolver(() => Workspace, { description: 'Place where the role has its work.' })
  workspace(@Root() { role }: DemonstrationPerson): Workspace {
    return workspaceOf(role)
  }

  @Access(PUBLIC)
  @FieldResolver(() => ID, { description: 'Opaque id of the role, to sign in by.' })
  roleId(@Root() person: DemonstrationPerson): string {
    return globalId('RO', person.id)
  }

  @Access(PUBLIC)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the role belongs to. Null for the secretariat and the PMMPT.',
  })
  administration(@Root() person: DemonstrationPerson, @Ctx() context: Context) {
    return person.administrationId
      ? context.load(administrationsById, person.administrationId)
      : null
  }
}
