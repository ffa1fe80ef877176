import { Readable } from 'node:stream'
import { workerIdentity } from '#access'
import { blobKey, type BlobStore, type Database } from '#platform'
import { DEMO_FILES } from './demo-files'

/** Puts the bytes of the demonstration world into the store, where they are not there yet. */
export async function keepDemoFiles(database: Database, blobs: BlobStore): Promise<void> {
  const rows = await database.read(workerIdentity, (db) =>
    db
      .selectFrom('evidenceFile')
      .select(['administrationId', 'sha256'])
      .where('sha256', 'in', [...DEMO_FILES.keys()])
      .execute(),
  )
  for (const { administrationId, sha256 } of rows) {
    const { bytes } = DEMO_FILES.get(sha256)!
    await blobs.keep(blobKey(administrationId, sha256), () => Readable.from([bytes]), bytes.length)
  }
}
