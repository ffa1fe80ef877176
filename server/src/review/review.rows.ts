import { sql } from 'kysely'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { ReviewStatus } from './enums'
import type { ReviewAssignment } from './review-member.type'
import type { Review } from './review.type'

// The conclusion is the lead's and the officer's matter until both have signed.
const CONCLUSION = sql<
  string | null
>`case when pmm_hat() in ('C', 'N', 'A', 'V') and r.status <> 'CONCLUDED'
  then null else r.conclusion end`

const reviews = (db: Db) =>
  db
    .selectFrom('review as r')
    .innerJoin('administration as a', 'a.id', 'r.administrationId')
    .innerJoin('assessment as s', 's.id', 'r.assessmentId')
    .select([
      'r.id',
      'r.id as reviewId',
      'r.assessmentId',
      'r.administrationId',
      'r.submissionId',
      'r.status',
      'r.isConfirmed',
      'r.scope',
      'r.reason',
      'r.requestedBy',
      'r.requestedAt',
      'r.confirmedBy',
      'r.decidedAt',
      'r.declineReason',
      'r.dueOn',
      'r.startedAt',
      'r.sharedAt',
      'r.responseDueAt',
      'r.responseProposedBy',
      'r.respondedAt',
      'r.conclusionProposedBy',
      'r.concludedAt',
      'r.countersignedBy',
      'r.withdrawnAt',
      'r.version',
      'a.requiresApproval',
      's.cycleId',
      's.frameworkVersionId',
    ]) // prettier-ignore
    .select(CONCLUSION.as('conclusion'))

/** Reviews by id. */
export async function reviewsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Review>> {
  const rows = await reviews(db)
    .where('r.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as Review]))
}

/** Reviews of assessments, the newest request first. */
export async function reviewsOfAssessments(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Review[]>> {
  const rows = await reviews(db)
    .where('r.assessmentId', 'in', [...ids])
    .orderBy('r.requestedAt', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return Map.groupBy(rows as unknown as Review[], ({ assessmentId }) => assessmentId)
}

/** A page of the reviews the viewer may see, newest request first, with one more than asked for. */
export async function reviewPage(
  db: Db,
  page: Page,
  status: ReviewStatus | null,
): Promise<{ rows: readonly Review[]; total: number }> {
  let query = reviews(db)
  let count = db.selectFrom('review as r').select(sql<number>`count(*)::int`.as('total'))
  if (status) {
    query = query.where('r.status', '=', status)
    count = count.where('r.status', '=', status)
  }
  if (page.after) {
    const [requestedAt = '', id = ''] = page.after
    if (Number.isNaN(Date.parse(requestedAt)) || !isUuid(id)) {
      throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
    }
    query = query.where(
      sql<boolean>`(r.requested_at, r.id) < (${requestedAt}::timestamptz, ${id}::uuid)`,
    )
  }
  const rows = await query
    .orderBy('r.requestedAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(page.first + 1)
    .execute()
  const { total } = await count.executeTakeFirstOrThrow()
  return { rows: rows as unknown as readonly Review[], total }
}

/** What the viewer is assigned to, declared or not, the most urgent first. */
export async function assignmentsOfViewer(db: Db, now: Date): Promise<readonly ReviewAssignment[]> {
  const { rows } = await sql<ReviewAssignment>`
    select * from review_assignments(${now.toISOString()}::timestamptz)
    order by due_on nulls last, id`.execute(db)
  return rows
}
