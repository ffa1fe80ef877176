import { sql } from 'kysely'
import type { Db } from '#platform'
import type { EvidenceUse } from './changes'

const ids = (keys: readonly string[]) => sql`${sql.val([...keys])}::uuid[]`

type Keyed = EvidenceUse & { readonly copyId: string }

/** What backs answers in the working copy, by assessment. */
export async function workingEvidenceUses(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceUse[]>> {
  const { rows } = await sql<Keyed>`
    select e.assessment_id as copy_id, e.id as evidence_id, e.revision as number, e.title,
      array_agg(u.kpi_code order by u.kpi_code) as kpi_codes
    from evidence e join evidence_use u on u.evidence_id = e.id
    where e.assessment_id = any (${ids(assessmentIds)}) and e.removed_at is null
    group by e.id`.execute(db)
  return Map.groupBy(rows, ({ copyId }) => copyId)
}

/** The same in frozen copies, by submission. */
export async function submittedEvidenceUses(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceUse[]>> {
  const { rows } = await sql<Keyed>`
    select submission_id as copy_id, evidence_id, number, title, kpi_codes
    from submission_evidence where submission_id = any (${ids(submissionIds)})`.execute(db)
  return Map.groupBy(rows, ({ copyId }) => copyId)
}
