import { canonical } from './content-hash'
import type { KpiDefinition, LocalizedText } from './definition'
import type { KpiRelation } from './enums'
import type { KpiNode } from './snapshot'

type Measured = Pick<KpiDefinition, (typeof MEASUREMENT)[number]>
type Worded = Measured &
  Pick<KpiNode, Exclude<(typeof WORDING)[number], 'guidance'>> & {
    readonly guidance: LocalizedText | null
  }

// What decides the value: values before and after a change here are not comparable.
const MEASUREMENT = [
  'kind', 'unit', 'formula', 'undefinedWhen', 'elements', 'subMeasures',
] as const // prettier-ignore
const WORDING = [
  'name', 'description', 'methodologyHelp', 'guidance', 'decimals', 'direction', 'range', 'normalisation', 'weight',
  'scale', 'maxDisclosureLevel',
] as const // prettier-ignore

/** How a KPI relates to its ancestor, from what differs between the two. */
export function relationTo(
  ancestor: Worded | null,
  kpi: Worded,
  current: KpiRelation,
): KpiRelation {
  if (ancestor === null) return current
  // Splitting and merging are decided by people, not found by comparison.
  if (current === 'SPLIT' || current === 'MERGED' || current === 'RETIRED') return current
  if (differs(measured(ancestor), measured(kpi))) return 'FORMULA_CHANGED'
  return differs(pick(ancestor, WORDING), pick(kpi, WORDING)) ? 'REWORDED' : 'SAME'
}

/** Whether two revisions of a KPI are computed the same way from the same elements. */
export const isMeasuredAlike = (ancestor: Measured, kpi: Measured): boolean =>
  !differs(measured(ancestor), measured(kpi))

/** What is computed otherwise, by its fields. */
export function measuredApart(ancestor: Measured, kpi: Measured): readonly string[] {
  const [before, after]: Readonly<Record<string, unknown>>[] = [measured(ancestor), measured(kpi)]
  return MEASUREMENT.filter((field) => differs(before![field] ?? null, after![field] ?? null))
}

// Names of sub-measures and spaces in a formula are wording, not measurement.
const measured = (kpi: Measured) => ({
  ...pick(kpi, MEASUREMENT),
  formula: squeeze(kpi.formula),
  subMeasures: kpi.subMeasures.map(({ code, formula, unit }) => ({
    code,
    formula: squeeze(formula),
    unit,
  })),
})

const squeeze = (formula: string) => formula.replace(/\s+/g, '')

const differs = (a: unknown, b: unknown) => canonical(a) !== canonical(b)

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
