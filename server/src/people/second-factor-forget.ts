import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, SECRETARIAT, ensure } from '#access'
import { noteSecurity } from '#accounts'
import { lockPerson, recordPerson } from './person.lock'
import { PersonPayload } from './person.payload'
import { canForgetSecondFactor } from './policies'
import { NOTHING_RESTORED, restorationsOf } from './restoration.rows'

@InputType({ description: 'Whom to help back in.' })
export class PersonRestoreInput {
  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Id of the person.' })
  readonly personId!: string

  @Access(SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
export class PersonRestoreArgs {
  @Access(SECRETARIAT)
  @Field(() => PersonRestoreInput, { description: 'Whom to help back in.' })
  readonly input!: PersonRestoreInput
}

@Resolver()
export class PersonSecondFactorForget {
  @Access(SECRETARIAT)
  @Mutation(() => PersonPayload, {
    description:
      'Takes away the second factor and the recovery codes somebody has lost, and ends all their sessions; the password stays. Where a role needs a second factor, the next sign-in asks to set one up. The person is told. Nobody does it for themselves, and whoever gave the person a link for a new password within seven days leaves it to another administrator. Problems: NOT_FOUND, WRONG_HAT, SECOND_PERSON, WRONG_STATE.',
  })
  personSecondFactorForget(
    @Args(() => PersonRestoreArgs) { input }: PersonRestoreArgs,
    @Ctx() context: Context,
  ) {
    return context.command('personSecondFactorForget', input, async (scope) => {
      const { db, viewer, now, newId } = scope
      const locked = await lockPerson(scope, input.personId)
      const { person } = locked
      const done = (await restorationsOf(db, [person.personId], now)).get(person.personId)
      ensure(canForgetSecondFactor(viewer, person, done ?? NOTHING_RESTORED), ['input', 'personId'])

      await sql`select second_factor_take_away(${newId()}::uuid, ${person.personId}::uuid,
        ${now.toISOString()}::timestamptz)`.execute(db)
      await noteSecurity(db, context, person.personId, 'SECOND_FACTOR_TAKEN_AWAY')
      recordPerson(scope, 'personSecondFactorForget', locked)
      return { personId: person.personId }
    })
  }
}
