import { describe, expect, test } from 'vitest'
import { anonymous, type Hat, type Permission, type Viewer } from '#access'
import {
  canDeclineClient,
  canGrantClient,
  canIssueToken,
  canProposeClient,
  canRevokeClient,
  canRevokeToken,
  canRotateToken,
  canUpdateClient,
  type ApiClientFacts,
} from './policies'

type Status = ApiClientFacts['status']

const HATS: readonly (Hat | null)[] = [
  null, 'CONTRIBUTOR', 'COORDINATOR', 'APPROVER', 'VIEWER', 'REVIEWER', 'LEAD_REVIEWER',
  'METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER', 'PARTNER',
] // prettier-ignore
const STATES: readonly Status[] = ['PROPOSED', 'GRANTED', 'DECLINED', 'REVOKED']

const as = (hat: Hat | null): Viewer => ({
  ...anonymous(new Date('2027-05-01T12:00:00Z')),
  hat,
  personId: hat && `the ${hat}`,
})
const administrator = as('ADMINISTRATOR')
const client = (status: Status, facts: Partial<ApiClientFacts> = {}): ApiClientFacts => ({
  status,
  personId: 'the CYCLE_OFFICER',
  isExpired: false,
  validTokenCount: 0,
  ...facts,
})

type Rule = (viewer: Viewer, client: ApiClientFacts) => Permission

// By hand: what is the administrator's, and in which states of the access.
const TABLE: readonly [string, Rule, readonly Status[]][] = [
  ['grant a proposal', canGrantClient, ['PROPOSED']],
  ['decline it', canDeclineClient, ['PROPOSED']],
  ['change the access', canUpdateClient, ['GRANTED']],
  ['take it back', canRevokeClient, ['GRANTED']],
  ['issue a token', canIssueToken, ['GRANTED']],
  ['exchange a token', (v, c) => canRotateToken(v, { ...c, validTokenCount: 1 }), ['GRANTED']],
]

describe.each(TABLE)('who may %s', (_action, rule, states) => {
  test.each(HATS)('hat %s, in every state', (hat) => {
    const allowed = STATES.filter((status) => rule(as(hat), client(status)).allowed)

    expect(allowed).toEqual(hat === 'ADMINISTRATOR' ? states : [])
  })

  test('the state is told to the administrator alone', () => {
    for (const status of STATES.filter((each) => !states.includes(each))) {
      expect(rule(administrator, client(status)).code).toBe('WRONG_STATE')
      expect(rule(as('CYCLE_OFFICER'), client(status)).code).toBe('WRONG_HAT')
    }
  })
})

test.each(HATS)('hat %s proposes, grants at once and revokes a token, or does not', (hat) => {
  expect(canProposeClient(as(hat)).allowed).toBe(hat === 'CYCLE_OFFICER')
  expect(canGrantClient(as(hat), null).allowed).toBe(hat === 'ADMINISTRATOR')
  expect(canRevokeToken(as(hat), { isValid: true }).allowed).toBe(hat === 'ADMINISTRATOR')
})

test('who proposed does not grant', () => {
  const own = client('PROPOSED', { personId: 'the ADMINISTRATOR' })

  expect(canGrantClient(administrator, own).code).toBe('SECOND_PERSON')
})

describe('tokens', () => {
  const holding = (validTokenCount: number) => client('GRANTED', { validTokenCount })

  test('are issued one, and exchanged one for one', () => {
    expect([0, 1, 2].map((count) => canIssueToken(administrator, holding(count)).code)).toEqual([
      'OK',
      'WRONG_STATE',
      'WRONG_STATE',
    ])
    expect([0, 1, 2].map((count) => canRotateToken(administrator, holding(count)).code)).toEqual([
      'NOT_READY',
      'OK',
      'WRONG_STATE',
    ])
  })

  test('are not had after the access has expired', () => {
    const expired = client('GRANTED', { isExpired: true })

    expect(canIssueToken(administrator, expired).code).toBe('OUT_OF_TIME')
    expect(canRotateToken(administrator, { ...expired, validTokenCount: 1 }).code).toBe(
      'OUT_OF_TIME',
    )
  })

  test('are revoked once', () => {
    expect(canRevokeToken(administrator, { isValid: false }).code).toBe('WRONG_STATE')
  })
})
