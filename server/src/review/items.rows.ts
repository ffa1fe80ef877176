import { sql } from 'kysely'
import type { Db } from '#platform'
import type { Finding, FindingResolution, FindingResponse } from './finding.type'
import type { ReviewConsensus, ReviewNote, ReviewScore } from './review-items.type'

// Colleagues judge apart: a reviewer sees another's judgement of a KPI after sending the own one.
const NOT_BLIND = sql<boolean>`(pmm_hat() not in ('R', 'L') or i.author_id = pmm('person')::uuid
  or r.status <> 'IN_PROGRESS' or exists (select 1 from review_score o where o.review_id = i.review_id
    and o.kpi_code = i.kpi_code and o.author_id = pmm('person')::uuid and o.status = 'SENT'))`

const scores = (db: Db) =>
  db
    .selectFrom('reviewScore as i')
    .innerJoin('review as r', 'r.id', 'i.reviewId')
    .select([
      'i.id',
      'i.reviewId',
      'i.administrationId',
      'i.authorId',
      'i.kpiCode',
      'i.judgement',
      'i.value',
      'i.confidence',
      'i.rationale',
      'i.status',
      'i.status as itemStatus',
      'i.sentAt',
      'i.version',
      'r.status as reviewStatus',
    ]) // prettier-ignore
    .where(NOT_BLIND)

/** Judgements by id. */
export async function scoresById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReviewScore>> {
  const rows = await scores(db)
    .where('i.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as ReviewScore]))
}

/** Judgements of reviews, as far as the viewer may see them. */
export async function scoresOfReviews(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewScore[]>> {
  const rows = await scores(db)
    .where('i.reviewId', 'in', [...ids])
    .orderBy('i.kpiCode')
    .orderBy('i.id')
    .execute()
  return Map.groupBy(rows as unknown as ReviewScore[], ({ reviewId }) => reviewId)
}

/** What the teams agreed on. */
export async function consensusOfReviews(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewConsensus[]>> {
  const rows = await db
    .selectFrom('reviewConsensus as i')
    .innerJoin('review as r', 'r.id', 'i.reviewId')
    .select([
      'i.reviewId',
      'i.administrationId',
      'i.recordedBy as authorId',
      'i.kpiCode',
      'i.judgement',
      'i.value',
      'i.note',
      'i.version',
      'r.status as reviewStatus',
    ]) // prettier-ignore
    .select(sql<'SENT'>`'SENT'`.as('itemStatus'))
    .where('i.reviewId', 'in', [...ids])
    .orderBy('i.kpiCode')
    .execute()
  return Map.groupBy(rows as unknown as ReviewConsensus[], ({ reviewId }) => reviewId)
}

const notes = (db: Db) =>
  db
    .selectFrom('reviewNote as i')
    .innerJoin('review as r', 'r.id', 'i.reviewId')
    .select([
      'i.id',
      'i.reviewId',
      'i.administrationId',
      'i.authorId',
      'i.kpiCode',
      'i.body',
      'i.updatedAt',
      'i.version',
      'r.status as reviewStatus',
    ]) // prettier-ignore
    .select(sql<'SENT'>`'SENT'`.as('itemStatus'))

/** Working notes by id. */
export async function notesById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReviewNote>> {
  const rows = await notes(db)
    .where('i.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as ReviewNote]))
}

/** Working notes of reviews. */
export async function notesOfReviews(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewNote[]>> {
  const rows = await notes(db)
    .where('i.reviewId', 'in', [...ids])
    .orderBy('i.kpiCode')
    .orderBy('i.id')
    .execute()
  return Map.groupBy(rows as unknown as ReviewNote[], ({ reviewId }) => reviewId)
}

const findings = (db: Db) =>
  db
    .selectFrom('finding as i')
    .innerJoin('review as r', 'r.id', 'i.reviewId')
    .select([
      'i.id',
      'i.reviewId',
      'i.administrationId',
      'i.authorId',
      'i.kpiCode',
      'i.kind',
      'i.severity',
      'i.body as text',
      'i.citation',
      'i.correctsId',
      'i.status',
      'i.status as itemStatus',
      'i.sentAt',
      'i.version',
      'r.status as reviewStatus',
    ]) // prettier-ignore
    .select(
      sql<boolean>`exists (select 1 from finding c where c.corrects_id = i.id and c.status = 'SENT')`.as(
        'isCorrected',
      ),
    )
    .select(
      sql<FindingResponse | null>`(select jsonb_build_object('decision', p.decision, 'body', p.body,
        'confirmedAt', p.confirmed_at, 'version', p.version) from finding_response p where p.finding_id = i.id)`.as(
        'memberResponse',
      ),
    )
    .select(
      sql<FindingResolution | null>`(select jsonb_build_object('outcome', s.outcome, 'body', s.body,
        'resolvedAt', s.resolved_at, 'version', s.version) from finding_resolution s where s.finding_id = i.id)`.as(
        'resolution',
      ),
    )

/** Findings by id. */
export async function findingsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Finding>> {
  const rows = await findings(db)
    .where('i.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as Finding]))
}

/** Findings of reviews by KPI and time, as far as the viewer may see them. */
export async function findingsOfReviews(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const rows = await findings(db)
    .where('i.reviewId', 'in', [...ids])
    .orderBy('i.kpiCode')
    .orderBy('i.createdAt')
    .orderBy('i.id')
    .execute()
  return Map.groupBy(rows as unknown as Finding[], ({ reviewId }) => reviewId)
}
