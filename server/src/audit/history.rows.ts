import { sql } from 'kysely'
import type { Db } from '#platform'

/** Time and assessment of an entry: what the history of figures and consents knows a change by. */
export const momentOf = (assessmentId: string, at: string): string => `${assessmentId}|${at}`

const moments = (keys: readonly string[]) => {
  const wanted = keys.map((key) => {
    const [assessment, at] = key.split('|')
    return { assessment, at }
  })
  return sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as m(assessment uuid, at timestamptz)`
}

const MOMENT = sql`m.assessment || '|' || to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as moment`

/** A figure of the working copy as it became, and as it was before. */
export interface FigureChange {
  readonly moment: string
  readonly administrationId: string
  readonly assessmentId: string
  readonly elementCode: string
  readonly year: number
  readonly value: string | null
  readonly isEstimated: boolean
  readonly note: string | null
  readonly hadValue: string | null
  readonly wasEstimated: boolean | null
  readonly hadNote: string | null
}

/** Changes of figures by moment, as far as the viewer may see them. */
export async function figureChanges(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly FigureChange[]>> {
  const { rows } = await sql<FigureChange>`
    select ${MOMENT}, r.administration_id, r.assessment_id, r.element_code, r.year, r.value::text as value,
      r.is_estimated, r.note, b.value::text as had_value, b.is_estimated as was_estimated, b.note as had_note
    from ${moments(keys)}
      join draft_revision r on r.assessment_id = m.assessment and r.written_at = m.at
      left join draft_revision b on b.assessment_id = r.assessment_id and b.element_code = r.element_code
        and b.year = r.year and b.revision = r.revision - 1
    order by r.element_code, r.year desc`.execute(db)
  return Map.groupBy(rows, ({ moment }) => moment)
}

/** A choice of disclosure as it was made or confirmed. */
export interface ConsentChange {
  readonly moment: string
  readonly administrationId: string
  readonly kpiCode: string
  readonly level: string
  readonly formerLevel: string | null
  readonly aggregateUse: string
}

/** Choices of disclosure by the moment they were made or confirmed at. */
export async function consentChanges(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentChange[]>> {
  const { rows } = await sql<ConsentChange>`
    select ${MOMENT}, c.administration_id, c.kpi_code, c.level, c.former_level, c.aggregate_use
    from ${moments(keys)}
      join consent_record c on c.assessment_id = m.assessment and coalesce(c.confirmed_at, c.proposed_at) = m.at
    order by c.kpi_code`.execute(db)
  return Map.groupBy(rows, ({ moment }) => moment)
}

/** An answer in a submission, beside the same of the submission before. */
export interface AnswerChange {
  readonly key: string
  readonly administrationId: string
  readonly assessmentId: string
  readonly assessmentStatus: string
  readonly submissionId: string
  readonly formerId: string | null
  readonly kpiCode: string
  readonly state: string
  readonly value: string | null
  readonly hadState: string | null
  readonly hadValue: string | null
}

/** Answers that differ from the submission before, by `assessment:number`. */
export async function answerChanges(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly AnswerChange[]>> {
  const { rows } = await sql<AnswerChange>`
    select s.assessment_id || ':' || s.number as key, r.administration_id, r.assessment_id,
      a.status as assessment_status, r.submission_id, b.submission_id as former_id, r.kpi_code, r.state,
      r.value::text as value, b.state as had_state, b.value::text as had_value
    from submission s
      join assessment a on a.id = s.assessment_id
      join submission_response r on r.submission_id = s.id
      left join submission f on f.assessment_id = s.assessment_id and f.number = s.number - 1
      left join submission_response b on b.submission_id = f.id and b.kpi_code = r.kpi_code
    where s.assessment_id || ':' || s.number = any (${sql.val([...keys])}::text[])
      and (b.state is distinct from r.state or b.value is distinct from r.value)
    order by r.kpi_code`.execute(db)
  return Map.groupBy(rows, ({ key }) => key)
}
