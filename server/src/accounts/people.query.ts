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
import { connectionOf, globalId, pageOf } from '#platform'
import { administrationsById } from './administration.rows'
import { Administration } from './administration.type'
import { Hat } from './hat'
import { peoplePage } from './people.rows'
import { Person, PersonConnection } from './person.type'

@ArgsType()
class PeopleArgs extends PageArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => Hat, { nullable: true, description: 'Role, to see the people who hold it only.' })
  readonly role?: AnyHat | null
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
    if (!isMember(viewer) && !wears(viewer, 'ADMINISTRATOR'))
      return connectionOf([], page, 0, () => [])
    const { rows, total } = await context.read((db) =>
      peoplePage(db, page, { administrationId: viewer.administrationId, role: args.role ?? null }),
    )
    return connectionOf(rows, page, total, ({ name, personId }) => [name, personId])
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
