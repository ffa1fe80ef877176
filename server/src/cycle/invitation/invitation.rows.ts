import { sql } from 'kysely'
import type { Db } from '#platform'
import type { CycleInvitee } from './invitation.type'

/**
 * Whether administration `a` is, or before the opening will be, invited to cycle `c`; `p` is its row of participants and
 * `i` the one of the plan.
 */
export const isInvited = sql<boolean>`case when c.status = 'PLANNED' then c.invites_all or i.administration_id is not null
  else p.administration_id is not null end`

/** Every administration of the register for each cycle, invited or not, by code. */
export async function inviteesOfCycles(
  db: Db,
  cycleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CycleInvitee[]>> {
  const { rows } = await sql<CycleInvitee & { cycleId: string }>`
    select c.id as cycle_id, a.id as administration_id, a.code, a.name, a.region_code, ${isInvited} as is_invited, s.id is not null as has_started
    from cycle c
      cross join administration a
      left join cycle_participant p on p.cycle_id = c.id and p.administration_id = a.id
      left join cycle_invitee i on i.cycle_id = c.id and i.administration_id = a.id
      left join assessment s on s.cycle_id = c.id and s.administration_id = a.id
    where c.id = any (${sql.val([...cycleIds])}::uuid[])
    order by a.code`.execute(db)
  return Map.groupBy(rows, ({ cycleId }) => cycleId)
}

/** In which of the cycles this administration takes part, as far as the viewer may know. */
export async function participationIn(
  db: Db,
  cycleIds: readonly string[],
  administrationId: string,
): Promise<ReadonlyMap<string, true>> {
  const rows = await db
    .selectFrom('cycleParticipant')
    .select('cycleId')
    .where('cycleId', 'in', [...cycleIds])
    .where('administrationId', '=', administrationId)
    .execute()
  return new Map(rows.map(({ cycleId }) => [cycleId, true]))
}

/**
 * Makes participants of administrations, each with the attributes by which results are grouped later as they are
 * today. Nothing given, of all a planned cycle is for.
 */
export async function invite(
  db: Db,
  cycleId: string,
  now: Date,
  administrationIds: readonly string[] | null = null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into cycle_participant (cycle_id, administration_id, region_code, income_group,
      administration_type, geography, invited_at)
    select c.id, a.id, a.region_code, a.income_group, a.administration_type, a.geography,
      ${now.toISOString()}::timestamptz
    from cycle c
      cross join administration a
      left join cycle_invitee i on i.cycle_id = c.id and i.administration_id = a.id
    where c.id = ${cycleId}::uuid and case when ${administrationIds === null} then c.invites_all or i.administration_id is not null
      else a.id = any (${sql.val([...(administrationIds ?? [])])}::uuid[]) end`.execute(db)
  return Number(numAffectedRows ?? 0)
}
