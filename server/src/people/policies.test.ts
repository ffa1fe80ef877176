import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Viewer } from '#access'
import {
  canEditRegister,
  canEndRole,
  canForgetSecondFactor,
  canGive,
  canGrantRole,
  canHandOver,
  canInvite,
  canReactivate,
  canRename,
  canResetPassword,
  canResendInvitation,
  canRevokeInvitation,
  canSetContact,
  canSuspend,
  canUpdateAdministration,
  type HeldRoleFacts,
  type PersonFacts,
} from './policies'

const HOME = 'administration of Freedonia'

const wearing = (hat: Hat | null): Viewer => ({
  ...anonymous(new Date('2027-05-01T12:00:00Z')),
  hat,
  personId: 'the viewer',
  administrationId: ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER'].includes(hat ?? '')
    ? HOME
    : null,
})
const coordinator = wearing('COORDINATOR')
const administrator = wearing('ADMINISTRATOR')

const colleague: PersonFacts = {
  personId: 'a colleague',
  isActive: true,
  isSuspendedBySecretariat: false,
  actsOnlyHere: true,
  isContactPoint: false,
  isLast: false,
  viewerIsDeputy: false,
}
const lost = { gaveLink: false, tookFactor: false, hasFactor: true }
const suspended = { ...colleague, isActive: false }
const held: HeldRoleFacts = {
  personId: 'a colleague',
  role: 'CONTRIBUTOR',
  administrationId: HOME,
  isDeputy: false,
  isLast: false,
  viewerIsDeputy: false,
}

const OTHERS: readonly (Hat | null)[] = [null, 'CONTRIBUTOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER', 'PARTNER'] // prettier-ignore

describe.each(OTHERS)('the hat %s', (hat) => {
  test('manages nobody', () => {
    const viewer = wearing(hat)
    const codes = [
      canInvite(viewer),
      canGive(viewer, ['VIEWER']),
      canRevokeInvitation(viewer, { roles: ['VIEWER'], isOpen: true }),
      canGrantRole(viewer, colleague, ['VIEWER']),
      canEndRole(viewer, held),
      canSuspend(viewer, colleague),
      canReactivate(viewer, suspended),
      canRename(viewer, colleague),
      canHandOver(viewer, HOME, false),
      canSetContact(viewer, HOME),
      canUpdateAdministration(viewer),
      canEditRegister(viewer),
      canResetPassword(viewer, colleague, lost),
      canForgetSecondFactor(viewer, colleague, lost),
    ].map(({ code }) => code)

    expect(new Set(codes)).toEqual(new Set(['WRONG_HAT']))
  })
})

describe('what is allowed', () => {
  const invitation = { roles: ['COORDINATOR'], isOpen: true } as const
  const coordinatorHeld = { ...held, role: 'COORDINATOR' } as const

  test.each([
    ['COORDINATOR', coordinator],
    ['ADMINISTRATOR', administrator],
  ] as const)('to the %s', (_hat, viewer) => {
    const permissions = [
      canInvite(viewer),
      canGive(viewer, ['COORDINATOR']),
      canRevokeInvitation(viewer, invitation),
      canResendInvitation(viewer, invitation),
      canGrantRole(viewer, colleague, ['COORDINATOR']),
      canEndRole(viewer, held),
      canEndRole(viewer, coordinatorHeld),
      canSuspend(viewer, colleague),
      canReactivate(viewer, suspended),
      canRename(viewer, colleague),
      canHandOver(viewer, HOME, false),
      canSetContact(viewer, HOME),
    ]

    expect(permissions.map(({ code }) => code)).toEqual(permissions.map(() => 'OK'))
  })

  test('to the administrator alone', () => {
    expect(canUpdateAdministration(administrator).allowed).toBe(true)
    expect(canEditRegister(administrator).allowed).toBe(true)
    expect(canEditRegister(coordinator).code).toBe('WRONG_HAT')
  })

  test('to a deputy, save against the contact point', () => {
    const byDeputy = { viewerIsDeputy: true }

    expect(canSuspend(coordinator, { ...colleague, ...byDeputy }).allowed).toBe(true)
    expect(canEndRole(coordinator, { ...held, ...byDeputy }).allowed).toBe(true)
    expect(
      canEndRole(coordinator, { ...coordinatorHeld, ...byDeputy, isDeputy: true }).allowed,
    ).toBe(true)
  })
})

test('everybody may change the own name', () => {
  expect(canRename(wearing('REVIEWER'), { ...colleague, personId: 'the viewer' }).allowed).toBe(
    true,
  )
})

describe('rights given never exceed the giver’s', () => {
  test.each([
    ['COORDINATOR', ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER']],
    ['ADMINISTRATOR', ['COORDINATOR', 'REVIEWER', 'LEAD_REVIEWER', 'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER']],
  ] as const)('the %s gives what the office gives', (hat, roles) => {
    const all = ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
      'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER'] as const // prettier-ignore
    const given = all.filter((role) => canGive(wearing(hat), [role]).allowed)

    expect(given).toEqual(roles)
  }) // prettier-ignore

  test('one role too many refuses the whole', () => {
    expect(canGive(coordinator, ['CONTRIBUTOR', 'CYCLE_OFFICER']).code).toBe('RIGHTS_EXCEEDED')
    expect(
      canResendInvitation(coordinator, { roles: ['CONTRIBUTOR', 'REVIEWER'], isOpen: true }).code,
    ).toBe('RIGHTS_EXCEEDED')
  })

  test('a role is given to a colleague within the same bounds', () => {
    expect(canGrantRole(coordinator, colleague, ['CYCLE_OFFICER']).code).toBe('RIGHTS_EXCEEDED')
    expect(canGrantRole(administrator, colleague, ['VIEWER']).code).toBe('RIGHTS_EXCEEDED')
  })

  test('nobody changes their own rights', () => {
    const oneself = { ...colleague, personId: 'the viewer' }

    for (const viewer of [coordinator, administrator]) {
      expect(canGrantRole(viewer, oneself, ['COORDINATOR']).code).toBe('SECOND_PERSON')
      expect(canEndRole(viewer, { ...held, personId: 'the viewer' }).code).toBe('SECOND_PERSON')
      expect(canSuspend(viewer, oneself).code).toBe('SECOND_PERSON')
    }
  })

  test('a coordinator ends no role the secretariat gave, and none elsewhere', () => {
    expect(canEndRole(coordinator, { ...held, role: 'REVIEWER' }).code).toBe('RIGHTS_EXCEEDED')
    expect(canEndRole(coordinator, { ...held, administrationId: 'elsewhere' }).code).toBe(
      'RIGHTS_EXCEEDED',
    )
    expect(canEndRole(administrator, { ...held, role: 'REVIEWER' }).allowed).toBe(true)
  })

  test('a coordinator suspends nobody who also acts elsewhere', () => {
    const elsewhere = { ...colleague, actsOnlyHere: false }

    expect(canSuspend(coordinator, elsewhere).code).toBe('RIGHTS_EXCEEDED')
    expect(canSuspend(administrator, elsewhere).allowed).toBe(true)
    expect(canRename(coordinator, elsewhere).code).toBe('RIGHTS_EXCEEDED')
    expect(canReactivate(coordinator, { ...elsewhere, isActive: false }).code).toBe(
      'RIGHTS_EXCEEDED',
    )
  })

  test('what the secretariat suspended a coordinator does not open again', () => {
    const byThem = { ...suspended, isSuspendedBySecretariat: true }

    expect(canReactivate(coordinator, byThem).code).toBe('RIGHTS_EXCEEDED')
    expect(canReactivate(administrator, byThem).allowed).toBe(true)
  })

  test('a deputy takes nothing from the contact point', () => {
    const facts = { isContactPoint: true, viewerIsDeputy: true }

    expect(canSuspend(coordinator, { ...colleague, ...facts }).code).toBe('RIGHTS_EXCEEDED')
    expect(
      canEndRole(coordinator, { ...held, role: 'COORDINATOR', viewerIsDeputy: true }).code,
    ).toBe('RIGHTS_EXCEEDED')
    expect(canHandOver(coordinator, HOME, true).code).toBe('RIGHTS_EXCEEDED')
  })
})

describe('helping somebody back in', () => {
  test('is the administrator’s, and no coordinator’s', () => {
    expect(canResetPassword(administrator, colleague, lost).allowed).toBe(true)
    expect(canForgetSecondFactor(administrator, colleague, lost).allowed).toBe(true)
    expect(canResetPassword(coordinator, colleague, lost).code).toBe('WRONG_HAT')
    expect(canForgetSecondFactor(coordinator, colleague, lost).code).toBe('WRONG_HAT')
  })

  test('is never done for oneself, nor for a suspended account', () => {
    for (const can of [canResetPassword, canForgetSecondFactor]) {
      const oneself = { ...colleague, personId: 'the viewer' }
      expect(can(administrator, oneself, lost).code).toBe('SECOND_PERSON')
      expect(can(administrator, suspended, lost).code).toBe('WRONG_STATE')
    }
  })

  test('opens no account by one administrator alone', () => {
    const gave = { ...lost, gaveLink: true }
    const took = { ...lost, tookFactor: true, hasFactor: false }

    expect(canForgetSecondFactor(administrator, colleague, gave).code).toBe('SECOND_PERSON')
    expect(canResetPassword(administrator, colleague, gave).allowed).toBe(true)
    expect(canResetPassword(administrator, colleague, took).code).toBe('SECOND_PERSON')
  })

  test('needs a second factor to take away', () => {
    const none = { ...lost, hasFactor: false }
    expect(canForgetSecondFactor(administrator, colleague, none).code).toBe('WRONG_STATE')
  })
})

test('the last of a kind stays', () => {
  expect(canSuspend(administrator, { ...colleague, isLast: true }).code).toBe('LAST_OF_ITS_KIND')
  expect(canEndRole(administrator, { ...held, role: 'COORDINATOR', isLast: true }).code).toBe(
    'LAST_OF_ITS_KIND',
  )
})

test('states: suspended once, opened once, decided once', () => {
  expect(canSuspend(coordinator, suspended).code).toBe('WRONG_STATE')
  expect(canReactivate(coordinator, colleague).code).toBe('WRONG_STATE')
  expect(canGrantRole(coordinator, suspended, ['VIEWER']).code).toBe('WRONG_STATE')
  expect(canResendInvitation(coordinator, { roles: ['VIEWER'], isOpen: false }).code).toBe(
    'WRONG_STATE',
  )
})

test('a coordinator keeps the own administration alone', () => {
  expect(canSetContact(coordinator, HOME).allowed).toBe(true)
  expect(canSetContact(coordinator, 'elsewhere').code).toBe('NOT_YOURS')
  expect(canHandOver(coordinator, 'elsewhere', false).code).toBe('NOT_YOURS')
  expect(canHandOver(administrator, 'elsewhere', false).allowed).toBe(true)
  expect(canUpdateAdministration(coordinator).code).toBe('WRONG_HAT')
})
