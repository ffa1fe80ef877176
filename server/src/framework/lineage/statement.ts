import { mergeText } from '../merge-texts'
import type { LocalizedText } from '../definition'
import type { VersionSnapshot } from '../snapshot'
import type { LineageLink } from './lineage'
import type { LineageSetInput } from './lineage-set'

/** What a statement says, without the draft it is made about. */
export type StatementInput = Omit<LineageSetInput, 'versionId' | 'expectedVersion'>

/** A statement as links: one for each ancestor, or one without. */
export function statementOf(
  base: VersionSnapshot,
  input: StatementInput,
  version: number,
): readonly LineageLink[] {
  const shared = {
    kind: input.kind,
    code: input.code ?? null,
    relation: input.relation,
    comparability: input.comparability,
    conversion: input.conversion?.trim() || null,
    note: mergeText(null, input.note) as LocalizedText | null,
    isStated: true,
    version,
  }
  if (input.ancestors.length === 0) {
    return [{ ...shared, ancestorVersionId: null, ancestorCode: null }]
  }
  return input.ancestors.map((ancestorCode) => ({
    ...shared,
    ancestorVersionId: base.version.id,
    ancestorCode,
  }))
}
