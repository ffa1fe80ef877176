import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Viewer } from '#access'
import { canCloseSupportAccess, canOpenSupportAccess, canStartSupportView } from './policies'

const now = new Date('2026-11-24T10:00:00Z')
const wearing = (hat: Hat | null, personId: string | null = 'the viewer'): Viewer => ({
  ...anonymous(now),
  hat,
  personId,
})
const access = {
  personId: 'the person',
  endsAt: new Date('2026-11-24T10:20:00Z'),
  closedAt: null,
}
const EVERYBODY: readonly Hat[] = [
  'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER', 'ADMINISTRATOR',
] // prettier-ignore
const OTHERS = EVERYBODY.filter((hat) => hat !== 'ADMINISTRATOR')

describe('support access', () => {
  test('is opened by everybody but the administrator, who gives the support', () => {
    for (const hat of OTHERS) expect(canOpenSupportAccess(wearing(hat)).allowed).toBe(true)
    expect(canOpenSupportAccess(wearing('ADMINISTRATOR')).code).toBe('WRONG_HAT')
    expect(canOpenSupportAccess(wearing(null, null)).code).toBe('SIGN_IN_REQUIRED')
    expect(canOpenSupportAccess(wearing('PARTNER', null)).code).toBe('SIGN_IN_REQUIRED')
    expect(canOpenSupportAccess(wearing(null)).code).toBe('SIGN_IN_REQUIRED')
  })

  test('is closed by the person alone', () => {
    expect(canCloseSupportAccess(wearing('CONTRIBUTOR', 'the person'), access).allowed).toBe(true)
    for (const hat of EVERYBODY) {
      expect(canCloseSupportAccess(wearing(hat), access).code).toBe('NOT_YOURS')
    }
  })
})

describe('a look through it', () => {
  test('is the administrator’s and nobody else’s', () => {
    expect(canStartSupportView(wearing('ADMINISTRATOR'), access).allowed).toBe(true)
    for (const hat of OTHERS) {
      expect(canStartSupportView(wearing(hat), access).code).toBe('WRONG_HAT')
    }
  })

  test('is never at one’s own work', () => {
    const own = wearing('ADMINISTRATOR', 'the person')
    expect(canStartSupportView(own, access).code).toBe('SECOND_PERSON')
  })

  test.each([
    ['after its last minute', { ...access, endsAt: now }],
    ['once closed', { ...access, closedAt: new Date('2026-11-24T09:59:59Z') }],
  ])('ends with the access: %s', (_, ended) => {
    expect(canStartSupportView(wearing('ADMINISTRATOR'), ended).code).toBe('WRONG_STATE')
    expect(canCloseSupportAccess(wearing('VIEWER', 'the person'), ended).code).toBe('WRONG_STATE')
  })
})
