import type { CommandScope } from '#access'
import type { AssessmentSubject } from '#assessment'
import type { CommentPlace, Hearers } from './policies'

/** The line of the log about a comment; the cycle officer sees those of the thread with the secretariat alone. */
export function recordComment(
  record: CommandScope['record'],
  action: string,
  hearers: Hearers,
  subject: Pick<AssessmentSubject, 'id' | 'administrationId' | 'cycleId'>,
  { kpiCode, elementCode }: CommentPlace,
  content: { readonly before?: unknown; readonly after?: unknown } = {},
): void {
  record({
    action,
    objectType: 'Assessment',
    objectId: subject.id,
    administrationId: subject.administrationId,
    cycleId: hearers === 'INTERNAL' ? null : subject.cycleId,
    facts: kpiCode === null ? { element: elementCode } : { kpi: kpiCode },
    ...content,
  })
}
