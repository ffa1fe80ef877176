import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PageArgs, Reads } from '#access'
import { Administration, ViewerCard, administrationsById } from '#accounts'
import { connectionOf, globalId, pageOf } from '#platform'
import { notificationPage, settingsOf, unreadCount } from './notification.rows'
import { NOTIFICATION_TAG, Notification, NotificationConnection } from './notification.type'
import { NotificationSettings } from './settings.type'

@ArgsType()
class NotificationsArgs extends PageArgs {
  @Access(OWNER)
  @Reads('Notification.isRead')
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether only those not read yet are wanted.',
  })
  readonly isUnread?: boolean | null
}

@Resolver(() => ViewerCard)
export class ViewerNotifications {
  @Access(OWNER)
  @FieldResolver(() => NotificationConnection, {
    nullable: true,
    description:
      'What the viewer is told in the role they act in, the latest first. Empty for a program.',
  })
  async notifications(
    @Args(() => NotificationsArgs) { isUnread, ...args }: NotificationsArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const { viewer } = context
    if (viewer.personId === null || viewer.hat === null) return connectionOf([], page, 0, () => [])
    const { rows, total } = await context.read((db) =>
      notificationPage(db, viewer, page, isUnread ?? false),
    )
    return connectionOf(rows, page, total, ({ seq }) => [seq])
  }

  @Access(OWNER)
  @FieldResolver(() => Int, {
    description:
      'Number of notifications the viewer has not read yet in the role they act in. 0 for a program.',
  })
  unreadNotificationCount(@Ctx() context: Context): Promise<number> | number {
    const { viewer } = context
    if (viewer.personId === null || viewer.hat === null) return 0
    return context.read((db) => unreadCount(db, viewer))
  }

  @Access(OWNER)
  @FieldResolver(() => NotificationSettings, {
    description:
      'How the viewer wants to be told by mail, in whatever role. A program, which gets no mail, has what holds without a choice.',
  })
  notificationSettings(@Ctx() context: Context) {
    return context.read((db) => settingsOf(db, context.viewer.personId))
  }
}

@Resolver(() => Notification)
export class NotificationFields {
  @Access(OWNER)
  @FieldResolver(() => ID, { description: 'Opaque id of the notification.' })
  id(@Root() { id }: Notification): string {
    return globalId(NOTIFICATION_TAG, id)
  }

  @Access(OWNER)
  @FieldResolver(() => Administration, {
    nullable: true,
    description: 'Administration it is about. Null where it is about none.',
  })
  administration(@Root() { aboutId }: Notification, @Ctx() context: Context) {
    return aboutId ? context.load(administrationsById, aboutId) : null
  }
}
