interface Accredited {
  readonly id: string
  /** Codes of the dimensions the accreditation covers; empty for all. */
  readonly areas: readonly string[]
}

const covers = ({ areas }: Accredited, dimension: string) =>
  areas.length === 0 || areas.includes(dimension)

/** Dimensions of the KPIs to be examined that a chosen team is not accredited for: the lead, and nobody at all. */
export function uncovered(
  scope: readonly string[],
  team: readonly Accredited[],
  lead: string,
): { readonly byLead: readonly string[]; readonly byAnybody: readonly string[] } {
  const dimensions = [...new Set(scope.map((kpi) => kpi.split('-')[0] ?? kpi))]
  const leader = team.find(({ id }) => id === lead)
  const byAnybody = team.length === 0 ? [] : missing(dimensions, team)
  const byLead = leader ? missing(dimensions, [leader]) : []
  return { byAnybody, byLead: byLead.filter((each) => !byAnybody.includes(each)) }
}

const missing = (dimensions: readonly string[], people: readonly Accredited[]) =>
  dimensions.filter((dimension) => !people.some((person) => covers(person, dimension)))
