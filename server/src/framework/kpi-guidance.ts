import type { Db } from '#platform'
import type { LocalizedText } from './definition'

/** Keeps the guidance for reviewers of a KPI, or takes it out. */
export async function writeGuidance(
  db: Db,
  { id: kpiId, versionId }: { readonly id: string; readonly versionId: string },
  guidance: LocalizedText | null,
): Promise<void> {
  if (guidance === null) {
    await db.deleteFrom('kpiGuidance').where('kpiId', '=', kpiId).execute()
    return
  }
  const body = JSON.stringify(guidance)
  await db
    .insertInto('kpiGuidance')
    .values({ kpiId, versionId, body })
    .onConflict((conflict) => conflict.column('kpiId').doUpdateSet({ body }))
    .execute()
}
