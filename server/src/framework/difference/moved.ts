/** A node that both versions have, by where it stands in each. */
export interface Placed {
  readonly code: string
  /** Codes of the parents; the former one as it is called now, null where it has no successor here. */
  readonly parent: string
  readonly formerParent: string | null
  /** Place in the whole earlier version; null where others come from the same node. */
  readonly formerPlace: number | null
}

/**
 * Codes of the nodes that moved, given in the order of the later version: those under another parent, and
 * the fewest whose move explains the new order of those that stayed. Neighbours pushed along did not move.
 */
export function movedAmong(nodes: readonly Placed[]): ReadonlySet<string> {
  const moved = new Set<string>()
  const stayed = nodes.filter(({ code, parent, formerParent }) => {
    if (parent !== formerParent) moved.add(code)
    return parent === formerParent
  })
  for (const siblings of Map.groupBy(stayed, ({ parent }) => parent).values()) {
    const placed = siblings.filter(({ formerPlace }) => formerPlace !== null)
    const kept = longestRising(placed.map(({ formerPlace }) => formerPlace!))
    placed.forEach(({ code }, index) => kept.has(index) || moved.add(code))
  }
  return moved
}

/** Indices of a longest subsequence that rises. */
export function longestRising(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  values.forEach((value, index) => {
    const found = ends.findIndex((end) => values[end]! >= value)
    const length = found === -1 ? ends.length : found
    before[index] = ends[length - 1]
    ends[length] = index
  })
  const kept = new Set<number>()
  for (let index = ends.at(-1); index !== undefined; index = before[index]) kept.add(index)
  return kept
}
