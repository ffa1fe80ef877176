/**
 * Who acts for whom: invitations, roles, suspension, the contact point of an administration and how
 * people hand it on.
 */
import type { OutboxHandler } from '#platform'
import { AdministrationFields } from './administration.fields'
import { AdministrationPayloadFields } from './administration.payload'
import { AdministrationRegisterUpdate } from './administration-register-update'
import { AdministrationUpdate } from './administration-update'
import { AdministrationContactSet } from './contact-set'
import { CoordinatorHandOver } from './hand-over'
import { InvitationAccept } from './invitation-accept'
import { INVITATION_TOPIC, mailInvitation } from './invitation-link'
import { InvitationResend } from './invitation-resend'
import { InvitationRevoke } from './invitation-revoke'
import { InvitationOfferFields, InvitationPayloadFields, InvitationQuery } from './invitation.query'
import { PersonInvite } from './invite'
import { PersonPasswordReset } from './password-reset'
import { PersonFields, PersonRoleFields } from './person.fields'
import { PersonPayloadFields } from './person.payload'
import { PersonReactivate } from './reactivate'
import { PersonRename } from './rename'
import { RoleEnd } from './role-end'
import { RoleGrant } from './role-grant'
import { PersonSecondFactorForget } from './second-factor-forget'
import { PersonSuspend } from './suspend'
import { ViewerPeopleFields } from './viewer.fields'

export { PersonPayload } from './person.payload'
export { lockPerson } from './person.lock'
export { mailProblems, nameProblems, plainText } from './text'

/** What this noun adds to the schema. */
export const peopleResolvers = [
  PersonFields,
  PersonRoleFields,
  PersonPayloadFields,
  AdministrationFields,
  AdministrationPayloadFields,
  InvitationQuery,
  InvitationOfferFields,
  InvitationPayloadFields,
  PersonInvite,
  InvitationResend,
  InvitationRevoke,
  InvitationAccept,
  RoleGrant,
  RoleEnd,
  PersonSuspend,
  PersonReactivate,
  PersonPasswordReset,
  PersonSecondFactorForget,
  PersonRename,
  CoordinatorHandOver,
  AdministrationContactSet,
  AdministrationUpdate,
  AdministrationRegisterUpdate,
  ViewerPeopleFields,
]

/** What the outbox worker does for this noun. */
export const peopleHandlers: ReadonlyMap<string, OutboxHandler> = new Map([
  [INVITATION_TOPIC, mailInvitation],
])
