interface Marked {
  readonly id: string
  readonly code: string
  readonly weight?: string
}

interface MarkedVersion {
  readonly dimensions: readonly (Marked & { readonly outcomes: readonly Marked[] })[]
  readonly dataElements: readonly Marked[]
}

export type ChangeMark = 'NEW' | 'REWORDED' | 'SCORING' | 'MOVED'

/** What differs from the version before, by code. */
export function changeMarks(
  version: MarkedVersion,
  base: MarkedVersion,
): ReadonlyMap<string, ChangeMark> {
  const former = new Map(partsOf(base).map((part) => [part.code, part]))
  const [places, formerPlaces] = [placesOf(version), placesOf(base)]
  return new Map(
    partsOf(version).flatMap((part): [string, ChangeMark][] => {
      const before = former.get(part.code)
      if (before === undefined) return [[part.code, 'NEW']]
      if (before.weight !== part.weight) return [[part.code, 'SCORING']]
      if (places.get(part.code) !== formerPlaces.get(part.code)) return [[part.code, 'MOVED']]
      return contentOf(before) === contentOf(part) ? [] : [[part.code, 'REWORDED']]
    }),
  )
}

const placesOf = ({ dimensions }: MarkedVersion) =>
  new Map(
    dimensions.flatMap(({ code, outcomes }) => outcomes.map((each) => [each.code, code] as const)),
  )

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
