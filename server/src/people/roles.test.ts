import { expect, test } from 'vitest'
import { anonymous, type Hat } from '#access'
import type { Role } from '#accounts'
import { KEPT_ROLES, belongsToAdministration, givableRoles } from './roles'

const MEMBER = ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER'] as const
const REVIEWER = ['REVIEWER', 'LEAD_REVIEWER'] as const
const SECRETARIAT = [
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER',
] as const // prettier-ignore
const ROLES: readonly Role[] = [...MEMBER, ...REVIEWER, ...SECRETARIAT]
const HATS: readonly (Hat | null)[] = [null, ...ROLES, 'PARTNER']

const GIVEN: Partial<Record<Hat, readonly Role[]>> = {
  COORDINATOR: MEMBER,
  ADMINISTRATOR: ['COORDINATOR', ...REVIEWER, ...SECRETARIAT],
}

test.each(HATS)('hat %s gives what its office reaches', (hat) => {
  const viewer = { ...anonymous(new Date(0)), hat }

  expect(givableRoles(viewer)).toEqual((hat && GIVEN[hat]) ?? [])
})

test('a role is held for an administration, save those of the secretariat', () => {
  expect(ROLES.filter(belongsToAdministration)).toEqual([...MEMBER, ...REVIEWER])
})

test('one coordinator and one administrator must remain', () => {
  expect(ROLES.filter((role) => KEPT_ROLES.includes(role))).toEqual([
    'COORDINATOR',
    'ADMINISTRATOR',
  ])
})
