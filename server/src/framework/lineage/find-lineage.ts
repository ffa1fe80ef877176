import type { VersionSnapshot } from '../snapshot'
import { compareNodes, type FoundRelation } from './compare-nodes'
import type { LineageKind } from './enums'
import { KINDS, nodeOf, nodesOf, type LineageLink } from './lineage'

/**
 * The lineage of every node of a version: found by comparing it with the version it developed from,
 * except for what people stated. A statement about what is no longer there says nothing.
 */
export function findLineage(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  stated: readonly LineageLink[],
): readonly LineageLink[] {
  return KINDS.flatMap((kind) => {
    const own = stated.filter((link) => link.kind === kind)
    const byCode = Map.groupBy(own, ({ code }) => code)
    const links = nodesOf(version, kind).flatMap((node) =>
      linksOf(base, version, kind, node, byCode.get(node.code) ?? []),
    )
    if (!base) return links
    const continued = new Set(links.map(({ ancestorCode }) => ancestorCode))
    const ended = new Map((byCode.get(null) ?? []).map((link) => [link.ancestorCode, link]))
    const retired = nodesOf(base, kind)
      .filter(({ code }) => !continued.has(code))
      .map(({ code }) => retiredLink(base, kind, code, ended.get(code)))
    return [...links, ...retired]
  })
}

function linksOf(
  base: VersionSnapshot | null,
  version: VersionSnapshot,
  kind: LineageKind,
  node: { readonly code: string },
  stated: readonly LineageLink[],
): readonly LineageLink[] {
  const fresh = newLink(
    kind,
    node.code,
    stated.find(({ relation }) => relation === 'NEW'),
  )
  if (!base || fresh.isStated) return [fresh]
  const known = stated.filter((link) => nodeOf(base, kind, link.ancestorCode))
  if (known.length > 0) return known.map((link) => restated(base, version, node, link))
  const ancestor = ancestorOf(base, kind, node)
  if (!ancestor) return [fresh]
  const link: LineageLink = {
    ...fresh,
    ancestorVersionId: base.version.id,
    ancestorCode: ancestor.code,
  }
  return [restated(base, version, node, link)]
}

/** The link with its relation and comparability as the two nodes now stand. */
function restated(
  base: VersionSnapshot,
  version: VersionSnapshot,
  node: object,
  link: LineageLink,
): LineageLink {
  const before = { in: base, node: nodeOf(base, link.kind, link.ancestorCode)! }
  const found = compareNodes(link.kind, before, { in: version, node })
  const isParting = link.relation === 'SPLIT' || link.relation === 'MERGED'
  if (!isParting && found !== 'FORMULA_CHANGED') {
    return { ...link, relation: found, comparability: EDITORIAL[found], conversion: null }
  }
  const relation = isParting ? link.relation : found
  return link.conversion === null
    ? { ...link, relation, comparability: 'NOT_COMPARABLE' }
    : { ...link, relation, comparability: 'WITH_CONVERSION' }
}

const EDITORIAL = {
  SAME: 'IDENTICAL',
  REWORDED: 'EDITORIAL',
} as const satisfies Partial<Record<FoundRelation, string>>

// A KPI names its ancestor itself; every other node goes by its code.
function ancestorOf(
  base: VersionSnapshot,
  kind: LineageKind,
  node: { readonly code: string; readonly ancestorId?: string | null },
) {
  const named = kind === 'KPI' && node.ancestorId ? base.kpiById.get(node.ancestorId) : null
  return named ?? nodeOf(base, kind, node.code)
}

const newLink = (kind: LineageKind, code: string, stated?: LineageLink): LineageLink => ({
  kind,
  code,
  ancestorVersionId: null,
  ancestorCode: null,
  relation: 'NEW',
  comparability: 'NOT_COMPARABLE',
  conversion: null,
  note: stated?.note ?? null,
  isStated: stated !== undefined,
  version: stated?.version ?? 0,
})

const retiredLink = (
  base: VersionSnapshot,
  kind: LineageKind,
  code: string,
  stated?: LineageLink,
): LineageLink => ({
  kind,
  code: null,
  ancestorVersionId: base.version.id,
  ancestorCode: code,
  relation: 'RETIRED',
  comparability: 'NOT_COMPARABLE',
  conversion: null,
  note: stated?.note ?? null,
  isStated: stated !== undefined,
  version: stated?.version ?? 0,
})
