import { sql } from 'kysely'
import type { Db } from '#platform'
import type { KpiNode, VersionSnapshot } from '../snapshot'
import { findLineage } from './find-lineage'
import type { LineageLink } from './lineage'
import { statedLineage, writeLineage } from './lineage.rows'

/**
 * Writes down the lineage of a draft as it now stands, and what follows for its KPIs: the relation
 * to their ancestor and the series they continue. One statement a table, whatever the size.
 */
export async function restateLineage(
  db: Db,
  base: VersionSnapshot | null,
  draft: VersionSnapshot,
  newId: () => string,
): Promise<readonly LineageLink[]> {
  const versionId = draft.version.id
  const lineage = findLineage(base, draft, await statedLineage(db, versionId))
  await writeLineage(db, versionId, lineage, newId)
  const byKpi = Map.groupBy(
    lineage.filter(({ kind }) => kind === 'KPI'),
    ({ code }) => code,
  )
  const changed = draft.kpis.flatMap((kpi) => {
    const now = standingOf(kpi, base, byKpi.get(kpi.code) ?? [])
    const isSame = now.relation === kpi.relation && now.seriesId === kpi.seriesId
    return isSame ? [] : [{ id: kpi.id, ...now }]
  })
  if (changed.length > 0) {
    await sql`update kpi set relation = x.relation, series_id = x.series_id
      from jsonb_to_recordset(${JSON.stringify(changed.map(({ id, relation, seriesId }) => ({ id, relation, series_id: seriesId })))}::jsonb)
        as x (id uuid, relation text, series_id uuid) where kpi.id = x.id`.execute(db)
  }
  return lineage
}

/** Relation and series of a KPI; a series goes on where old and new values are comparable. */
export function standingOf(
  kpi: Pick<KpiNode, 'id' | 'relation' | 'seriesId'>,
  base: VersionSnapshot | null,
  links: readonly LineageLink[],
): Pick<KpiNode, 'relation' | 'seriesId'> {
  const [first] = links
  if (!base || !first) return { relation: kpi.relation, seriesId: kpi.seriesId }
  const ancestor = first.ancestorCode === null ? null : base.kpiByCode.get(first.ancestorCode)
  const goesOn = ancestor && links.length === 1 && first.comparability !== 'NOT_COMPARABLE'
  return { relation: first.relation, seriesId: goesOn ? ancestor.seriesId : kpi.id }
}
