import type { Db } from '#platform'
import type { VersionSnapshot } from '../snapshot'
import { findLineage } from './find-lineage'
import type { LineageLink } from './lineage'
import { lineageOfVersions } from './lineage.rows'
import { keyOf } from './node-key'

const RELATIONS = ['SAME', 'REWORDED', 'FORMULA_CHANGED', 'SPLIT', 'MERGED'] as const
const COMPARABILITIES = ['IDENTICAL', 'EDITORIAL', 'WITH_CONVERSION', 'NOT_COMPARABLE'] as const

/** The lineage over two steps as if it were one: what changed most on the way counts, and who was retired stays so. */
export function composeLineage(
  first: readonly LineageLink[],
  second: readonly LineageLink[],
): readonly LineageLink[] {
  const origins = Map.groupBy(
    first.filter(({ code }) => code !== null),
    ({ kind, code }) => keyOf(kind, code),
  )
  const links = second.flatMap((link): LineageLink[] => {
    if (link.ancestorCode === null) return [link]
    const own = origins.get(keyOf(link.kind, link.ancestorCode)) ?? []
    const known = own.filter(({ ancestorCode }) => ancestorCode !== null)
    if (known.length > 0) return known.map((origin) => joined(origin, link))
    return link.code === null ? [] : [asNew(link)]
  })
  return [...links, ...first.filter(({ code }) => code === null)]
}

function joined(origin: LineageLink, link: LineageLink): LineageLink {
  const { ancestorVersionId, ancestorCode } = origin
  if (link.code === null) return { ...link, ancestorVersionId, ancestorCode }
  const comparability = worst(COMPARABILITIES, origin.comparability, link.comparability)
  return {
    ...link,
    ancestorVersionId,
    ancestorCode,
    relation: worst<LineageLink['relation']>(RELATIONS, origin.relation, link.relation),
    comparability,
    conversion: comparability === 'WITH_CONVERSION' ? (link.conversion ?? origin.conversion) : null,
    note: link.note ?? origin.note,
  }
}

const asNew = (link: LineageLink): LineageLink => ({
  ...link,
  ancestorVersionId: null,
  ancestorCode: null,
  relation: 'NEW',
  comparability: 'NOT_COMPARABLE',
  conversion: null,
})

const worst = <T extends string>(order: readonly T[], one: T, other: T): T =>
  order.indexOf(one) > order.indexOf(other) ? one : other

/** The lineage of a published version as it was written down, or found where it came in without one. */
export async function publishedLineage(
  db: Db,
  base: VersionSnapshot,
  version: VersionSnapshot,
): Promise<readonly LineageLink[]> {
  const id = version.version.id
  const stored = (await lineageOfVersions(db, [id])).get(id) ?? []
  const found = stored.filter(({ isStated }) => !isStated)
  return found.length > 0 ? found : findLineage(base, version, stored)
}
