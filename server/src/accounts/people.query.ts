import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import {
  Access,
  type Context,
  MEMBER,
  OWNER,
  PageArgs,
  SECRETARIAT,
  isMember,
  wears,
  type Hat as AnyHat,
} from '#access'
import { connectionOf, globalId, pageOf, requestError, uuidOf } from '#platform'
import { administrationsByCode, administrationsById } from './administration.rows'
import { Administration } from './administration.type'
import { Hat, type Role } from './hat'
import { peoplePage, personAmong, type PeopleFilter } from './people.rows'
import { Person, PersonConnection, PersonStatus } from './person.type'
import { Workspace, workspaceOf } from './workspace'

@ArgsType()
class PeopleArgs extends PageArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => Hat, {
    nullable: true,
    description:
      'Role, to see the people who hold it only. For those who may read roles: the coordinator and the administrator.',
  })
  readonly role?: AnyHat | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => Workspace, {
    nullable: true,
    description:
      'Place of work, to see the people with a role there only. For those who may read roles.',
  })
  readonly workspace?: Workspace | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => PersonStatus, {
    nullable: true,
    description: 'State of the account. For those who may read it.',
  })
  readonly status?: keyof typeof PersonStatus | null

  @Access(MEMBER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description:
      'Part of a name; for the coordinator and the administrator, of an e-mail address as well.',
  })
  readonly search?: string | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of an administration, to see the people who act for it only.',
  })
  readonly administration?: string | null
}

@ArgsType()
class PersonArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the person.' })
  readonly id!: string
}

@Resolver(() => Person)
export class PeopleQuery {
  @Access(MEMBER, SECRETARIAT)
  @Query(() => PersonConnection, {
    nullable: true,
    description:
      'People of the viewer’s administration, for the administrator everybody, by name. Empty for other hats of the secretariat.',
  })
  async people(@Args(() => PeopleArgs) args: PeopleArgs, @Ctx() context: Context) {
    const page = pageOf(args)
    const { viewer } = context
    const scope = await scopeOf(context, args.administration)
    if (scope === null) return connectionOf([], page, 0, () => [])
    const readsRoles = wears(viewer, 'COORDINATOR', 'ADMINISTRATOR')
    if (!readsRoles && (args.role ?? args.workspace ?? args.status) != null) throw filterClosed()
    const { rows, total } = await context.read((db) =>
      peoplePage(db, page, {
        ...scope,
        roles: rolesAsked(args),
        status: args.status ?? null,
        search: args.search?.trim() || null,
        searchesAddresses: readsRoles,
      }),
    )
    return connectionOf(rows, page, total, ({ name, personId }) => [name, personId])
  }

  @Access(MEMBER, SECRETARIAT)
  @Query(() => Person, {
    nullable: true,
    description:
      'One person of the viewer’s administration, for the administrator anybody. Null when there is nobody for the viewer.',
  })
  async person(@Args(() => PersonArgs) { id }: PersonArgs, @Ctx() context: Context) {
    const personId = uuidOf('PE', id)
    const scope = personId === null ? null : await scopeOf(context, null)
    return scope && context.read((db) => personAmong(db, { ...scope, personId }))
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the person.' })
  id(@Root() person: Person): string {
    return globalId('PE', person.personId)
  }

  @Access(OWNER, SECRETARIAT)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration the person belongs to. Null for the secretariat and the PMMPT.',
  })
  administration(@Root() person: Person, @Ctx() context: Context) {
    return person.administrationId
      ? context.load(administrationsById, person.administrationId)
      : null
  }
}

/** Whom the viewer may look at; null for nobody. What one may not read one may not filter by either. */
async function scopeOf(
  context: Context,
  code: string | null | undefined,
): Promise<Pick<PeopleFilter, 'isEverybody' | 'administrationId'> | null> {
  const { viewer } = context
  if (isMember(viewer)) return { isEverybody: false, administrationId: viewer.administrationId }
  if (!wears(viewer, 'ADMINISTRATOR')) return null
  if (code == null) return { isEverybody: true, administrationId: null }
  const administration = await context.load(administrationsByCode, code)
  return administration && { isEverybody: true, administrationId: administration.id }
}

const PLACES: readonly Role[] = (Object.keys(Hat) as AnyHat[]).filter((hat) => hat !== 'PARTNER')

function rolesAsked({ role, workspace }: PeopleArgs): readonly Role[] | null {
  if (role == null && workspace == null) return null
  return PLACES.filter(
    (each) =>
      (role == null || each === role) && (workspace == null || workspaceOf(each) === workspace),
  )
}

const filterClosed = () =>
  requestError('FORBIDDEN', 'WRONG_HAT', 'Your role does not read what you ask to filter by.')
