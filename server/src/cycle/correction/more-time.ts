import { sql } from 'kysely'
import { notify } from '#notification'
import type { Db } from '#platform'

/** Tells coordinators of those who have not submitted, and whose time ends later by it, when entry of the cycle ends now. */
export async function tellOfMoreTime(
  { db, now }: { readonly db: Db; readonly now: Date },
  cycleId: string,
  closesAt: Date,
): Promise<void> {
  const { rows } = await sql<{ administrationId: string }>`
    select p.administration_id from cycle_participant p
      left join assessment s on s.cycle_id = p.cycle_id and s.administration_id = p.administration_id
    where p.cycle_id = ${cycleId}::uuid and coalesce(s.status, 'DRAFT') in ('DRAFT', 'INTERNAL_APPROVAL')
      and coalesce(p.extended_until < ${closesAt.toISOString()}::timestamptz, true)
    order by p.administration_id`.execute(db)
  for (const { administrationId } of rows) {
    await notify(
      { db, now },
      { kind: 'EXTENDED', roles: ['COORDINATOR'], administrationId, cycleId, dueAt: closesAt },
    )
  }
}
