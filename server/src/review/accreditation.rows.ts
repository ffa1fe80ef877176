import { sql } from 'kysely'
import type { Db } from '#platform'
import type { ReviewerAccreditation } from './accreditation.type'

export type AccreditationRow = Omit<ReviewerAccreditation, 'administrationId'> & {
  readonly version: number
}

/** Accreditations of people whose accounts the viewer may see; of others there is none. */
export async function accreditationsOfPeople(
  db: Db,
  ids: readonly string[],
  { now }: { readonly now: Date },
): Promise<ReadonlyMap<string, AccreditationRow>> {
  const { rows } = await sql<AccreditationRow>`
    select a.person_id, standing_of(a.accreditation, a.accredited_until, ${now.toISOString()}::timestamptz) as standing,
      a.accredited_areas as areas, a.accredited_until::text as valid_until, a.version,
      exists (select 1 from person_role r where r.person_id = a.person_id and r.ended_at is null
        and r.role in ('REVIEWER', 'LEAD_REVIEWER')) as is_reviewer
    from person_account a where a.person_id = any (${sql.val([...ids])}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.personId, row]))
}

/** How many unfinished reviews each person takes part in. */
export async function openReviewCountsOfPeople(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ personId: string; openReviews: number }>`
    select person_id, open_reviews from reviewer_loads(${sql.val([...ids])}::uuid[])`.execute(db)
  return new Map(rows.map(({ personId, openReviews }) => [personId, openReviews]))
}
