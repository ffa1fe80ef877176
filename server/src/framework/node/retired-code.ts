import { sql } from 'kysely'
import type { Db } from '#platform'

/** Codes that stood in a version before the one a draft is developed from, and no longer stand in that one. */
export async function retiredCodes(db: Db, baseId: string | null): Promise<ReadonlySet<string>> {
  if (baseId === null) return new Set()
  const { rows } = await sql<{ code: string }>`
    with recursive earlier (id, step) as (
      select ${baseId}::uuid, 1
      union all
      select v.base_version_id, e.step + 1 from framework_version v join earlier e on v.id = e.id
      where v.base_version_id is not null
    ), known (version_id, code) as (
      select version_id, code from dimension
      union all select version_id, code from expected_outcome
      union all select version_id, code from kpi
      union all select version_id, code from data_element
      union all select version_id, code from instrument
    )
    -- What the draft itself took out may be put back: it goes on from the version before.
    select k.code from earlier e join known k on k.version_id = e.id
    group by k.code having min(e.step) > 1`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

/** Whether a new part of a draft may not have a code, since an earlier version retired it. */
export async function isCodeRetired(db: Db, versionId: string, code: string): Promise<boolean> {
  const version = await db
    .selectFrom('frameworkVersion')
    .select('baseVersionId')
    .where('id', '=', versionId)
    .executeTakeFirst()
  return (await retiredCodes(db, version?.baseVersionId ?? null)).has(code)
}
