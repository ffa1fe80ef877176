import { sql } from 'kysely'
import type { CommandScope } from '#access'
import type { VersionSnapshot } from '#framework'
import type { ResponseState } from '#framework/definition'
import type { Db } from '#platform'
import type { AssessmentSubject } from './assessment.lock'
import { assessmentScores } from './compute'
import type { ReadyAnswer, ReadyItem } from './readiness'
import {
  HASH_RULE,
  submissionHash,
  type SubmittedAnswer,
  type SubmittedEvidence,
  type SubmittedFigure,
  type SubmittedLevel,
} from './submission-content'

/** Version of the sentence the approver signs. */
export const SIGNATURE_WORDING = 'SIGNATURE-1'
/** Version of the text on disclosure the signature confirms. */
export const CONSENT_WORDING = 'CONSENT-1'

export type StoredAnswer = ReadyAnswer & SubmittedAnswer & { readonly state: ResponseState }

/** All answers as they stand. */
export async function answersOf(db: Db, assessmentId: string): Promise<readonly StoredAnswer[]> {
  const rows = await db
    .selectFrom('kpiResponse')
    .select([
      'kpiCode',
      'state',
      'value',
      'score',
      'checks',
      'reasonCode',
      'reasonText',
      'publicNote',
      'justification',
      'justifiedWarnings',
      'disclosureLevel',
      'aggregateUse',
      'levelChosen',
    ]) // prettier-ignore
    .where('assessmentId', '=', assessmentId)
    .orderBy('kpiCode')
    .execute()
  return rows as unknown as readonly StoredAnswer[]
}

/** Items of the last return; none for an assessment that was never returned. */
export async function lastReturnItems(
  db: Db,
  { id, submissionCount }: Pick<AssessmentSubject, 'id' | 'submissionCount'>,
): Promise<readonly ReadyItem[]> {
  return db
    .selectFrom('returnItem')
    .select(['kpiCode', 'answer', 'isCleared'])
    .where('assessmentId', '=', id)
    .where('submissionNumber', '=', submissionCount)
    .execute()
}

/** The same where they ask for an answer: what the administration wanted opened itself holds no question. */
export async function itemsToAnswer(
  db: Db,
  subject: Pick<AssessmentSubject, 'id' | 'status' | 'submissionCount' | 'reopenedFor'>,
): Promise<readonly ReadyItem[]> {
  if (subject.status !== 'RETURNED' || subject.reopenedFor === 'MEMBER') return []
  return lastReturnItems(db, subject)
}

/** Who entered the figures, each person once. */
export async function enteredBy(db: Db, assessmentId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dataValue')
    .select('updatedBy')
    .distinct()
    .where('assessmentId', '=', assessmentId)
    .execute()
  return rows.flatMap((row) => row.updatedBy ?? [])
}

export interface Signature {
  readonly locale: 'EN' | 'FR'
  readonly note: string | null
}

/** Hash that the receipt shows if the next submission holds everything as it stands. */
export async function hashToSign(
  db: Db,
  { id, submissionCount }: Pick<AssessmentSubject, 'id' | 'submissionCount'>,
  answers: readonly StoredAnswer[],
): Promise<string> {
  const figures: readonly SubmittedFigure[] = await db
    .selectFrom('dataValue')
    .select(['elementCode', 'year', 'value', 'isEstimated', 'note'])
    .where('assessmentId', '=', id)
    .execute()
  const levels: readonly SubmittedLevel[] = await db
    .selectFrom('instrumentApplication')
    .select(['instrumentCode', 'level'])
    .where('assessmentId', '=', id)
    .execute()
  const evidence = await attachedEvidence(db, id)
  const number = submissionCount + 1
  return submissionHash({ assessmentId: id, number, answers, figures, levels, evidence })
}

/** Freezes everything into a numbered copy; returns its number. */
export async function writeSubmission(
  scope: CommandScope,
  subject: AssessmentSubject,
  framework: VersionSnapshot,
  { answers, hash }: { readonly answers: readonly StoredAnswer[]; readonly hash: string },
  signature: Signature,
): Promise<number> {
  const { db, viewer, now, newId } = scope
  const id = newId()
  const number = subject.submissionCount + 1
  const scores = assessmentScores(
    framework,
    Object.fromEntries(answers.map(({ kpiCode, state, value }) => [kpiCode, { state, value }])),
    await leastCoverage(db, subject.cycleId),
  )
  await db
    .insertInto('submission')
    .values({
      id,
      assessmentId: subject.id,
      administrationId: subject.administrationId,
      number,
      submittedAt: now,
      submittedBy: viewer.personId!,
      statement: JSON.stringify({
        wording: SIGNATURE_WORDING,
        hashRule: HASH_RULE,
        locale: signature.locale,
        note: signature.note,
        hat: viewer.hat,
        requiresApproval: subject.requiresApproval,
      }),
      contentHash: hash,
      dimensionScores: JSON.stringify(scores),
    })
    .execute()
  await copyContent(db, subject.id, id)
  await confirmConsent(scope, subject, signature.locale)
  return number
}

async function leastCoverage(db: Db, cycleId: string): Promise<number | null> {
  const cycle = await db
    .selectFrom('cycle')
    .select('leastCoverage')
    .where('id', '=', cycleId)
    .executeTakeFirstOrThrow()
  return cycle.leastCoverage
}

async function copyContent(db: Db, assessmentId: string, submissionId: string): Promise<void> {
  await sql`
    insert into submission_response (id, submission_id, assessment_id, administration_id, kpi_code,
      state, value, sub_values, score, trace, checks, reason_code, reason_text, public_note,
      justification, disclosure_level, aggregate_use)
    select gen_random_uuid(), ${submissionId}::uuid, assessment_id, administration_id, kpi_code, state,
      value, sub_values, score, trace, checks, reason_code, reason_text, public_note, justification,
      disclosure_level, aggregate_use
    from kpi_response where assessment_id = ${assessmentId}::uuid`.execute(db)
  await sql`
    insert into submission_value (id, submission_id, assessment_id, administration_id, element_code,
      year, value, is_estimated, note, revision)
    select gen_random_uuid(), ${submissionId}::uuid, assessment_id, administration_id, element_code,
      year, value, is_estimated, note, version
    from data_value where assessment_id = ${assessmentId}::uuid`.execute(db)
  await sql`
    insert into submission_instrument (id, submission_id, assessment_id, administration_id,
      instrument_code, level)
    select gen_random_uuid(), ${submissionId}::uuid, assessment_id, administration_id, instrument_code,
      level
    from instrument_application where assessment_id = ${assessmentId}::uuid`.execute(db)
  await sql`
    insert into submission_evidence (id, submission_id, assessment_id, administration_id, evidence_id,
      revision_id, number, title, language, dated, confidentiality, kind, sha256, size, media_type, kpi_codes)
    select gen_random_uuid(), ${submissionId}::uuid, assessment_id, administration_id, evidence_id,
      revision_id, number, title, language, dated, confidentiality, kind, sha256, size, media_type, kpi_codes
    from (${evidenceInUse(assessmentId)}) e`.execute(db)
}

// What backs no answer is not part of the submission.
const evidenceInUse = (assessmentId: string) => sql`
  select e.assessment_id, e.administration_id, e.id as evidence_id, r.id as revision_id, r.number, e.title,
    e.language, e.dated, e.confidentiality, r.kind, r.sha256, r.size, r.media_type, u.kpi_codes
  from evidence e
    join evidence_revision r on r.evidence_id = e.id and r.number = e.revision
    join (select evidence_id, array_agg(kpi_code order by kpi_code) as kpi_codes from evidence_use
      where assessment_id = ${assessmentId}::uuid group by evidence_id) u on u.evidence_id = e.id
  where e.assessment_id = ${assessmentId}::uuid and e.removed_at is null`

async function attachedEvidence(
  db: Db,
  assessmentId: string,
): Promise<readonly SubmittedEvidence[]> {
  const { rows } = await sql<SubmittedEvidence>`${evidenceInUse(assessmentId)}`.execute(db)
  return rows
}

/**
 * The signature confirms every choice of disclosure that is not in force yet. Records are never
 * changed, so a confirmation is a record of its own that names both persons.
 */
async function confirmConsent(
  { db, viewer, now }: CommandScope,
  subject: AssessmentSubject,
  locale: 'EN' | 'FR',
): Promise<void> {
  const at = now.toISOString()
  const proposer = subject.approvalRequestedBy ?? viewer.personId
  await sql`
    with record as (select * from consent_record where assessment_id = ${subject.id}::uuid),
    confirmed as (select distinct on (kpi_code) * from record where confirmed_at is not null
      order by kpi_code, confirmed_at desc, id desc),
    proposed as (select distinct on (kpi_code) * from record where confirmed_at is null
      order by kpi_code, proposed_at desc, id desc)
    insert into consent_record (id, assessment_id, administration_id, cycle_id, kpi_code, level,
      former_level, aggregate_use, includes_elements, wording_version, wording_locale, proposed_by,
      proposed_hat, proposed_at, confirmed_by, confirmed_at)
    select gen_random_uuid(), r.assessment_id, r.administration_id, ${subject.cycleId}::uuid, r.kpi_code,
      r.disclosure_level, c.level, r.aggregate_use, coalesce(p.includes_elements, false),
      ${CONSENT_WORDING}, ${locale}, coalesce(p.proposed_by, ${proposer}::uuid),
      coalesce(p.proposed_hat, 'COORDINATOR'), coalesce(p.proposed_at, ${at}::timestamptz),
      ${viewer.personId}::uuid, ${at}::timestamptz
    from kpi_response r
      left join confirmed c on c.kpi_code = r.kpi_code
      left join proposed p on p.kpi_code = r.kpi_code
    where r.assessment_id = ${subject.id}::uuid and (c.id is null
      or (c.level, c.aggregate_use) is distinct from (r.disclosure_level, r.aggregate_use))`.execute(
    db,
  )
}
