import type { FragmentType } from '../generated'
import type { Hat, PersonRow_PersonFragment } from '../generated/graphql'
import type { PersonRow } from './documents'

/** A person as a row of a list shows them. */
export type ListedPerson = PersonRow_PersonFragment
export type MaskedPerson = FragmentType<typeof PersonRow>
export type HeldRole = NonNullable<ListedPerson['heldRoles']>[number]

/** Roles of the secretariat itself, held for no administration. */
const SECRETARIAT_ROLES: readonly Hat[] = [
  'METHODOLOGY_EDITOR',
  'CYCLE_OFFICER',
  'ADMINISTRATOR',
  'PMMPT_OBSERVER',
]
export const REVIEWER_ROLES: readonly Hat[] = ['REVIEWER', 'LEAD_REVIEWER']

export const isOfSecretariat = (role: Hat): boolean => SECRETARIAT_ROLES.includes(role)
export const isOfReviewers = (role: Hat): boolean => REVIEWER_ROLES.includes(role)

/** Kinds under which standings of reviewers are drawn. */
export const standingKinds = {
  APPLIED: 'neutral',
  PRE_SCREENED: 'neutral',
  PRE_ACCREDITED: 'progress',
  ACCREDITED: 'ok',
  SUSPENDED: 'warn',
  EXPIRED: 'warn',
} as const

/** Queries that show people, asked again after a command. */
export const SHOWN_IN = ['Staff', 'AdministrationDetail', 'WaitingInvitations']
