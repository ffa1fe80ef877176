import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Permission, type Viewer } from '#access'
import { canChooseDisclosure, canConfirmDisclosure, type DisclosureFacts } from './policies'

const OWN = 'administration of Freedonia'
const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const STATES = ['DRAFT', 'INTERNAL_APPROVAL', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN']

const as = (hat: Hat | null): Viewer => ({
  ...anonymous(new Date('2027-05-01T12:00:00Z')),
  hat,
  personId: hat && `the ${hat}`,
  administrationId: OWN,
})
const assessment = (status: string): DisclosureFacts => ({ administrationId: OWN, status })

type Rule = (viewer: Viewer, assessment: DisclosureFacts) => Permission

// By hand: who it is left to, and in which states of the assessment.
const TABLE: readonly [string, Rule, Hat, readonly string[]][] = [
  ['choose', canChooseDisclosure, 'COORDINATOR', ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED']],
  ['confirm', (v, a) => canConfirmDisclosure(v, a, 'the COORDINATOR'), 'APPROVER', ['SUBMITTED', 'ACCEPTED']],
] // prettier-ignore

describe.each(TABLE)('who may %s levels', (_action, rule, allowed, states) => {
  test.each(HATS)('hat %s, in every state', (hat) => {
    const held = STATES.filter((status) => rule(as(hat), assessment(status)).allowed)

    expect(held).toEqual(hat === allowed ? states : [])
  })

  test('nobody of another administration, and the state is not told to them', () => {
    const foreign = { administrationId: 'elsewhere', status: 'WITHDRAWN' }

    expect(rule(as(allowed), foreign).code).toBe('NOT_YOURS')
    expect(rule(as(allowed), { ...foreign, status: 'SUBMITTED' }).code).toBe('NOT_YOURS')
  })

  test('says what stands against it', () => {
    expect(rule(as('VIEWER'), assessment('SUBMITTED')).code).toBe('WRONG_HAT')
    expect(rule(as(allowed), assessment('WITHDRAWN')).code).toBe('WRONG_STATE')
  })
})

test('who chose does not confirm', () => {
  const own = canConfirmDisclosure(as('APPROVER'), assessment('SUBMITTED'), 'the APPROVER')

  expect(own.code).toBe('SECOND_PERSON')
  expect(canConfirmDisclosure(as('APPROVER'), assessment('SUBMITTED'), null).allowed).toBe(true)
})
