import { sql } from 'kysely'
import type { Db } from '#platform'
import type { ReviewMember, ReviewerCandidate } from './review-member.type'

/** Teams by review, the lead first; former members stay listed. */
export async function teamsOfReviews(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewMember[]>> {
  const rows = await db
    .selectFrom('reviewMember')
    .select([
      'id',
      'reviewId',
      'administrationId',
      'personId',
      'personId as authorId',
      'homeAdministrationId',
      'isLead',
      'declaration',
      'declarationText',
      'declaredAt',
      'endedAt',
    ]) // prettier-ignore
    .select(sql<boolean>`declaration is not null`.as('hasDeclared'))
    .where('reviewId', 'in', [...ids])
    .orderBy(sql`ended_at is not null`)
    .orderBy('isLead', 'desc')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows as unknown as ReviewMember[], ({ reviewId }) => reviewId)
}

/** How many KPIs each person has judged, by review; what they found stays theirs. */
export async function judgedCountsOfReviews(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = await db
    .selectFrom('reviewScore')
    .select(['reviewId', 'authorId'])
    .select(sql<number>`count(*)::int`.as('judged'))
    .where('reviewId', 'in', [...ids])
    .where('status', '=', 'SENT')
    .groupBy(['reviewId', 'authorId'])
    .execute()
  const byReview = Map.groupBy(rows, ({ reviewId }) => reviewId)
  return new Map(
    [...byReview].map(([id, counts]) => [
      id,
      new Map(counts.map(({ authorId, judged }) => [authorId, judged])),
    ]),
  )
}

export interface CandidateRow extends ReviewerCandidate {
  readonly load: number
}

/**
 * Everybody with a reviewer's role, with what stands for or against the person in this review.
 * Reciprocal means: in the cycle before, somebody of the administration under review examined the
 * person's own.
 */
export async function candidatesForReview(
  db: Db,
  review: { readonly id: string; readonly administrationId: string; readonly assessmentId: string },
  now: Date,
): Promise<readonly CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    with previous as (
      select p.id from assessment a join cycle c on c.id = a.cycle_id
      join cycle p on p.reporting_year < c.reporting_year
      where a.id = ${review.assessmentId}::uuid order by p.reporting_year desc limit 1
    ), examined as (
      select r.administration_id from review r join assessment a on a.id = r.assessment_id
      join review_member m on m.review_id = r.id
      where a.cycle_id in (select id from previous) and r.status not in ('DECLINED', 'WITHDRAWN')
        and m.home_administration_id = ${review.administrationId}::uuid
        and m.declaration is distinct from 'CONFLICT'
    ), candidate as (
      select * from reviewer_candidates()
    )
    select c.person_id, ${review.id}::uuid as review_id, ${review.administrationId}::uuid as administration_id,
      c.home as home_administration_id, c.is_active,
      standing_of(c.accreditation, c.accredited_until, ${now.toISOString()}::timestamptz) as accreditation,
      c.accredited_areas as areas, c.accredited_until::text as valid_until,
      c.leads as holds_lead_role, true as holds_reviewer_role,
      (select count(*)::int from review_member m join review r on r.id = m.review_id
        where m.person_id = c.person_id and m.ended_at is null
          and r.status in ('ACCEPTED', 'IN_PROGRESS', 'SHARED', 'RESPONDED')) as load,
      exists (select 1 from review_member m where m.review_id = ${review.id}::uuid
        and m.person_id = c.person_id and m.ended_at is null) as is_in_team,
      array_remove(array[
        case when ${review.administrationId}::uuid = any (c.acts_for) then 'OWN_ADMINISTRATION' end,
        case when exists (select 1 from examined e where e.administration_id = any (c.homes)) then 'RECIPROCAL' end,
        case when exists (select 1 from review_member m where m.assessment_id = ${review.assessmentId}::uuid
          and m.person_id = c.person_id and m.declaration = 'CONFLICT') then 'DECLARED' end
      ]::text[], null) as conflicts
    from candidate c
    order by cardinality(array_remove(array[c.leads], false)) desc, c.name, c.person_id`.execute(db)
  return rows
}
