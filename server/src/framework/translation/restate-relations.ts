import { sql } from 'kysely'
import type { Db } from '#platform'
import { relationTo } from '../relation'
import { guidanceOfKpis, kpiOf } from '../snapshot.rows'

/** Finds the relation of KPIs to their ancestors anew, after their texts have changed. */
export async function restateRelations(
  db: Db,
  versionId: string,
  codes: readonly string[],
): Promise<void> {
  const rows = await db
    .selectFrom('kpi')
    .selectAll()
    .where('versionId', '=', versionId)
    .where('code', 'in', [...codes])
    .where('ancestorId', 'is not', null)
    .execute()
  if (rows.length === 0) return
  const ancestors = await db
    .selectFrom('kpi')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map(({ ancestorId }) => ancestorId!),
    ) // prettier-ignore
    .execute()
  const guidance = await guidanceOfKpis(db, [...rows, ...ancestors].map(({ id }) => id)) // prettier-ignore
  const byId = new Map(ancestors.map((row) => [row.id, row]))
  const guided = (row: (typeof rows)[number], status: 'DRAFT' | 'PUBLISHED') => ({
    ...kpiOf(row, '', status),
    guidance: guidance.get(row.id) ?? null,
  })
  const changed = rows.flatMap((row) => {
    const before = byId.get(row.ancestorId!)
    const kpi = guided(row, 'DRAFT')
    const relation = relationTo(before ? guided(before, 'PUBLISHED') : null, kpi, kpi.relation)
    return relation === kpi.relation ? [] : [{ id: row.id, relation }]
  })
  if (changed.length === 0) return
  await sql`update kpi k set relation = x.relation
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as x(id uuid, relation text) where k.id = x.id`.execute(
    db,
  )
}
