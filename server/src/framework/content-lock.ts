import { ensure, type Viewer } from '#access'
import { Refusal, notFound, problem, type Db } from '#platform'
import type { Selectable } from 'kysely'
import type {
  DataElementTable,
  DimensionTable,
  ExpectedOutcomeTable,
  InstrumentTable,
  KpiTable,
  ValidationRuleTable,
} from '../../migrations/tables'
import { canEdit } from './policies'

interface Contents {
  dimension: DimensionTable
  expectedOutcome: ExpectedOutcomeTable
  dataElement: DataElementTable
  instrument: InstrumentTable
  kpi: KpiTable
  validationRule: ValidationRuleTable
}

export type ContentTable = keyof Contents

export type Locked<T extends keyof Contents> = Selectable<Contents[T]> & {
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
  hold: 'SHARED' | 'ALONE' = 'SHARED',
): Promise<Locked<T>> {
  const seen = id ? await partOf(db, table, id) : null
  if (!seen) throw notFound(path)
  await lockDraft(db, viewer, seen.versionId, path, hold)
  const locked = await partOf(db, table, seen.id, true)
  if (!locked) throw notADraft(path)
  return locked
}

/**
 * The draft whose content is to change: visible, permitted, and still a draft until the end. Editors of
 * different parts share it; whoever changes the order or number of its parts holds it alone.
 */
export async function lockDraft(
  db: Db,
  viewer: Viewer,
  versionId: string | null,
  path: readonly string[],
  hold: 'SHARED' | 'ALONE' = 'SHARED',
): Promise<void> {
  const version =
    versionId &&
    (await db
      .selectFrom('frameworkVersion')
      .select(['id', 'status', 'submittedBy', 'approvedBy'])
      .where('id', '=', versionId)
      .executeTakeFirst())
  if (!version) throw notFound(path)
  ensure(canEdit(viewer, version), path)
  const draft = db
    .selectFrom('frameworkVersion')
    .select('id')
    .where('id', '=', version.id)
    .where('status', '=', 'DRAFT')
  const locked = await (hold === 'ALONE' ? draft.forUpdate() : draft.forShare()).executeTakeFirst()
  if (!locked) throw notADraft(path)
}

const notADraft = (path: readonly string[]) =>
  new Refusal([problem('CONFLICT', 'WRONG_STATE', 'Only a draft version can be changed.', path)])

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
