import { unit } from './prng.ts'
import type { AggregateUse, CycleCode, DisclosureLevel } from './world.ts'

/** Administrations differ in openness, and each differs from KPI to KPI. */
export function disclosureLevel(
  administration: string,
  cycle: CycleCode,
  kpi: string,
): DisclosureLevel {
  const lean = 0.16 * (unit('openness', administration) - 0.5)
  const drawn = unit('level', administration, cycle, kpi) + lean
  return drawn < 0.4 ? 'NATIONAL' : drawn < 0.75 ? 'WCO' : 'PUBLIC'
}

/** What the framework holds at WCO level is not opened to everybody. */
export const levelWithin = (level: DisclosureLevel, ceiling: string | undefined) =>
  level === 'PUBLIC' && ceiling === 'WCO' ? ceiling : level

/** These two carry the figures every visitor sees first, so nobody has opted out of them. */
const ALWAYS_COUNTED = new Set(['TF-01-1', 'TF-03-1'])

export function aggregateUse(
  administration: string,
  cycle: CycleCode,
  kpi: string,
  level: DisclosureLevel,
): AggregateUse {
  if (level === 'PUBLIC' || ALWAYS_COUNTED.has(kpi)) return 'PUBLIC'
  const drawn = unit('use', administration, cycle, kpi)
  return drawn < 0.02 ? 'NONE' : drawn < 0.11 ? 'MEMBERS' : 'PUBLIC'
}
