import type { Selectable } from 'kysely'
import type { FrameworkImportTable } from '../../migrations/tables'
import { globalId, type Db, type Page } from '#platform'
import type { ImportEntry } from './import-entry'
import type { FrameworkImport } from './framework-import.type'

type Head = Omit<Selectable<FrameworkImportTable>, 'content'>

export interface StoredReport {
  readonly entries: readonly ImportEntry[]
}

// The content is read by the command that applies it, and by nothing else.
const HEAD = [
  'id', 'fileName', 'format', 'size', 'sha256', 'status', 'code', 'absent', 'draftId', 'baseId', 'comparedHash',
  'contentHash', 'report', 'versionId', 'authorId', 'createdAt', 'appliedBy', 'appliedAt', 'version',
] as const // prettier-ignore

/** Imports by id, as far as the reader may see them. */
export async function importsById(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FrameworkImport>> {
  const rows = await db.selectFrom('frameworkImport').select(HEAD).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, importOf(row)]))
}

/** One page of imports with the number of all. */
export async function importPage(
  db: Db,
  { first, after }: Page,
): Promise<{ readonly rows: readonly FrameworkImport[]; readonly total: number }> {
  const [createdAt, id] = after ?? []
  const rows = await db
    .selectFrom('frameworkImport')
    .select(HEAD)
    .$if(createdAt !== undefined && id !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(createdAt as never, id as never)),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(first + 1)
    .execute()
  const { total } = await db
    .selectFrom('frameworkImport')
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map(importOf), total: Number(total) }
}

export const keyOfImport = ({ createdAt, uuid }: FrameworkImport) => [
  new Date(createdAt).toISOString(),
  uuid,
]

function importOf({ id, status, report, ...row }: Head): FrameworkImport {
  const { entries = [] } = report as unknown as StoredReport
  const counts = Map.groupBy(entries, ({ state }) => state)
  return {
    ...row,
    id: globalId('IM', id),
    uuid: id,
    status: 'DRAFT',
    state: status,
    size: Number(row.size),
    found: entries,
    counts: [...counts].map(([state, own]) => ({ state, count: own.length })),
  } as unknown as FrameworkImport
}
