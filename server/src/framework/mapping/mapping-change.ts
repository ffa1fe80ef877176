import type { Columns } from '../change'
import type { Change } from '../change/note-change'
import type { MappingRow } from './mapping.rows'

/** The line of the history that a change of a mapping leaves; it stands with the outcome. */
export const changeOf = (before: MappingRow | undefined, after: MappingRow | null): Change => {
  const { id, versionId, outcomeCode: code } = (after ?? before)!
  return {
    node: { kind: 'OUTCOME_MAPPING', id, versionId, code },
    action: before ? (after ? 'UPDATE' : 'REMOVE') : 'CREATE',
    before: before ? columnsOf(before) : null,
    after: after && columnsOf(after),
  }
}

/** What a mapping says, by its columns. */
export const columnsOf = (row: MappingRow): Columns => {
  const { id, versionId, outcomeCode, kind, target, strength, rationale, translationStatus, provenance } = row // prettier-ignore
  return {
    id,
    versionId,
    outcomeCode,
    kind,
    target,
    strength,
    rationale,
    translationStatus,
    provenance,
  }
}
