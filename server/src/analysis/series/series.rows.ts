import { sql } from 'kysely'
import type { Db } from '#platform'
import type { Benchmark } from '../benchmark.type'
import type { Edition } from '../edition'
import { cells } from '../release.rows'

export interface SeriesFilter {
  readonly edition: Edition
  readonly groupCode: string
  readonly kpis: readonly { readonly versionId: string; readonly code: string }[]
}

/** Figures of one group for KPIs of several versions, from the newest published release of each cycle, oldest first. */
export async function seriesFigures(
  db: Db,
  { edition, groupCode, kpis }: SeriesFilter,
): Promise<readonly Benchmark[]> {
  const pairs = sql.join(kpis.map(({ versionId, code }) => sql`(${versionId}::uuid, ${code})`))
  const rows = await cells(db)
    .where('r.status', '=', 'PUBLISHED')
    .where('c.edition', '=', edition)
    .where('c.groupCode', '=', groupCode)
    .where(sql<boolean>`(y.framework_version_id, c.kpi_code) in (${pairs})`)
    .where(
      sql<boolean>`not exists (select 1 from release n where n.cycle_id = r.cycle_id
        and n.status = 'PUBLISHED' and n.published_at > r.published_at)`,
    )
    .orderBy('y.reportingYear')
    .orderBy('r.publishedAt')
    .orderBy('c.kpiCode')
    .execute()
  return rows as unknown as readonly Benchmark[]
}
