import { Field, Int, ObjectType } from 'type-graphql'
import { Access, OWNER, PUBLIC, PageInfo, Problem, Rows, SECRETARIAT } from '#access'
import type { Texts } from '#accounts'
import { DateTimeScalar } from '#platform'
import { CycleStage } from '../enums'

/** Global id of a message of a cycle. */
export const MESSAGE_TAG = 'MG'

@ObjectType({ description: 'Administration a message goes to, and how many people read it there.' })
@Rows('COMMENT')
@Access(SECRETARIAT)
export class CycleMessageRecipient {
  readonly administrationId!: string

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of coordinators, deputies included.' })
  readonly coordinators!: number

  @Access(SECRETARIAT)
  @Field(() => Int, {
    description: 'Number of approvers; whoever is coordinator as well counts there.',
  })
  readonly approvers!: number
}

@ObjectType({ description: 'Who would get a message that was sent now by this filter.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleMessageAudience {
  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Names exactly these people. To be sent with the message; another set is refused.',
  })
  readonly key!: string

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of people who read it in English.' })
  readonly englishCount!: number

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of people who read it in French.' })
  readonly frenchCount!: number

  @Access(PUBLIC)
  @Field(() => [CycleMessageRecipient], {
    description:
      'Every administration that fits, by English name; those without coordinator and approver have zeros and get nothing.',
  })
  readonly recipients!: readonly CycleMessageRecipient[]
}

@ObjectType({ description: 'Message of the secretariat to administrations of a cycle.' })
@Rows('COMMENT')
@Access(SECRETARIAT)
export class CycleMessage {
  readonly uuid!: string
  readonly cycleId!: string
  /** Of the secretariat: it belongs to no administration. */
  readonly administrationId!: null
  readonly subject!: Texts
  readonly body!: Texts

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp at which it was sent.' })
  readonly sentAt!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the officer who sent it.' })
  readonly senderName!: string

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Code of the region it was narrowed to. Null without.',
  })
  readonly region!: string | null

  @Access(SECRETARIAT)
  @Field(() => CycleStage, {
    nullable: true,
    description: 'Stage it was narrowed to. Null without.',
  })
  readonly stage!: CycleStage | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was narrowed to those overdue, or to the others. Null without.',
  })
  readonly isOverdue!: boolean | null

  @Access(SECRETARIAT)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was narrowed to those extended, or to the others. Null without.',
  })
  readonly isExtended!: boolean | null

  @Access(SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name or code it was narrowed to. Null without.',
  })
  readonly search!: string | null
}

@ObjectType({ description: 'A message in the list of its cycle.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleMessageEdge {
  @Access(PUBLIC)
  @Field(() => String, { description: 'Where the message stands in the list.' })
  readonly cursor!: string

  @Access(PUBLIC)
  @Field(() => CycleMessage, { description: 'The message.' })
  readonly node!: CycleMessage
}

@ObjectType({ description: 'Page of the messages of a cycle.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleMessageConnection {
  @Access(PUBLIC)
  @Field(() => [CycleMessage], { description: 'Messages of the page.' })
  readonly nodes!: readonly CycleMessage[]

  @Access(PUBLIC)
  @Field(() => [CycleMessageEdge], { description: 'The same with cursors.' })
  readonly edges!: readonly CycleMessageEdge[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of all messages of the cycle.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}

@ObjectType({ description: 'Answer to a message.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleMessagePayload {
  readonly messageId?: string

  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty when it was sent.' })
  readonly problems!: readonly Problem[]
}

@ObjectType({ description: 'Words of a message, as a person it was sent to reads them.' })
@Rows('EMBEDDED')
@Access(OWNER)
export class NotificationMessage {
  readonly subject!: Texts
  readonly body!: Texts
}
