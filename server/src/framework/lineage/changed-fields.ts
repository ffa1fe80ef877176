import type { VersionSnapshot } from '../snapshot'
import type { LineageKind } from './enums'
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

/** Fields that say where a node stands. */
export const PLACE: ReadonlySet<string> = new Set(['dimension', 'outcome'])

const PARENTS = {
  EXPECTED_OUTCOME: { kind: 'DIMENSION', field: 'dimension' },
  KPI: { kind: 'EXPECTED_OUTCOME', field: 'outcome' },
} as const satisfies Partial<Record<LineageKind, object>>

/** Links of a version by their node, kind and code. */
export type LinksByNode = ReadonlyMap<string, readonly LineageLink[]>

/**
 * Fields in which a node differs from its ancestor, in the order they are read. Empty where it is new, retired, split or
 * merged, since it then continues no single node.
 */
export function changedFieldsOf(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  link: LineageLink,
  byNode: LinksByNode,
): readonly string[] {
  const [before, after] = [nodeOf(base, link.kind, link.ancestorCode), nodeOf(version, link.kind, link.code)] // prettier-ignore
  if (!base || !before || !after || link.relation === 'SPLIT' || link.relation === 'MERGED') {
    return []
  }
  const own = link.relation === 'SAME' ? [] : differingFields(link.kind, before, after)
  const kpi = link.kind === 'KPI' ? version.kpiByCode.get(link.code!)! : null
  const isOtherwiseAsked = kpi !== null && !own.includes('elements') && changedElements(base, version, kpi).length > 0 // prettier-ignore
  const place = newPlaceOf(base, version, link, byNode)
  return [...own, ...(isOtherwiseAsked ? ['elements'] : []), ...(place ? [place] : [])]
}

/** The field of the parent where a node stands in another one than its ancestor did; a parent under another code is the same. */
function newPlaceOf(
  base: VersionSnapshot,
  version: VersionSnapshot,
  { kind, code, ancestorCode }: LineageLink,
  byNode: LinksByNode,
): string | null {
  if (kind !== 'KPI' && kind !== 'EXPECTED_OUTCOME') return null
  const { kind: parentKind, field } = PARENTS[kind]
  const parentIn = (snapshot: VersionSnapshot, own: string | null) =>
    String((nodeOf(snapshot, kind, own) as Record<string, unknown> | null)?.[field])
  const links = byNode.get(keyOf(parentKind, parentIn(version, code))) ?? []
  const former = parentIn(base, ancestorCode)
  return links.some((parent) => parent.ancestorCode === former) ? null : field
}

/** Whether a node stands in another outcome or dimension than its ancestor. */
export const isPlaced = (fields: readonly string[] | undefined): boolean =>
  fields?.some((field) => PLACE.has(field)) ?? false

/** Fields that differ, of every node that continues another, by kind and code. */
export const changedFields = (
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  lineage: readonly LineageLink[],
): ReadonlyMap<string, readonly string[]> => {
  const byNode = Map.groupBy(lineage, ({ kind, code }) => keyOf(kind, code))
  return new Map(
    lineage.flatMap((link) => {
      const fields = changedFieldsOf(base, version, link, byNode)
      return fields.length === 0 ? [] : [[keyOf(link.kind, link.code), fields] as const]
    }),
  )
}
