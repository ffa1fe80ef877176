import { sql } from 'kysely'
import type { Db } from '#platform'
import type { ConsentRecord } from './consent-record.type'
import type { DisclosureLevel } from './disclosure-level.type'

/** All levels, the narrowest first. */
export async function disclosureLevels(db: Db): Promise<readonly DisclosureLevel[]> {
  const rows = await db.selectFrom('disclosureLevel').selectAll().orderBy('rank').execute()
  return rows as unknown as DisclosureLevel[]
}

/** Choices of disclosure by assessment, the latest first. */
export async function consentRecordsOfAssessments(
  db: Db,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsentRecord[]>> {
  const rows = await db
    .selectFrom('consentRecord')
    .selectAll()
    .where('assessmentId', 'in', [...assessmentIds])
    .orderBy(sql`coalesce(confirmed_at, proposed_at)`, 'desc')
    .orderBy(sql`confirmed_at is null`)
    .orderBy('kpiCode')
    .orderBy('id')
    .execute()
  return Map.groupBy(
    rows as unknown as (ConsentRecord & { assessmentId: string })[],
    (row) => row.assessmentId,
  )
}
