import { deadlineAfter } from './cycles.ts'
import type { CatalogueInput, DemoAssignment, DemoPerson } from './world.ts'

/** How the contributors of an administration share the framework: by these beginnings of codes. */
const PARTS = [
  ['RC-'],
  ['EP-01', 'EP-02', 'EP-03', 'EP-04'],
  ['OD-02', 'OD-03', 'TF-04', 'TF-07'],
] as const
const FIRST_DUE = 18
const DUE_APART = 7

export function assignmentsOf(
  administration: string,
  people: readonly DemoPerson[],
  { kpis }: CatalogueInput,
  openedAt: Date,
): readonly DemoAssignment[] {
  const contributors = people.filter(({ roles }) =>
    roles.some((r) => r.role === 'CONTRIBUTOR' && r.administration === administration),
  )
  return contributors.slice(0, PARTS.length).map((person, index) => ({
    person: person.key,
    kpis: kpis
      .map((kpi) => kpi.code)
      .filter((code) => PARTS[index]?.some((part) => code.startsWith(part))),
    dueAt: deadlineAfter(openedAt, FIRST_DUE + DUE_APART * index),
  }))
}
