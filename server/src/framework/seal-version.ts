import type { Db } from '#platform'
import type { FrameworkVersionStatus } from './enums'

/** Gives an imported draft its final status; from PUBLISHED on nothing in it changes any more. */
export async function sealVersion(
  db: Db,
  versionId: string,
  seal: {
    readonly status: FrameworkVersionStatus
    readonly contentHash: string
    readonly publishedAt: Date | null
  },
): Promise<void> {
  await db
    .updateTable('frameworkVersion')
    .set({
      status: seal.status,
      contentHash: seal.contentHash,
      publishedAt: seal.publishedAt,
      validFrom: seal.publishedAt ? seal.publishedAt.toISOString().slice(0, 10) : null,
    })
    .where('id', '=', versionId)
    .execute()
}
