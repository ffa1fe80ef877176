import type { Place } from './difference'

/** What is left of places outside others: where something is wrong, that alone is marked. */
export function without(places: readonly Place[], others: readonly Place[]): readonly Place[] {
  return others.reduce<readonly Place[]>(
    (left, other) =>
      left.flatMap(({ start, end }) =>
        other.end <= start || other.start >= end
          ? [{ start, end }]
          : [
              { start, end: other.start },
              { start: other.end, end },
            ].filter((piece) => piece.start < piece.end),
      ),
    places,
  )
}
