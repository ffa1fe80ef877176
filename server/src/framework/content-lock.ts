import { ensure, type Viewer } from '#access'
import { Refusal, notFound, problem, type Db } from '#platform'
import type { Selectable } from 'kysely'
import type {
  DataElementTable,
  DimensionTable,
  ExpectedOutcomeTable,
  KpiTable,
} from '../../migrations/tables'
import { canEdit } from './policies'

interface Contents {
  dimension: DimensionTable
  expectedOutcome: ExpectedOutcomeTable
  dataElement: DataElementTable
  kpi: KpiTable
}

type Locked<T extends keyof Contents> = Selectable<Contents[T]> & {
  readonly id: string
  readonly versionId: string
  readonly version: number
}

/**
 * A part of a draft, locked for the change of its content. The version itself is locked against a
 * submission, not against editors at other parts.
 */
export async function lockContent<T extends keyof Contents>(
  db: Db,
  viewer: Viewer,
  table: T,
  id: string | null,
  path: readonly string[],
): Promise<Locked<T>> {
  const seen = id ? await partOf(db, table, id) : null
  if (!seen) throw notFound(path)
  const version = await db
    .selectFrom('frameworkVersion')
    .select(['status', 'submittedBy', 'approvedBy'])
    .where('id', '=', seen.versionId)
    .executeTakeFirst()
  if (!version) throw notFound(path)
  ensure(canEdit(viewer, version), path)
  const draft = await db
    .selectFrom('frameworkVersion')
    .select('id')
    .where('id', '=', seen.versionId)
    .where('status', '=', 'DRAFT')
    .forShare()
    .executeTakeFirst()
  const locked = draft && (await partOf(db, table, seen.id, true))
  if (!locked) {
    throw new Refusal([
      problem('CONFLICT', 'WRONG_STATE', 'Only a draft version can be changed.', path),
    ])
  }
  return locked
}

async function partOf<T extends keyof Contents>(
  db: Db,
  table: T,
  id: string,
  lock = false,
): Promise<Locked<T> | undefined> {
  const query = db
    .selectFrom(table as 'kpi')
    .selectAll()
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row as unknown as Locked<T> | undefined
}
