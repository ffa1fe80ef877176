import type { CommandScope, Hat } from '#access'
import type { VersionSnapshot } from '#framework'
import { notify, type Notice } from '#notification'
import type { AssessmentSubject } from './assessment.lock'

/** Tells people of the administration what has just been done with its assessment. */
export const tell = (
  scope: Pick<CommandScope, 'db' | 'now'>,
  { id, administrationId, cycleId }: Pick<AssessmentSubject, 'id' | 'administrationId' | 'cycleId'>,
  kind: Notice['kind'],
  roles: readonly Hat[],
  facts: Pick<Notice, 'kpiCodes' | 'elementCodes' | 'personIds' | 'dueAt'> = {},
): Promise<void> =>
  notify(scope, { kind, roles, administrationId, cycleId, assessmentId: id, ...facts })

/** Tells the cycle officers that there is something to look at. */
export const tellOfficers = (
  scope: Pick<CommandScope, 'db' | 'now'>,
  { id, administrationId, cycleId }: Pick<AssessmentSubject, 'id' | 'administrationId' | 'cycleId'>,
  kind: Notice['kind'],
  kpiCodes: readonly string[] = [],
): Promise<void> =>
  notify(scope, {
    kind,
    roles: ['CYCLE_OFFICER'],
    aboutId: administrationId,
    cycleId,
    assessmentId: id,
    kpiCodes,
  })

/** KPIs with their data elements, of which each contributor is told what was given to them. */
export function placesOf(
  { kpiByCode }: Pick<VersionSnapshot, 'kpiByCode'>,
  kpiCodes: readonly string[],
): Required<Pick<Notice, 'kpiCodes' | 'elementCodes'>> {
  const elements = kpiCodes.flatMap((code) => kpiByCode.get(code)?.elements ?? [])
  return { kpiCodes, elementCodes: [...new Set(elements.map(({ element }) => element))] }
}
