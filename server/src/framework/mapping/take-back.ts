import type { CommandScope } from '#access'
import { Refusal, insertRows, problem, updateRow } from '#platform'
import type { FrameworkChange } from '../change/framework-change'
import { isSame, noteChange, type Columns } from '../change/note-change'
import { columnsOf } from './mapping-change'
import type { MappingRow } from './mapping.rows'

const PATH = ['input', 'changeId']

/** Takes a change of a mapping back, where it still says what the change made of it. */
export async function takeBackMapping(
  scope: CommandScope,
  { uuid, before, after, versionId, nodeCode }: FrameworkChange,
): Promise<string | null> {
  const { db } = scope
  const { nodeId } = await db
    .selectFrom('frameworkChange')
    .select('nodeId')
    .where('id', '=', uuid)
    .executeTakeFirstOrThrow()
  const mappings = db.selectFrom('outcomeMapping').selectAll().where('versionId', '=', versionId)
  const removed = after ? null : (before as unknown as MappingRow)
  const wanted = removed
    ? mappings
        .where('outcomeCode', '=', removed.outcomeCode)
        .where('kind', '=', removed.kind)
        .where('target', '=', removed.target)
    : mappings.where('id', '=', nodeId)
  const row = (await wanted.forUpdate().executeTakeFirst()) as MappingRow | undefined
  const now = row ? columnsOf(row) : null
  const differing = !after
    ? row ? ['target'] : []
    : Object.keys(after).filter((name) => !now || !isSame(name, now[name], after[name])) // prettier-ignore
  if (differing.length > 0) {
    throw new Refusal([
      problem('CONFLICT', 'CHANGED_SINCE', 'Somebody has changed the same since; nothing was undone.', [...PATH, ...differing]),
    ]) // prettier-ignore
  }
  const node = { kind: 'OUTCOME_MAPPING', id: nodeId, versionId, code: nodeCode } as const
  if (!before) {
    await db.deleteFrom('outcomeMapping').where('id', '=', nodeId).execute()
    return noteChange(scope, node, 'UNDO', now, null)
  }
  if (!after) {
    await insertRows(db, 'outcomeMapping', [{ ...before, version: 1 }])
    return noteChange(scope, node, 'UNDO', null, before)
  }
  await updateRow(db, 'outcomeMapping', nodeId, before)
  return noteChange(scope, node, 'UNDO', now, { ...now, ...before } as Columns)
}
