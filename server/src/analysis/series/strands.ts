import { isBreak, type KpiNode, type LineageLink } from '#framework'

/** A KPI of a series with the links by which it leads to the one asked for, its own first. */
export interface Strand {
  readonly kpi: KpiNode
  readonly way: readonly LineageLink[]
  /** Ids of the KPIs the way leads through, up to the one asked for. */
  readonly through: readonly string[]
}

export interface Origin {
  readonly link: LineageLink
  readonly ancestor: KpiNode
}

/** The KPI and everything it developed from, newest first; one reached on two ways goes by the comparable one. */
export function strandsOf(
  kpi: KpiNode,
  originsOf: (kpi: KpiNode) => readonly Origin[],
): readonly Strand[] {
  const found = new Map<string, Strand>()
  const queue: Strand[] = [{ kpi, way: [], through: [] }]
  for (const strand of queue) {
    const known = found.get(strand.kpi.id)
    if (known && (!known.way.some(isBreak) || strand.way.some(isBreak))) continue
    found.set(strand.kpi.id, strand)
    for (const { link, ancestor } of originsOf(strand.kpi)) {
      queue.push({
        kpi: ancestor,
        way: [link, ...strand.way],
        through: [strand.kpi.id, ...strand.through],
      })
    }
  }
  return [...found.values()]
}

/** Where the series breaks, newest first. */
export const breaksOf = (strands: readonly Strand[]): readonly LineageLink[] => [
  ...new Set(strands.flatMap(({ way }) => way.toReversed()).filter(isBreak)),
]

/** KPIs of which the first figure stands behind a break: the nearest figures before are not comparable. */
export function behindBreaks(owners: readonly Strand[]): ReadonlySet<string> {
  const owning = new Set(owners.map(({ kpi }) => kpi.id))
  return new Set(
    owners.flatMap(({ way, through }) => {
      const at = through.findIndex((id) => owning.has(id))
      return at >= 0 && way.slice(0, at + 1).some(isBreak) ? [through[at]!] : []
    }),
  )
}
