import { sql } from 'kysely'
import type { Administration, Region } from '#accounts'
import type { Db } from '#platform'
import { isInvited } from './invitation/invitation.rows'
import type { CycleStage, CycleStatus } from './enums'

/** One invited administration in one cycle, as it was read. */
export interface ProgressRow {
  readonly cycleId: string
  readonly cycleStatus: CycleStatus
  readonly closesAt: string
  readonly administration: Administration
  readonly region: Region
  readonly assessmentId: string | null
  readonly stage: CycleStage
  readonly figuresEntered: number
  readonly figuresTotal: number | null
  readonly kpisReady: number
  readonly kpisTotal: number | null
  readonly lastActivityAt: string | null
  readonly submittedAt: string | null
  readonly reopenRequestedAt: string | null
  readonly returnDueAt: string | null
  readonly extendedUntil: string | null
  readonly extensionReason: string | null
}

type FlatRow = Omit<ProgressRow, 'administration' | 'region'> &
  Omit<Administration, 'administrationId'> & {
    readonly administrationId: string
    readonly regionName: unknown
    readonly regionSort: number
    readonly registerRegion: string
    readonly regionSize: number
  }

/** Every administration that is or, before the opening, will be invited, with its progress: one statement for any number of cycles. */
export async function progressOfCycles(
  db: Db,
  cycleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ProgressRow[]>> {
  const { rows } = await sql<FlatRow>`
    select c.id as cycle_id, c.status as cycle_status, c.closes_at, a.id as administration_id, a.code,
      a.name, a.region_code as register_region, coalesce(p.region_code, a.region_code) as region_code,
      a.geography, a.is_landlocked, a.income_group, a.administration_type, a.joined_on, a.is_invented,
      a.requires_approval, a.provenance, a.version, r.name as region_name, r.sort as region_sort,
      n.size as region_size, s.id as assessment_id,
      case when s.status = 'ACCEPTED' and exists (select 1 from review v where v.assessment_id = s.id
          and v.status in ('ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED')) then 'UNDER_REVIEW'
        else coalesce(s.status, 'NOT_STARTED') end as stage,
      coalesce(g.figures_entered, 0) as figures_entered, g.figures_total,
      coalesce(g.kpis_ready, 0) as kpis_ready, g.kpis_total, g.last_activity_at, s.submitted_at,
      s.reopen_requested_at,
      case when s.status = 'RETURNED' then s.due_at end as return_due_at, p.extended_until,
      p.extension_reason
    from cycle c
      cross join administration a
      join (select region_code, count(*)::int as size from administration group by region_code) n
        on n.region_code = a.region_code
      left join cycle_participant p on p.cycle_id = c.id and p.administration_id = a.id
      join region r on r.code = coalesce(p.region_code, a.region_code)
      left join cycle_invitee i on i.cycle_id = c.id and i.administration_id = a.id
      left join assessment s on s.cycle_id = c.id and s.administration_id = a.id
      left join assessment_progress g on g.assessment_id = s.id
    where c.id = any (${sql.val([...cycleIds])}::uuid[]) and ${isInvited}
    order by a.code`.execute(db)
  const found = new Map<string, ProgressRow[]>(cycleIds.map((id) => [id, []]))
  for (const row of rows) found.get(row.cycleId)?.push(nested(row))
  return found
}

function nested(row: FlatRow): ProgressRow {
  const { registerRegion, regionName, regionSize, regionCode } = row
  return {
    ...row,
    administration: { ...row, id: row.administrationId, regionCode: registerRegion },
    region: { code: regionCode, name: regionName, administrationCount: regionSize } as Region,
  }
}
