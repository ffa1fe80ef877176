import { Field, ObjectType } from 'type-graphql'
import { Access, OWNER, Rows, SECRETARIAT } from '#access'
import { Locale } from '#accounts'
import { DateTimeScalar } from '#platform'

@ObjectType('ConsentRecord', {
  description:
    'Proof of one choice of disclosure: who chose what for which KPI, and who confirmed it. Never changed; the latest confirmed one is in force.',
})
@Rows('CONSENT')
@Access(OWNER, SECRETARIAT)
export class ConsentRecord {
  readonly id!: string
  readonly administrationId!: string
  readonly assessmentId!: string
  readonly proposedBy!: string
  readonly confirmedBy!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Code of the KPI.' })
  readonly kpiCode!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Level chosen.' })
  readonly level!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'Level before. Null at the first choice.' })
  readonly formerLevel!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    description:
      'Whether the value counts, without its name, in group figures: NONE, MEMBERS or PUBLIC.',
  })
  readonly aggregateUse!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the choice.' })
  readonly proposedAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the confirmation. Null while it waits for one.',
  })
  readonly confirmedAt!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Version of the consent text, such as CONSENT-1.' })
  readonly wordingVersion!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => Locale, {
    description:
      'Language of the consent text as it was shown: to the person who confirmed, before that to the one who chose.',
  })
  readonly wordingLocale!: Locale
}
