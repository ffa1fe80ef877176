import { sql } from 'kysely'
import { notify } from '#notification'
import type { Db } from '#platform'

/** Tells of a closing; those whose own time goes on are told until when. */
export async function tellClosed(
  scope: { readonly db: Db; readonly now: Date },
  cycleId: string,
): Promise<void> {
  const { rows } = await sql<{ administrationId: string; dueAt: string | null }>`
    select p.administration_id, case when coalesce(s.status, 'DRAFT') in ('DRAFT', 'INTERNAL_APPROVAL')
      and p.extended_until > ${scope.now.toISOString()}::timestamptz then p.extended_until end as due_at
    from cycle_participant p
      left join assessment s on s.cycle_id = p.cycle_id and s.administration_id = p.administration_id
    where p.cycle_id = ${cycleId}`.execute(scope.db)
  const notice = { kind: 'CYCLE_CLOSED', roles: ['COORDINATOR'], cycleId } as const
  // Nobody has more time as a rule, and one notice is for all.
  if (rows.every(({ dueAt }) => dueAt === null)) return notify(scope, notice)
  for (const { administrationId, dueAt } of rows) {
    await notify(scope, { ...notice, administrationId, dueAt })
  }
}
