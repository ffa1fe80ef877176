import { sql } from 'kysely'
import { provenanceOf, type Provenance } from '#accounts'
import { isUuid, requestError, type Db, type Page } from '#platform'
import type { TermState } from './enums'
import type { FoundTerm } from './terms-in-text'

/** A term of the glossary; its `status` is that of a published thing once it is approved. */
export interface TermRow {
  readonly id: string
  readonly en: string
  readonly fr: string
  readonly note: string | null
  readonly state: TermState
  readonly status: 'DRAFT' | 'PUBLISHED'
  readonly provenance: Provenance
  readonly proposedBy: string | null
  readonly proposedAt: string
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly version: number
  readonly place: string
}

export interface TermFilter {
  readonly state: TermState | null
  readonly search: string | null
}

const columns = sql`id, en, fr, note, status as state,
  case status when 'APPROVED' then 'PUBLISHED' else 'DRAFT' end as status, provenance, proposed_by, proposed_at,
  approved_by, approved_at, version, folded(btrim(en)) as place`

const read = (row: TermRow): TermRow => ({ ...row, provenance: provenanceOf(row.provenance) })

/** A page of the terms the viewer may see, by their English, with one row more than asked for. */
export async function termPage(
  db: Db,
  page: Page,
  { state, search }: TermFilter,
): Promise<{ rows: readonly TermRow[]; total: number }> {
  const where = sql`(${state}::text is null or status = ${state}::text)
    and (${search}::text is null or strpos(folded(en || ' ' || fr), folded(${search}::text)) > 0)`
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from framework_term where ${where}`.execute(db)
  const after = page.after === null ? sql`true` : isAfter(page.after)
  const { rows } = await sql<TermRow>`
    select ${columns} from framework_term where ${where} and ${after}
    order by folded(btrim(en)) collate "C", id limit ${page.first + 1}`.execute(db)
  return { rows: rows.map(read), total: counted.rows[0]?.total ?? 0 }
}

function isAfter([place, id = '']: readonly string[]) {
  if (place === undefined || !isUuid(id)) {
    throw requestError('BAD_INPUT', 'CURSOR', '"after" is not a cursor of this list.')
  }
  return sql`(folded(btrim(en)) collate "C", id) > (${place}::text collate "C", ${id}::uuid)`
}

/** One term, if the viewer may see it; on request held until the end of the transaction. */
export async function termById(db: Db, id: string, lock = false): Promise<TermRow | null> {
  const { rows } = await sql<TermRow>`
    select ${columns} from framework_term where id = ${id}::uuid ${lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return rows[0] ? read(rows[0]) : null
}

/** All approved terms, for whatever key is given. */
export async function approvedTerms(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly FoundTerm[]>> {
  const rows = await db
    .selectFrom('frameworkTerm')
    .select(['id', 'en', 'fr', 'note'])
    .where('status', '=', 'APPROVED')
    .execute()
  return new Map(keys.map((key) => [key, rows]))
}
