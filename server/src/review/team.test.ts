import { describe, expect, test } from 'vitest'
import { mayLead, mayReview, teamProblems, type CandidateFacts } from './team'

const person = (personId: string, facts: Partial<CandidateFacts> = {}): CandidateFacts => ({
  personId,
  isActive: true,
  accreditation: 'ACCREDITED',
  holdsLeadRole: false,
  holdsReviewerRole: true,
  conflicts: [],
  ...facts,
})
const lead = (facts: Partial<CandidateFacts> = {}) =>
  person('Tomas', { holdsLeadRole: true, ...facts })
const pool = (...people: readonly CandidateFacts[]) =>
  new Map(people.map((each) => [each.personId, each]))
const TEAM = [
  { personId: 'Tomas', isLead: true },
  { personId: 'Ilse', isLead: false },
]
const reasons = (team: typeof TEAM, people: ReadonlyMap<string, CandidateFacts>) =>
  teamProblems(team, people).map(({ reason, path }) =>
    `${path.slice(2).join('.')} ${reason}`.trim(),
  )

describe('a team', () => {
  test('of an accredited lead and another reviewer stands', () => {
    expect(reasons(TEAM, pool(lead(), person('Ilse')))).toEqual([])
  })

  test('may include a trainee, who may not lead', () => {
    expect(
      reasons(TEAM, pool(lead(), person('Ilse', { accreditation: 'PRE_ACCREDITED' }))),
    ).toEqual([])
    expect(reasons(TEAM, pool(lead({ accreditation: 'PRE_ACCREDITED' }), person('Ilse')))).toEqual([
      '0 LEAD_NOT_ACCREDITED',
    ])
  })

  test('is led by a lead reviewer', () => {
    expect(reasons(TEAM, pool(person('Tomas'), person('Ilse')))).toEqual(['0 LEAD_NOT_ACCREDITED'])
  })

  test.each(['APPLIED', 'PRE_SCREENED', 'SUSPENDED', 'EXPIRED', null] as const)(
    'has nobody whose accreditation is %s',
    (accreditation) => {
      expect(reasons(TEAM, pool(lead(), person('Ilse', { accreditation })))).toEqual([
        '1 NOT_ACCREDITED',
      ])
    },
  )

  test('has nobody with a conflict of interest, of whatever kind', () => {
    const conflicted = person('Ilse', {
      conflicts: ['OWN_ADMINISTRATION', 'RECIPROCAL', 'DECLARED'],
    })

    expect(reasons(TEAM, pool(lead(), conflicted))).toEqual([
      '1 CONFLICT_OWN_ADMINISTRATION',
      '1 CONFLICT_RECIPROCAL',
      '1 CONFLICT_DECLARED',
    ])
  })

  test('hears of everything that stands against it at once', () => {
    const team = [
      { personId: 'Tomas', isLead: false },
      { personId: 'Tomas', isLead: false },
      { personId: 'nobody we know', isLead: false },
    ]

    expect(reasons(team, pool(lead({ isActive: false })))).toEqual([
      'NAMED_TWICE',
      'ONE_LEAD',
      '0 NOT_A_REVIEWER',
      '1 NOT_A_REVIEWER',
      '2 NOT_A_REVIEWER',
    ])
    expect(reasons([{ personId: 'Tomas', isLead: true }], pool(lead()))).toEqual(['TEAM_TOO_SMALL'])
  })
})

test('candidates are told apart by what they may do', () => {
  expect([mayReview(lead()), mayLead(lead())]).toEqual([true, true])
  expect([mayReview(person('Ilse')), mayLead(person('Ilse'))]).toEqual([true, false])
  expect(mayReview(person('Ilse', { conflicts: ['RECIPROCAL'] }))).toBe(false)
  expect(mayReview(person('Ilse', { isActive: false }))).toBe(false)
})
