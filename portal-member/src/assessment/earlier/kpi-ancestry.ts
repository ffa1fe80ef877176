/** What a version says of one KPI: where it comes from. */
export interface KpiLineage {
  readonly code: string | null
  readonly ancestorCode: string | null
  readonly comparability: string
  readonly isBreak: boolean
  readonly conversion: string | null
  readonly note: string | null
  readonly ancestorVersion: { readonly code: string } | null
}

export interface VersionOfKpis {
  readonly code: string
  readonly lineage: readonly KpiLineage[]
}

/** How values of an earlier definition stand to those of the present one. */
export type Standing = 'same' | 'edited' | 'converted' | 'broken'

export interface KpiAncestor {
  readonly code: string
  readonly standing: Standing
  /** What the lineage says at each break, or of each conversion. */
  readonly notes: readonly string[]
}

const WEIGHT: readonly Standing[] = ['same', 'edited', 'converted', 'broken']
const graver = (one: Standing, other: Standing) =>
  WEIGHT.indexOf(one) > WEIGHT.indexOf(other) ? one : other

function standingOf({ isBreak, comparability }: KpiLineage): Standing {
  if (isBreak) return 'broken'
  if (comparability === 'IDENTICAL') return 'same'
  if (comparability === 'EDITORIAL') return 'edited'
  return comparability === 'WITH_CONVERSION' ? 'converted' : 'broken'
}

/** What a KPI of one version was in an earlier one; nothing where it was not there yet. */
export function kpiAncestors(
  versions: readonly VersionOfKpis[],
  of: { readonly kpi: string; readonly present: string; readonly earlier: string },
): readonly KpiAncestor[] {
  const byCode = new Map(versions.map((version) => [version.code, version]))
  const found = new Map<string, KpiAncestor>()
  const seen = new Set<string>()
  const queue = [{ version: of.present, code: of.kpi, standing: 'same' as Standing, notes: [] as string[] }] // prettier-ignore
  for (const { version, code, standing, notes } of queue) {
    if (version === of.earlier) {
      const known = found.get(code)
      if (!known || graver(known.standing, standing) === known.standing) {
        found.set(code, { code, standing, notes })
      }
      continue
    }
    const at = `${version} ${code} ${standing}`
    if (seen.has(at)) continue
    seen.add(at)
    for (const line of byCode.get(version)?.lineage ?? []) {
      if (line.code !== code || line.ancestorCode === null || !line.ancestorVersion) continue
      const own = standingOf(line)
      const said = own === 'broken' || own === 'converted' ? [line.note, line.conversion] : []
      queue.push({
        version: line.ancestorVersion.code,
        code: line.ancestorCode,
        standing: graver(standing, own),
        notes: [...notes, ...said.filter((text) => text !== null)],
      })
    }
  }
  return [...found.values()]
}
