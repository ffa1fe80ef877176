import { describe, expect, test } from 'vitest'
import type { Viewer } from '#access'
import { canDeclineReopening, canRequestReopening, canTakeBackReopening } from './policies'

const HOME = 'a1'
const wearing = (hat: string | null, administrationId: string | null = HOME) =>
  ({ hat, administrationId }) as Viewer
const facts = (other = {}) =>
  ({ administrationId: HOME, status: 'SUBMITTED', reopenRequestedAt: null, ...other }) as never
const asked = { reopenRequestedAt: '2026-11-01T00:00:00Z' }

describe('asking for a reopening', () => {
  test('is the coordinator’s, of what is submitted or accepted, one request at a time', () => {
    expect(canRequestReopening(wearing('COORDINATOR'), facts()).allowed).toBe(true)
    expect(canRequestReopening(wearing('COORDINATOR'), facts({ status: 'ACCEPTED' })).allowed).toBe(true) // prettier-ignore
    expect(canRequestReopening(wearing('COORDINATOR'), facts({ status: 'RETURNED' })).code).toBe('WRONG_STATE') // prettier-ignore
    expect(canRequestReopening(wearing('COORDINATOR'), facts(asked)).code).toBe('WRONG_STATE')
  })

  test('is nobody else’s', () => {
    expect(canRequestReopening(wearing('APPROVER'), facts()).code).toBe('WRONG_HAT')
    expect(canRequestReopening(wearing('COORDINATOR', 'b2'), facts()).code).toBe('NOT_YOURS')
    expect(canRequestReopening(wearing(null), facts()).code).toBe('SIGN_IN_REQUIRED')
  })
})

test('a request that waits is taken back by the coordinator, in whatever state', () => {
  expect(canTakeBackReopening(wearing('COORDINATOR'), facts(asked)).allowed).toBe(true)
  expect(canTakeBackReopening(wearing('COORDINATOR'), facts({ ...asked, status: 'RETURNED' })).allowed).toBe(true) // prettier-ignore
  expect(canTakeBackReopening(wearing('COORDINATOR'), facts()).code).toBe('WRONG_STATE')
  expect(canTakeBackReopening(wearing('CYCLE_OFFICER', null), facts(asked)).code).toBe('NOT_YOURS')
})

test('the officer declines what waits, before it is returned', () => {
  expect(canDeclineReopening(wearing('CYCLE_OFFICER', null), facts(asked)).allowed).toBe(true)
  expect(canDeclineReopening(wearing('CYCLE_OFFICER', null), facts()).code).toBe('WRONG_STATE')
  expect(canDeclineReopening(wearing('CYCLE_OFFICER', null), facts({ ...asked, status: 'RETURNED' })).code).toBe('WRONG_STATE') // prettier-ignore
  expect(canDeclineReopening(wearing('COORDINATOR'), facts(asked)).code).toBe('WRONG_HAT')
})
