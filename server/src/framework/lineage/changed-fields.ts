import type { VersionSnapshot } from '../snapshot'
import { changedElements, differingFields } from './compare-nodes'
import { nodeOf, type LineageLink } from './lineage'
import { keyOf } from './node-key'

/** Fields that decide the score of a value, or what the score counts for; the value itself stays. */
export const SCORING: ReadonlySet<string> = new Set(['direction', 'normalisation', 'weight'])
/** Fields that are words. */
export const WORDS: ReadonlySet<string> = new Set([
  'name',
  'label',
  'description',
  'methodologyHelp',
])

/**
 * Fields in which a node differs from its ancestor, in the order they are read. Empty where it is new, retired, split or
 * merged, since it then continues no single node.
 */
export function changedFieldsOf(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  link: LineageLink,
): readonly string[] {
  const [before, after] = [nodeOf(base, link.kind, link.ancestorCode), nodeOf(version, link.kind, link.code)] // prettier-ignore
  if (!base || !before || !after || link.relation === 'SPLIT' || link.relation === 'MERGED') {
    return []
  }
  const own = link.relation === 'SAME' ? [] : differingFields(link.kind, before, after)
  const kpi = link.kind === 'KPI' ? version.kpiByCode.get(link.code!)! : null
  const isOtherwiseAsked = kpi !== null && !own.includes('elements') && changedElements(base, version, kpi).length > 0 // prettier-ignore
  return isOtherwiseAsked ? [...own, 'elements'] : own
}

/** Fields that differ, of every node that continues another, by kind and code. */
export const changedFields = (
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  lineage: readonly LineageLink[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    lineage.flatMap((link) => {
      const fields = changedFieldsOf(base, version, link)
      return fields.length === 0 ? [] : [[keyOf(link.kind, link.code), fields] as const]
    }),
  )
