import { anonymous, appendAudit } from '#access'
import type { DueHandler } from '#platform'

/** Publishes releases whose embargo has ended; a second officer set it after the audit had passed. */
export const publishDueReleases: DueHandler = async ({ db, now }) => {
  const due = await db
    .selectFrom('release')
    .select(['id', 'code', 'cycleId'])
    .where('status', '=', 'EMBARGOED')
    .where('embargoUntil', '<=', now.toISOString())
    .forUpdate()
    .execute()
  for (const { id, cycleId } of due) {
    await db
      .updateTable('release')
      .set((eb) => ({ status: 'SUPERSEDED', version: eb('version', '+', 1) }))
      .where('cycleId', '=', cycleId)
      .where('status', '=', 'PUBLISHED')
      .execute()
    await db
      .updateTable('release')
      .set((eb) => ({
        status: 'PUBLISHED',
        publishedAt: now,
        publishedBy: eb.ref('embargoedBy'),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .execute()
  }
  await appendAudit(
    db,
    anonymous(now),
    'clock',
    now,
    due.map(({ id, code, cycleId }) => ({
      action: 'releasePublish',
      objectType: 'Release',
      objectId: id,
      administrationId: null,
      cycleId,
      facts: { code, by: 'clock', from: 'EMBARGOED', to: 'PUBLISHED' },
    })),
  )
}
