import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER } from '#access'
import { Notification } from '#notification'
import { Cycle } from './cycle'
import { cyclesById } from './cycle.rows'

@Resolver(() => Notification)
export class NotificationCycle {
  @Access(OWNER)
  @FieldResolver(() => Cycle, {
    nullable: true,
    description: 'Cycle it is about. Null where it is about none.',
  })
  cycle(@Root() { cycleId }: Notification, @Ctx() context: Context) {
    return cycleId ? context.load(cyclesById, cycleId) : null
  }
}
