import { Field, Int, ObjectType } from 'type-graphql'
import { Access, PUBLIC, Problem, Rows } from '#access'
import { Locale } from '#accounts'
import { NotificationKind } from './enums'

@ObjectType({
  description: 'How a person wants to be told by mail. The inbox tells everything in any case.',
})
@Rows('EMBEDDED')
@Access(PUBLIC)
export class NotificationSettings {
  @Access(PUBLIC)
  @Field(() => [NotificationKind], { description: 'Kinds no mail is wanted for.' })
  readonly mutedKinds!: readonly NotificationKind[]

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description: 'Hour, 0 to 23, from which no mail is wanted. Null without quiet hours.',
  })
  readonly quietFrom!: number | null

  @Access(PUBLIC)
  @Field(() => Int, {
    nullable: true,
    description: 'Hour, 0 to 23, at which quiet hours end. Null without quiet hours.',
  })
  readonly quietUntil!: number | null

  @Access(PUBLIC)
  @Field(() => String, {
    description: 'Time zone of the person, a name of the IANA database such as "Africa/Nairobi".',
  })
  readonly timeZone!: string

  @Access(PUBLIC)
  @Field(() => Locale, { description: 'Language of the mails, whatever the portal is read in.' })
  readonly locale!: Locale

  @Access(PUBLIC)
  @Field(() => Boolean, {
    description: 'Whether the person has chosen; otherwise this is what holds without a choice.',
  })
  readonly isChosen!: boolean
}

@ObjectType({ description: 'Answer to a change of how one is told by mail.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class NotificationSettingsPayload {
  @Access(PUBLIC)
  @Field(() => [Problem], { description: 'What prevented it. Empty on success.' })
  readonly problems!: readonly Problem[]
}
