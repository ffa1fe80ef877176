import 'reflect-metadata'
import { expect, test } from 'vitest'
import type { Context } from './context'
import { PermissionFields } from './permission.fields'
import { allow, deny, type Permission } from './policy'
import type { Viewer } from './viewer'
import { NOW, wearing } from './viewer.fixture'

const told = (viewer: Viewer, permission: Permission) => {
  const fields = new PermissionFields()
  const context = { viewer } as Context
  return [
    fields.allowed(permission, context),
    fields.code(permission, context),
    fields.reason(permission, context),
  ]
}

test('a permission is told as the policy gave it', () => {
  const coordinator = wearing('COORDINATOR')

  expect(told(coordinator, allow)).toEqual([true, 'OK', ''])
  expect(told(coordinator, deny('WRONG_STATE', 'Too late.'))).toEqual([
    false,
    'WRONG_STATE',
    'Too late.',
  ])
})

test('a support view is told that nothing is allowed', () => {
  const supportView = { id: 'view', personId: 'd', name: 'D', startedAt: NOW, endsAt: NOW }
  const [allowed, code, reason] = told(wearing('COORDINATOR', { supportView }), allow)

  expect([allowed, code]).toEqual([false, 'READ_ONLY_SESSION'])
  expect(reason).toContain('changes nothing')
})
