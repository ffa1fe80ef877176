import type { CommandScope, Hat } from '#access'
import { notify, type Notice } from '#notification'
import type { AssessmentSubject } from './assessment.lock'

/** Tells people of the administration what has just been done with its assessment. */
export const tell = (
  scope: Pick<CommandScope, 'db' | 'now'>,
  { id, administrationId, cycleId }: Pick<AssessmentSubject, 'id' | 'administrationId' | 'cycleId'>,
  kind: Notice['kind'],
  roles: readonly Hat[],
  facts: Pick<Notice, 'kpiCodes' | 'personIds' | 'dueAt'> = {},
): Promise<void> =>
  notify(scope, { kind, roles, administrationId, cycleId, assessmentId: id, ...facts })

/** Tells the cycle officers that there is something to look at. */
export const tellOfficers = (
  scope: Pick<CommandScope, 'db' | 'now'>,
  { id, administrationId, cycleId }: Pick<AssessmentSubject, 'id' | 'administrationId' | 'cycleId'>,
  kind: Notice['kind'],
): Promise<void> =>
  notify(scope, {
    kind,
    roles: ['CYCLE_OFFICER'],
    aboutId: administrationId,
    cycleId,
    assessmentId: id,
  })
