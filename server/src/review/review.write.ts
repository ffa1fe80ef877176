import type { Updateable } from 'kysely'
import type { CommandScope } from '#access'
import type { Db } from '#platform'
import type { Tables } from '../../migrations/tables'
import type { LockedReview } from './review.lock'

/** Changes the head of a review and counts its version on. */
export async function changeReview(
  db: Db,
  review: LockedReview,
  change: Updateable<Tables['review']>,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('review')
    .set({ ...change, version: review.version + 1 })
    .where('id', '=', review.id)
    .executeTakeFirst()
  // The row policies are a second opinion on what the action policy allowed.
  if (numUpdatedRows !== 1n) throw new Error('The row policies refused a change of a review.')
}

/** An audit entry in the chain of the administration under review. */
export function recordReview(
  record: CommandScope['record'],
  action: string,
  review: Pick<LockedReview, 'id' | 'administrationId'>,
  facts: Readonly<Record<string, unknown>> = {},
  content: { readonly before?: unknown; readonly after?: unknown } = {},
): void {
  record({
    action,
    objectType: 'Review',
    objectId: review.id,
    administrationId: review.administrationId,
    facts,
    ...content,
  })
}
