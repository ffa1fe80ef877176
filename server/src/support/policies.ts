import { allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'

/** Minutes for which a person opens the door, and for which one look through it may last. */
export const ACCESS_MINUTES = 30
export const VIEW_MINUTES = 15

/** What the rules on support access look at. */
export interface SupportAccessFacts {
  readonly personId: string
  readonly endsAt: Date | string
  readonly closedAt: Date | string | null
}

/** May the viewer open support access to what they see? */
export const canOpenSupportAccess = (viewer: Viewer): Permission => {
  if (viewer.personId === null || viewer.hat === null) {
    return deny('SIGN_IN_REQUIRED', 'Sign in to open support access.')
  }
  return wears(viewer, 'ADMINISTRATOR')
    ? deny('WRONG_HAT', 'The administrator looks through the eyes of others, and nobody through theirs.')
    : allow
} // prettier-ignore

/** May the viewer close it again? */
export const canCloseSupportAccess = (viewer: Viewer, access: SupportAccessFacts): Permission =>
  firstDenial(
    viewer.personId === access.personId
      ? allow
      : deny('NOT_YOURS', 'The person who opened it closes it.'),
    () => isOpen(viewer, access),
  )

/** May the viewer look through the eyes of the person who opened it? */
export const canStartSupportView = (viewer: Viewer, access: SupportAccessFacts): Permission =>
  firstDenial(
    wears(viewer, 'ADMINISTRATOR')
      ? allow
      : deny('WRONG_HAT', 'Only the administrator of the secretariat gives support.'),
    () =>
      viewer.personId === access.personId
        ? deny('SECOND_PERSON', 'Nobody looks at their own work as somebody else.')
        : allow,
    () => isOpen(viewer, access),
  )

const isOpen = (viewer: Viewer, { closedAt, endsAt }: SupportAccessFacts): Permission =>
  closedAt === null && new Date(endsAt) > viewer.now
    ? allow
    : deny('WRONG_STATE', 'This support access has ended. The person may open it again.')
