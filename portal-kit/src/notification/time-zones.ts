/** Time zone of this device, as the IANA database calls it. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Time zones to choose from, the given one among them even where this browser does not list it. */
export function timeZones(given: string): readonly string[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', given])
  return [...known].toSorted((one, other) => one.localeCompare(other, 'en'))
}
