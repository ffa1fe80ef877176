import { allow, deny, firstDenial, wears, type Hat, type Permission, type Viewer } from '#access'
import type { FrameworkVersionStatus } from './enums'

/** What the policies need to know of a version. */
export interface VersionFacts {
  readonly status: FrameworkVersionStatus
  readonly submittedBy: string | null
  readonly approvedBy: string | null
}

/** A new draft is begun by a methodology editor. */
export const canCreate = (viewer: Viewer): Permission =>
  hat(viewer, ['METHODOLOGY_EDITOR'], 'Only a methodology editor drafts versions.')

/** A draft develops from a version that is published, or was. */
export const canDerive = (viewer: Viewer, version: Pick<VersionFacts, 'status'>): Permission =>
  firstDenial(
    () => canCreate(viewer),
    () =>
      state(
        version,
        ['PUBLISHED', 'RETIRED'],
        'Only a published or retired version can be the base of another.',
      ),
  )

/** Content is changed by a methodology editor, in a draft only. */
export const canEdit = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () => hat(viewer, ['METHODOLOGY_EDITOR'], 'Only a methodology editor changes a version.'),
    () => state(version, ['DRAFT'], 'Only a draft version can be changed.'),
  )

export const canSubmit = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () => hat(viewer, ['METHODOLOGY_EDITOR'], 'Only a methodology editor submits a version.'),
    () => state(version, ['DRAFT'], 'Only a draft version can be submitted.'),
  )

/** Publishing is tried out from the first draft until the version is published. */
export const canDryRun = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () => hat(viewer, ['METHODOLOGY_EDITOR'], 'Only a methodology editor runs the dry run.'),
    () =>
      state(
        version,
        ['DRAFT', 'IN_REVIEW', 'APPROVED'],
        'Only a version that is not published yet can be tried out.',
      ),
  )

export const canReturn = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () =>
      hat(
        viewer,
        ['PMMPT_OBSERVER', 'METHODOLOGY_EDITOR'],
        'Only the PMMPT or a methodology editor returns a version.',
      ),
    () =>
      state(
        version,
        ['IN_REVIEW', 'APPROVED'],
        'Only a version in review or approved can be returned.',
      ),
  )

export const canRemark = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () =>
      hat(
        viewer,
        ['PMMPT_OBSERVER', 'METHODOLOGY_EDITOR'],
        'Only the PMMPT and methodology editors comment on a version.',
      ),
    () => state(version, ['IN_REVIEW'], 'Only a version in review can be commented on.'),
  )

export const canApprove = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () => hat(viewer, ['PMMPT_OBSERVER'], 'Only the PMMPT approves a version.'),
    () => state(version, ['IN_REVIEW'], 'Only a version in review can be approved.'),
    () =>
      viewer.personId === version.submittedBy
        ? deny(
            'SECOND_PERSON',
            'Another person than the one who submitted the version approves it.',
          )
        : allow,
  )

export const canRecordApproval = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () =>
      hat(viewer, ['CYCLE_OFFICER'], 'Only a cycle officer records the decisions of other bodies.'),
    () => state(version, ['APPROVED'], 'Decisions are recorded on an approved version.'),
  )

/** Publishing takes a second person: neither who submitted the version nor who approved it. */
export const canPublish = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () =>
      hat(
        viewer,
        ['METHODOLOGY_EDITOR', 'CYCLE_OFFICER'],
        'Only a methodology editor or a cycle officer publishes a version.',
      ),
    () => state(version, ['APPROVED'], 'Only an approved version can be published.'),
    () =>
      viewer.personId === version.submittedBy
        ? deny(
            'SECOND_PERSON',
            'Another person than the one who submitted the version publishes it.',
          )
        : allow,
    () =>
      viewer.personId === version.approvedBy
        ? deny(
            'SECOND_PERSON',
            'Another person than the one who approved the version publishes it.',
          )
        : allow,
  )

export const canRetire = (viewer: Viewer, version: VersionFacts): Permission =>
  firstDenial(
    () => hat(viewer, ['METHODOLOGY_EDITOR'], 'Only a methodology editor retires a version.'),
    () => state(version, ['PUBLISHED'], 'Only a published version can be retired.'),
  )

/** Formulas are tried out by those who write them. */
export const canCheckFormulas = (viewer: Viewer): Permission =>
  hat(viewer, ['METHODOLOGY_EDITOR'], 'Only a methodology editor uses the formula bench.')

function hat(viewer: Viewer, hats: readonly Hat[], reason: string): Permission {
  if (viewer.hat === null) return deny('SIGN_IN_REQUIRED', 'Sign in first.')
  return wears(viewer, ...hats) ? allow : deny('WRONG_HAT', reason)
}

function state(
  { status }: Pick<VersionFacts, 'status'>,
  states: readonly FrameworkVersionStatus[],
  reason: string,
): Permission {
  return states.includes(status) ? allow : deny('WRONG_STATE', reason)
}
