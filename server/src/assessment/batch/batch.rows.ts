import { sql } from 'kysely'
import type { Db } from '#platform'
import type { DataValueRevision } from '../data-value.type'
import type { FigureBatch, FigureBatchCell } from './batch.type'

/** Data elements the viewer may know of; null for all. */
export interface Seen {
  readonly elements: readonly string[] | null
}

const isSeen = ({ elements }: Seen) =>
  elements === null ? sql`true` : sql`r.element_code = any (${sql.val([...elements])}::text[])`

const uuids = (of: readonly string[]) => sql`${sql.val([...of])}::uuid[]`

/** Batches by assessment, the newest first, each as far as its figures are the viewer's to know. */
export async function batchesOfAssessments(
  db: Db,
  assessmentIds: readonly string[],
  seen: Seen,
): Promise<ReadonlyMap<string, readonly FigureBatch[]>> {
  const { rows } = await sql<FigureBatch>`
    select r.batch_id as uuid, r.assessment_id, r.administration_id, min(r.element_code) as element_code,
      min(r.written_at) as written_at, (array_agg(r.written_by))[1] as written_by, min(r.batch_file) as file_name,
      (array_agg(r.batch_undoes))[1] as undone_uuid, count(distinct (r.element_code, r.year))::int as figure_count,
      count(v.id)::int as current_count
    from draft_revision r
      left join data_value v on v.assessment_id = r.assessment_id and v.element_code = r.element_code
        and v.year = r.year and v.version = r.revision
    where r.assessment_id = any (${uuids(assessmentIds)}) and r.batch_id is not null and ${isSeen(seen)}
    group by r.batch_id, r.assessment_id, r.administration_id
    order by min(r.written_at) desc, max(r.id::text) desc`.execute(db)
  return Map.groupBy(rows, ({ assessmentId }) => assessmentId)
}

interface Content extends DataValueRevision {
  readonly batchId: string
  readonly batchRevision: number
  readonly year: number
}

/** Figures of batches, each with its contents before, after and now; one written twice counts once, as it was left. */
export async function cellsOfBatches(
  db: Db,
  batchIds: readonly string[],
  seen: Seen,
): Promise<ReadonlyMap<string, readonly FigureBatchCell[]>> {
  const { rows } = await sql<Content>`
    with written as (
      select r.batch_id, r.assessment_id, r.element_code, r.year, max(r.revision) as revision from draft_revision r
      where r.batch_id = any (${uuids(batchIds)}) and ${isSeen(seen)}
      group by r.batch_id, r.assessment_id, r.element_code, r.year)
    select w.batch_id, w.revision as batch_revision, d.assessment_id, d.administration_id, d.element_code, d.year,
      d.value, d.is_estimated, d.note, d.revision, d.written_at, d.written_by
    from written w
      join data_value v on v.assessment_id = w.assessment_id and v.element_code = w.element_code and v.year = w.year
      join draft_revision d on d.assessment_id = w.assessment_id and d.element_code = w.element_code and d.year = w.year
        and d.revision in (w.revision - 1, w.revision, v.version)
    order by d.element_code, d.year desc, d.revision`.execute(db)
  const cells = Map.groupBy(rows, (row) => `${row.batchId} ${row.elementCode} ${row.year}`)
  return Map.groupBy(
    [...cells.values()].map((contents) => ({ ...cellOf(contents), batchId: contents[0]!.batchId })),
    ({ batchId }) => batchId,
  )
}

function cellOf(contents: readonly Content[]): FigureBatchCell {
  const { administrationId, assessmentId, elementCode, year, batchRevision } = contents[0]!
  const at = (revision: number) => contents.find((each) => each.revision === revision) ?? null
  return {
    administrationId,
    assessmentId,
    elementCode,
    year,
    before: at(batchRevision - 1),
    after: at(batchRevision)!,
    current: contents.at(-1)!,
  }
}
