import type { Mark } from './model'

interface ChangedKpi {
  readonly code: string
  readonly relation: Mark
  readonly ancestor?: { readonly id: string } | null
}

interface FormerKpi {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly outcome: { readonly code: string }
}

/** KPIs of the version before that none of these goes back to. */
export function retiredKpis(kpis: readonly ChangedKpi[], former: readonly FormerKpi[]) {
  const kept = new Set(kpis.flatMap(({ ancestor }) => ancestor?.id ?? []))
  return former
    .filter(({ id }) => !kept.has(id))
    .map(({ code, name, outcome }) => ({ code, name, outcome: outcome.code }))
}

/** The changed KPI that follows this part in the tree, or the first one after the last; null where no other is. */
export function changeAfter(kpis: readonly ChangedKpi[], current: string): string | null {
  const at = kpis.findIndex(({ code }) => code === current)
  const round = [...kpis.slice(at + 1), ...kpis.slice(0, Math.max(at, 0))]
  return round.find(({ relation }) => relation !== 'SAME')?.code ?? null
}
