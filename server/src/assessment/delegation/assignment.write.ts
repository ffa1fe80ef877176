import { sql } from 'kysely'
import type { CommandScope } from '#access'
import type { VersionSnapshot } from '#framework'
import type { Db } from '#platform'
import type { AssessmentSubject } from '../assessment.lock'

type Place = Pick<AssessmentSubject, 'id' | 'administrationId'>

/** An element that somebody had by itself and has no more. */
export interface Passed {
  readonly personId: string
  readonly elementCode: string
}

export interface Given {
  readonly personId: string
  readonly kpiCodes: readonly string[]
  readonly elementCodes: readonly string[]
  readonly dueOn: string | null
}

/** Gives KPIs and elements to a person; what they have already gets the new due day. Names who had an element before. */
export async function writeAssignments(
  { db, viewer, now, newId }: CommandScope,
  { id, administrationId }: Place,
  { personId, kpiCodes, elementCodes, dueOn }: Given,
): Promise<readonly Passed[]> {
  const row = {
    assessmentId: id,
    administrationId,
    personId,
    dueOn,
    createdBy: viewer.personId,
    createdAt: now,
  }
  // Of another due day one is reminded again.
  if (kpiCodes.length > 0) {
    await db
      .insertInto('assignment')
      .values(kpiCodes.map((kpiCode) => ({ ...row, id: newId(), kpiCode })))
      .onConflict((conflict) =>
        conflict
          .columns(['assessmentId', 'kpiCode', 'personId'])
          .doUpdateSet((eb) => ({ dueOn: eb.ref('excluded.dueOn'), remindedAt: null })),
      )
      .execute()
  }
  if (elementCodes.length === 0) return []
  // An element has one responsible person: whoever had it by itself has it no more.
  const passed = await db
    .deleteFrom('assignment')
    .where('assessmentId', '=', id)
    .where('elementCode', 'in', [...elementCodes])
    .where('personId', '<>', personId)
    .returning(['personId', 'elementCode'])
    .execute()
  await db
    .insertInto('assignment')
    .values(elementCodes.map((elementCode) => ({ ...row, id: newId(), elementCode })))
    .onConflict((conflict) =>
      conflict
        .columns(['assessmentId', 'elementCode'])
        .where('elementCode', 'is not', null)
        .doUpdateSet((eb) => ({ dueOn: eb.ref('excluded.dueOn'), remindedAt: null })),
    )
    .execute()
  return passed.map((each) => ({ ...each, elementCode: each.elementCode! }))
}

/**
 * Settles what each assignment opens, after any change: a KPI all its elements, and one person is responsible for each
 * element, however many KPIs use it: whoever it was given to by itself, else whoever had it before, else the first of
 * those whose KPIs use it.
 */
export async function settleElements(
  db: Db,
  { id }: Place,
  framework: Pick<VersionSnapshot, 'kpis'>,
): Promise<void> {
  const pairs = framework.kpis.flatMap(({ code: kpi, elements }) =>
    [...new Set(elements.map(({ element }) => element))].map((element) => ({ kpi, element })),
  )
  await sql`
    with wanted as (
      select a.id, a.administration_id, a.person_id, p.element, 1 as place, a.created_at
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p(kpi text, element text)
        join assignment a on a.assessment_id = ${id}::uuid and a.kpi_code = p.kpi
      union all
      select a.id, a.administration_id, a.person_id, a.element_code, 0, a.created_at
      from assignment a where a.assessment_id = ${id}::uuid and a.element_code is not null),
    responsible as (
      select distinct on (w.element) w.element, w.person_id
      from wanted w
        left join assignment_element e on e.assignment_id = w.id and e.element_code = w.element and e.is_responsible
      order by w.element, w.place, e.element_code is null, w.created_at, w.id)
    insert into assignment_element as e (assignment_id, administration_id, element_code, is_responsible)
    select w.id, w.administration_id, w.element, r.person_id = w.person_id
    from wanted w join responsible r on r.element = w.element
    on conflict (assignment_id, element_code) do update set is_responsible = excluded.is_responsible
      where e.is_responsible <> excluded.is_responsible`.execute(db)
}
