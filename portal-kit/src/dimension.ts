/** Accents and markers exist for these four codes; anything else is shown without accent. */
export const dimensionCodes = ['TF', 'RC', 'EP', 'OD'] as const
export type DimensionCode = (typeof dimensionCodes)[number]

/** Dimension of a code such as "TF-01-1"; null when it begins with none of the four. */
export function dimensionOf(code: string): DimensionCode | null {
  return dimensionCodes.find((dimension) => code.slice(0, 2).toUpperCase() === dimension) ?? null
}

/** Class that sets the accent for everything inside. */
export function accentClass(code: string): string | undefined {
  return dimensionOf(code)?.toLowerCase()
}

/** Marker in a box of ten by ten: circle, diamond, square, triangle. */
export const markerPaths: Record<DimensionCode, string> = {
  TF: 'M5 .5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  RC: 'M5 0 10 5 5 10 0 5z',
  EP: 'M.7.7h8.6v8.6H.7z',
  OD: 'M5 .6 10 9.4H0z',
}
