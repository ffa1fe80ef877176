import { sql } from 'kysely'
import type { CommandScope } from '#access'
import type { Texts } from '#accounts'
import type { TranslatedKind } from './enums'

type Columns = Readonly<Record<string, unknown>>
type Scope = Pick<CommandScope, 'db' | 'viewer' | 'now'>

/** One line of the record: the English a French text was made from, and what happened to it by whom. */
export interface TranslatorNote {
  readonly kind: TranslatedKind
  readonly code: string
  readonly text: string
  readonly source: string
  /** NONE keeps the source of a text whose English alone has changed. */
  readonly act: 'TRANSLATED' | 'REVIEWED' | 'NONE'
}

/** Writes who translated and who reviewed. A review leaves the translator; a new wording has not been reviewed. */
export async function noteTranslators(
  { db, viewer, now }: Scope,
  versionId: string,
  notes: readonly TranslatorNote[],
): Promise<void> {
  if (notes.length === 0) return
  const by = (act: TranslatorNote['act'], own: TranslatorNote['act']) =>
    act === own ? { by: viewer.personId, at: now.toISOString() } : { by: null, at: null }
  const rows = notes.map(({ kind, code, text, source, act }) => ({
    version_id: versionId,
    kind,
    code,
    text,
    source,
    translated_by: by(act, 'TRANSLATED').by,
    translated_at: by(act, 'TRANSLATED').at,
    reviewed_by: by(act, 'REVIEWED').by,
    reviewed_at: by(act, 'REVIEWED').at,
  }))
  await sql`insert into framework_translation as t
    select * from jsonb_populate_recordset(null::framework_translation, ${JSON.stringify(rows)}::jsonb)
    on conflict (version_id, kind, code, text) do update set source = excluded.source,
      translated_by = case when excluded.reviewed_at is null then excluded.translated_by else t.translated_by end,
      translated_at = case when excluded.reviewed_at is null then excluded.translated_at else t.translated_at end,
      reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at
    where excluded.translated_at is not null or excluded.reviewed_at is not null`.execute(db)
}

const KINDS: Readonly<Record<string, TranslatedKind>> = {
  VERSION: 'VERSION',
  DIMENSION: 'DIMENSION',
  EXPECTED_OUTCOME: 'OUTCOME',
  KPI: 'KPI',
  DATA_ELEMENT: 'DATA_ELEMENT',
  INSTRUMENT: 'INSTRUMENT',
  OUTCOME_MAPPING: 'OUTCOME_MAPPING',
}
const TEXTS = [
  'name',
  'description',
  'label',
  'methodologyHelp',
  'guidance',
  'changeNotes',
  'notice',
]

interface Worded {
  readonly node: { readonly kind: string; readonly versionId: string; readonly code: string }
  readonly before: Columns | null
  readonly after: Columns | null
}

/** Notes translators from changes of a version: whoever words French anew translates, wherever they do it. */
export async function noteTranslatorsOf(scope: Scope, changes: readonly Worded[]): Promise<void> {
  const byVersion = Map.groupBy(changes, ({ node }) => node.versionId)
  for (const [versionId, own] of byVersion) {
    await noteTranslators(scope, versionId, own.flatMap(notesOf))
  }
}

function notesOf({ node: { kind, code }, before, after }: Worded): readonly TranslatorNote[] {
  const translated = KINDS[kind]
  if (!translated || !after) return []
  const was = textsOf(before ?? {})
  return [...textsOf(after)].flatMap(([text, now]): TranslatorNote[] => {
    const old = was.get(text)
    const line = { kind: translated, code, text }
    if ((now.fr ?? '') !== (old?.fr ?? '')) {
      return [{ ...line, source: now.en ?? '', act: 'TRANSLATED' }]
    }
    const isOlder = old !== undefined && now.en !== old.en && old.fr
    return isOlder ? [{ ...line, source: old.en ?? '', act: 'NONE' }] : []
  })
}

function textsOf(columns: Columns): ReadonlyMap<string, Texts> {
  const texts = new Map<string, Texts>()
  for (const name of TEXTS) {
    const value = columns[name]
    if (isTexts(value)) texts.set(name, value)
  }
  const { subMeasures, rationale, target } = columns
  if (isTexts(rationale)) texts.set(`rationale.${String(target)}`, rationale)
  for (const each of Array.isArray(subMeasures) ? subMeasures : []) {
    const { code, name } = each as { code: string; name: unknown }
    if (isTexts(name)) texts.set(`subMeasures.${code}`, name)
  }
  return texts
}

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
