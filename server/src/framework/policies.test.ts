import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Permission, type Viewer } from '#access'
import type { FrameworkVersionStatus } from './enums'
import * as policies from './policies'
import type { VersionFacts } from './policies'

const SUBMITTER = 'submitter'
const APPROVER = 'approver'

const as = (hat: Hat | null, personId = 'somebody else'): Viewer => ({
  ...anonymous(new Date('2026-11-02T09:00:00Z')),
  hat,
  personId: hat && personId,
})

const version = (status: FrameworkVersionStatus): VersionFacts => ({
  status,
  submittedBy: SUBMITTER,
  approvedBy: APPROVER,
})

const STATES: readonly FrameworkVersionStatus[] = [
  'DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'RETIRED',
] // prettier-ignore
const HATS: readonly Hat[] = [
  'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore

type Policy = (viewer: Viewer, version: VersionFacts) => Permission

const TABLE: readonly (readonly [string, Policy, readonly Hat[], readonly FrameworkVersionStatus[]])[] = [
  ['derive from', policies.canDerive, ['METHODOLOGY_EDITOR'], ['PUBLISHED', 'RETIRED']],
  ['edit', policies.canEdit, ['METHODOLOGY_EDITOR'], ['DRAFT']],
  ['submit', policies.canSubmit, ['METHODOLOGY_EDITOR'], ['DRAFT']],
  ['try out', policies.canDryRun, ['METHODOLOGY_EDITOR'], ['DRAFT', 'IN_REVIEW', 'APPROVED']],
  ['return', policies.canReturn, ['METHODOLOGY_EDITOR', 'PMMPT_OBSERVER'], ['IN_REVIEW', 'APPROVED']],
  ['remark', policies.canRemark, ['METHODOLOGY_EDITOR', 'PMMPT_OBSERVER'], ['IN_REVIEW']],
  ['approve', policies.canApprove, ['PMMPT_OBSERVER'], ['IN_REVIEW']],
  ['record an approval on', policies.canRecordApproval, ['CYCLE_OFFICER'], ['APPROVED']],
  ['publish', policies.canPublish, ['METHODOLOGY_EDITOR', 'CYCLE_OFFICER'], ['APPROVED']],
  ['retire', policies.canRetire, ['METHODOLOGY_EDITOR'], ['PUBLISHED']],
] // prettier-ignore

describe.each(TABLE)('who may %s a version', (_action, policy, hats, states) => {
  test.each(HATS)('%s', (hat) => {
    const allowed = STATES.filter((status) => policy(as(hat), version(status)).allowed)

    expect(allowed).toEqual(hats.includes(hat) ? states : [])
  })

  test('a stranger is told to sign in', () => {
    for (const status of STATES) {
      expect(policy(as(null), version(status)).code).toBe('SIGN_IN_REQUIRED')
    }
  })

  test('the wrong state is said only to the right hat', () => {
    for (const status of STATES.filter((each) => !states.includes(each))) {
      for (const hat of HATS) {
        const expected = hats.includes(hat) ? 'WRONG_STATE' : 'WRONG_HAT'
        expect(policy(as(hat), version(status)).code).toBe(expected)
      }
    }
  })
})

describe('two pairs of eyes', () => {
  test.each([SUBMITTER, APPROVER])('the %s does not publish', (person) => {
    for (const hat of ['METHODOLOGY_EDITOR', 'CYCLE_OFFICER'] as const) {
      expect(policies.canPublish(as(hat, person), version('APPROVED')).code).toBe('SECOND_PERSON')
    }
  })

  test('who submitted as an editor does not approve for the PMMPT', () => {
    const permission = policies.canApprove(as('PMMPT_OBSERVER', SUBMITTER), version('IN_REVIEW'))

    expect(permission.code).toBe('SECOND_PERSON')
  })
})

test.each([policies.canCreate, policies.canCheckFormulas])(
  'drafting is for methodology editors',
  (policy) => {
    expect(HATS.filter((hat) => policy(as(hat)).allowed)).toEqual(['METHODOLOGY_EDITOR'])
  },
)
