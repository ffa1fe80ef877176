import { sql } from 'kysely'
import type { Db } from '#platform'
import type { Benchmark } from '../benchmark.type'
import type { Edition } from '../edition'
import { answerColumns, cells, type ReleasedResponseRow } from '../release.rows'

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
  const rows = await cells(db)
    .where('r.status', '=', 'PUBLISHED')
    .where('c.edition', '=', edition)
    .where('c.groupCode', '=', groupCode)
    .where(sql<boolean>`(y.framework_version_id, c.kpi_code) in (${pairsOf(kpis)})`)
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

export interface AnswersFilter extends Omit<SeriesFilter, 'groupCode'> {
  readonly administration: string
}

/** Released answers of one administration to KPIs of several versions, from the newest published release of each cycle, oldest first. */
export async function seriesAnswers(
  db: Db,
  { edition, administration, kpis }: AnswersFilter,
): Promise<readonly ReleasedResponseRow[]> {
  const { rows } = await sql<Omit<ReleasedResponseRow, 'copy'>>`
    select r.id as release_id, r.status, r.cycle_id, y.framework_version_id, ${answerColumns}
    from release_value v join administration a on a.id = v.administration_id
      join release r on r.id = v.release_id join cycle y on y.id = r.cycle_id
    where a.code = ${administration} and v.edition = ${edition} and r.status = 'PUBLISHED'
      and (y.framework_version_id, v.kpi_code) in (${pairsOf(kpis)})
      and not exists (select 1 from release n where n.cycle_id = r.cycle_id
        and n.status = 'PUBLISHED' and n.published_at > r.published_at)
    order by y.reporting_year, r.published_at, v.kpi_code collate "C"`.execute(db)
  return rows.map((row) => ({ ...row, copy: 'RELEASED' as const }))
}

const pairsOf = (kpis: SeriesFilter['kpis']) =>
  sql.join(kpis.map(({ versionId, code }) => sql`(${versionId}::uuid, ${code})`))
