export interface CycleOfOwn {
  reportingYear: number
  myAssessment: { id: string; status: string | null } | null
}

/** Stages in which the administration has handed something in. */
export const HANDED_IN = ['SUBMITTED', 'RETURNED', 'ACCEPTED']

/** Cycles before the present one, the newest first. */
export const before = <T extends CycleOfOwn>(
  cycles: readonly T[],
  present: { readonly reportingYear: number },
): readonly T[] =>
  cycles
    .filter(({ reportingYear }) => reportingYear < present.reportingYear)
    .toSorted((a, b) => b.reportingYear - a.reportingYear)

/** Those among them for which something was handed in. */
export const handedInBefore = <T extends CycleOfOwn>(
  cycles: readonly T[],
  present: { readonly reportingYear: number },
): readonly T[] =>
  before(cycles, present).filter(({ myAssessment }) =>
    HANDED_IN.includes(myAssessment?.status ?? ''),
  )

/**
 * The earlier cycle whose figures may be taken over: the one that measured exactly the year wanted, else the last before
 * the present one, so that it can be said why nothing fits.
 */
export function sourceOf<T extends CycleOfOwn>(
  cycles: readonly T[],
  present: { readonly reportingYear: number; readonly previousYear: number },
): T | null {
  const handedIn = handedInBefore(cycles, present)
  const ofTheYear = handedIn.find(({ reportingYear }) => reportingYear === present.previousYear)
  return ofTheYear ?? handedIn[0] ?? null
}
