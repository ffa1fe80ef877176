import { sql } from 'kysely'
import { Args, ArgsType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { Access, Context, MEMBER, REVIEWER, SECRETARIAT } from '#access'
import { Locale } from '#accounts'
import { Refusal, badInput, type Db } from '#platform'
import { NotificationKind } from './enums'
import { NotificationSettingsPayload } from './settings.type'

const LONGEST_ZONE = 64

@InputType({ description: 'How the viewer wants to be told by mail, in whatever role.' })
class NotificationSettingsSaveInput {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => [NotificationKind], { description: 'Kinds no mail is wanted for.' })
  readonly mutedKinds!: readonly NotificationKind[]

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Hour, 0 to 23, from which no mail is wanted; given together with quietUntil.',
  })
  readonly quietFrom?: number | null

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => Int, {
    nullable: true,
    description: 'Hour, 0 to 23, at which quiet hours end; before quietFrom it is the next day.',
  })
  readonly quietUntil?: number | null

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => String, {
    description: 'Time zone of the person, a name of the IANA database such as "Africa/Nairobi".',
  })
  readonly timeZone!: string

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => Locale, {
    nullable: true,
    description: 'Language of the mails. Left as it is when absent.',
  })
  readonly locale?: Locale | null

  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => ID, {
    nullable: true,
    description: 'UUID made by the client: the same key acts once.',
  })
  readonly idempotencyKey?: string | null
}

@ArgsType()
class NotificationSettingsSaveArgs {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Field(() => NotificationSettingsSaveInput, { description: 'The settings.' })
  readonly input!: NotificationSettingsSaveInput
}

@Resolver()
export class NotificationSettingsSave {
  @Access(MEMBER, REVIEWER, SECRETARIAT)
  @Mutation(() => NotificationSettingsPayload, {
    description:
      'Sets which mails the viewer gets, when and in which language. Mails that wait are planned anew. Problems: HOUR_RANGE, QUIET_HOURS, TIME_ZONE.',
  })
  notificationSettingsSave(
    @Args(() => NotificationSettingsSaveArgs) { input }: NotificationSettingsSaveArgs,
    @Ctx() context: Context,
  ) {
    return context.command('notificationSettingsSave', input, async ({ db, viewer, record }) => {
      const problems = [...hourProblems(input), ...(await zoneProblems(db, input.timeZone))]
      if (problems.length > 0) throw new Refusal(problems)

      const muted = [...new Set(input.mutedKinds)]
      const { quietFrom = null, quietUntil = null, timeZone } = input
      await sql`insert into notification_setting (person_id, muted_kinds, quiet_from, quiet_until, time_zone)
        values (${viewer.personId}::uuid, ${muted}::text[], ${quietFrom}, ${quietUntil}, ${timeZone})
        on conflict (person_id) do update set muted_kinds = excluded.muted_kinds, quiet_from = excluded.quiet_from,
          quiet_until = excluded.quiet_until, time_zone = excluded.time_zone`.execute(db)
      if (input.locale != null) {
        await sql`update person_account set locale = ${input.locale}
          where person_id = ${viewer.personId}::uuid and locale <> ${input.locale}`.execute(db)
      }
      record({
        action: 'notificationSettingsSave',
        objectType: 'Person',
        objectId: viewer.personId!,
        administrationId: viewer.administrationId,
        facts: { muted: muted.length, hasQuietHours: quietFrom !== null },
      })
      return {}
    })
  }
}

function hourProblems({ quietFrom, quietUntil }: NotificationSettingsSaveInput) {
  const problems = (['quietFrom', 'quietUntil'] as const).flatMap((field) => {
    const hour = { quietFrom, quietUntil }[field]
    return hour == null || (hour >= 0 && hour <= 23)
      ? []
      : [badInput('HOUR_RANGE', 'An hour is 0 to 23.', ['input', field])]
  })
  if ((quietFrom == null) !== (quietUntil == null)) {
    const missing = quietFrom == null ? 'quietFrom' : 'quietUntil'
    return [
      ...problems,
      badInput('QUIET_HOURS', 'Give both ends of the quiet hours, or none.', ['input', missing]),
    ]
  }
  if (quietFrom != null && quietFrom === quietUntil) {
    return [
      ...problems,
      badInput('QUIET_HOURS', 'Quiet hours end at another hour than they begin.', [
        'input',
        'quietUntil',
      ]),
    ]
  }
  return problems
}

async function zoneProblems(db: Db, zone: string) {
  const isName = zone.length <= LONGEST_ZONE && /^[A-Za-z][\w+\-/]*$/.test(zone)
  if (isName) {
    const { rows } = await sql<{
      known: boolean
    }>`select time_zone_known(${zone}) as known`.execute(db)
    if (rows[0]!.known) return []
  }
  return [badInput('TIME_ZONE', 'No time zone of the IANA database.', ['input', 'timeZone'])]
}
