import { allow, deny, firstDenial, type Permission, type Viewer } from '#access'

/** What the rules on disclosure look at. */
export interface DisclosureFacts {
  readonly administrationId: string
  readonly status: string
}

const CHOOSABLE = ['DRAFT', 'RETURNED', 'SUBMITTED', 'ACCEPTED']

const isOwn = (viewer: Viewer, assessment: DisclosureFacts): Permission =>
  viewer.administrationId === assessment.administrationId
    ? allow
    : deny('NOT_YOURS', 'Only the administration itself chooses what it discloses.')

/** May the viewer choose levels and the use in group figures? */
export const canChooseDisclosure = (viewer: Viewer, assessment: DisclosureFacts): Permission =>
  firstDenial(
    viewer.hat === 'COORDINATOR'
      ? allow
      : deny('WRONG_HAT', 'The coordinator chooses what is disclosed.'),
    () => isOwn(viewer, assessment),
    () =>
      CHOOSABLE.includes(assessment.status)
        ? allow
        : deny(
            'WRONG_STATE',
            'Levels cannot be changed while the approver decides or after a withdrawal.',
          ),
  )

/** May the viewer confirm choices made after the submission? */
export const canConfirmDisclosure = (
  viewer: Viewer,
  assessment: DisclosureFacts,
  proposedBy: string | null,
): Permission =>
  firstDenial(
    viewer.hat === 'APPROVER'
      ? allow
      : deny('WRONG_HAT', 'The approver confirms what is disclosed.'),
    () => isOwn(viewer, assessment),
    () =>
      ['SUBMITTED', 'ACCEPTED'].includes(assessment.status)
        ? allow
        : deny('WRONG_STATE', 'Before the submission, the signature itself confirms the levels.'),
    () =>
      proposedBy !== viewer.personId
        ? allow
        : deny('SECOND_PERSON', 'Another person than the one who chose must confirm.'),
  )
