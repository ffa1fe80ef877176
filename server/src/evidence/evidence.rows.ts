import { sql } from 'kysely'
import type { Db } from '#platform'
import type { Evidence, EvidenceRevision } from './evidence.type'

const ids = (keys: readonly string[]) => sql`${sql.val([...keys])}::uuid[]`

const working = (where: ReturnType<typeof sql>) => sql<Evidence>`
  select e.id, 'WORKING' as copy, e.id as evidence_id, r.id as revision_id, e.assessment_id, e.administration_id,
    e.title, e.language, e.dated, e.confidentiality, r.number, r.kind, r.sha256, r.size::int as size, r.media_type,
    f.scan_state, s.file_name, s.url, h.is_shared as share_with_secretariat, e.created_by, e.updated_at, e.version,
    coalesce(u.kpi_codes, '{}') as kpi_codes
  from evidence e
    join evidence_revision r on r.evidence_id = e.id and r.number = e.revision
    join evidence_source s on s.revision_id = r.id
    left join evidence_file f on f.administration_id = r.administration_id and f.sha256 = r.sha256 and r.kind = 'FILE'
    left join evidence_sharing h on h.evidence_id = e.id
    left join lateral (select array_agg(kpi_code order by kpi_code) as kpi_codes from evidence_use
      where evidence_id = e.id) u on true
  where ${where} and e.removed_at is null
  order by e.created_at desc, e.id`

/** Evidence of the working copy by assessment, the newest first. */
export async function workingEvidence(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  const { rows } = await working(sql`e.assessment_id = any (${ids(assessmentIds)})`).execute(db)
  return Map.groupBy(rows, (row) => row.assessmentId)
}

/** The same by the id of the item. */
export async function evidenceById(
  db: Db,
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, Evidence>> {
  const { rows } = await working(sql`e.id = any (${ids(evidenceIds)})`).execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

const frozen = (where: ReturnType<typeof sql>) => sql<Evidence>`
  select e.id, 'SUBMITTED' as copy, e.evidence_id, e.revision_id, e.submission_id, e.assessment_id, e.administration_id,
    a.status as assessment_status, e.title, e.language, e.dated, e.confidentiality, e.number, e.kind, e.sha256,
    e.size::int as size, e.media_type, f.scan_state, s.file_name, s.url, h.is_shared as share_with_secretariat,
    null::uuid as created_by, null::timestamptz as updated_at, null::int as version, e.kpi_codes
  from submission_evidence e
    join assessment a on a.id = e.assessment_id
    left join evidence_source s on s.revision_id = e.revision_id
    left join evidence_file f on f.administration_id = e.administration_id and f.sha256 = e.sha256 and e.kind = 'FILE'
    left join evidence_sharing h on h.evidence_id = e.evidence_id
  where ${where}
  order by e.title, e.id`

/** Evidence attached at submissions, by submission. */
export async function submittedEvidence(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  const { rows } = await frozen(sql`e.submission_id = any (${ids(submissionIds)})`).execute(db)
  return Map.groupBy(rows, (row) => row.submissionId!)
}

/** The same by the id of the line. */
export async function submittedEvidenceById(
  db: Db,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, Evidence>> {
  const { rows } = await frozen(sql`e.id = any (${ids(lineIds)})`).execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

const revisions = (where: ReturnType<typeof sql>) => sql<EvidenceRevision>`
  select r.id, r.evidence_id, r.assessment_id, r.administration_id, r.number, r.kind, r.sha256, r.size::int as size,
    r.media_type, f.scan_state, s.file_name, s.url, r.written_at, r.written_by, coalesce(u.kpi_codes, '{}') as kpi_codes
  from evidence_revision r
    join evidence_source s on s.revision_id = r.id
    left join evidence_file f on f.administration_id = r.administration_id and f.sha256 = r.sha256 and r.kind = 'FILE'
    left join lateral (select array_agg(kpi_code order by kpi_code) as kpi_codes from evidence_use
      where evidence_id = r.evidence_id) u on true
  where ${where}
  order by r.number desc`

/** Every content of an item, the newest first. */
export async function revisionsOfEvidence(
  db: Db,
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceRevision[]>> {
  const { rows } = await revisions(sql`r.evidence_id = any (${ids(evidenceIds)})`).execute(db)
  return Map.groupBy(rows, (row) => row.evidenceId)
}

/** The same by the id of the revision. */
export async function revisionsById(
  db: Db,
  revisionIds: readonly string[],
): Promise<ReadonlyMap<string, EvidenceRevision>> {
  const { rows } = await revisions(sql`r.id = any (${ids(revisionIds)})`).execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
