import { describe, expect, test } from 'vitest'
import { MEMBER, OWNER, PARTNER, PUBLIC, REVIEWER, SECRETARIAT, type Audience } from './audience'
import { CONDITIONS, type Condition } from './conditions'
import type { Row } from './row'
import type { Hat } from './viewer'
import { wearing } from './viewer.fixture'

const holds = (condition: Condition, hat: Hat | null, row: Row, audience: Audience) =>
  CONDITIONS[condition].holds(wearing(hat), row, audience)

// By hand from the list of conditions: whom each is asked of, and whether it looks at a row.
test.each([
  ['SELF_OR_COORDINATOR', OWNER, true],
  ['COORDINATION', OWNER, false],
  ['STAFF', SECRETARIAT, false],
  ['AUTHOR', REVIEWER, true],
  ['REVIEW_STAGE', REVIEWER | OWNER | SECRETARIAT, true],
  ['SHARED_BY_MEMBER', SECRETARIAT, true],
  ['REPORT_LEVEL', MEMBER | PARTNER | PUBLIC, true],
  ['RESUBMITTED', SECRETARIAT, true],
] as const)('%s narrows the audiences %i', (condition, narrows, asksRow) => {
  expect(CONDITIONS[condition].narrows).toBe(narrows)
  expect(CONDITIONS[condition].asksRow).toBe(asksRow)
})

describe('SELF_OR_COORDINATOR', () => {
  const row = { personId: 'person as VIEWER' }

  test.each([
    ['VIEWER', true],
    ['COORDINATOR', true],
    ['CONTRIBUTOR', false],
    ['APPROVER', false],
  ] as const)('%s: %s', (hat, expected) => {
    expect(holds('SELF_OR_COORDINATOR', hat, row, OWNER)).toBe(expected)
  })
})

describe('COORDINATION and STAFF', () => {
  test.each([
    ['COORDINATION', 'COORDINATOR', true],
    ['COORDINATION', 'APPROVER', true],
    ['COORDINATION', 'CONTRIBUTOR', false],
    ['COORDINATION', 'VIEWER', false],
    ['STAFF', 'METHODOLOGY_EDITOR', true],
    ['STAFF', 'CYCLE_OFFICER', true],
    ['STAFF', 'ADMINISTRATOR', true],
    ['STAFF', 'PMMPT_OBSERVER', false],
  ] as const)('%s for %s: %s', (condition, hat, expected) => {
    expect(holds(condition, hat, {}, OWNER)).toBe(expected)
  })
})

test('AUTHOR admits the author among the reviewers', () => {
  expect(holds('AUTHOR', 'REVIEWER', { authorId: 'person as REVIEWER' }, REVIEWER)).toBe(true)
  expect(holds('AUTHOR', 'LEAD_REVIEWER', { authorId: 'person as REVIEWER' }, REVIEWER)).toBe(false)
})

describe('REVIEW_STAGE', () => {
  const item = (itemStatus: string, reviewStatus: string) => ({
    authorId: 'person as REVIEWER',
    itemStatus,
    reviewStatus,
  })

  test.each([
    ['DRAFT', 'IN_PROGRESS', true, false, false],
    ['SENT', 'IN_PROGRESS', true, true, false],
    ['DRAFT', 'SHARED', true, false, false],
    ['SENT', 'SHARED', true, true, true],
    ['SENT', 'RESPONDED', true, true, true],
    ['SENT', 'CONCLUDED', true, true, true],
    ['SENT', 'WITHDRAWN', true, true, false],
  ])(
    '%s item of a review %s: author %s, team %s, outside %s',
    (item_, review, author, team, outside) => {
      const row = item(item_, review)

      expect(holds('REVIEW_STAGE', 'REVIEWER', row, REVIEWER)).toBe(author)
      expect(holds('REVIEW_STAGE', 'LEAD_REVIEWER', row, REVIEWER)).toBe(team)
      expect(holds('REVIEW_STAGE', 'COORDINATOR', row, OWNER)).toBe(outside)
      expect(holds('REVIEW_STAGE', 'CYCLE_OFFICER', row, SECRETARIAT)).toBe(outside)
    },
  )
})

test('SHARED_BY_MEMBER admits the secretariat to shared items only', () => {
  expect(
    holds('SHARED_BY_MEMBER', 'CYCLE_OFFICER', { shareWithSecretariat: true }, SECRETARIAT),
  ).toBe(true)
  expect(
    holds('SHARED_BY_MEMBER', 'CYCLE_OFFICER', { shareWithSecretariat: false }, SECRETARIAT),
  ).toBe(false)
  expect(
    holds('SHARED_BY_MEMBER', 'CYCLE_OFFICER', { shareWithSecretariat: null }, SECRETARIAT),
  ).toBe(false)
})

test.each([
  [true, true],
  [false, false],
  [null, false],
])('RESUBMITTED %s admits the secretariat: %s', (isResubmitted, expected) => {
  expect(holds('RESUBMITTED', 'CYCLE_OFFICER', { isResubmitted }, SECRETARIAT)).toBe(expected)
})

test.each([
  ['NATIONAL', false, false, false],
  ['WCO', true, false, false],
  ['PUBLIC', true, true, true],
])(
  'REPORT_LEVEL %s opens to members %s, partners %s, the public %s',
  (reportLevel, ...expected) => {
    const opened = ([MEMBER, PARTNER, PUBLIC] as const).map((audience) =>
      holds('REPORT_LEVEL', 'COORDINATOR', { reportLevel }, audience),
    )

    expect(opened).toEqual(expected)
  },
)

test('nobody without an identity is the person concerned', () => {
  expect(holds('SELF_OR_COORDINATOR', null, { personId: null }, OWNER)).toBe(false)
  expect(holds('AUTHOR', null, { authorId: null }, REVIEWER)).toBe(false)
})

test.each([
  ['SELF_OR_COORDINATOR', 'personId'],
  ['AUTHOR', 'authorId'],
  ['REVIEW_STAGE', 'itemStatus'],
  ['SHARED_BY_MEMBER', 'shareWithSecretariat'],
  ['REPORT_LEVEL', 'reportLevel'],
  ['RESUBMITTED', 'isResubmitted'],
] as const)('%s does not answer without %s', (condition, column) => {
  expect(() => holds(condition, 'REVIEWER', {}, REVIEWER)).toThrow(column)
})
