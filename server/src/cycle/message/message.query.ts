import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Access, Context, OWNER, PUBLIC, PageArgs, Reads, SECRETARIAT, embed, wears } from '#access'
import { Administration, LocaleArgs, administrationsById, localized } from '#accounts'
import { Notification } from '#notification'
import { connectionOf, globalId, pageOf } from '#platform'
import { Cycle } from '../cycle'
import { CycleStage } from '../enums'
import { progressOfCycles } from '../progress.rows'
import { audienceFrom, fittingIds } from './audience'
import {
  messagesById,
  messagesOfCycles,
  peopleOfAdministrations,
  recipientsOfMessages,
  wordsOfMessages,
} from './message.rows'
import {
  CycleMessage,
  CycleMessageAudience,
  CycleMessageConnection,
  CycleMessagePayload,
  CycleMessageRecipient,
  MESSAGE_TAG,
  NotificationMessage,
} from './message.type'

@ArgsType()
class CycleMessageAudienceArgs {
  @Access(SECRETARIAT)
  @Reads('CycleProgress.regionCode')
  @Field(() => String, { nullable: true, description: 'Code of a region.' })
  readonly region?: string | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.stage')
  @Field(() => CycleStage, { nullable: true, description: 'Stage they stand at.' })
  readonly stage?: CycleStage | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.isOverdue')
  @Field(() => Boolean, { nullable: true, description: 'Whether the next step is overdue.' })
  readonly isOverdue?: boolean | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.extendedUntil')
  @Field(() => Boolean, { nullable: true, description: 'Whether it was given an extension.' })
  readonly isExtended?: boolean | null

  @Access(SECRETARIAT)
  @Reads('CycleProgress.administration')
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name or code; accents and case do not matter.',
  })
  readonly search?: string | null
}

@Resolver(() => Cycle)
export class CycleMessages {
  @Access(SECRETARIAT)
  @FieldResolver(() => CycleMessageConnection, {
    nullable: true,
    description:
      'Messages sent to administrations, the latest first. Null unless the viewer is a cycle officer.',
  })
  async messages(
    @Root() cycle: Cycle,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ) {
    if (!wears(context.viewer, 'CYCLE_OFFICER')) return null
    const page = pageOf(args)
    const found = await context.load(messagesOfCycles, cycle.id, page)
    const { rows, total } = found ?? { rows: [], total: 0 }
    return connectionOf(rows, page, total, ({ uuid }) => [uuid])
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => CycleMessageAudience, {
    nullable: true,
    description:
      'Who would get a message sent now: coordinators and approvers of the administrations of the board that fit. Null unless the viewer is a cycle officer.',
  })
  async messageAudience(
    @Root() cycle: Cycle,
    @Args(() => CycleMessageAudienceArgs) filter: CycleMessageAudienceArgs,
    @Ctx() context: Context,
  ) {
    if (!wears(context.viewer, 'CYCLE_OFFICER')) return null
    const rows = (await context.load(progressOfCycles, cycle.id)) ?? []
    const ids = fittingIds(rows, filter, context.now)
    const people = await Promise.all(ids.map((id) => context.load(peopleOfAdministrations, id)))
    return audienceFrom(ids, new Map(ids.map((id, at) => [id, people[at] ?? []])))
  }
}

@Resolver(() => CycleMessage)
export class CycleMessageFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => ID, { description: 'Opaque id of the message.' })
  id(@Root() { uuid }: CycleMessage): string {
    return globalId(MESSAGE_TAG, uuid)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => String, { description: 'Subject in the chosen language.' })
  subject(@Root() message: CycleMessage, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(message.subject, locale)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => String, { description: 'Text in the chosen language, plain, with lines.' })
  text(@Root() { body }: CycleMessage, @Args(() => LocaleArgs) { locale }: LocaleArgs): string {
    return localized(body, locale)
  }

  @Access(SECRETARIAT)
  @FieldResolver(() => [CycleMessageRecipient], {
    description: 'Administrations it went to, by English name.',
  })
  async recipients(@Root() { uuid }: CycleMessage, @Ctx() context: Context) {
    return (await context.load(recipientsOfMessages, uuid)) ?? []
  }
}

@Resolver(() => CycleMessageRecipient)
export class CycleMessageRecipientFields {
  @Access(SECRETARIAT)
  @FieldResolver(() => Administration, { description: 'The administration.' })
  administration(@Root() recipient: CycleMessageRecipient, @Ctx() context: Context) {
    return context.load(administrationsById, recipient.administrationId)
  }
}

@Resolver(() => CycleMessagePayload)
export class CycleMessagePayloadFields {
  @Access(PUBLIC)
  @FieldResolver(() => CycleMessage, {
    nullable: true,
    description: 'The message as it was sent. Null when it was refused.',
  })
  message(@Root() { messageId }: CycleMessagePayload, @Ctx() context: Context) {
    return messageId ? context.load(messagesById, messageId) : null
  }
}

@Resolver(() => Notification)
export class NotificationMessages {
  @Access(OWNER)
  @FieldResolver(() => NotificationMessage, {
    nullable: true,
    description: 'What the secretariat has written. Null where it is no message.',
  })
  async message(@Root() notification: Notification, @Ctx() context: Context) {
    const { messageId } = notification
    const words = messageId && (await context.load(wordsOfMessages, messageId))
    return words ? embed('NOTIFICATION', notification, words) : null
  }
}

@Resolver(() => NotificationMessage)
export class NotificationMessageFields {
  @Access(OWNER)
  @FieldResolver(() => String, { description: 'Subject in the chosen language.' })
  subject(
    @Root() { subject }: NotificationMessage,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string {
    return localized(subject, locale)
  }

  @Access(OWNER)
  @FieldResolver(() => String, { description: 'Text in the chosen language, plain, with lines.' })
  text(
    @Root() { body }: NotificationMessage,
    @Args(() => LocaleArgs) { locale }: LocaleArgs,
  ): string {
    return localized(body, locale)
  }
}
