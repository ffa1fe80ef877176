import { sql, type RawBuilder } from 'kysely'
import type { Db, Page } from '#platform'
import type { Cycle } from './cycle'
import type { CycleProgressOrder, CycleStage } from './enums'
import type { CycleProgress, StageCount } from './progress.type'

const cycles = (db: Db) =>
  db
    .selectFrom('cycle')
    .selectAll()
    .select(
      sql<boolean>`exists (select 1 from release r where r.cycle_id = cycle.id and r.status = 'PUBLISHED')`.as(
        'isPublished',
      ),
    )

/** All cycles, the newest first. */
export async function allCycles(db: Db): Promise<readonly Cycle[]> {
  return (await cycles(db).orderBy('reportingYear', 'desc').execute()) as unknown as Cycle[]
}

/** A cycle by its code. */
export async function cycleByCode(db: Db, code: string): Promise<Cycle | null> {
  const row = await cycles(db).where('code', '=', code).executeTakeFirst()
  return (row as unknown as Cycle) ?? null
}

/** Cycles by id. */
export async function cyclesById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Cycle>> {
  const rows = (await cycles(db)
    .where('id', 'in', [...ids])
    .execute()) as unknown as Cycle[]
  return new Map(rows.map((row) => [row.id, row]))
}

export interface ProgressFilter {
  readonly regionCode: string | null
  readonly stage: CycleStage | null
  readonly search: string | null
  readonly overdueOnly: boolean
  readonly order: CycleProgressOrder
}

const ORDERS: Readonly<Record<CycleProgressOrder, RawBuilder<unknown>>> = {
  ADMINISTRATION: sql`b.name ->> 'en' collate pmm_text`,
  LAST_ACTIVITY: sql`b.last_activity_at desc nulls last`,
  STAGE: sql`array_position(array['NOT_STARTED', 'DRAFT', 'INTERNAL_APPROVAL', 'RETURNED', 'SUBMITTED', 'ACCEPTED', 'WITHDRAWN'], b.stage)`,
  FIGURES: sql`b.figures_entered::numeric / nullif(b.figures_total, 0) desc nulls last`,
}

export interface ProgressPage {
  readonly rows: readonly CycleProgress[]
  readonly total: number
  readonly counts: readonly StageCount[]
}

/** The progress board: every administration invited, as counts. Two statements whatever the size. */
export async function progressPage(
  db: Db,
  cycle: Cycle,
  page: Page,
  filter: ProgressFilter,
  now: Date,
): Promise<ProgressPage> {
  const board = sql`
    select p.administration_id, a.id as assessment_id, m.code as administration_code, m.name,
      coalesce(a.status, 'NOT_STARTED') as stage, p.region_code, g.figures_entered, g.figures_total,
      g.kpis_ready, g.kpis_total, g.last_activity_at, due.at as due_at,
      coalesce(due.at < ${now.toISOString()}::timestamptz, false) as is_overdue
    from cycle_participant p
    join administration m on m.id = p.administration_id
    left join assessment a on a.cycle_id = p.cycle_id and a.administration_id = p.administration_id
    left join assessment_progress g on g.assessment_id = a.id
    cross join lateral (select case
      when a.status = 'RETURNED' then a.due_at
      when a.status is null or a.status in ('DRAFT', 'INTERNAL_APPROVAL')
        then greatest(${new Date(cycle.closesAt).toISOString()}::timestamptz, p.extended_until)
    end as at) due
    where p.cycle_id = ${cycle.id}::uuid`
  const conditions = [
    ...(filter.regionCode ? [sql`b.region_code = ${filter.regionCode}`] : []),
    ...(filter.stage ? [sql`b.stage = ${filter.stage}`] : []),
    ...(filter.overdueOnly ? [sql`b.is_overdue`] : []),
    ...(filter.search
      ? [
          sql`(strpos(lower(b.name ->> 'en'), lower(${filter.search})) > 0
            or strpos(lower(b.name ->> 'fr'), lower(${filter.search})) > 0
            or b.administration_code = upper(${filter.search}))`,
        ]
      : []),
  ]
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const offset = page.after ? Number(page.after[0]) : 0
  const order = ORDERS[filter.order]
  const { rows } = await sql<CycleProgress & { total: number }>`
    with b as (${board})
    select b.*, count(*) over ()::int as total from b ${where}
    order by ${order}, b.administration_code collate "C" offset ${offset} limit ${page.first + 1}`.execute(
    db,
  )
  const counts = await sql<StageCount>`
    with b as (${board})
    select b.region_code, b.stage, count(*)::int as administration_count from b
    group by b.region_code, b.stage order by b.region_code, b.stage`.execute(db)
  return { rows, total: rows[0]?.total ?? 0, counts: counts.rows }
}
