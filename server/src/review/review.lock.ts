import { sql } from 'kysely'
import { notFound, uuidOf, type Db } from '#platform'
import type { ItemStatus } from './enums'
import type { ReviewFacts } from './policies'

export interface LockedReview extends ReviewFacts {
  readonly assessmentId: string
  readonly cycleId: string
  readonly frameworkVersionId: string
  readonly submissionId: string | null
  readonly scope: readonly string[]
  readonly version: number
}

export interface LockedFinding {
  readonly id: string
  readonly kpiCode: string
  readonly authorId: string
  readonly status: ItemStatus
  readonly isCorrected: boolean
  readonly version: number
}

const SUBJECT = ['input', 'reviewId']

/**
 * The review a command is about. A row lock asks for the right to update, which reviewers do not
 * have on the head; everybody who changes anything of a review therefore queues at an advisory lock.
 */
export async function lockReview(db: Db, globalId: string): Promise<LockedReview> {
  const id = uuidOf('RV', globalId)
  if (id === null) throw notFound(SUBJECT)
  const review = await lockReviewRow(db, id)
  if (!review) throw notFound(SUBJECT)
  return review
}

async function lockReviewRow(db: Db, id: string): Promise<LockedReview | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(db)
  const row = await db
    .selectFrom('review as r')
    .innerJoin('administration as a', 'a.id', 'r.administrationId')
    .innerJoin('assessment as s', 's.id', 'r.assessmentId')
    .select([
      'r.id',
      'r.administrationId',
      'r.assessmentId',
      'r.submissionId',
      'r.status',
      'r.isConfirmed',
      'r.scope',
      'r.requestedBy',
      'r.responseDueAt',
      'r.responseProposedBy',
      'r.conclusionProposedBy',
      'r.version',
      'a.requiresApproval',
      's.cycleId',
      's.frameworkVersionId',
    ]) // prettier-ignore
    .where('r.id', '=', id)
    .executeTakeFirst()
  return row as LockedReview | undefined
}

/** A finding with its review, both held for the rest of the transaction. */
export async function lockFinding(
  db: Db,
  globalId: string,
  path: readonly string[] = ['input', 'findingId'],
): Promise<{ finding: LockedFinding; review: LockedReview }> {
  const id = uuidOf('FI', globalId)
  if (id === null) throw notFound(path)
  const owner = await db
    .selectFrom('finding')
    .select('reviewId')
    .where('id', '=', id)
    .executeTakeFirst()
  const review = owner && (await lockReviewRow(db, owner.reviewId))
  if (!review) throw notFound(path)
  const finding = await db
    .selectFrom('finding')
    .select(['id', 'kpiCode', 'authorId', 'status', 'version'])
    .select(
      sql<boolean>`exists (select 1 from finding c where c.corrects_id = finding.id and c.status = 'SENT')`.as(
        'isCorrected',
      ),
    )
    .where('id', '=', id)
    .executeTakeFirst()
  if (!finding) throw notFound(path)
  return { finding, review }
}
