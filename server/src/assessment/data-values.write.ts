import { sql } from 'kysely'
import type { CommandScope } from '#access'
import type { AssessmentSubject } from './assessment.lock'
import type { BatchMark } from './batch/batch'
import type { DataValueCurrent } from './data-value-save.type'

/** A figure ready to be stored. */
export interface StorableCell {
  readonly elementCode: string
  readonly year: number
  readonly value: string | null
  /** Null leaves it as it stands. */
  readonly isEstimated: boolean | null
  readonly keepsNote: boolean
  readonly note: string | null
  readonly expectedVersion: number
}

export const cellKey = ({ elementCode, year }: { elementCode: string; year: number }) =>
  `${elementCode}@${year}`

/**
 * Stores figures in one statement, each only on the version it was changed on, with its line of
 * history, and one of what was there where nobody had written that down. Returns the new versions of those that were stored, by cell.
 */
export async function storeCells(
  { db, viewer, now, newId }: CommandScope,
  { id, administrationId }: Pick<AssessmentSubject, 'id' | 'administrationId'>,
  cells: readonly StorableCell[],
  batch: BatchMark | null = null,
): Promise<ReadonlyMap<string, number>> {
  if (cells.length === 0) return new Map()
  const rows = cells.map((cell) => ({
    id: newId(),
    revision_id: newId(),
    former_id: newId(),
    element_code: cell.elementCode,
    year: cell.year,
    value: cell.value,
    is_estimated: cell.isEstimated,
    keeps_note: cell.keepsNote,
    note: cell.note,
    expected: cell.expectedVersion,
  }))
  // Cells in one order, so that two batches never wait for each other's rows.
  const { rows: stored } = await sql<{ elementCode: string; year: number; revision: number }>`
    with cell as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, revision_id uuid, former_id uuid,
        element_code text, year integer, value numeric, is_estimated boolean, keeps_note boolean, note text, expected integer)),
    written as (
      insert into data_value as v (id, assessment_id, administration_id, element_code, year, value,
        is_estimated, note, updated_at, updated_by, version)
      select c.id, ${id}::uuid, ${administrationId}::uuid, c.element_code, c.year, c.value,
        coalesce(c.is_estimated, d.is_estimated, false), case when c.keeps_note then d.note else c.note end, ${now.toISOString()}::timestamptz, ${viewer.personId}::uuid, c.expected + 1
      from cell c
        left join data_value d on d.assessment_id = ${id}::uuid and d.element_code = c.element_code
          and d.year = c.year
      where c.expected = 0 or d.id is not null
      order by c.element_code, c.year
      on conflict (assessment_id, element_code, year) do update set value = excluded.value,
        is_estimated = excluded.is_estimated, note = excluded.note, updated_at = excluded.updated_at,
        updated_by = excluded.updated_by, version = excluded.version
        where v.version = excluded.version - 1
      returning v.*)
    insert into draft_revision (id, assessment_id, administration_id, element_code, year, value,
      is_estimated, note, revision, written_at, written_by, batch_id, batch_file, batch_undoes)
    select c.revision_id, w.assessment_id, w.administration_id, w.element_code, w.year, w.value,
      w.is_estimated, w.note, w.version, w.updated_at, w.updated_by, ${batch?.id ?? null}::uuid,
      ${batch?.fileName ?? null}::text, ${batch?.undoes ?? null}::uuid
    from written w join cell c on c.element_code = w.element_code and c.year = w.year
    union all
    select c.former_id, d.assessment_id, d.administration_id, d.element_code, d.year, d.value,
      d.is_estimated, d.note, d.version, d.updated_at, d.updated_by, null::uuid, null::text, null::uuid
    from written w join cell c on c.element_code = w.element_code and c.year = w.year
      join data_value d on d.assessment_id = w.assessment_id and d.element_code = c.element_code
        and d.year = c.year and d.version = c.expected
    where not exists (select 1 from draft_revision r where r.assessment_id = d.assessment_id
      and r.element_code = d.element_code and r.year = d.year and r.revision = d.version)
    returning element_code, year, revision`.execute(db)
  // The content a figure began with comes back beside the new one where no revision of it stood yet.
  const revisions = stored.toSorted((a, b) => a.revision - b.revision)
  return new Map(revisions.map((row) => [cellKey(row), row.revision]))
}

/** What is stored now for figures whose save met another change. */
export async function currentCells(
  { db }: Pick<CommandScope, 'db'>,
  assessmentId: string,
  cells: readonly { readonly elementCode: string; readonly year: number }[],
): Promise<ReadonlyMap<string, DataValueCurrent>> {
  if (cells.length === 0) return new Map()
  const rows = await db
    .selectFrom('dataValue as v')
    .leftJoinLateral(sql<{ name: string }>`person_cards(array[v.updated_by])`.as('p'), (join) =>
      join.onTrue(),
    )
    .select([
      'v.elementCode',
      'v.year',
      'v.value',
      'v.isEstimated',
      'v.note',
      'v.version',
      'v.updatedAt',
      'p.name as authorName',
    ]) // prettier-ignore
    .where('v.assessmentId', '=', assessmentId)
    .where(
      'v.elementCode',
      'in',
      cells.map(({ elementCode }) => elementCode),
    )
    .execute()
  return new Map(rows.map(({ elementCode, year, ...row }) => [cellKey({ elementCode, year }), row]))
}
