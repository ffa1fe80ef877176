import type { CommandScope } from '#access'
import { ensure } from '#access'
import { Refusal, notFound, problem, uuidOf, type Db } from '#platform'
import { sql } from 'kysely'
import { canTranslate } from './policies'
import type { TranslatedKind } from './enums'
import { lockRationales } from './rationales'
import type { TextKey } from './unit'

const PATH = ['input', 'versionId']

/** Kinds whose texts stand in the row of the version itself. */
export const isOfVersion = (kind: TranslatedKind): boolean =>
  kind === 'VERSION' || kind === 'SCALE' || kind === 'REASON_CODE'

export const TABLE_OF = {
  DIMENSION: 'dimension',
  OUTCOME: 'expected_outcome',
  KPI: 'kpi',
  DATA_ELEMENT: 'data_element',
  INSTRUMENT: 'instrument',
} as const satisfies Partial<Record<TranslatedKind, string>>
export type NodeKind = keyof typeof TABLE_OF

export interface LockedVersion {
  readonly id: string
  readonly code: string
  readonly status: 'DRAFT'
  readonly submittedBy: string | null
  readonly approvedBy: string | null
  readonly version: number
}

/** The draft whose texts are changed, held against a submission until the end. */
export async function lockDraft(
  { db, viewer }: Pick<CommandScope, 'db' | 'viewer'>,
  versionId: string,
): Promise<LockedVersion> {
  const id = uuidOf('FV', versionId)
  const columns = ['id', 'code', 'status', 'submittedBy', 'approvedBy', 'version'] as const
  const one = () => db.selectFrom('frameworkVersion').select(columns).where('id', '=', id!)
  const seen = id ? await one().executeTakeFirst() : null
  if (!seen) throw notFound(PATH)
  ensure(canTranslate(viewer, seen as LockedVersion), PATH)
  const draft = await one().where('status', '=', 'DRAFT').forShare().executeTakeFirst()
  if (!draft) {
    throw new Refusal([
      problem('CONFLICT', 'WRONG_STATE', 'Only a draft version can be changed.', PATH),
    ])
  }
  return draft as LockedVersion
}

/** Holds the rows in which texts stand, in one order, so that their editors wait for one another. */
export async function lockRowsOf(
  db: Db,
  versionId: string,
  keys: readonly TextKey[],
): Promise<void> {
  if (keys.some(({ kind }) => isOfVersion(kind))) {
    await sql`select 1 from framework_version where id = ${versionId}::uuid for update`.execute(db)
  }
  for (const kind of Object.keys(TABLE_OF) as NodeKind[]) {
    const codes = [...new Set(keys.filter((key) => key.kind === kind).map(({ code }) => code))]
    if (codes.length === 0) continue
    await sql`select 1 from ${sql.table(TABLE_OF[kind])} where version_id = ${versionId}::uuid
      and code = any (${sql.val(codes)}::text[]) order by code for update`.execute(db)
  }
  const rationales = keys.filter(({ kind }) => kind === 'OUTCOME_MAPPING')
  if (rationales.length > 0) await lockRationales(db, versionId, rationales)
}
