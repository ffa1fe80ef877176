/** What a version says of one node: where it comes from. */
export interface NodeLineage {
  readonly code: string | null
  readonly ancestorCode: string | null
  readonly comparability: string
  readonly isBreak: boolean
  readonly ancestorVersion: { readonly code: string } | null
}

export interface VersionLineage {
  readonly code: string
  readonly lineage: readonly NodeLineage[]
}

/** A value means the same on both sides of these, as it stands. */
const COMPARABLE = ['IDENTICAL', 'EDITORIAL']

/** The node of an earlier version that means the same, or why there is none. */
export type Descent =
  { readonly code: string } | { readonly code: null; readonly gap: 'new' | 'changed' | 'untold' }

/** Follows nodes of one kind back from one version to another, one version after the other. */
export function descentOf(
  versions: readonly VersionLineage[],
  present: string,
  earlier: string,
): (code: string) => Descent {
  if (present === earlier) return (code) => ({ code })
  const byCode = new Map(versions.map((version) => [version.code, version]))
  return (from) => {
    let code = from
    let at: string | undefined = present
    const seen = new Set<string>()
    while (at !== earlier) {
      const here: VersionLineage | undefined = at === undefined ? undefined : byCode.get(at)
      if (!here || seen.has(here.code)) return { code: null, gap: 'untold' }
      seen.add(here.code)
      const line: NodeLineage | undefined = here.lineage.find((each) => each.code === code)
      if (!line) return { code: null, gap: 'untold' }
      if (line.ancestorCode === null) return { code: null, gap: 'new' }
      if (line.isBreak || !COMPARABLE.includes(line.comparability)) {
        return { code: null, gap: 'changed' }
      }
      code = line.ancestorCode
      at = line.ancestorVersion?.code
    }
    return { code }
  }
}

/** The data element of an earlier version that means the same; null where the series breaks, or nobody says so. */
export type Ancestry = (elementCode: string) => string | null

export function ancestryOf(
  versions: readonly VersionLineage[],
  present: string,
  earlier: string,
): Ancestry {
  const descend = descentOf(versions, present, earlier)
  return (elementCode) => descend(elementCode).code
}
