import { sql } from 'kysely'
import type { Db } from '#platform'

/** Whether a part of a version further back had a code that the version a draft developed from no longer has. */
export async function isCodeRetired(db: Db, versionId: string, code: string): Promise<boolean> {
  const { rows } = await sql<{ nearest: number | null }>`
    with recursive earlier (id, step) as (
      select base_version_id, 1 from framework_version where id = ${versionId}
      union all
      select v.base_version_id, e.step + 1 from framework_version v join earlier e on v.id = e.id
    ), having_it (version_id) as (
      select version_id from dimension where code = ${code}
      union all select version_id from expected_outcome where code = ${code}
      union all select version_id from kpi where code = ${code}
      union all select version_id from data_element where code = ${code}
      union all select version_id from instrument where code = ${code}
    )
    select min(e.step) as nearest from earlier e join having_it h on h.version_id = e.id`.execute(
    db,
  )
  const nearest = rows[0]?.nearest ?? null
  // What the draft itself took out may be put back: it goes on from the version before.
  return nearest !== null && nearest > 1
}
