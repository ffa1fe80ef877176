import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Viewer } from '#access'
import {
  canBuildRelease,
  canDiscardRelease,
  canEmbargoRelease,
  canPublishRelease,
  type ReleaseFacts,
} from './policies'

const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const STATES = ['BUILDING', 'BUILT', 'EMBARGOED', 'PUBLISHED', 'SUPERSEDED', 'DISCARDED', 'FAILED']

const as = (hat: Hat | null, personId = 'second'): Viewer => ({
  ...anonymous(new Date(0)),
  hat,
  personId,
})
const release = (status: string, auditPassed: boolean | null = true): ReleaseFacts => ({
  status,
  builtBy: 'first',
  auditPassed,
})

const rules = {
  discard: { rule: canDiscardRelease, states: ['BUILT', 'FAILED'] },
  embargo: { rule: canEmbargoRelease, states: ['BUILT'] },
  publish: { rule: canPublishRelease, states: ['BUILT', 'EMBARGOED'] },
} as const

describe.each(Object.entries(rules))('to %s a release', (name, { rule, states }) => {
  test.each(HATS.filter((hat) => hat !== 'CYCLE_OFFICER'))('is nothing for %s', (hat) => {
    for (const state of STATES) expect(rule(as(hat), release(state)).code).toBe('WRONG_HAT')
  })

  test.each(STATES)('is judged in state %s', (state) => {
    const allowed = (states as readonly string[]).includes(state)
    expect(rule(as('CYCLE_OFFICER'), release(state)).allowed).toBe(allowed)
    if (!allowed) expect(rule(as('CYCLE_OFFICER'), release(state)).code).toBe('WRONG_STATE')
  })

  test('asks for a second officer and a passed audit where it reaches readers', () => {
    if (name === 'discard')
      return expect(rule(as('CYCLE_OFFICER', 'first'), release('BUILT')).allowed).toBe(true)
    expect(rule(as('CYCLE_OFFICER', 'first'), release('BUILT')).code).toBe('SECOND_PERSON')
    expect(rule(as('CYCLE_OFFICER'), release('BUILT', false)).code).toBe('NOT_READY')
    expect(rule(as('CYCLE_OFFICER'), release('BUILT', null)).code).toBe('NOT_READY')
  })
})

test.each(['PLANNED', 'OPEN', 'CLOSED', 'REPORTED'])('a cycle that is %s', (status) => {
  const allowed = status === 'CLOSED' || status === 'REPORTED'
  expect(canBuildRelease(as('CYCLE_OFFICER'), { status }).allowed).toBe(allowed)
  expect(canBuildRelease(as('COORDINATOR'), { status }).allowed).toBe(false)
})
