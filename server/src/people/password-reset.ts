import { sql } from 'kysely'
import { Args, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import {
  Access,
  Context,
  PUBLIC,
  Problem,
  Rows,
  SECRETARIAT,
  ensure,
  SECRETARIAT_HATS,
  type Hat,
} from '#access'
import { linkTo, newSecret, noteSecurity } from '#accounts'
import { lockPerson, recordPerson } from './person.lock'
import { canResetPassword } from './policies'
import { NOTHING_RESTORED, restorationsOf } from './restoration.rows'
import { PersonRestoreArgs } from './second-factor-forget'

const VALID_HOURS = 24

@ObjectType({ description: 'Result of giving somebody a link to set a new password.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class PersonPasswordResetPayload {
  @Access(PUBLIC)
  @Field(() => String, {
    nullable: true,
    description:
      'Address of the link, shown this once. Null with problems, and on a repeated request.',
  })
  readonly link?: string | null

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}

@Resolver()
export class PersonPasswordReset {
  @Access(SECRETARIAT)
  @Mutation(() => PersonPasswordResetPayload, {
    description:
      'Makes a link by which a person sets a new password, once and within 24 hours; a link made before is of no use from now on. Using it ends all sessions of the person; the second factor stays. Nobody gives it to themselves, and whoever took away the second factor of the person within seven days leaves it to another administrator. Problems: NOT_FOUND, WRONG_HAT, SECOND_PERSON, WRONG_STATE.',
  })
  personPasswordReset(
    @Args(() => PersonRestoreArgs) { input }: PersonRestoreArgs,
    @Ctx() context: Context,
  ) {
    return context.command('personPasswordReset', input, async (scope) => {
      const { db, viewer, now, newId, once } = scope
      const locked = await lockPerson(scope, input.personId)
      const { person } = locked
      const done = (await restorationsOf(db, [person.personId], now)).get(person.personId)
      ensure(canResetPassword(viewer, person, done ?? NOTHING_RESTORED), ['input', 'personId'])

      const { token, hash } = newSecret()
      const until = new Date(now.getTime() + VALID_HOURS * 60 * 60 * 1000)
      const { rows } = await sql<{ role: Hat | null }>`
        select password_link_give(${newId()}::uuid, ${person.personId}::uuid, ${hash}::bytea,
          ${now.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz) as role`.execute(
        db,
      )
      const role = rows[0]?.role
      const portal = role && SECRETARIAT_HATS.has(role) ? 'admin' : 'member'
      once({ link: linkTo(context.services.mailing.origin, portal, 'set-password', token) })
      await noteSecurity(db, context, person.personId, 'PASSWORD_LINK_GIVEN')
      recordPerson(scope, 'personPasswordReset', locked)
      return {}
    })
  }
}
