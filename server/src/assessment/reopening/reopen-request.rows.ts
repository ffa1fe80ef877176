import { sql } from 'kysely'
import type { Db } from '#platform'
import type { ReopenRequest } from './reopen-request.type'

/** Requests for a reopening by assessment, the newest first. */
export async function reopenRequestsOfAssessments(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReopenRequest[]>> {
  const { rows } = await sql<ReopenRequest>`
    select assessment_id, administration_id, submission_number, kpi_codes, reason, author_id, asked_at, status, answer, settled_at
    from reopen_request where assessment_id = any (${sql.val([...assessmentIds])}::uuid[])
    order by asked_at desc, id desc`.execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId)
}
