import type { CommandScope } from '#access'
import { insertRows, type Db } from '#platform'
import { noteChanges } from '../change'
import { changeOf } from './mapping-change'
import type { MappingRow } from './mapping.rows'
import { goalOf } from './sdg-targets'

/** Goals and instruments an outcome is to have, where only codes are given. */
export interface MappedCodes {
  readonly sdgs: readonly number[]
  readonly instruments: readonly string[]
}

/** Mappings of one outcome. */
export const mappingsOfOutcome = async (
  db: Db,
  versionId: string,
  outcomeCode: string,
): Promise<readonly MappingRow[]> =>
  (await db
    .selectFrom('outcomeMapping')
    .selectAll()
    .where('versionId', '=', versionId)
    .where('outcomeCode', '=', outcomeCode)
    .execute()) as unknown as readonly MappingRow[]

/** Adds and removes mappings until they reach exactly the codes given; what stays keeps strength and reason. */
export async function replaceCodes(
  scope: CommandScope,
  outcome: { readonly versionId: string; readonly code: string },
  stored: readonly MappingRow[],
  { sdgs, instruments }: MappedCodes,
): Promise<void> {
  const { db, newId } = scope
  const gone = stored.filter(({ kind, target }) =>
    kind === 'SDG' ? !sdgs.includes(goalOf(target)) : !instruments.includes(target),
  )
  const reached = new Set(
    stored.map(({ kind, target }) => `${kind} ${kind === 'SDG' ? goalOf(target) : target}`),
  )
  const added = [
    ...sdgs.map((goal) => ({ kind: 'SDG' as const, target: String(goal) })),
    ...instruments.map((target) => ({ kind: 'INSTRUMENT' as const, target })),
  ]
    .filter(({ kind, target }) => !reached.has(`${kind} ${target}`))
    .map(({ kind, target }): MappingRow => ({
      id: newId(),
      versionId: outcome.versionId,
      outcomeCode: outcome.code,
      kind,
      target,
      strength: null,
      rationale: null,
      translationStatus: {},
      provenance: { status: 'constructed', fields: [], sources: [] },
      version: 1,
    }))
  if (gone.length > 0) {
    await db
      .deleteFrom('outcomeMapping')
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute()
  }
  await insertRows(db, 'outcomeMapping', added)
  await noteChanges(scope, [
    ...gone.map((row) => changeOf(row, null)),
    ...added.map((row) => changeOf(undefined, row)),
  ])
}
