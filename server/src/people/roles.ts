import { wears, type Viewer } from '#access'
import type { Role } from '#accounts'

export const MEMBER_ROLES: readonly Role[] = ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER']
export const REVIEWER_ROLES: readonly Role[] = ['REVIEWER', 'LEAD_REVIEWER']
export const SECRETARIAT_ROLES: readonly Role[] = [
  'METHODOLOGY_EDITOR',
  'CYCLE_OFFICER',
  'ADMINISTRATOR',
  'PMMPT_OBSERVER',
]

/** Roles that one person of each kind must keep. */
export const KEPT_ROLES: readonly Role[] = ['COORDINATOR', 'ADMINISTRATOR']

/** Whether the role is held for an administration: at home, or as its official who reviews others. */
export const belongsToAdministration = (role: Role): boolean => !SECRETARIAT_ROLES.includes(role)

/** Roles this viewer may give to somebody else, never more than their own office reaches. */
export function givableRoles(viewer: Viewer): readonly Role[] {
  if (wears(viewer, 'COORDINATOR')) return MEMBER_ROLES
  if (wears(viewer, 'ADMINISTRATOR')) {
    return ['COORDINATOR', ...REVIEWER_ROLES, ...SECRETARIAT_ROLES]
  }
  return []
}
