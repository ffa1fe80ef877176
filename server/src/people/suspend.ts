import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, SECRETARIAT, ensure, wears } from '#access'
import { lockPerson, recordPerson } from './person.lock'
import { PersonPayload } from './person.payload'
import { canSuspend } from './policies'

@InputType({ description: 'Whose account to suspend or to open again.' })
export class PersonStatusInput {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, { description: 'Id of the person.' })
  readonly personId!: string

  @Access(MEMBER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class PersonStatusArgs {
  @Access(MEMBER, SECRETARIAT)
  @Field(() => PersonStatusInput, { description: 'Whose account.' })
  readonly input!: PersonStatusInput
}

@Resolver()
export class PersonSuspend {
  @Access(MEMBER, SECRETARIAT)
  @Mutation(() => PersonPayload, {
    description:
      'Suspends an account: nobody signs in with it, its sessions end with their next request, invitations it sent are void. Roles stay, for the day it is opened again. Problems: NOT_FOUND, WRONG_HAT, SECOND_PERSON, RIGHTS_EXCEEDED, LAST_OF_ITS_KIND, WRONG_STATE.',
  })
  personSuspend(
    @Args(() => PersonStatusArgs) { input }: PersonStatusArgs,
    @Ctx() context: Context,
  ) {
    return context.command('personSuspend', input, async (scope) => {
      const { db, viewer, now } = scope
      const locked = await lockPerson(scope, input.personId)
      const { person } = locked
      ensure(canSuspend(viewer, person), ['input', 'personId'])

      await db
        .updateTable('personAccount')
        .set({
          status: 'SUSPENDED',
          suspendedAs: wears(viewer, 'COORDINATOR') ? 'N' : 'D',
          version: sql`version + 1`,
        })
        .where('personId', '=', person.personId)
        .execute()
      await sql`select sessions_end_of(${person.personId}::uuid, ${now.toISOString()}::timestamptz)`.execute(
        db,
      )
      recordPerson(scope, 'personSuspend', locked)
      return { personId: person.personId }
    })
  }
}
