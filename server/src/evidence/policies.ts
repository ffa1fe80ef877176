import { actsFor, allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'
import { canEdit, canEditKpi, type AssessmentFacts, type OpenPlaces } from '#assessment'

/**
 * May the viewer change evidence that backs these KPIs? Whoever changes an item changes it for all of them, so that
 * each must be open. What backs none is the coordinator's to tidy up.
 */
export const canEditEvidence = (
  viewer: Viewer,
  facts: AssessmentFacts,
  kpiCodes: readonly string[],
  open: OpenPlaces,
): Permission =>
  firstDenial(
    canEdit(viewer, facts),
    () =>
      kpiCodes.length === 0 && wears(viewer, 'CONTRIBUTOR')
        ? deny('NOT_ASSIGNED', 'It belongs to no KPI that is assigned to you.')
        : allow,
    ...kpiCodes.map((code) => () => canEditKpi(viewer, facts, code, open)),
  )

/** May the viewer decide whether the cycle officer opens it? In any state: what was shared can be closed again. */
export const canShareEvidence = (
  viewer: Viewer,
  { administrationId }: { readonly administrationId: string },
): Permission =>
  firstDenial(
    viewer.hat === null ? deny('SIGN_IN_REQUIRED', 'Sign in first.') : allow,
    () =>
      actsFor(viewer, administrationId)
        ? allow
        : deny('NOT_YOURS', 'Only the administration itself may do this.'),
    () => (wears(viewer, 'COORDINATOR') ? allow : deny('WRONG_HAT', 'The coordinator does this.')),
  )
