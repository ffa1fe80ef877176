import { sql } from 'kysely'
import type { Db, Page } from '#platform'
import type { Assignment } from './delegation/assignment.type'
import type { DataValueRevision } from './data-value.type'
import type { ReturnItem } from './return-item.type'

/** Delegated KPIs and elements by assessment; a task is done once the KPI has an answer, or the element its figures. */
export async function assignmentsOfAssessments(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Assignment[]>> {
  const { rows } = await sql<Assignment>`
    select t.id, t.assessment_id, t.administration_id, t.kpi_code, t.element_code, t.person_id, t.due_on, t.done_at,
      case when t.element_code is not null then case when element_is_open(t.assessment_id, t.element_code) then 'OPEN' else 'DONE' end
        when r.state is null or r.state = 'PENDING' then 'OPEN' else 'DONE' end as state,
      s.framework_version_id
    from assignment t
      join assessment s on s.id = t.assessment_id
      left join kpi_response r on r.assessment_id = t.assessment_id and r.kpi_code = t.kpi_code
    where t.assessment_id = any (${sql.val([...assessmentIds])}::uuid[])
    order by t.due_on nulls last, t.kpi_code, t.element_code, t.id`.execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId)
}

/** Returned items by assessment, those of the last submission first. */
export async function returnItemsOfAssessments(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReturnItem[]>> {
  const { rows } = await sql<ReturnItem>`
    select i.*, s.framework_version_id, s.submission_count > i.submission_number as is_resubmitted
    from return_item i join assessment s on s.id = i.assessment_id
    where i.assessment_id = any (${sql.val([...assessmentIds])}::uuid[])
    order by i.submission_number desc, i.kpi_code`.execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId)
}

interface Asked {
  readonly element: string
  readonly year: number
  readonly page: Page
}

/** What says whose figure it is. */
type Figure = Pick<DataValueRevision, 'assessmentId' | 'administrationId' | 'elementCode'>

interface Revisions {
  readonly figure: Figure
  readonly rows: readonly DataValueRevision[]
  readonly total: number
}

// A figure without a content on the page has one row that holds nothing but their number.
type FoundRevision = Figure &
  Omit<DataValueRevision, 'revision'> & { readonly total: number; readonly revision: number | null }

/** The same page of the contents a figure ever had, newest first; figures never changed since the start have one. */
export async function revisionsOfAssessments(
  db: Db,
  assessmentIds: readonly string[],
  { element, year, page }: Asked,
): Promise<ReadonlyMap<string, Revisions>> {
  const asked = sql`= any (${sql.val([...assessmentIds])}::uuid[])`
  const before = page.after ? Number.parseInt(page.after[0] ?? '', 10) || 0 : null
  const { rows } = await sql<FoundRevision>`
    with content as (
      select assessment_id, administration_id, element_code, value, is_estimated, note, revision,
        written_at, written_by
      from draft_revision
      where assessment_id ${asked} and element_code = ${element} and year = ${year}
      union all
      select v.assessment_id, v.administration_id, v.element_code, v.value, v.is_estimated, v.note,
        v.version, v.updated_at, v.updated_by
      from data_value v
      where v.assessment_id ${asked} and v.element_code = ${element} and v.year = ${year}
        and not exists (select 1 from draft_revision d where d.assessment_id = v.assessment_id
          and d.element_code = v.element_code and d.year = v.year and d.revision = v.version))
    select n.*, c.value, c.is_estimated, c.note, c.revision, c.written_at, c.written_by
    from (select assessment_id, administration_id, element_code, count(*)::int as total
        from content group by assessment_id, administration_id, element_code) n
      left join lateral (
        select * from content each
        where each.assessment_id = n.assessment_id
          and (${before}::bigint is null or each.revision < ${before}::bigint)
        order by each.revision desc limit ${page.first + 1}) c on true
    order by n.assessment_id, c.revision desc`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ assessmentId }) => assessmentId)].map(([id, found]) => [
      id,
      {
        figure: found[0]!,
        total: found[0]!.total,
        rows: found.flatMap((row) =>
          row.revision === null ? [] : { ...row, revision: row.revision },
        ),
      },
    ]),
  )
}
