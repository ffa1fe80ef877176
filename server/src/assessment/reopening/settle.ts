import type { CommandScope } from '#access'
import type { AssessmentSubject } from '../assessment.lock'
import type { ReopenRequestStatus } from '../enums'

/** Ends the request that waits, if one does; with an answer where it was declined. */
export async function settleReopenRequest(
  { db, viewer, now }: Pick<CommandScope, 'db' | 'viewer' | 'now'>,
  { id }: Pick<AssessmentSubject, 'id'>,
  status: Exclude<ReopenRequestStatus, 'OPEN'>,
  answer: string | null = null,
): Promise<void> {
  await db
    .updateTable('reopenRequest')
    .set({ status, answer, settledAt: now, settledBy: viewer.personId })
    .where('assessmentId', '=', id)
    .where('status', '=', 'OPEN')
    .execute()
}
