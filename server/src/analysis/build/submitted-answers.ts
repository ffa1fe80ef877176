import { sql } from 'kysely'
import type { Db } from '#platform'
import type { SubmittedAnswer } from './rows'

export interface AcceptedSubmission {
  readonly assessmentId: string
  readonly administrationId: string
  readonly submissionId: string
  readonly number: number
  readonly dimensionScores: unknown
}

/** The last submission of every accepted assessment of the cycle. */
export async function acceptedSubmissions(
  db: Db,
  cycleId: string,
): Promise<readonly AcceptedSubmission[]> {
  return db
    .selectFrom('assessment as a')
    .innerJoin('submission as s', (join) =>
      join.onRef('s.assessmentId', '=', 'a.id').onRef('s.number', '=', 'a.submissionCount'),
    )
    .select([
      'a.id as assessmentId',
      'a.administrationId',
      's.id as submissionId',
      's.number',
      's.dimensionScores',
    ])
    .where('a.cycleId', '=', cycleId)
    .where('a.status', '=', 'ACCEPTED')
    .orderBy('a.administrationId')
    .execute()
}

/**
 * What those submissions say, under the consent in force: the last confirmed record for each KPI.
 * Peer reviewed is what a concluded review of that submission had in its scope.
 */
export async function submittedAnswers(
  db: Db,
  submissions: readonly AcceptedSubmission[],
): Promise<readonly SubmittedAnswer[]> {
  if (submissions.length === 0) return []
  const ids = submissions.map(({ submissionId }) => submissionId)
  const { rows } = await sql<SubmittedAnswer>`
    select r.administration_id, r.kpi_code, r.state, r.value, r.sub_values, r.score, r.reason_code,
      r.reason_text, r.public_note, coalesce(c.level, r.disclosure_level) as level,
      coalesce(c.aggregate_use, r.aggregate_use) as aggregate_use, c.id as consent_id,
      coalesce(v.reviewed, false) as is_peer_reviewed
    from submission_response r
    left join (
      select distinct on (assessment_id, kpi_code) id, assessment_id, kpi_code, level, aggregate_use
      from consent_record where confirmed_at is not null
      order by assessment_id, kpi_code, confirmed_at desc, id desc
    ) c on c.assessment_id = r.assessment_id and c.kpi_code = r.kpi_code
    left join (
      select distinct submission_id, unnest(scope) as kpi_code, true as reviewed
      from review where status = 'CONCLUDED'
    ) v on v.submission_id = r.submission_id and v.kpi_code = r.kpi_code
    where r.submission_id = any (${`{${ids.join(',')}}`}::uuid[])
    order by r.administration_id, r.kpi_code`.execute(db)
  return rows
}
