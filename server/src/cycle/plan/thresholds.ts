import { sql } from 'kysely'
import { badInput, type Db, type ProblemDetail } from '#platform'
import type { Cycle } from '../cycle'

/** Administrations behind a group figure at the least, by the method; a cycle asks for these or more. */
export const LEAST_CONTRIBUTORS = { MEMBERS: 5, PUBLIC: 10 } as const
const MOST = 200

export type Plan = Pick<
  Cycle,
  'defaultDisclosure' | 'membersMinimum' | 'publicMinimum' | 'leastCoverage'
>

/** What holds where nothing is planned. */
export const USUAL_PLAN: Plan = {
  defaultDisclosure: 'NATIONAL',
  membersMinimum: LEAST_CONTRIBUTORS.MEMBERS,
  publicMinimum: LEAST_CONTRIBUTORS.PUBLIC,
  leastCoverage: null,
}

/** Share of scored KPIs the framework version asks for, in per cent. */
export async function coverageOfVersion(db: Db, versionId: string): Promise<number> {
  const { rows } = await sql<{ percent: string | null }>`
    select (scoring_method ->> 'minCoverage')::numeric * 100 as percent from framework_version
    where id = ${versionId}::uuid`.execute(db)
  return Number(rows[0]?.percent ?? 0)
}

/** Everything that is wrong with what a cycle is planned with. */
export function planProblems(plan: Plan, versionCoverage: number): readonly ProblemDetail[] {
  const { membersMinimum, publicMinimum, leastCoverage } = plan
  return [
    ...minimumProblems('membersMinimum', membersMinimum, LEAST_CONTRIBUTORS.MEMBERS),
    ...minimumProblems('publicMinimum', publicMinimum, LEAST_CONTRIBUTORS.PUBLIC),
    ...(publicMinimum < membersMinimum
      ? [wrong('publicMinimum', 'BELOW_MEMBERS', 'The public sees no smaller group than members.')]
      : []),
    ...coverageProblems(leastCoverage, versionCoverage),
  ]
}

function minimumProblems(field: string, value: number, floor: number): readonly ProblemDetail[] {
  if (value < floor) {
    return [wrong(field, 'BELOW_FLOOR', `At least ${floor} administrations stand behind a figure.`)]
  }
  return value > MOST ? [wrong(field, 'ABOVE_MOST', `At most ${MOST} administrations.`)] : []
}

function coverageProblems(value: number | null, floor: number): readonly ProblemDetail[] {
  if (value === null) return []
  if (value > 100 || value < 1) {
    return [wrong('leastCoverage', 'BAD_COVERAGE', 'The coverage lies between 1 and 100 per cent.')]
  }
  return value < floor
    ? [wrong('leastCoverage', 'BELOW_VERSION', `The framework version asks for ${floor} per cent.`)]
    : []
}

const wrong = (field: string, reason: string, words: string) =>
  badInput(reason, words, ['input', 'plan', field])
