import { sql } from 'kysely'
import { anonymous, appendAudit } from '#access'
import { notify } from '#notification'
import type { DueHandler } from '#platform'

interface Due {
  readonly cycleId: string
  readonly code: string
  readonly administrationId: string
  readonly assessmentId: string | null
  readonly days: number
  readonly dueAt: string
}

/**
 * Reminds coordinator and approver of every invited administration that has not submitted, on each day the cycle names,
 * counted back in days of UTC from the end of its own time. A day that has passed is not made up for.
 */
export const remindOfCycleEnd: DueHandler = async ({ db, now }) => {
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await sql<Due>`
    with due as (
      select c.id as cycle_id, c.code, p.administration_id, s.id as assessment_id, c.reminder_days,
        greatest(c.closes_at, p.extended_until) as due_at
      from cycle c
        join cycle_participant p on p.cycle_id = c.id
        left join assessment s on s.cycle_id = c.id and s.administration_id = p.administration_id
      where c.reminder_days <> '{}' and (c.status = 'OPEN' or c.status = 'CLOSED' and p.extended_until > ${at})
        and coalesce(s.status, 'DRAFT') in ('DRAFT', 'INTERNAL_APPROVAL')),
    today as (
      select due.*, (due_at at time zone 'UTC')::date as due_on,
        (due_at at time zone 'UTC')::date - (${at} at time zone 'UTC')::date as days
      from due where due_at > ${at}),
    sent as (
      insert into cycle_reminder (cycle_id, administration_id, days, due_on, sent_at)
      select cycle_id, administration_id, days, due_on, ${at} from today
      where days = any (reminder_days) and not exists (select 1 from cycle_reminder r where r.cycle_id = today.cycle_id
        and r.administration_id = today.administration_id and r.due_on = today.due_on and r.days = today.days)
      on conflict do nothing
      returning cycle_id, administration_id, days)
    select t.cycle_id, t.code, t.administration_id, t.assessment_id, t.days, t.due_at
    from today t join sent using (cycle_id, administration_id, days)
    order by t.cycle_id, t.administration_id`.execute(db)
  for (const { administrationId, cycleId, assessmentId, dueAt } of rows) {
    await notify(
      { db, now },
      {
        kind: 'CYCLE_DUE',
        roles: ['COORDINATOR', 'APPROVER'],
        administrationId,
        cycleId,
        ...(assessmentId ? { assessmentId } : {}),
        dueAt,
      },
    )
  }
  const sent = Map.groupBy(rows, ({ cycleId, days }) => `${cycleId} ${days}`)
  await appendAudit(
    db,
    anonymous(now),
    'clock',
    now,
    [...sent.values()].map((each) => ({
      action: 'cycleRemind',
      objectType: 'Cycle',
      objectId: each[0]!.cycleId,
      administrationId: null,
      cycleId: each[0]!.cycleId,
      facts: {
        code: each[0]!.code,
        days: each[0]!.days,
        administrations: each.length,
        by: 'clock',
      },
    })),
  )
}
