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
    const found = await context.load(participantsOfCycles, cycle.id, page)
    const { rows, total } = found ?? { rows: [], total: 0 }
    return connectionOf(rows, page, total, (row) => [row.code])
  }

  @Access(MEMBER)
  @FieldResolver(() => CycleParticipant, {
    nullable: true,
    description: 'The own administration in the cycle. Null where it is not invited.',
  })
  myParticipation(@Root() cycle: Cycle, @Ctx() context: Context) {
    const { administrationId } = context.viewer
    return administrationId && context.load(participationsInCycles, cycle.id, administrationId)
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

/** How one administration takes part, by cycle. */
async function participationsInCycles(
  db: Db,
  cycleIds: readonly string[],
  administrationId: string,
): Promise<ReadonlyMap<string, CycleParticipant>> {
  const rows = await db
    .selectFrom('cycleParticipant as p')
    .innerJoin('administration as a', 'a.id', 'p.administrationId')
    .select(['p.cycleId', 'p.administrationId', 'a.code', 'p.regionCode'])
    .select(['p.invitedAt', 'p.extendedUntil', 'p.extensionReason'])
    .where('p.administrationId', '=', administrationId)
    .where('p.cycleId', 'in', [...cycleIds])
    .execute()
  return new Map(rows.map((row) => [row.cycleId, row]))
}

interface ParticipantRows {
  readonly rows: readonly CycleParticipant[]
  readonly total: number
}

// A cycle without a participant on the page has one row that holds nothing but their number.
type FoundParticipant = Omit<CycleParticipant, 'code'> & {
  readonly cycleId: string
  readonly total: number
  readonly code: string | null
}

/** The same page of the participants of each cycle, by code. */
async function participantsOfCycles(
  db: Db,
  cycleIds: readonly string[],
  page: Page,
): Promise<ReadonlyMap<string, ParticipantRows>> {
  const { rows } = await sql<FoundParticipant>`
    select n.cycle_id, n.total, v.*
    from (select cycle_id, count(*)::int as total from cycle_participant
        where cycle_id = any (${sql.val([...cycleIds])}::uuid[]) group by cycle_id) n
      left join lateral (
        select p.administration_id, a.code, p.region_code, p.invited_at, p.extended_until, p.extension_reason
        from cycle_participant p join administration a on a.id = p.administration_id
        where p.cycle_id = n.cycle_id and a.code collate "C" > ${page.after?.[0] ?? ''}
        order by a.code collate "C" limit ${page.first + 1}) v on true
    order by n.cycle_id, v.code collate "C"`.execute(db)
  const byCycle = Map.groupBy(rows, ({ cycleId }) => cycleId)
  return new Map(
    [...byCycle].map(([id, found]) => [
      id,
      {
        total: found[0]!.total,
        rows: found.flatMap((row) => (row.code === null ? [] : { ...row, code: row.code })),
      },
    ]),
  )
}
