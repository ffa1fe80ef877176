import type { Updateable } from 'kysely'
import { hashOfContent, type CommandScope } from '#access'
import type { Db } from '#platform'
import type { Tables } from '../../migrations/tables'
import type { ReviewStatus } from './enums'
import type { LockedReview } from './review.lock'

/** What an audit entry says of a review; one that is new has no state before. */
type RecordedReview = Pick<LockedReview, 'id' | 'administrationId' | 'cycleId' | 'isConfirmed'> & {
  readonly status?: ReviewStatus
}

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

const STATE_AFTER: Readonly<Record<string, ReviewStatus>> = {
  reviewRequest: 'REQUESTED',
  reviewAccept: 'ACCEPTED',
  reviewDecline: 'DECLINED',
  reviewStart: 'IN_PROGRESS',
  reviewShare: 'SHARED',
  reviewRespond: 'RESPONDED',
  reviewAmend: 'SHARED',
  reviewConclude: 'CONCLUDED',
  reviewWithdraw: 'WITHDRAWN',
}
// An answer is the administration's own matter until the approver has signed all of them.
const OWN_MATTER: ReadonlySet<string> = new Set(['findingRespond', 'reviewRespondPropose'])

/** An audit entry in the chain of the administration under review; the officer's too once it is signed. */
export function recordReview(
  record: CommandScope['record'],
  action: string,
  review: RecordedReview,
  facts: Readonly<Record<string, unknown>> = {},
  content: { readonly before?: unknown; readonly after?: unknown } = {},
): void {
  record({
    action,
    objectType: 'Review',
    objectId: review.id,
    administrationId: review.administrationId,
    cycleId: review.isConfirmed && !OWN_MATTER.has(action) ? review.cycleId : null,
    facts: {
      ...facts,
      ...(STATE_AFTER[action] ? { from: review.status, to: STATE_AFTER[action] } : {}),
    },
    ...content,
  })
}

/**
 * An audit entry on work of the team that the administration does not know of yet, or never will. It
 * stands in the secretariat's chain and names the review by a hash: even that a draft exists is its
 * author's alone.
 */
export function recordTeamWork(
  record: CommandScope['record'],
  action: string,
  review: { readonly id: string },
  content: { readonly before?: unknown; readonly after?: unknown } = {},
): void {
  record({
    action,
    objectType: null,
    objectId: hashOfContent(review.id) ?? null,
    administrationId: null,
    ...content,
  })
}
