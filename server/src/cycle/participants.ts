import { Ctx, Args, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { sql } from 'kysely'
import {
  Access,
  Context,
  MEMBER,
  OWNER,
  PUBLIC,
  PageArgs,
  PageInfo,
  Rows,
  SECRETARIAT,
} from '#access'
import { Administration, administrationsById } from '#accounts'
import { DateTimeScalar, connectionOf, pageOf, type Db, type Page } from '#platform'
import { Cycle } from './cycle'

@ObjectType({
  description: 'Administration invited to a cycle, with its attributes as they were then.',
})
@Rows('PARTICIPATION')
@Access(MEMBER, OWNER, SECRETARIAT)
export class CycleParticipant {
  readonly administrationId!: string
  readonly code!: string

  @Access(MEMBER, OWNER, SECRETARIAT)
  @Field(() => String, { description: 'Code of its region when the cycle opened.' })
  readonly regionCode!: string

  @Access(MEMBER, OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the invitation.' })
  readonly invitedAt!: string

  @Access(OWNER, SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp until which it may go on. Null without an extension.',
  })
  readonly extendedUntil!: string | null

  @Access(OWNER, SECRETARIAT)
  @Field(() => String, {
    nullable: true,
    description: 'Why it was extended. Null without an extension.',
  })
  readonly extensionReason!: string | null
}

@ObjectType({ description: 'Page of the administrations invited to a cycle.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class CycleParticipantConnection {
  @Access(PUBLIC)
  @Field(() => [CycleParticipant], { description: 'Participants of the page.' })
  readonly nodes!: readonly CycleParticipant[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of participants the viewer may see.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands.' })
  readonly pageInfo!: PageInfo
}

@Resolver(() => Cycle)
export class CycleParticipantsQuery {
  @Access(MEMBER, SECRETARIAT)
  @FieldResolver(() => CycleParticipantConnection, {
    nullable: true,
    description:
      'Administrations invited to the cycle, by code. Contributors, approvers and viewers see their own alone.',
  })
  async participants(
    @Root() cycle: Cycle,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ) {
    const page = pageOf(args)
    const rows = await context.read((db) => participantsOf(db, cycle.id, page))
    return connectionOf(rows, page, rows[0]?.total ?? 0, (row) => [row.code])
  }
}

@Resolver(() => CycleParticipant)
export class CycleParticipantFields {
  @Access(MEMBER, OWNER, SECRETARIAT)
  @FieldResolver(() => Administration, { description: 'The administration.' })
  administration(@Root() participant: CycleParticipant, @Ctx() context: Context) {
    return context.load(administrationsById, participant.administrationId)
  }
}

async function participantsOf(db: Db, cycleId: string, page: Page) {
  const { rows } = await sql<CycleParticipant & { readonly total: number }>`
    with visible as (
      select a.code, p.* from cycle_participant p join administration a on a.id = p.administration_id
      where p.cycle_id = ${cycleId}::uuid)
    select administration_id, code, region_code, invited_at, extended_until, extension_reason,
      (select count(*)::int from visible) as total
    from visible where code collate "C" > ${page.after?.[0] ?? ''}
    order by code collate "C" limit ${page.first + 1}`.execute(db)
  return rows
}
