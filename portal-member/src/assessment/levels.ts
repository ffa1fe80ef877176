import type { DisclosureLevel } from './model'

/** From the narrowest to the widest. */
export const LEVELS: readonly DisclosureLevel[] = ['NATIONAL', 'WCO', 'PUBLIC']

const rank = (level: DisclosureLevel | null) => LEVELS.indexOf(level ?? 'PUBLIC')

/** Whether a level may be chosen for a KPI that the framework holds at the other one. */
export const isWithin = (level: DisclosureLevel, ceiling: DisclosureLevel | null): boolean =>
  rank(level) <= rank(ceiling)

/** The level wished for, or the widest that is allowed. */
export const levelWithin = (
  wished: DisclosureLevel,
  ceiling: DisclosureLevel | null,
): DisclosureLevel => (ceiling !== null && !isWithin(wished, ceiling) ? ceiling : wished)
