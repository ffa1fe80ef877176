import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure } from '#access'
import { globalId, notFound, uuidOf, type Db } from '#platform'
import { lockPerson } from './person.lock'
import { PersonPayload } from './person.payload'
import { heldRoleById, roleFacts } from './person.rows'
import { canEndRole } from './policies'

@InputType({ description: 'The role to end.' })
class RoleEndInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the role, from `person.heldRoles`.' })
  readonly roleId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class RoleEndArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => RoleEndInput, { description: 'The role to end.' })
  readonly input!: RoleEndInput
}

@Resolver()
export class RoleEnd {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => PersonPayload, {
    description:
      'Takes a role away; sessions that wear it end with their next request. Problems: NOT_FOUND, WRONG_HAT, SECOND_PERSON, RIGHTS_EXCEEDED, LAST_OF_ITS_KIND.',
  })
  roleEnd(@Args(() => RoleEndArgs) { input }: RoleEndArgs, @Ctx() context: Context) {
    return context.command('roleEnd', input, async (scope) => {
      const { db, viewer, now, record } = scope
      const roleId = uuidOf('RO', input.roleId)
      const before = roleId && (await heldRoleById(db, roleId))
      if (!before) throw notFound(['input', 'roleId'])
      await lockPerson(scope, globalId('PE', before.personId), ['input', 'roleId'])
      const held = await heldRoleById(db, before.id)
      if (!held) throw notFound(['input', 'roleId'])
      ensure(canEndRole(viewer, held), ['input', 'roleId'])

      await endRole(db, held.id, viewer.personId, now)
      record({
        action: 'roleEnd',
        objectType: 'Person',
        objectId: held.personId,
        administrationId: held.administrationId,
        facts: roleFacts(held.role, held.isDeputy),
      })
      return { personId: held.personId }
    })
  }
}

/** Ends a role that is still held. */
export const endRole = (db: Db, id: string, endedBy: string | null, now: Date): Promise<unknown> =>
  db
    .updateTable('personRole')
    .set({ endedAt: now, endedBy })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
