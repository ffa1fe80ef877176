import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Permission, type Viewer } from '#access'
import { CycleStatus } from './enums'
import {
  canCloseCycle,
  canCreateCycle,
  canInvite,
  canMessage,
  canOpenCycle,
  canPlanCycleOn,
  canReopenCycle,
  canRemoveCycle,
  canReportCycle,
  canSetPlan,
  canSetReminders,
  canStartAssessment,
  canUpdateCycle,
  type CycleFacts,
} from './policies'

const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const STATES = Object.keys(CycleStatus) as CycleStatus[]

const viewer = (hat: Hat | null): Viewer => ({
  ...anonymous(new Date('2026-11-02T10:00:00Z')),
  hat,
  personId: hat ? 'officer' : null,
})
const facts = (over: Partial<CycleFacts> = {}): CycleFacts => ({
  status: 'PLANNED',
  closedBy: 'another officer',
  isPublished: false,
  ...over,
})

const TABLE: readonly [string, (v: Viewer, c: CycleFacts) => Permission, readonly CycleStatus[]][] =
  [
    ['prepare', canCreateCycle, STATES],
    ['correct', canUpdateCycle, ['PLANNED', 'OPEN']],
    ['call off', canRemoveCycle, ['PLANNED']],
    ['open', canOpenCycle, ['PLANNED']],
    ['close', canCloseCycle, ['OPEN']],
    ['set reminders of', canSetReminders, ['PLANNED', 'OPEN']],
    ['set the plan of', canSetPlan, ['PLANNED']],
    ['choose who is invited to', canInvite, ['PLANNED', 'OPEN']],
    ['write to members of', canMessage, ['OPEN', 'CLOSED', 'REPORTED']],
    ['reopen', canReopenCycle, ['CLOSED']],
    ['report', (v, c) => canReportCycle(v, { ...c, isPublished: true }), ['CLOSED']],
  ]

describe.each(TABLE)('who may %s a cycle', (_action, policy, states) => {
  test.each(HATS)('hat %s, in every state', (hat) => {
    const allowed = STATES.filter((status) => policy(viewer(hat), facts({ status })).allowed)

    expect(allowed).toEqual(hat === 'CYCLE_OFFICER' ? states : [])
  })
})

describe('a closed cycle', () => {
  const officer = viewer('CYCLE_OFFICER')

  test('is not reopened by the officer who closed it', () => {
    expect(canReopenCycle(officer, facts({ status: 'CLOSED', closedBy: 'officer' })).code).toBe(
      'SECOND_PERSON',
    )
  })

  test('is not reopened once results are published, and not reported before', () => {
    expect(canReopenCycle(officer, facts({ status: 'CLOSED', isPublished: true })).code).toBe(
      'WRONG_STATE',
    )
    expect(canReportCycle(officer, facts({ status: 'CLOSED' })).code).toBe('NOT_READY')
  })
})

describe('a self-assessment', () => {
  test.each(HATS)('is started by hat %s in an open cycle, if at all', (hat) => {
    const states = STATES.filter(
      (status) => canStartAssessment(viewer(hat), { status }, true).allowed,
    )

    expect(states).toEqual(hat === 'COORDINATOR' ? ['OPEN'] : [])
    expect(canStartAssessment(viewer(hat), { status: 'OPEN' }, false).code).toBe(
      hat && ['CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER'].includes(hat)
        ? 'NOT_INVITED'
        : 'WRONG_HAT',
    )
    expect(canStartAssessment(viewer(hat), { status: 'PLANNED' }, false).code).not.toBe('NOT_INVITED') // prettier-ignore
  })
})

describe('a framework version', () => {
  test.each(HATS)('takes a new cycle planned by hat %s unless it is retired', (hat) => {
    const states = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED']
    const allowed = states.filter((status) => canPlanCycleOn(viewer(hat), { status }).allowed)

    expect(allowed).toEqual(
      hat === 'CYCLE_OFFICER' ? ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED'] : [],
    )
  })
})
