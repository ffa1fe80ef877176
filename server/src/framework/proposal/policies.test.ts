import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Permission, type Viewer } from '#access'
import type { FrameworkVersionStatus } from '../enums'
import type { ChangeProposalStatus } from './enums'
import * as policies from './policies'

const as = (hat: Hat | null, personId = 'somebody'): Viewer => ({
  ...anonymous(new Date('2026-11-02T09:00:00Z')),
  hat,
  personId: hat && personId,
})
const HATS: readonly Hat[] = [
  'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER', 'METHODOLOGY_EDITOR',
  'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const DISCUSS: readonly Hat[] = ['METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER']
const STATES: readonly ChangeProposalStatus[] = [
  'OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'IMPLEMENTED',
] // prettier-ignore

const of = (status: ChangeProposalStatus, authorId = 'author') => ({ status, authorId })
const published = { status: 'PUBLISHED' } as const

const EACH: readonly (readonly [string, readonly Hat[], (viewer: Viewer) => Permission])[] = [
  ['proposes', DISCUSS, (viewer) => policies.canPropose(viewer, published)],
  ['comments', DISCUSS, (viewer) => policies.canComment(viewer, of('OPEN'))],
  ['decides', ['PMMPT_OBSERVER'], (viewer) => policies.canDecide(viewer, of('OPEN'))],
  ['withdraws', DISCUSS, (viewer) => policies.canWithdraw(viewer, of('OPEN', 'somebody'))],
  [
    'carries out',
    ['METHODOLOGY_EDITOR'],
    (viewer) => policies.canImplement(viewer, of('ACCEPTED')),
  ],
]

describe.each(EACH)('who %s', (_act, hats, may) => {
  test('wears one of these hats and no other', () => {
    expect(HATS.filter((hat) => may(as(hat)).allowed)).toEqual(hats)
    for (const hat of HATS.filter((each) => !hats.includes(each))) {
      expect(may(as(hat)).code).toBe('WRONG_HAT')
    }
    expect(may(as(null)).code).toBe('SIGN_IN_REQUIRED')
  })
})

test('a proposal is about a published version', () => {
  const states: readonly FrameworkVersionStatus[] = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'RETIRED']
  for (const status of states) {
    expect(policies.canPropose(as('METHODOLOGY_EDITOR'), { status }).code).toBe('WRONG_STATE')
  }
})

const ACTS: readonly (readonly [
  string,
  readonly ChangeProposalStatus[],
  (status: ChangeProposalStatus) => Permission,
])[] = [
  [
    'discussed',
    ['OPEN', 'ACCEPTED'],
    (status) => policies.canComment(as('CYCLE_OFFICER'), of(status)),
  ],
  ['decided on', ['OPEN'], (status) => policies.canDecide(as('PMMPT_OBSERVER'), of(status))],
  [
    'withdrawn',
    ['OPEN'],
    (status) => policies.canWithdraw(as('CYCLE_OFFICER', 'author'), of(status)),
  ],
  [
    'carried out',
    ['ACCEPTED'],
    (status) => policies.canImplement(as('METHODOLOGY_EDITOR'), of(status)),
  ],
]

test.each(ACTS)('a proposal is %s in its states alone', (_act, states, may) => {
  expect(STATES.filter((status) => may(status).allowed)).toEqual(states)
  for (const status of STATES.filter((each) => !states.includes(each))) {
    expect(may(status).code).toBe('WRONG_STATE')
  }
})

test('its author withdraws a proposal and does not decide on it', () => {
  expect(policies.canDecide(as('PMMPT_OBSERVER', 'author'), of('OPEN')).code).toBe('SECOND_PERSON')
  expect(policies.canWithdraw(as('PMMPT_OBSERVER', 'other'), of('OPEN')).code).toBe('NOT_YOURS')
})
