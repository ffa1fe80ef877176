import { Args, ArgsType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, REVIEWER, SECRETARIAT } from '#access'
import { Refusal, badInput, notFound, uuidOf } from '#platform'
import { NOTIFICATION_TAG, NotificationsPayload } from './notification.type'

const MANY = 100

@InputType({ description: 'Which notifications have been read.' })
class NotificationsReadInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids, 100 at most; every notification of the role the viewer acts in when nothing is given.',
  })
  readonly ids?: readonly string[] | null

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class NotificationsReadArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => NotificationsReadInput, { description: 'The notifications.' })
  readonly input!: NotificationsReadInput
}

@Resolver()
export class NotificationsRead {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => NotificationsPayload, {
    description:
      'Marks notifications of the viewer as read; those read before stay as they are. Problems: NOT_FOUND, LIST_LENGTH.',
  })
  notificationsRead(
    @Args(() => NotificationsReadArgs) { input }: NotificationsReadArgs,
    @Ctx() context: Context,
  ) {
    return context.command('notificationsRead', input, async ({ db, viewer, now, record }) => {
      const ids = idsOf(input.ids ?? null)
      let known = db
        .selectFrom('notification')
        .select('id')
        .where('personId', '=', viewer.personId)
        .where('role', '=', viewer.hat)
        .where('administrationId', 'is not distinct from', viewer.administrationId)
      known = ids ? known.where('id', 'in', [...ids]) : known.where('readAt', 'is', null)
      const found = new Set((await known.execute()).map(({ id }) => id))
      const missing = (ids ?? []).flatMap((id, at) =>
        found.has(id) ? [] : notFound(['input', 'ids', String(at)]).problems,
      )
      if (missing.length > 0) throw new Refusal(missing)
      if (found.size === 0) return {}

      const read = await db
        .updateTable('notification')
        .set({ readAt: now })
        .where('id', 'in', [...found])
        .where('readAt', 'is', null)
        .executeTakeFirst()
      record({
        action: 'notificationsRead',
        objectType: 'Person',
        objectId: viewer.personId!,
        administrationId: viewer.administrationId,
        facts: { count: Number(read.numUpdatedRows) },
      })
      return {}
    })
  }
}

function idsOf(given: readonly string[] | null): readonly string[] | null {
  if (given === null) return null
  if (given.length === 0 || given.length > MANY) {
    throw new Refusal([badInput('LIST_LENGTH', `Name 1 to ${MANY}.`, ['input', 'ids'])])
  }
  const ids = given.map((id) => uuidOf(NOTIFICATION_TAG, id))
  const made = ids.flatMap((id, at) =>
    id === null ? notFound(['input', 'ids', String(at)]).problems : [],
  )
  if (made.length > 0) throw new Refusal(made)
  return ids as readonly string[]
}
