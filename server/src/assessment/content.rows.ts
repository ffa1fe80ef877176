import { sql } from 'kysely'
import type { Db } from '#platform'
import { INSTRUMENT_MEAN_KPI } from './compute'
import type { AssessmentContent } from './content.type'
import type { DataValue } from './data-value.type'
import type { InstrumentApplication } from './instrument-application.type'
import type { KpiResponse } from './kpi-response.type'

const ids = (keys: readonly string[]) => sql`${sql.val([...keys])}::uuid[]`

/** Answers being edited, by assessment, with the working notes beside them. */
export async function workingResponses(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KpiResponse[]>> {
  const { rows } = await sql<KpiResponse>`
    select r.id, 'WORKING' as copy, 'VISIBLE' as access, r.assessment_id, r.administration_id, r.kpi_code,
      r.state, r.value, r.sub_values, r.score, r.checks, r.reason_code, r.reason_text, r.public_note,
      r.justification, r.justified_warnings, r.disclosure_level, r.aggregate_use, r.level_chosen, r.looked_at, r.updated_at,
      r.version, s.cycle_id, s.framework_version_id, n.body as internal_note,
      coalesce(n.version, 0) as internal_note_version
    from kpi_response r
      join assessment s on s.id = r.assessment_id
      left join internal_note n on n.assessment_id = r.assessment_id and n.kpi_code = r.kpi_code
    where r.assessment_id = any (${ids(assessmentIds)})
    order by r.kpi_code`.execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId!)
}

const submittedResponse = sql`r.id, 'SUBMITTED' as copy, 'VISIBLE' as access, r.submission_id,
  r.assessment_id, r.administration_id, r.kpi_code, r.state, r.value, r.sub_values, r.score, r.checks,
  r.reason_code, r.reason_text, r.public_note, r.justification, r.disclosure_level, r.aggregate_use,
  s.status as assessment_status, s.cycle_id, s.framework_version_id`

/** Answers frozen at submissions, by submission. */
export async function submittedResponses(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KpiResponse[]>> {
  const { rows } = await sql<KpiResponse>`
    select ${submittedResponse} from submission_response r join assessment s on s.id = r.assessment_id
    where r.submission_id = any (${ids(submissionIds)})
    order by r.kpi_code`.execute(db)
  return Map.groupBy(rows, (row) => row.submissionId!)
}

/** The frozen answers to one KPI over all submissions, newest first; keys are `assessment:kpi`. */
export async function submittedHistory(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly KpiResponse[]>> {
  const { rows } = await sql<KpiResponse>`
    select ${submittedResponse} from submission_response r
      join assessment s on s.id = r.assessment_id
      join submission u on u.id = r.submission_id
    where r.assessment_id || ':' || r.kpi_code = any (${sql.val([...keys])}::text[])
    order by u.number desc`.execute(db)
  return Map.groupBy(rows, (row) => `${row.assessmentId}:${row.kpiCode}`)
}

/** Explanations by answer, read only where they are asked for. */
export async function workingTraces(
  db: Db,
  responseIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom('kpiResponse')
    .select(['id', 'trace'])
    .where('id', 'in', [...responseIds])
    .execute()
  return new Map(rows.map(({ id, trace }) => [id, trace]))
}

/** The same for frozen answers. */
export async function submittedTraces(
  db: Db,
  responseIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db
    .selectFrom('submissionResponse')
    .select(['id', 'trace'])
    .where('id', 'in', [...responseIds])
    .execute()
  return new Map(rows.map(({ id, trace }) => [id, trace]))
}

const period = sql`case when v.year = c.reporting_year then 'T' else 'T-1' end as period`

/** Figures being edited, by assessment. */
export async function workingValues(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DataValue[]>> {
  const { rows } = await sql<DataValue>`
    select v.id, 'WORKING' as copy, 'VISIBLE' as access, v.assessment_id, v.administration_id,
      v.element_code, v.year, ${period}, v.value, v.is_estimated, v.note, v.updated_at, v.updated_by,
      v.version, s.framework_version_id
    from data_value v
      join assessment s on s.id = v.assessment_id
      join cycle c on c.id = s.cycle_id
    where v.assessment_id = any (${ids(assessmentIds)})
    order by v.element_code, v.year desc`.execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId)
}

/** Figures frozen at submissions, by submission. */
export async function submittedValues(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DataValue[]>> {
  const { rows } = await sql<DataValue>`
    select v.id, 'SUBMITTED' as copy, 'VISIBLE' as access, v.submission_id, v.assessment_id,
      v.administration_id, v.element_code, v.year, ${period}, v.value, v.is_estimated, v.note,
      v.revision as version, s.status as assessment_status, s.framework_version_id
    from submission_value v
      join assessment s on s.id = v.assessment_id
      join cycle c on c.id = s.cycle_id
    where v.submission_id = any (${ids(submissionIds)})
    order by v.element_code, v.year desc`.execute(db)
  return Map.groupBy(rows, (row) => row.submissionId!)
}

/** Application levels being edited, by assessment. */
export async function workingInstruments(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly InstrumentApplication[]>> {
  const { rows } = await sql<InstrumentApplication>`
    select 'WORKING' as copy, i.assessment_id, i.administration_id, ${INSTRUMENT_MEAN_KPI} as kpi_code,
      i.instrument_code, i.level, i.version, i.updated_at, s.framework_version_id
    from instrument_application i join assessment s on s.id = i.assessment_id
    where i.assessment_id = any (${ids(assessmentIds)})`.execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId)
}

/** Application levels frozen at submissions, by submission. */
export async function submittedInstruments(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly InstrumentApplication[]>> {
  const { rows } = await sql<InstrumentApplication>`
    select 'SUBMITTED' as copy, i.submission_id, i.assessment_id, i.administration_id,
      ${INSTRUMENT_MEAN_KPI} as kpi_code, i.instrument_code, i.level, null::int as version,
      null::timestamptz as updated_at, s.status as assessment_status, s.framework_version_id
    from submission_instrument i join assessment s on s.id = i.assessment_id
    where i.submission_id = any (${ids(submissionIds)})`.execute(db)
  return Map.groupBy(rows, (row) => row.submissionId!)
}

/** Submissions by assessment, the newest first, as far as the viewer may see them. */
export async function submissionsOfAssessments(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AssessmentContent[]>> {
  const { rows } = await sql<AssessmentContent>`
    select 'SUBMITTED' as copy, u.id as submission_id, u.assessment_id, u.administration_id, u.number,
      u.submitted_at, u.submitted_by, u.content_hash, u.statement, u.dimension_scores as stored_scores,
      s.status as assessment_status, s.framework_version_id, s.cycle_id, c.reporting_year, c.previous_year
    from submission u
      join assessment s on s.id = u.assessment_id
      join cycle c on c.id = s.cycle_id
    where u.assessment_id = any (${ids(assessmentIds)})
    order by u.number desc`.execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId)
}
