import { problem, type Db, type ProblemDetail } from '#platform'

interface Begun {
  readonly id: string
  readonly number: number
  readonly begins: number
}

/** Refuses to retire the version in force: that would put an older one back, or leave none. */
export async function forceProblems(
  db: Db,
  versionId: string,
  now: Date,
): Promise<readonly ProblemDetail[]> {
  const rows = await db
    .selectFrom('frameworkVersion')
    .select(['id', 'number', 'validFrom', 'publishedAt'])
    .where('status', '=', 'PUBLISHED')
    .execute()
  const begun = rows
    .map(({ id, number, validFrom, publishedAt }): Begun => {
      const begins = Math.max(timeOf(validFrom), timeOf(publishedAt))
      return { id, number, begins }
    })
    .filter(({ begins }) => begins <= now.getTime())
  const current = begun.toSorted(later)[0]
  if (current?.id !== versionId) return []
  return [
    problem(
      'CONFLICT',
      'IN_FORCE',
      'The version is in force and nothing supersedes it: publish its successor first.',
      ['input', 'versionId'],
    ),
  ]
}

const timeOf = (at: Date | string | null) => (at === null ? 0 : new Date(at).getTime())

// What was published in one moment is told apart by number, and an erratum by its later id.
const later = (a: Begun, b: Begun) =>
  b.begins - a.begins || b.number - a.number || (a.id < b.id ? 1 : -1)
