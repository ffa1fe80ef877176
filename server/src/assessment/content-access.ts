import { actsFor, wears, type Context, type Viewer } from '#access'
import { snapshotOf, type VersionSnapshot } from '#framework'
import type { AccessReason, AssessmentStatus } from './enums'
import type { OpenPlaces } from './policies'
import { returnItemsOfAssessments } from './tasks.rows'

interface Readable {
  readonly id: string
  readonly administrationId: string
  readonly status: AssessmentStatus
  readonly submissionCount: number
}

/** Whether the viewer sees the content of an assessment whose head they see, and if not, why. */
export function contentAccess(viewer: Viewer, assessment: Readable): AccessReason {
  if (actsFor(viewer, assessment.administrationId)) return 'VISIBLE'
  if (wears(viewer, 'CYCLE_OFFICER')) {
    if (assessment.status === 'WITHDRAWN') return 'WITHHELD'
    return assessment.submissionCount > 0 ? 'VISIBLE' : 'NOT_SUBMITTED'
  }
  const reads = viewer.reviewAssignments.some(
    (review) =>
      review.assessmentId === assessment.id &&
      review.isCleared &&
      ['IN_PROGRESS', 'SHARED', 'RESPONDED'].includes(review.reviewStatus),
  )
  return reads ? 'VISIBLE' : 'NOT_SHARED'
}

/** Where a returned assessment is open: the KPIs of the last return and the data elements they use. */
export function openPlaces(
  status: AssessmentStatus,
  returnedKpis: readonly string[],
  snapshot: Pick<VersionSnapshot, 'kpiByCode'>,
): OpenPlaces {
  if (status !== 'RETURNED') return { kpis: null, elements: null }
  const elements = returnedKpis.flatMap(
    (code) => snapshot.kpiByCode.get(code)?.elements.map(({ element }) => element) ?? [],
  )
  return { kpis: new Set(returnedKpis), elements: new Set(elements) }
}

/** The same for a query. */
export async function openPlacesOf(
  context: Context,
  assessment: Readable & { readonly frameworkVersionId: string },
): Promise<OpenPlaces> {
  const snapshot = await snapshotOf(context, assessment.frameworkVersionId)
  if (!snapshot || assessment.status !== 'RETURNED') return { kpis: null, elements: null }
  const items = (await context.load(returnItemsOfAssessments, assessment.id)) ?? []
  const last = items.filter(
    ({ submissionNumber }) => submissionNumber === assessment.submissionCount,
  )
  return openPlaces(
    assessment.status,
    last.map(({ kpiCode }) => kpiCode),
    snapshot,
  )
}
