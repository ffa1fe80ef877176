import { sql } from 'kysely'
import { Args, Ctx, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure } from '#access'
import { lockPerson, recordPerson } from './person.lock'
import { PersonPayload } from './person.payload'
import { canReactivate } from './policies'
import { PersonStatusArgs } from './suspend'

@Resolver()
export class PersonReactivate {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => PersonPayload, {
    description:
      'Opens a suspended account again, with the roles it held. Problems: NOT_FOUND, WRONG_HAT, RIGHTS_EXCEEDED, WRONG_STATE.',
  })
  personReactivate(
    @Args(() => PersonStatusArgs) { input }: PersonStatusArgs,
    @Ctx() context: Context,
  ) {
    return context.command('personReactivate', input, async (scope) => {
      const { db, viewer } = scope
      const locked = await lockPerson(scope, input.personId)
      const { person } = locked
      ensure(canReactivate(viewer, person), ['input', 'personId'])

      await db
        .updateTable('personAccount')
        .set({ status: 'ACTIVE', suspendedAs: null, version: sql`version + 1` })
        .where('personId', '=', person.personId)
        .execute()
      recordPerson(scope, 'personReactivate', locked)
      return { personId: person.personId }
    })
  }
}
