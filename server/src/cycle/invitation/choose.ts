import type { Texts } from '#accounts'
import { badInput, globalId, problem, uuidOf, type Db, type ProblemDetail } from '#platform'

export interface Registered {
  readonly id: string
  readonly code: string
  readonly name: string
}

const PATH = ['input', 'administrationIds'] as const

/** The register of administrations, by code. */
export async function register(db: Db): Promise<readonly Registered[]> {
  const rows = await db
    .selectFrom('administration')
    .select(['id', 'code', 'name'])
    .orderBy('code')
    .execute()
  return rows.map(({ id, code, name }) => ({ id, code, name: (name as Texts).en ?? code }))
}

/** Those of the register that are named, all of them where nothing is given, and what is wrong with the names. */
export function chosenOf(
  all: readonly Registered[],
  administrationIds: readonly string[] | null,
): { readonly chosen: readonly Registered[]; readonly problems: readonly ProblemDetail[] } {
  if (administrationIds === null) return { chosen: all, problems: [] }
  if (administrationIds.length === 0) {
    return {
      chosen: [],
      problems: [badInput('NOBODY_INVITED', 'A cycle invites at least one administration.', PATH)],
    }
  }
  const byId = new Map(all.map((each) => [each.id, each]))
  const chosen = new Map<string, Registered>()
  const problems: ProblemDetail[] = []
  for (const [at, globally] of administrationIds.entries()) {
    const found = byId.get(uuidOf('AD', globally) ?? '')
    const path = [...PATH, String(at)]
    if (!found) {
      problems.push(
        problem('NOT_FOUND', 'UNKNOWN_ADMINISTRATION', 'There is no such administration.', path),
      )
    } else if (chosen.has(found.id)) {
      problems.push(badInput('TWICE', `${found.name} is named twice.`, path))
    } else chosen.set(found.id, found)
  }
  return { chosen: [...chosen.values()], problems }
}

/** Why an administration that has started stays invited; its id ends the path. */
export const startedProblem = ({ id, name }: Registered): ProblemDetail =>
  problem('CONFLICT', 'ALREADY_STARTED', `${name} has started and stays invited.`, [
    ...PATH,
    globalId('AD', id),
  ])
