import type { CommandScope } from '#access'
import { insertRows } from '#platform'
import { noteChanges, type Change } from '../change/note-change'
import { canonical } from '../content-hash'
import type { VersionSnapshot } from '../snapshot'
import { nodeOf, type LineageLink } from './lineage'
import { rowsOf, statedLineage } from './lineage.rows'
import { statementOf } from './statement'
import {
  linksByStatement,
  statementKey,
  statementOfNode,
  type LineageStatement,
} from './statements'

/** Makes checked statements those of a draft: one read, one removal and one write, however many. */
export async function replaceLineage(
  scope: CommandScope,
  base: VersionSnapshot,
  draft: VersionSnapshot,
  given: readonly LineageStatement[],
): Promise<void> {
  const { db, newId } = scope
  const versionId = draft.version.id
  const old = new Map(linksByStatement(await statedLineage(db, versionId)))
  const links: LineageLink[] = []
  const changes: Change[] = []
  const note = (before: LineageStatement | null, after: LineageStatement | null) => {
    const { kind, code, ancestors } = (after ?? before)!
    changes.push({
      node: {
        kind: 'LINEAGE',
        id: nodeOf(draft, kind, code)?.id ?? versionId,
        versionId,
        code: code ?? ancestors[0] ?? '',
      },
      action: before === null ? 'CREATE' : after === null ? 'REMOVE' : 'UPDATE',
      before: before && { statement: before },
      after: after && { statement: after },
    })
  }
  for (const statement of given) {
    const key = statementKey(statement)
    const before = old.get(key) ?? []
    old.delete(key)
    const fresh = statementOf(base, statement, (before[0]?.version ?? 0) + 1)
    const [was, is] = [statementOfNode(before), statementOfNode(fresh)]
    if (canonical(was) === canonical(is)) {
      links.push(...before)
      continue
    }
    links.push(...fresh)
    note(was, is)
  }
  for (const gone of old.values()) note(statementOfNode(gone), null)
  if (changes.length === 0) return

  await db
    .deleteFrom('nodeLineage')
    .where('versionId', '=', versionId)
    .where('isStated', '=', true)
    .execute()
  await insertRows(db, 'nodeLineage', rowsOf(versionId, links, newId))
  await noteChanges(scope, changes)
}
