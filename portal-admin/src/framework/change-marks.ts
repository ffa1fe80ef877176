interface Marked {
  readonly id: string
  readonly code: string
}

interface MarkedVersion {
  readonly dimensions: readonly (Marked & { readonly outcomes: readonly Marked[] })[]
  readonly dataElements: readonly Marked[]
}

export type ChangeMark = 'NEW' | 'REWORDED'

/** What differs from the version before, by code; a part that moved to another dimension says the same as before. */
export function changeMarks(
  version: MarkedVersion,
  base: MarkedVersion,
): ReadonlyMap<string, ChangeMark> {
  const former = new Map(partsOf(base).map((part) => [part.code, contentOf(part)]))
  return new Map(
    partsOf(version).flatMap((part): [string, ChangeMark][] => {
      const before = former.get(part.code)
      if (before === undefined) return [[part.code, 'NEW']]
      return before === contentOf(part) ? [] : [[part.code, 'REWORDED']]
    }),
  )
}

const partsOf = ({ dimensions, dataElements }: MarkedVersion): readonly Marked[] => [
  ...dimensions,
  ...dimensions.flatMap(({ outcomes }) => outcomes),
  ...dataElements,
]

// Everything that was asked of a part but its id, and what stands in it, which is marked itself.
const contentOf = (part: Marked) =>
  JSON.stringify(
    Object.entries(part)
      .filter(([name]) => !['id', 'outcomes', '__typename'].includes(name))
      .toSorted(([one], [other]) => one.localeCompare(other)),
  )
