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
  kind: NodeKind | 'VERSION',
  now: Columns,
  { before, after }: FrameworkChange,
): Promise<{ readonly asked: Columns; readonly derived: Columns }> {
  const { relation: _, translationStatus, ...asked } = before!
  const texts = translationStatus
    ? {
        translationStatus: statesOf(
          now['translationStatus'] as TranslationStatus,
          translationStatus as TranslationStatus,
          // Of a review nothing but states is kept.
          Object.keys(asked).length > 0
            ? Object.keys(asked)
            : restated(translationStatus, after!['translationStatus']),
        ),
      }
    : {}
  const relation = kind === 'KPI' ? { relation: await relationOf(db, { ...now, ...asked }) } : {}
  return { asked, derived: { ...texts, ...relation } }
}

/** Texts whose state differs between two sides. */
function restated(before: unknown, after: unknown): readonly string[] {
  const [{ fr: was }, { fr: is }] = [before as TranslationStatus, after as TranslationStatus]
  if (typeof is !== 'object') return []
  return Object.keys(is).filter((text) => is[text] !== (typeof was === 'object' ? was[text] : was))
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
  const was = before['fr']
  // Texts inside a field, such as the levels of a scale, have states of their own behind a dot.
  const isSetBack = (text: string) =>
    fields.some((field) => text === field || text.startsWith(`${field}.`))
  const texts = new Set([...Object.keys(typeof was === 'object' ? was : states), ...fields])
  for (const text of [...texts].filter(isSetBack)) {
    const state = typeof was === 'object' ? was[text] : was
    if (state) states[text] = state
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
