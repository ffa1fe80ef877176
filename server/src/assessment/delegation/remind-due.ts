import { sql } from 'kysely'
import { anonymous, appendAudit } from '#access'
import { notify } from '#notification'
import type { DueHandler } from '#platform'

/** Days before the due day on which people are reminded of what they have not answered. */
const DAYS_BEFORE = 2

interface Due {
  readonly assessmentId: string
  readonly administrationId: string
  readonly cycleId: string
  readonly personId: string
  readonly dueOn: string
  readonly kpiCodes: readonly string[]
  readonly elementCodes: readonly string[]
}

/** Reminds once of assigned KPIs and elements that are due within two days, open and not marked as done. */
export const remindOfDue: DueHandler = async ({ db, now }) => {
  const { rows } = await sql<Due>`
    with due as (
      update assignment g set reminded_at = ${now.toISOString()}::timestamptz
      from assessment s
      where s.id = g.assessment_id and s.status in ('DRAFT', 'RETURNED') and g.reminded_at is null and g.done_at is null
        and g.due_on >= ${now.toISOString()}::timestamptz::date
        and g.due_on <= ${now.toISOString()}::timestamptz::date + ${DAYS_BEFORE}::int
        and not exists (select 1 from kpi_response r where r.assessment_id = g.assessment_id and r.kpi_code = g.kpi_code
          and r.state <> 'PENDING')
        and (g.element_code is null or element_is_open(g.assessment_id, g.element_code))
      returning g.assessment_id, g.administration_id, s.cycle_id, g.person_id, g.due_on, g.kpi_code, g.element_code)
    select assessment_id, administration_id, cycle_id, person_id, due_on::text as due_on,
      array_remove(array_agg(kpi_code order by kpi_code), null) as kpi_codes,
      array_remove(array_agg(element_code order by element_code), null) as element_codes
    from due group by 1, 2, 3, 4, 5 order by 1, 4, 5`.execute(db)
  for (const { personId, dueOn, ...due } of rows) {
    await notify(
      { db, now },
      { kind: 'DUE_SOON', roles: ['CONTRIBUTOR'], personIds: [personId], dueAt: dueOn, ...due },
    )
  }
  await appendAudit(
    db,
    anonymous(now),
    'clock',
    now,
    rows.map(({ assessmentId, administrationId, personId, kpiCodes, elementCodes }) => ({
      action: 'assignmentRemind',
      objectType: 'Assessment',
      objectId: assessmentId,
      administrationId,
      facts: {
        personId,
        ...(kpiCodes.length > 0 && { kpis: kpiCodes }),
        ...(elementCodes.length > 0 && { elements: elementCodes }),
        by: 'clock',
      },
    })),
  )
}
