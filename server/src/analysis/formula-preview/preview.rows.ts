import type { Db } from '#platform'
import type { PublicAnswer } from './preview'

/** Answers of the public edition of a release to some KPIs, with the stubs of those that are withheld. */
export async function publicAnswers(
  db: Db,
  releaseId: string,
  kpiCodes: readonly string[],
): Promise<readonly PublicAnswer[]> {
  if (kpiCodes.length === 0) return []
  return db
    .selectFrom('releaseValue as v')
    .innerJoin('administration as a', 'a.id', 'v.administrationId')
    .select([
      'v.administrationId',
      'v.kpiCode',
      'v.access',
      'v.state',
      'v.value',
      'v.subValues',
      'v.score',
    ])
    .where('v.releaseId', '=', releaseId)
    .where('v.edition', '=', 'PUBLIC')
    .where('v.kpiCode', 'in', [...kpiCodes])
    .orderBy('a.code')
    .execute()
}
