import { badInput, problem, uuidOf, type Db, type ProblemDetail } from '#platform'

/** What a cycle says of itself, as it would be kept. */
export interface CycleIdentity {
  readonly code: string
  readonly number: number
  readonly nameEn: string
  readonly nameFr: string
  readonly reportingYear: number
  readonly opensAt: Date
  readonly closesAt: Date
}

export const unfit = (field: string, reason: string, message: string) =>
  badInput(reason, message, ['input', field])

/** Everything that is wrong with a cycle by itself. */
export function cycleProblems(cycle: CycleIdentity): readonly ProblemDetail[] {
  const problems: ProblemDetail[] = []
  if (!/^[A-Z][A-Z0-9]{2,19}$/.test(cycle.code)) {
    problems.push(unfit('code', 'BAD_CODE', 'A code has 3 to 20 upper-case letters and digits.'))
  }
  if (cycle.number < 0) problems.push(unfit('number', 'BAD_CODE', 'The number cannot be negative.'))
  for (const field of ['nameEn', 'nameFr'] as const) {
    if (cycle[field].trim() === '') {
      problems.push(unfit(field, 'TEXT_MISSING', 'The cycle needs a name in both languages.'))
    }
  }
  if (cycle.reportingYear < 2000 || cycle.reportingYear > cycle.opensAt.getUTCFullYear()) {
    problems.push(
      unfit('reportingYear', 'BAD_YEAR', 'The reporting year lies between 2000 and the opening.'),
    )
  }
  return [...problems, ...endProblems(cycle)]
}

/** What is wrong with the end of entry of a cycle; once it is open, the end lies ahead as well. */
export function endProblems(
  { opensAt, closesAt }: { readonly opensAt: Date; readonly closesAt: Date },
  now: Date | null = null,
): readonly ProblemDetail[] {
  if (now !== null && closesAt <= now) {
    return [unfit('closesAt', 'BAD_PERIOD', 'The new end lies in the past.')]
  }
  return closesAt <= opensAt
    ? [unfit('closesAt', 'BAD_PERIOD', 'A cycle closes after it opens.')]
    : []
}

/** Whether another cycle has the code or the number. */
export async function takenProblems(
  db: Db,
  cycle: Pick<CycleIdentity, 'code' | 'number'>,
  ownId: string | null = null,
): Promise<readonly ProblemDetail[]> {
  const rows = await db
    .selectFrom('cycle')
    .select(['id', 'code', 'number'])
    .where((eb) => eb.or([eb('code', '=', cycle.code), eb('number', '=', cycle.number)]))
    .execute()
  const taken = rows.filter(({ id }) => id !== ownId)
  return (['code', 'number'] as const)
    .filter((field) => taken.some((row) => row[field] === cycle[field]))
    .map((field) =>
      problem('CONFLICT', 'CODE_TAKEN', `Another cycle has this ${field}.`, ['input', field]),
    )
}

/** The framework version a cycle is to measure by, or why it cannot. */
export async function versionToMeasureBy(db: Db, globalId: string) {
  const id = uuidOf('FV', globalId)
  const version =
    id === null
      ? undefined
      : await db
          .selectFrom('frameworkVersion')
          .select(['id', 'status', 'isDemonstration'])
          .where('id', '=', id)
          .executeTakeFirst()
  const problems =
    version && version.status !== 'RETIRED'
      ? []
      : [unfit('frameworkVersionId', 'UNKNOWN_VERSION', 'There is no such version to measure by.')]
  return { version, problems }
}
