import { problem, type Db, type ProblemDetail } from '#platform'

/** Refuses a content for which no passed dry run is stored. */
export async function dryRunProblems(
  db: Db,
  versionId: string,
  contentHash: string,
): Promise<readonly ProblemDetail[]> {
  const passed = await db
    .selectFrom('dryRun')
    .select('id')
    .where('versionId', '=', versionId)
    .where('contentHash', '=', contentHash)
    .where('passed', '=', true)
    .executeTakeFirst()
  if (passed) return []
  return [
    problem('CONFLICT', 'CHECKS_MISSING', 'No passed checks are stored for this content.', [
      'input',
      'versionId',
    ]),
  ]
}
