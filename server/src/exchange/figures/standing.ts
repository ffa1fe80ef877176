import { wears, type Viewer } from '#access'
import {
  canEditElement,
  type AssessmentFacts,
  type KpiResponse,
  type OpenPlaces,
} from '#assessment'
import type { VersionSnapshot } from '#framework'
import type { FilePeriod } from './figure-file'

export interface StandingPlace {
  readonly viewer: Viewer
  readonly subject: AssessmentFacts
  readonly open: OpenPlaces
  readonly snapshot: VersionSnapshot
  readonly responses: readonly Pick<KpiResponse, 'kpiCode' | 'state' | 'reasonText'>[]
}

/** Why a figure cannot be written from a file now, or null where it can. */
export function closedBecause(
  { viewer, subject, open, snapshot, responses }: StandingPlace,
  code: string,
  period: FilePeriod,
): string | null {
  const element = snapshot.elementByCode.get(code)
  if (!element) return 'UNKNOWN_ELEMENT'
  const permission = canEditElement(viewer, subject, code, open)
  if (!permission.allowed) return permission.code
  if (element.origin === 'DERIVED') return 'DERIVED'
  const asking = (snapshot.kpisOfElement.get(code) ?? []).filter(({ bindings }) =>
    bindings.some((each) => each.element?.code === code && each.period === period),
  )
  if (asking.length === 0) return 'YEAR_NOT_ASKED'
  const stated = new Map(responses.map((response) => [response.kpiCode, response]))
  const isDeclared = (kpiCode: string) => {
    const response = stated.get(kpiCode)
    return (
      response?.state === 'NOT_APPLICABLE' ||
      (response?.state === 'NOT_AVAILABLE' && response.reasonText !== null)
    )
  }
  return asking.every((kpi) => isDeclared(kpi.code)) ? 'DECLARED' : null
}

/** Whether a KPI and its figures exist for the viewer: to a contributor those of others do not. */
export const seesKpi = (viewer: Viewer, assessmentId: string, kpiCode: string): boolean =>
  !wears(viewer, 'CONTRIBUTOR') || viewer.assignedKpis.has(`${assessmentId}:${kpiCode}`)

/** Whether the figures of an element exist for the viewer. */
export const seesElement = (viewer: Viewer, assessmentId: string, elementCode: string): boolean =>
  !wears(viewer, 'CONTRIBUTOR') || viewer.assignedElements.has(`${assessmentId}:${elementCode}`)
