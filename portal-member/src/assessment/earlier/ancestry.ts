/** What a version says of one data element: where it comes from. */
export interface ElementLineage {
  readonly code: string | null
  readonly ancestorCode: string | null
  readonly comparability: string
  readonly isBreak: boolean
  readonly ancestorVersion: { readonly code: string } | null
}

export interface VersionLineage {
  readonly code: string
  readonly lineage: readonly ElementLineage[]
}

/** A value means the same on both sides of these, as it stands. */
const COMPARABLE = ['IDENTICAL', 'EDITORIAL']

/** The data element of an earlier version that means the same; null where the series breaks, or nobody says so. */
export type Ancestry = (elementCode: string) => string | null

/** Follows data elements back from one version to another, one version after the other. */
export function ancestryOf(
  versions: readonly VersionLineage[],
  present: string,
  earlier: string,
): Ancestry {
  if (present === earlier) return (code) => code
  const byCode = new Map(versions.map((version) => [version.code, version]))
  return (elementCode) => {
    let code: string | null = elementCode
    let at: string | undefined = present
    const seen = new Set<string>()
    while (at !== earlier) {
      const here: VersionLineage | undefined = at === undefined ? undefined : byCode.get(at)
      if (!here || code === null || seen.has(here.code)) return null
      seen.add(here.code)
      const line: ElementLineage | undefined = here.lineage.find((each) => each.code === code)
      if (!line || line.isBreak || !COMPARABLE.includes(line.comparability)) return null
      code = line.ancestorCode
      at = line.ancestorVersion?.code
    }
    return code
  }
}
