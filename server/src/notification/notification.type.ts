import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, Problem, Rows } from '#access'
import { DateTimeScalar } from '#platform'
import { NotificationKind } from './enums'

/** Global id of a notification. */
export const NOTIFICATION_TAG = 'NO'

@ObjectType('Notification', {
  description:
    'What a person is told in the role they act in: who did what to which things, without figures, and without texts of others but messages of the secretariat.',
})
@Rows('NOTIFICATION')
@Access(OWNER)
export class Notification {
  readonly id!: string
  readonly seq!: string
  readonly personId!: string
  readonly administrationId!: string | null
  readonly aboutId!: string | null
  readonly cycleId!: string | null
  readonly assessmentId!: string | null
  readonly messageId!: string | null

  @Access(OWNER)
  @Field(() => NotificationKind, { description: 'What has happened.' })
  readonly kind!: NotificationKind

  @Access(OWNER)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who did it. Null where the platform did it by the clock.',
  })
  readonly actorName!: string | null

  @Access(OWNER)
  @Field(() => [String], {
    description: 'Codes of the KPIs it is about; empty where it is about the whole.',
  })
  readonly kpiCodes!: readonly string[]

  @Access(OWNER)
  @Field(() => [String], {
    description: 'Codes of the data elements it is about, where these were given by themselves.',
  })
  readonly elementCodes!: readonly string[]

  @Access(OWNER)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp by which something is due. Null without one.',
  })
  readonly dueAt!: string | null

  @Access(OWNER)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it happened.' })
  readonly at!: string

  @Access(OWNER)
  @Field(() => Boolean, { description: 'Whether the person has marked it as read.' })
  readonly isRead!: boolean
}

@ObjectType({ description: 'A notification in its list.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class NotificationEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Where the notification stands in the list.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => Notification, { description: 'The notification.' })
  readonly node!: Notification
}

@ObjectType({ description: 'A page of notifications.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class NotificationConnection {
  @Access(PUBLIC)
  @Field(() => [NotificationEdge], { description: 'Notifications with their cursors.' })
  readonly edges!: readonly NotificationEdge[]

  @Access(PUBLIC)
  @Field(() => [Notification], { description: 'Notifications of the page.' })
  readonly nodes!: readonly Notification[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of all notifications that fit the filter.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({ description: 'Answer to marking notifications as read.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class NotificationsPayload {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}
