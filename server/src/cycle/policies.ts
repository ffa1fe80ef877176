import { allow, deny, firstDenial, type Permission, type Viewer } from '#access'

/** What the rules on a cycle look at. */
export interface CycleFacts {
  readonly status: string
  readonly closedBy: string | null
  /** Whether results of the cycle are published. */
  readonly isPublished: boolean
}

const isOfficer = (viewer: Viewer): Permission =>
  viewer.hat === 'CYCLE_OFFICER' ? allow : deny('WRONG_HAT', 'Only a cycle officer runs cycles.')

const isIn = (
  cycle: Pick<CycleFacts, 'status'>,
  states: readonly string[],
  words: string,
): Permission => (states.includes(cycle.status) ? allow : deny('WRONG_STATE', words))

/** May the viewer plan a cycle? */
export const canCreateCycle = (viewer: Viewer): Permission => isOfficer(viewer)

/** May the viewer plan a cycle that measures by this framework version? */
export const canPlanCycleOn = (viewer: Viewer, version: { readonly status: string }): Permission =>
  firstDenial(canCreateCycle(viewer), () =>
    version.status === 'RETIRED'
      ? deny('WRONG_STATE', 'No new cycle measures by a retired version.')
      : allow,
  )

/** May the viewer open the cycle for entry? */
export const canOpenCycle = (viewer: Viewer, cycle: CycleFacts): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(cycle, ['PLANNED'], 'Only a planned cycle can be opened.'),
  )

/** May the viewer correct the cycle? All of it while it is planned, its end alone while it is open. */
export const canUpdateCycle = (viewer: Viewer, cycle: Pick<CycleFacts, 'status'>): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(cycle, ['PLANNED', 'OPEN'], 'A cycle is corrected until entry has ended.'),
  )

/** May the viewer call the cycle off? */
export const canRemoveCycle = (viewer: Viewer, cycle: Pick<CycleFacts, 'status'>): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(cycle, ['PLANNED'], 'Only a planned cycle, of which nobody was told, is called off.'),
  )

/** May the viewer say when those who have not submitted are reminded? */
export const canSetReminders = (viewer: Viewer, cycle: Pick<CycleFacts, 'status'>): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(cycle, ['PLANNED', 'OPEN'], 'Reminders are set until entry has ended.'),
  )

/** May the viewer set the default disclosure and the thresholds? Fixed once administrations work by them. */
export const canSetPlan = (viewer: Viewer, cycle: Pick<CycleFacts, 'status'>): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(cycle, ['PLANNED'], 'Default disclosure and thresholds are fixed once a cycle is opened.'),
  )

/** May the viewer choose which administrations are invited? */
export const canInvite = (viewer: Viewer, cycle: Pick<CycleFacts, 'status'>): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(cycle, ['PLANNED', 'OPEN'], 'Nobody is invited any more once entry has ended.'),
  )

/** May the viewer write to administrations of the cycle? */
export const canMessage = (viewer: Viewer, cycle: Pick<CycleFacts, 'status'>): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(cycle, ['OPEN', 'CLOSED', 'REPORTED'], 'Nobody is invited to a planned cycle yet.'),
  )

/** May the viewer end entry? */
export const canCloseCycle = (viewer: Viewer, cycle: CycleFacts): Permission =>
  firstDenial(isOfficer(viewer), () => isIn(cycle, ['OPEN'], 'Only an open cycle can be closed.'))

/** May the viewer open a closed cycle again? */
export const canReopenCycle = (viewer: Viewer, cycle: CycleFacts): Permission =>
  firstDenial(
    isOfficer(viewer),
    () => isIn(cycle, ['CLOSED'], 'Only a closed cycle can be opened again.'),
    () =>
      viewer.personId !== cycle.closedBy
        ? allow
        : deny('SECOND_PERSON', 'Another officer than the one who closed the cycle must do this.'),
    () =>
      cycle.isPublished
        ? deny(
            'WRONG_STATE',
            'Results of this cycle are published; corrections come as new releases.',
          )
        : allow,
  )

/** May the viewer mark the cycle as reported? */
export const canReportCycle = (viewer: Viewer, cycle: CycleFacts): Permission =>
  firstDenial(
    isOfficer(viewer),
    () => isIn(cycle, ['CLOSED'], 'Only a closed cycle can be reported.'),
    () =>
      cycle.isPublished
        ? allow
        : deny('NOT_READY', 'A cycle is reported once a release of it is published.'),
  )

/** Whether the viewer acts for an administration with an assessment of its own. */
export const worksInMember = ({ hat }: Viewer): boolean =>
  hat !== null && ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER'].includes(hat)

/** May the viewer start the self-assessment of the own administration? */
export const canStartAssessment = (
  viewer: Viewer,
  cycle: Pick<CycleFacts, 'status'>,
  isInvited: boolean,
): Permission =>
  firstDenial(
    // Said to everybody of the administration: none of them has work in a cycle it is not invited to.
    worksInMember(viewer) && cycle.status === 'OPEN' && !isInvited
      ? deny('NOT_INVITED', 'The administration is not invited to this cycle.')
      : allow,
    viewer.hat === 'COORDINATOR'
      ? allow
      : deny('WRONG_HAT', 'The coordinator of an administration starts its self-assessment.'),
    () =>
      cycle.status === 'OPEN' ? allow : deny('WRONG_STATE', 'The cycle is not open for entry.'),
  )
