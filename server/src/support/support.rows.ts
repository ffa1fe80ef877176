import { sql } from 'kysely'
import type { Db } from '#platform'
import type { SupportAccess, SupportView } from './support.type'

const NOTED_DAYS = 30
const MANY = 20

const accessColumns = sql`d.id, d.person_id, d.administration_id, r.role, d.opened_at, d.ends_at, d.closed_at`

/** Doors that stand open now, as far as the viewer may know them: the own one, or all for the administrator. */
export async function openAccesses(db: Db, now: Date): Promise<readonly SupportAccess[]> {
  const { rows } = await sql<SupportAccess>`
    select ${accessColumns} from support_access d join person_role r on r.id = d.person_role_id
    where d.closed_at is null and d.ends_at > ${now.toISOString()}::timestamptz
    order by d.opened_at desc, d.id limit ${MANY}`.execute(db)
  return rows
}

/** One door, if the viewer may know it. */
export async function accessById(db: Db, id: string): Promise<SupportAccess | null> {
  const { rows } = await sql<SupportAccess>`
    select ${accessColumns} from support_access d join person_role r on r.id = d.person_role_id
    where d.id = ${id}::uuid`.execute(db)
  return rows[0] ?? null
}

// A view is over when it was ended, when its door was closed, or when its time ran out.
const views = (now: Date) => sql`
  select v.id, v.person_id, w.name as viewer_name, v.started_at, v.ends_at, v.noticed_at is not null as is_noticed,
    nullif(least(coalesce(v.ended_at, 'infinity'), coalesce(d.closed_at, 'infinity'),
      case when v.ends_at <= ${now.toISOString()}::timestamptz then v.ends_at else 'infinity' end), 'infinity') as ended_at
  from support_view v join support_access d on d.id = v.support_access_id
  join support_viewers(array(select id from support_view)) w on w.id = v.id`

/** Looks through the eyes of a person in the last days, the latest first. */
export async function viewsOf(
  db: Db,
  personId: string,
  now: Date,
): Promise<readonly SupportView[]> {
  const { rows } = await sql<SupportView>`
    ${views(now)} where v.person_id = ${personId}::uuid
      and v.started_at > ${now.toISOString()}::timestamptz - make_interval(days => ${NOTED_DAYS})
    order by v.started_at desc, v.id limit ${MANY}`.execute(db)
  return rows
}

/** One look, if the viewer may know it. */
export async function viewById(db: Db, id: string, now: Date): Promise<SupportView | null> {
  const { rows } = await sql<SupportView>`${views(now)} where v.id = ${id}::uuid`.execute(db)
  return rows[0] ?? null
}
