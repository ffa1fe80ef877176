import { NOBODY, audiencesOf, type Context, type RowClass } from '#access'

/** The rows that exist for the viewer: a contributor is not told of what is assigned to others. */
export const visible = <T extends object>(
  { viewer }: Context,
  rowClass: RowClass,
  rows: readonly T[] | null,
): readonly T[] =>
  (rows ?? []).filter(
    (row) => audiencesOf(viewer, rowClass, row as Readonly<Record<string, unknown>>) !== NOBODY,
  )

/** In the order of the framework, which is not the alphabetical one. */
export function inOrder<T>(
  rows: readonly T[],
  codes: readonly { readonly code: string }[],
  codeOf: (row: T) => string,
): readonly T[] {
  const places = new Map(codes.map(({ code }, place) => [code, place]))
  const place = (row: T) => places.get(codeOf(row)) ?? codes.length
  return [...rows].sort((a, b) => place(a) - place(b))
}
