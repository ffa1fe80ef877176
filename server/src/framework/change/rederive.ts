import type { Db } from '#platform'
import type { LocalizedText } from '../definition'
import { guidanceOfKpis, kpiOf, type EditedKpi } from '../snapshot.rows'
import { relationTo } from '../relation'
import type { TranslationStatus } from '../snapshot'
import type { FrameworkChange } from './framework-change'
import type { Columns } from './note-change'
import type { NodeKind } from './save-node'

/** What follows from other fields is found anew rather than set back: others may have been changed since. */
export async function rederive(
  db: Db,
  kind: NodeKind,
  now: Columns,
  { before }: FrameworkChange,
): Promise<{ readonly asked: Columns; readonly derived: Columns }> {
  const { relation: _, translationStatus, ...asked } = before!
  const texts = translationStatus
    ? {
        translationStatus: statesOf(
          now['translationStatus'] as TranslationStatus,
          translationStatus as TranslationStatus,
          Object.keys(asked),
        ),
      }
    : {}
  const relation = kind === 'KPI' ? { relation: await relationOf(db, { ...now, ...asked }) } : {}
  return { asked, derived: { ...texts, ...relation } }
}

/** States of translation as they are, but for the texts that are set back. */
function statesOf(
  now: TranslationStatus,
  before: TranslationStatus,
  fields: readonly string[],
): TranslationStatus {
  const { fr } = now
  if (typeof before['fr'] === 'string' && fields.length > 0 && typeof fr !== 'object') return before
  const states: Record<string, string> = typeof fr === 'object' ? { ...fr } : {}
  for (const field of fields) {
    const state = typeof before['fr'] === 'object' ? before['fr'][field] : before['fr']
    if (state) states[field] = state
  }
  return { ...now, fr: states }
}

async function relationOf(db: Db, columns: Columns) {
  const guidance = (columns['guidance'] ?? null) as LocalizedText | null
  const kpi: EditedKpi = { ...kpiOf(columns as never, '', 'DRAFT'), guidance }
  if (!kpi.ancestorId) return kpi.relation
  const row = await db
    .selectFrom('kpi')
    .selectAll()
    .where('id', '=', kpi.ancestorId)
    .executeTakeFirst()
  if (!row) return kpi.relation
  const words = (await guidanceOfKpis(db, [row.id])).get(row.id) ?? null
  return relationTo({ ...kpiOf(row, '', 'PUBLISHED'), guidance: words }, kpi, kpi.relation)
}
