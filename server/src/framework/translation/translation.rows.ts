import { sql } from 'kysely'
import type { Texts } from '#accounts'
import { requestError, type Db } from '#platform'
import type { FrameworkVersionStatus, TranslationState } from '../enums'
import type { TranslatedKind } from './enums'
import { revisionOf, unitOf, type TextKey } from './unit'

/** One text of a version in both languages. */
export interface TextRow extends TextKey {
  readonly versionId: string
  readonly title: Texts | null
  readonly en: string
  readonly fr: string
  readonly state: TranslationState
  readonly unit: string
  readonly revision: string
}

/** A text with who translated and reviewed it, as the desk shows it. */
export interface TranslationRow extends TextRow {
  readonly place: string
  /** Status of the version, which decides who may read the text. */
  readonly status: FrameworkVersionStatus
  readonly submittedBy: string | null
  readonly approvedBy: string | null
  readonly previous: string | null
  readonly translatedBy: string | null
  readonly translatedAt: string | null
  readonly reviewedBy: string | null
  readonly reviewedAt: string | null
}

export interface TranslationFilter {
  readonly states: readonly TranslationState[] | null
  readonly kind: TranslatedKind | null
  readonly search: string | null
  /** Only these texts, whatever their page. */
  readonly units: readonly string[] | null
  readonly first: number
  readonly after: string | null
}

export interface TranslationPage {
  readonly rows: readonly TranslationRow[]
  readonly total: number
}

type Read<T> = Omit<T, 'unit' | 'revision'>

const withUnit = <T extends Read<TextRow>>(row: T) => ({
  ...row,
  unit: unitOf(row),
  revision: revisionOf(row),
})

const matching = ({ states, kind, search, units }: TranslationFilter) => sql`
  (${states === null} or t.state = any (${sql.val([...(states ?? [])])}::text[]))
  and (${kind}::text is null or t.kind = ${kind}::text)
  and (${units === null} or t.kind || ':' || t.code || ':' || t.text = any (${sql.val([...(units ?? [])])}::text[]))
  and (${search}::text is null or strpos(folded(t.code || ' ' || t.en || ' ' || t.fr), folded(${search}::text)) > 0)`

/**
 * A page of the texts of each version, in the order of the framework, with one row more than asked for. What an outdated
 * text said before is read for the page at once: row by row the base version would be gone through for each.
 */
export async function translationsOfVersions(
  db: Db,
  versionIds: readonly string[],
  filter: TranslationFilter,
): Promise<ReadonlyMap<string, TranslationPage>> {
  const { rows } = await sql<Read<TranslationRow> & { readonly total: number }>`
    with fitting as (
      select t.*, count(*) over (partition by t.version_id)::int as total from framework_text t
        where t.version_id = any (${sql.val([...versionIds])}::uuid[]) and ${matching(filter)}
    ), ranked as (
      select f.*, row_number() over (partition by f.version_id order by f.place collate "C") as nth from fitting f
        where ${filter.after}::text is null or f.place collate "C" > ${filter.after}::text
    ), paged as materialized (
      select * from ranked where nth <= ${filter.first + 1}
    ), former as materialized (
      select b.version_id, b.kind, b.code, b.text, b.en from framework_text b
        where exists (select 1 from paged where state = 'OUTDATED')
        and b.version_id in (select base_version_id from framework_version where id = any (${sql.val([...versionIds])}::uuid[]))
        and (b.kind, b.code, b.text) in (select kind, code, text from paged where state = 'OUTDATED')
    )
    select p.version_id, p.kind, p.code, p.text, p.title, p.en, p.fr, p.state, p.place, p.total,
      v.status, v.submitted_by, v.approved_by,
      case when p.state = 'OUTDATED' then coalesce(r.source, b.en) end as previous,
      r.translated_by, r.translated_at, r.reviewed_by, r.reviewed_at
    from paged p join framework_version v on v.id = p.version_id
    left join framework_translation r
      on r.version_id = p.version_id and r.kind = p.kind and r.code = p.code and r.text = p.text
    left join former b
      on b.version_id = v.base_version_id and b.kind = p.kind and b.code = p.code and b.text = p.text
    order by p.version_id, p.place collate "C"`.execute(db)
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId)
  return new Map(
    versionIds.map((id) => {
      const own = byVersion.get(id) ?? []
      return [id, { rows: own.map(withUnit), total: own[0]?.total ?? 0 }]
    }),
  )
}

export interface TranslationCountRow {
  readonly kind: TranslatedKind
  readonly state: TranslationState
  readonly count: number
}

/** How many texts of each kind stand in each state, by version. */
export async function translationCountsOfVersions(
  db: Db,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TranslationCountRow[]>> {
  const { rows } = await sql<TranslationCountRow & { readonly versionId: string }>`
    select version_id, kind, state, count(*)::int as count from framework_text
    where version_id = any (${sql.val([...versionIds])}::uuid[])
    group by version_id, kind, state order by version_id, kind, state`.execute(db)
  return Map.groupBy(rows, ({ versionId }) => versionId)
}

/** Texts of one version, all or those named, in the order of the framework. */
export async function textsOf(
  db: Db,
  versionId: string,
  units: readonly string[] | null = null,
): Promise<readonly TextRow[]> {
  return (await textsOfVersions(db, [versionId], units)).get(versionId) ?? []
}

/** Texts of versions, all or those named, in the order of the framework. */
export async function textsOfVersions(
  db: Db,
  versionIds: readonly string[],
  units: readonly string[] | null = null,
): Promise<ReadonlyMap<string, readonly TextRow[]>> {
  const { rows } = await sql<Read<TextRow>>`
    select t.version_id, t.kind, t.code, t.text, t.title, t.en, t.fr, t.state from framework_text t
    where t.version_id = any (${sql.val([...versionIds])}::uuid[]) and (${units === null}
      or t.kind || ':' || t.code || ':' || t.text = any (${sql.val([...(units ?? [])])}::text[]))
    order by t.place collate "C"`.execute(db)
  return Map.groupBy(rows.map(withUnit), ({ versionId }) => versionId)
}

/** The translators of texts, by unit. */
export async function translatorsOf(
  db: Db,
  versionId: string,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('frameworkTranslation')
    .select(['kind', 'code', 'text', 'translatedBy'])
    .where('versionId', '=', versionId)
    .execute()
  return new Map(rows.map((row) => [unitOf(row as TextKey), row.translatedBy]))
}

/** The place a cursor stands for. */
export function placeOf(after: readonly string[] | null): string | null {
  if (after === null) return null
  const [place] = after
  if (after.length === 1 && place) return place
  throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
}
