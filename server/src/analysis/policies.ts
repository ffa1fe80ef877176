import { allow, deny, firstDenial, type Permission, type Viewer } from '#access'

/** What the rules on a release look at. */
export interface ReleaseFacts {
  readonly status: string
  readonly builtBy: string
  readonly auditPassed: boolean | null
}

const isOfficer = (viewer: Viewer): Permission =>
  viewer.hat === 'CYCLE_OFFICER'
    ? allow
    : deny('WRONG_HAT', 'Only a cycle officer handles releases.')

const isIn = (release: ReleaseFacts, states: readonly string[], words: string): Permission =>
  states.includes(release.status) ? allow : deny('WRONG_STATE', words)

const isSecond = (viewer: Viewer, release: ReleaseFacts): Permission =>
  viewer.personId !== release.builtBy
    ? allow
    : deny('SECOND_PERSON', 'Another officer than the one who built the release must do this.')

const passedAudit = (release: ReleaseFacts): Permission =>
  release.auditPassed === true
    ? allow
    : deny('NOT_READY', 'The disclosure audit of this release has not passed.')

/** May the viewer build a release of a cycle in this state? */
export const canBuildRelease = (viewer: Viewer, cycle: { readonly status: string }): Permission =>
  firstDenial(isOfficer(viewer), () =>
    ['CLOSED', 'REPORTED'].includes(cycle.status)
      ? allow
      : deny('WRONG_STATE', 'A release is built from a cycle that is closed.'),
  )

/** May the viewer throw away what was built? */
export const canDiscardRelease = (viewer: Viewer, release: ReleaseFacts): Permission =>
  firstDenial(isOfficer(viewer), () =>
    isIn(release, ['BUILT', 'FAILED'], 'Only a built release can be discarded.'),
  )

/** May the viewer hand the release to readers under embargo? */
export const canEmbargoRelease = (viewer: Viewer, release: ReleaseFacts): Permission =>
  firstDenial(
    isOfficer(viewer),
    () => isIn(release, ['BUILT'], 'Only a built release can be put under embargo.'),
    () => isSecond(viewer, release),
    () => passedAudit(release),
  )

/** May the viewer publish the release? */
export const canPublishRelease = (viewer: Viewer, release: ReleaseFacts): Permission =>
  firstDenial(
    isOfficer(viewer),
    () => isIn(release, ['BUILT', 'EMBARGOED'], 'Only a built release can be published.'),
    () => isSecond(viewer, release),
    () => passedAudit(release),
  )
