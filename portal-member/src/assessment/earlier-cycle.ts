export interface CycleBefore {
  reportingYear: number
  frameworkVersion: { code: string } | null
  myAssessment: { id: string; status: string | null } | null
}

/**
 * The cycle whose figures stand beside those of the present one: the last earlier one that was accepted, on the same
 * framework version. Where the framework changed, the same element need not mean the same thing.
 */
export function earlierCycle<T extends CycleBefore>(
  cycles: readonly T[],
  present: Pick<CycleBefore, 'reportingYear' | 'frameworkVersion'>,
): T | null {
  const [last] = cycles
    .filter(
      ({ reportingYear, frameworkVersion, myAssessment }) =>
        reportingYear < present.reportingYear &&
        myAssessment?.status === 'ACCEPTED' &&
        frameworkVersion !== null &&
        frameworkVersion.code === present.frameworkVersion?.code,
    )
    .toSorted((a, b) => b.reportingYear - a.reportingYear)
  return last ?? null
}
