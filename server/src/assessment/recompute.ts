import { sql } from 'kysely'
import type { FrameworkDefinition } from '#framework/definition'
import type { Db } from '#platform'
import {
  computeResponses,
  type ComputedAssessment,
  type ComputedResponse,
  type StoredResponse,
  type StoredValue,
} from './compute-responses'

/** The assessment to compute, with the years its cycle stores. */
export interface ComputeSubject {
  readonly id: string
  readonly reportingYear: number
  readonly previousYear: number
}

export interface StoredContent {
  readonly values: readonly (StoredValue & { readonly updatedBy: string | null })[]
  readonly responses: readonly StoredResponse[]
  readonly levels: Readonly<Record<string, number | null>>
}

/**
 * Queues for the counts of the assessment, which every writer of content holds. Two colleagues who
 * save the two figures of one KPI at once would otherwise each compute it without the other's. From here on the row
 * policies let a contributor's transaction compute with what was given to others.
 */
export async function queueForContent(db: Db, assessmentId: string): Promise<void> {
  await db
    .selectFrom('assessmentProgress')
    .select([
      'assessmentId',
      sql`set_config('pmm.computing', ${assessmentId}, true)`.as('computing'),
    ])
    .where('assessmentId', '=', assessmentId)
    .forUpdate()
    .execute()
}

/** Everything computing reads, in three statements. */
export async function storedContent(db: Db, assessmentId: string): Promise<StoredContent> {
  const values = await db
    .selectFrom('dataValue')
    .select(['elementCode', 'year', 'value', 'version', 'updatedBy'])
    .where('assessmentId', '=', assessmentId)
    .execute()
  const { rows: responses } = await sql<StoredResponse>`
    select kpi_code, state, reason_code, justification, justified_warnings
    from kpi_response where assessment_id = ${assessmentId}::uuid`.execute(db)
  const levels = await db
    .selectFrom('instrumentApplication')
    .select(['instrumentCode', 'level'])
    .where('assessmentId', '=', assessmentId)
    .execute()
  return {
    values,
    responses,
    levels: Object.fromEntries(levels.map(({ instrumentCode, level }) => [instrumentCode, level])),
  }
}

/**
 * Computes the answers of an assessment from what is stored and writes those that changed, with the
 * counts: two statements beside the reading, whatever their number. The versions of the answers stay,
 * because only people's own changes count there. Call `queueForContent` first.
 */
export async function recompute(
  db: Db,
  framework: FrameworkDefinition,
  subject: ComputeSubject,
  now: Date,
  content?: StoredContent,
): Promise<{ readonly computed: ComputedAssessment; readonly changed: readonly string[] }> {
  const stored = content ?? (await storedContent(db, subject.id))
  const computed = computeResponses(framework, { ...subject, ...stored })
  const changed = await writeResponses(db, subject.id, computed.responses, now)
  await writeProgress(db, subject.id, computed, now)
  return { computed, changed }
}

async function writeResponses(
  db: Db,
  assessmentId: string,
  responses: readonly ComputedResponse[],
  now: Date,
): Promise<readonly string[]> {
  const rows = responses.map((response) => ({
    kpi_code: response.kpiCode,
    state: response.state,
    value: response.value,
    sub_values: response.subValues,
    score: response.score,
    reason_code: response.reasonCode,
    trace: response.trace,
    checks: response.checks,
  }))
  const { rows: changed } = await sql<{ kpiCode: string }>`
    update kpi_response r set state = c.state, value = c.value, score = c.score,
      sub_values = nullif(c.sub_values, 'null'::jsonb), trace = nullif(c.trace, 'null'::jsonb),
      checks = c.checks, reason_code = c.reason_code,
      reason_text = case when c.state in ('NOT_APPLICABLE', 'NOT_AVAILABLE') then r.reason_text end,
      updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(kpi_code text, state text,
      value numeric, sub_values jsonb, score numeric, reason_code text, trace jsonb, checks jsonb)
    where r.assessment_id = ${assessmentId}::uuid and r.kpi_code = c.kpi_code
      and (r.state, r.value, r.score, r.reason_code, r.checks, r.trace, r.sub_values) is distinct from
        (c.state, c.value, c.score, c.reason_code, c.checks, nullif(c.trace, 'null'::jsonb),
          nullif(c.sub_values, 'null'::jsonb))
    returning r.kpi_code`.execute(db)
  return changed.map(({ kpiCode }) => kpiCode)
}

async function writeProgress(
  db: Db,
  assessmentId: string,
  { progress }: ComputedAssessment,
  now: Date,
): Promise<void> {
  await db
    .updateTable('assessmentProgress')
    .set({ ...progress, lastActivityAt: now })
    .where('assessmentId', '=', assessmentId)
    .execute()
}
