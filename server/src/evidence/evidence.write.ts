import { sql } from 'kysely'
import type { CommandScope } from '#access'
import { recordAssessment, type AssessmentSubject } from '#assessment'
import { Refusal, badInput, type Db, type ProblemDetail } from '#platform'
import type { EvidenceDetailsInput } from './evidence.input'
import type { LockedEvidence } from './evidence.lock'

/** What a revision holds. */
export type RevisionContent =
  | {
      readonly kind: 'FILE'
      readonly sha256: string
      readonly size: number
      readonly mediaType: string
      readonly fileName: string
      readonly isClean: boolean
    }
  | { readonly kind: 'LINK'; readonly sha256: string; readonly url: string }

export const MOST_FILES = 100
export const MOST_BYTES_OF_ASSESSMENT = 500 * 1024 * 1024

/** Whether one more file of this size fits into the assessment; every revision counts. */
export async function quotaProblems(
  db: Db,
  assessmentId: string,
  size: number,
  path: readonly string[],
): Promise<readonly ProblemDetail[]> {
  const { rows } = await sql<{ files: number; bytes: string | number }>`
    select count(*)::int as files, coalesce(sum(size), 0) as bytes from evidence_revision
    where assessment_id = ${assessmentId}::uuid and kind = 'FILE'`.execute(db)
  const { files, bytes } = rows[0]!
  return [
    ...(files >= MOST_FILES
      ? [badInput('TOO_MANY_FILES', `An assessment holds at most ${MOST_FILES} files.`, path)]
      : []),
    ...(Number(bytes) + size > MOST_BYTES_OF_ASSESSMENT
      ? [badInput('QUOTA_EXCEEDED', 'The files of an assessment have at most 500 MB together.', path)]
      : []), // prettier-ignore
  ]
}

/** A new item with its first revision. */
export async function addEvidence(
  scope: CommandScope,
  subject: AssessmentSubject,
  details: EvidenceDetailsInput,
  content: RevisionContent,
): Promise<string> {
  const { db, viewer, now, newId } = scope
  const id = newId()
  const place = { assessmentId: subject.id, administrationId: subject.administrationId }
  await db
    .insertInto('evidence')
    .values({
      id,
      ...place,
      ...columnsOf(details),
      revision: 1,
      createdAt: now,
      createdBy: viewer.personId!,
      updatedAt: now,
      updatedBy: viewer.personId!,
    })
    .execute()
  await db
    .insertInto('evidenceSharing')
    .values({ evidenceId: id, ...place, isShared: false, changedAt: now, changedBy: viewer.personId! })
    .execute() // prettier-ignore
  await addUses(scope, subject, id, details.kpiCodes)
  await addRevision(scope, subject, id, 1, content)
  await countEvidenced(db, subject.id, now)
  recordEvidence(scope, 'evidenceAdd', subject, details.kpiCodes, content)
  return id
}

/** Another revision of an item; the former ones stay. */
export async function reviseEvidence(
  scope: CommandScope,
  { subject, id, revision, version, kpiCodes }: LockedEvidence,
  content: RevisionContent,
): Promise<void> {
  const { db, viewer, now } = scope
  await addRevision(scope, subject, id, revision + 1, content)
  await db
    .updateTable('evidence')
    .set({
      revision: revision + 1,
      version: version + 1,
      updatedAt: now,
      updatedBy: viewer.personId!,
    })
    .where('id', '=', id)
    .execute()
  await countEvidenced(db, subject.id, now)
  recordEvidence(scope, 'evidenceRevise', subject, kpiCodes, content)
}

/** The columns of what an administration says of an item. */
export const columnsOf = ({ title, language, dated, confidentiality }: EvidenceDetailsInput) => ({
  title: title.trim(),
  language,
  dated: dated ?? null,
  confidentiality,
})

export async function addUses(
  { db, viewer, now }: CommandScope,
  { id: assessmentId, administrationId }: AssessmentSubject,
  evidenceId: string,
  kpiCodes: readonly string[],
): Promise<void> {
  if (kpiCodes.length === 0) return
  await db
    .insertInto('evidenceUse')
    .values(
      kpiCodes.map((kpiCode) => ({
        evidenceId, assessmentId, administrationId, kpiCode, addedAt: now, addedBy: viewer.personId!,
      })), // prettier-ignore
    )
    .execute()
}

async function addRevision(
  { db, viewer, now, newId }: CommandScope,
  { id: assessmentId, administrationId }: AssessmentSubject,
  evidenceId: string,
  number: number,
  content: RevisionContent,
): Promise<void> {
  const id = newId()
  const place = { assessmentId, administrationId }
  const { kind, sha256 } = content
  const isFile = content.kind === 'FILE'
  if (isFile) {
    // The same bytes handed in again after a scanner was set count as looked at from then on.
    await sql`insert into evidence_file (administration_id, sha256, size, media_type, scan_state, scanned_at, stored_at)
      values (${administrationId}::uuid, ${sha256}, ${content.size}::bigint, ${content.mediaType},
        ${content.isClean ? 'CLEAN' : 'NOT_SCANNED'}, ${content.isClean ? now.toISOString() : null}::timestamptz,
        ${now.toISOString()}::timestamptz)
      on conflict (administration_id, sha256) do update set scan_state = excluded.scan_state, scanned_at = excluded.scanned_at
        where evidence_file.scan_state = 'NOT_SCANNED' and excluded.scan_state = 'CLEAN'`.execute(
      db,
    )
  }
  await db
    .insertInto('evidenceRevision')
    .values({
      id,
      evidenceId,
      ...place,
      number,
      kind,
      sha256,
      writtenAt: now,
      writtenBy: viewer.personId!,
      size: isFile ? content.size : null,
      mediaType: isFile ? content.mediaType : null,
    }) // prettier-ignore
    .execute()
  await db
    .insertInto('evidenceSource')
    .values({
      revisionId: id,
      ...place,
      fileName: isFile ? content.fileName : null,
      url: isFile ? null : content.url,
    })
    .execute()
}

/** Counts the KPIs that something backs; call `queueForContent` first. */
export async function countEvidenced(db: Db, assessmentId: string, now: Date): Promise<void> {
  await sql`update assessment_progress set last_activity_at = ${now.toISOString()}::timestamptz,
      kpis_evidenced = (select count(distinct u.kpi_code) from evidence_use u
        join evidence e on e.id = u.evidence_id and e.removed_at is null
        where u.assessment_id = ${assessmentId}::uuid)
    where assessment_id = ${assessmentId}::uuid`.execute(db)
}

/** An entry in the audit log: which answers it backs, and the hash of what was added. */
export function recordEvidence(
  { record }: Pick<CommandScope, 'record'>,
  action: string,
  subject: AssessmentSubject,
  kpiCodes: readonly string[],
  content?: Pick<RevisionContent, 'kind' | 'sha256'>,
): void {
  recordAssessment(record, action, subject, {
    kpis: [...kpiCodes].sort(),
    ...(content ? { kind: content.kind, sha256: content.sha256 } : {}),
  })
}

/** Refuses when there is anything to mend. */
export function ensureNone(problems: readonly ProblemDetail[]): void {
  if (problems.length > 0) throw new Refusal(problems)
}
