import type { Updateable } from 'kysely'
import { ensure, expectVersion, type CommandScope, type Context } from '#access'
import type { KpiNode, VersionSnapshot } from '#framework'
import type { ResponseState } from '#framework/definition'
import { badInput, notFound, type ProblemDetail } from '#platform'
import type { Tables } from '../../migrations/tables'
import {
  frameworkOf,
  holdAssessment,
  openPlacesIn,
  type AssessmentSubject,
} from './assessment.lock'
import type { KpiResponseInput } from './kpi-response.payload'
import { canEditKpi } from './policies'
import { queueForContent } from './recompute'

export interface LockedResponse {
  readonly subject: AssessmentSubject
  readonly framework: VersionSnapshot
  readonly kpi: KpiNode
  readonly state: ResponseState
  readonly version: number
}

/**
 * The answer a change is about, open to the viewer and in the version the change was made on. With
 * `sharedToo`, a KPI of a returned assessment is open as well when it shares a figure with a returned one.
 */
export async function lockResponse(
  context: Context,
  { db, viewer }: Pick<CommandScope, 'db' | 'viewer'>,
  input: KpiResponseInput,
  { sharedToo = false }: { readonly sharedToo?: boolean } = {},
): Promise<LockedResponse> {
  const subject = await holdAssessment(db, input.assessmentId)
  const framework = await frameworkOf(context, db, subject)
  const kpi = framework.kpiByCode.get(input.kpiCode)
  if (!kpi) throw notFound(['input', 'kpiCode'])
  const open = await openPlacesIn(db, subject, framework)
  const shares = sharedToo && kpi.elements.some(({ element }) => open.elements?.has(element))
  const places = shares && open.kpis ? { ...open, kpis: new Set([...open.kpis, kpi.code]) } : open
  ensure(canEditKpi(viewer, subject, kpi.code, places), ['input', 'kpiCode'])

  await queueForContent(db, subject.id)
  const row = await db
    .selectFrom('kpiResponse')
    .select(['state', 'version'])
    .where('assessmentId', '=', subject.id)
    .where('kpiCode', '=', kpi.code)
    .executeTakeFirst()
  if (!row) throw notFound(['input', 'kpiCode'])
  expectVersion(row, input.expectedVersion, { assessmentId: subject.id, kpiCode: kpi.code })
  return { subject, framework, kpi, ...row }
}

/** Writes a person's own change of an answer and counts its version on. */
export async function changeResponse(
  { db, viewer, now }: Pick<CommandScope, 'db' | 'viewer' | 'now'>,
  { subject, kpi, version }: LockedResponse,
  change: Updateable<Tables['kpiResponse']>,
): Promise<void> {
  await db
    .updateTable('kpiResponse')
    .set({ ...change, version: version + 1, updatedAt: now, updatedBy: viewer.personId })
    .where('assessmentId', '=', subject.id)
    .where('kpiCode', '=', kpi.code)
    .execute()
}

export const MAX_TEXT = 4000

/** What is wrong with a text people read. */
export function textProblems(
  text: string | null | undefined,
  field: string,
  { isNeeded = true }: { readonly isNeeded?: boolean } = {},
): readonly ProblemDetail[] {
  const path = ['input', field]
  if (isNeeded && !text?.trim()) {
    return [badInput('TEXT_MISSING', 'A text is needed here.', path)]
  }
  return (text?.length ?? 0) > MAX_TEXT
    ? [badInput('TEXT_TOO_LONG', `At most ${MAX_TEXT} characters.`, path)]
    : []
}
