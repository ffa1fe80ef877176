import { badInput, type ProblemDetail } from '#platform'
import { findLineage, lineageProblems, type LineageLink } from '../lineage'
import type { GuidedSnapshot, VersionSnapshot } from '../snapshot'
import { contentChecks } from '../version-checks'
import { codeProblems, kindProblems, weightProblems } from './structure-checks'

export const CHECK_CODES = [
  'CODES', 'FORMULAS', 'SAMPLES', 'UNITS', 'RULES', 'WEIGHTS', 'LANGUAGES', 'LINEAGE',
] as const // prettier-ignore
export type CheckCode = (typeof CHECK_CODES)[number]

/** One check of a version and everything it found. */
export interface Check {
  readonly code: CheckCode
  readonly problems: readonly ProblemDetail[]
}

const UNIT_REASONS = new Set(['UNIT_MISMATCH', 'RESULT_UNIT', 'PERCENT_SCALE', 'BAD_UNIT'])

/** Every check a version must pass before it is submitted, and again before it is published. */
export function checksOf(
  base: VersionSnapshot | null,
  version: GuidedSnapshot,
  lineage: readonly LineageLink[] = findLineage(base, version, version.stated),
): readonly Check[] {
  const formulas = contentChecks.FORMULAS(version)
  const found: Readonly<Record<CheckCode, readonly ProblemDetail[]>> = {
    CODES: codeProblems(version),
    FORMULAS: formulas.filter(({ reason }) => !UNIT_REASONS.has(reason)),
    SAMPLES: contentChecks.SAMPLES(version),
    UNITS: [
      ...formulas.filter(({ reason }) => UNIT_REASONS.has(reason)),
      ...kindProblems(version.kpis),
    ],
    RULES: contentChecks.RULES(version),
    WEIGHTS: weightProblems(version),
    LANGUAGES: contentChecks.LANGUAGES(version),
    LINEAGE: version.version.kind === 'ERRATUM' ? erratumProblems(version, lineage) : lineageProblems(base, version, lineage), // prettier-ignore
  }
  return CHECK_CODES.map((code) => ({ code, problems: found[code] }))
}

// An erratum ends no series, so there is no reason to be given either.
const erratumProblems = (version: GuidedSnapshot, lineage: readonly LineageLink[]) => [
  ...contentChecks.ERRATUM(version),
  ...lineage
    .filter(({ kind, relation }) => kind === 'KPI' && relation === 'RETIRED')
    .map(({ ancestorCode }) =>
      badInput('NOT_AN_ERRATUM', 'An erratum cannot retire a KPI.', [ancestorCode!]),
    ),
]

/** Everything that stands against submitting a version, all at once. */
export const problemsOf = (checks: readonly Check[]): readonly ProblemDetail[] =>
  checks.flatMap(({ problems }) => problems)
