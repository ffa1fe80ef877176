import { actsFor, allow, deny, firstDenial, wears, type Permission, type Viewer } from '#access'
import type { Role } from '#accounts'
import { MEMBER_ROLES, givableRoles } from './roles'

/** What the rules on a person look at. */
export interface PersonFacts {
  readonly personId: string
  readonly isActive: boolean
  /** Whether the secretariat suspended the account, so that a coordinator cannot open it again. */
  readonly isSuspendedBySecretariat: boolean
  /** Whether every role is held in the viewer's administration and is of the kind its coordinator gives. */
  readonly actsOnlyHere: boolean
  /** Whether the person is the contact point itself and no deputy, in the viewer's administration. */
  readonly isContactPoint: boolean
  /** Whether the last coordinator or administrator would go with this person. */
  readonly isLast: boolean
  /** Whether the viewer is a deputy of the contact point. */
  readonly viewerIsDeputy: boolean
}

/** What the rules on a role look at. */
export interface HeldRoleFacts {
  readonly personId: string
  readonly role: Role
  readonly administrationId: string | null
  readonly isDeputy: boolean
  readonly isLast: boolean
  readonly viewerIsDeputy: boolean
}

/** What the rules on an invitation look at. */
export interface InvitationFacts {
  readonly roles: readonly Role[]
  readonly isOpen: boolean
}

/** May the viewer invite people? */
export const canInvite = (viewer: Viewer): Permission => managesPeople(viewer)

/** May the viewer give these roles to somebody? */
export const canGive = (viewer: Viewer, roles: readonly Role[]): Permission =>
  firstDenial(managesPeople(viewer), () => isWithin(viewer, roles))

/** May the viewer call the invitation off? */
export const canRevokeInvitation = (viewer: Viewer, invitation: InvitationFacts): Permission =>
  firstDenial(
    managesPeople(viewer),
    () => isWithin(viewer, invitation.roles),
    () => isWaiting(invitation),
  )

/** May the viewer send the invitation again, under their own name? */
export const canResendInvitation = canRevokeInvitation

/** May the viewer give this person another role? */
export const canGrantRole = (
  viewer: Viewer,
  person: PersonFacts,
  roles: readonly Role[] = [],
): Permission =>
  firstDenial(
    managesPeople(viewer),
    () => isSomebodyElse(viewer, person.personId),
    () => isWithin(viewer, roles),
    () =>
      person.isActive
        ? allow
        : deny('WRONG_STATE', 'This account is suspended; reactivate it first.'),
  )

/** May the viewer take this role away? */
export const canEndRole = (viewer: Viewer, held: HeldRoleFacts): Permission =>
  firstDenial(
    managesPeople(viewer),
    // First, since whoever is the last one should read why, and not be sent to a colleague who is not there.
    () => isNotLast(held.isLast),
    () => isSomebodyElse(viewer, held.personId),
    () => reaches(viewer, held),
    () => respectsContactPoint(held.role === 'COORDINATOR' && !held.isDeputy, held.viewerIsDeputy),
  )

/** May the viewer suspend the person's account? */
export const canSuspend = (viewer: Viewer, person: PersonFacts): Permission =>
  firstDenial(
    managesPeople(viewer),
    () => (person.isActive ? allow : deny('WRONG_STATE', 'This account is suspended already.')),
    () => isNotLast(person.isLast),
    () => isSomebodyElse(viewer, person.personId),
    () => decidesAlone(viewer, person),
    () => respectsContactPoint(person.isContactPoint, person.viewerIsDeputy),
  )

/** May the viewer open the person's account again? */
export const canReactivate = (viewer: Viewer, person: PersonFacts): Permission =>
  firstDenial(
    managesPeople(viewer),
    () => (person.isActive ? deny('WRONG_STATE', 'This account is not suspended.') : allow),
    () => decidesAlone(viewer, person),
    () =>
      wears(viewer, 'COORDINATOR') && person.isSuspendedBySecretariat
        ? deny('RIGHTS_EXCEEDED', 'The secretariat has suspended this account and opens it again.')
        : allow,
  )

/** What an administrator has done of late for somebody who cannot sign in any more. */
export interface RestorationFacts {
  /** Whether the viewer has given this person a link for a new password within seven days. */
  readonly gaveLink: boolean
  /** Whether the viewer has taken away this person's second factor within seven days. */
  readonly tookFactor: boolean
  readonly hasFactor: boolean
}

/** May the viewer give this person a link to set a new password? */
export const canResetPassword = (
  viewer: Viewer,
  person: PersonFacts,
  { tookFactor }: RestorationFacts,
): Permission => firstDenial(restores(viewer, person), () => isNotBoth(tookFactor))

/** May the viewer take away a second factor this person has lost? */
export const canForgetSecondFactor = (
  viewer: Viewer,
  person: PersonFacts,
  { gaveLink, hasFactor }: RestorationFacts,
): Permission =>
  firstDenial(
    restores(viewer, person),
    () => (hasFactor ? allow : deny('WRONG_STATE', 'This account has no second factor.')),
    () => isNotBoth(gaveLink),
  )

const restores = (viewer: Viewer, { personId, isActive }: PersonFacts): Permission =>
  firstDenial(
    wears(viewer, 'ADMINISTRATOR')
      ? allow
      : deny('WRONG_HAT', 'Only the administrator of the secretariat helps people back in.'),
    () => isSomebodyElse(viewer, personId),
    () =>
      isActive ? allow : deny('WRONG_STATE', 'This account is suspended; reactivate it first.'),
  )

// Whoever does both could sign in as the person.
const isNotBoth = (didTheOther: boolean): Permission =>
  didTheOther
    ? deny(
        'SECOND_PERSON',
        'You have helped with the password or the second factor within seven days; another administrator helps with the other.',
      )
    : allow

/** May the viewer change the name under which the person appears? */
export const canRename = (viewer: Viewer, person: PersonFacts): Permission =>
  viewer.personId === person.personId
    ? allow
    : firstDenial(managesPeople(viewer), () => decidesAlone(viewer, person))

/** May the viewer hand the contact point's role on? */
export const canHandOver = (
  viewer: Viewer,
  administrationId: string,
  viewerIsDeputy: boolean,
): Permission =>
  firstDenial(
    () => keepsAdministration(viewer, administrationId),
    () =>
      viewerIsDeputy
        ? deny('RIGHTS_EXCEEDED', 'A deputy cannot hand on the role of the contact point.')
        : allow,
  )

/** May the viewer change who is named as contact and how to reach them? */
export const canSetContact = (viewer: Viewer, administrationId: string): Permission =>
  keepsAdministration(viewer, administrationId)

/** May the viewer change how the administration signs? */
export const canUpdateAdministration = (viewer: Viewer): Permission =>
  wears(viewer, 'ADMINISTRATOR')
    ? allow
    : deny(
        'WRONG_HAT',
        'Only the administrator changes this, at the request of the administration.',
      )

/** May the viewer change the entry of an administration in the register? */
export const canEditRegister = (viewer: Viewer): Permission =>
  wears(viewer, 'ADMINISTRATOR')
    ? allow
    : deny('WRONG_HAT', 'Only the administrator keeps the register.')

const managesPeople = (viewer: Viewer): Permission =>
  wears(viewer, 'COORDINATOR', 'ADMINISTRATOR')
    ? allow
    : deny('WRONG_HAT', 'Only the coordinator and the administrator manage people.')

function keepsAdministration(viewer: Viewer, administrationId: string): Permission {
  const manages = managesPeople(viewer)
  if (!manages.allowed || wears(viewer, 'ADMINISTRATOR')) return manages
  return actsFor(viewer, administrationId)
    ? allow
    : deny('NOT_YOURS', 'This belongs to another administration.')
}

const isWithin = (viewer: Viewer, roles: readonly Role[]): Permission =>
  roles.every((role) => givableRoles(viewer).includes(role))
    ? allow
    : deny('RIGHTS_EXCEEDED', 'Your office does not give this role.')

// Nobody raises their own rights, and nobody locks themselves out by mistake.
const isSomebodyElse = (viewer: Viewer, personId: string): Permission =>
  viewer.personId === personId
    ? deny('SECOND_PERSON', 'Nobody changes their own rights; a colleague does it.')
    : allow

/** The administrator may end any role; the coordinator those the own office gives. */
const reaches = (viewer: Viewer, { role, administrationId }: HeldRoleFacts): Permission =>
  wears(viewer, 'ADMINISTRATOR') ||
  (MEMBER_ROLES.includes(role) && actsFor(viewer, administrationId))
    ? allow
    : deny('RIGHTS_EXCEEDED', 'The secretariat gives and ends this role.')

const decidesAlone = (viewer: Viewer, { actsOnlyHere }: PersonFacts): Permission =>
  wears(viewer, 'ADMINISTRATOR') || actsOnlyHere
    ? allow
    : deny(
        'RIGHTS_EXCEEDED',
        'This account also acts elsewhere. End the roles you gave instead, or ask the secretariat.',
      )

const respectsContactPoint = (isContactPoint: boolean, viewerIsDeputy: boolean): Permission =>
  isContactPoint && viewerIsDeputy
    ? deny('RIGHTS_EXCEEDED', 'A deputy cannot take rights from the contact point.')
    : allow

const isNotLast = (isLast: boolean): Permission =>
  isLast
    ? deny(
        'LAST_OF_ITS_KIND',
        'The last coordinator or administrator must remain; hand over first.',
      )
    : allow

const isWaiting = ({ isOpen }: InvitationFacts): Permission =>
  isOpen ? allow : deny('WRONG_STATE', 'This invitation was accepted or revoked.')
