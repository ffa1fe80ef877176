import type { PeopleQuery, InvitationsQuery } from '../generated/graphql'

export type ListedPerson = NonNullable<PeopleQuery['people']>['nodes'][number]
export type ListedInvitation = NonNullable<InvitationsQuery['invitations']>['nodes'][number]

/** Roles a coordinator gives, in the order in which they are offered. */
export const MEMBER_ROLES = ['CONTRIBUTOR', 'APPROVER', 'VIEWER', 'COORDINATOR'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]
