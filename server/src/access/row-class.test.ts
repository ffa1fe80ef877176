import { describe, expect, test } from 'vitest'
import { AUDIENCES, audiencesAtRoot, type AudienceMask } from './audience'
import { audiencesOf } from './audiences-of'
import { embed } from './embed'
import type { Row } from './row'
import { ROW_CLASSES, isEmbedded, mayBeHidden, ruleOf, type RowClass } from './row-class'
import type { Hat, Viewer } from './viewer'
import {
  ASSESSMENT,
  FREEDONIA,
  NOW,
  REVIEW,
  SUBMISSION,
  SYLVANIA,
  assignment,
  wearing,
} from './viewer.fixture'

const letters = (mask: AudienceMask) =>
  AUDIENCES.filter(({ bit }) => mask & bit)
    .map((each) => each.letters)
    .join(' ')

const HATS: Readonly<Record<string, Hat | null>> = {
  '-': null,
  P: 'PARTNER',
  C: 'CONTRIBUTOR',
  N: 'COORDINATOR',
  A: 'APPROVER',
  V: 'VIEWER',
  R: 'REVIEWER',
  L: 'LEAD_REVIEWER',
  E: 'METHODOLOGY_EDITOR',
  O: 'CYCLE_OFFICER',
  D: 'ADMINISTRATOR',
  B: 'PMMPT_OBSERVER',
}

const own = { administrationId: FREEDONIA, assessmentId: ASSESSMENT }
const working = { ...own, copy: 'WORKING', kpiCode: 'TF-01-1' }
const submitted = {
  ...own,
  copy: 'SUBMITTED',
  kpiCode: 'TF-01-1',
  submissionId: SUBMISSION,
  assessmentStatus: 'ACCEPTED',
}
const released = { copy: 'RELEASED', edition: 'PUBLIC', status: 'PUBLISHED', kpiCode: 'TF-01-1' }
const review = { administrationId: FREEDONIA, reviewId: REVIEW }
const item = { ...review, authorId: 'somebody', itemStatus: 'SENT', reviewStatus: 'SHARED' }
const cell = { edition: 'PUBLIC', status: 'PUBLISHED', kpiCode: 'TF-01-1' }

// Kept by hand from the audience table: who holds what for a row of Freedonia. The rest holds nothing.
type Expected = Partial<Record<keyof typeof HATS, string>>
const everybody = (letters_: string, others: Expected = {}): Expected => ({
  ...Object.fromEntries(Object.keys(HATS).map((hat) => [hat, letters_])),
  ...others,
})

const TABLE: readonly [RowClass, string, Row, Expected][] = [
  [
    'CATALOGUE',
    'of a published version',
    { status: 'PUBLISHED' },
    everybody('PUB', {
      P: 'PUB PAR',
      C: 'PUB MEM',
      N: 'PUB MEM',
      A: 'PUB MEM',
      V: 'PUB MEM',
      R: 'PUB MEM REV',
      L: 'PUB MEM REV',
      E: 'PUB SEC',
      O: 'PUB SEC',
      B: 'PUB SEC',
    }),
  ],
  [
    'CATALOGUE',
    'of a version in review',
    { status: 'IN_REVIEW' },
    { E: 'SEC', O: 'SEC', B: 'SEC' },
  ],
  ['CATALOGUE', 'of an approved version', { status: 'APPROVED' }, { E: 'SEC', O: 'SEC', B: 'SEC' }],
  [
    'CATALOGUE',
    'of a retired version',
    { status: 'RETIRED' },
    everybody('PUB', {
      P: 'PUB PAR',
      C: 'PUB MEM',
      N: 'PUB MEM',
      A: 'PUB MEM',
      V: 'PUB MEM',
      R: 'PUB MEM REV',
      L: 'PUB MEM REV',
      E: 'PUB SEC',
      O: 'PUB SEC',
      B: 'PUB SEC',
    }),
  ],
  ['CATALOGUE', 'of a draft', { status: 'DRAFT' }, { E: 'SEC', O: 'SEC' }],
  [
    'REGISTER',
    'of a cycle',
    {},
    everybody('PUB', {
      P: 'PUB PAR',
      C: 'PUB MEM',
      N: 'PUB MEM',
      A: 'PUB MEM',
      V: 'PUB MEM',
      R: 'PUB MEM',
      L: 'PUB MEM',
      E: 'PUB SEC',
      O: 'PUB SEC',
      D: 'PUB SEC',
    }),
  ],
  [
    'REGISTER',
    'of the own administration',
    { administrationId: FREEDONIA },
    everybody('PUB', {
      P: 'PUB PAR',
      C: 'PUB MEM OWN',
      N: 'PUB MEM OWN',
      A: 'PUB MEM OWN',
      V: 'PUB MEM OWN',
      R: 'PUB MEM',
      L: 'PUB MEM',
      E: 'PUB SEC',
      O: 'PUB SEC',
      D: 'PUB SEC',
    }),
  ],
  [
    'PARTICIPATION',
    'of another administration',
    { administrationId: SYLVANIA },
    {
      N: 'MEM',
      R: 'MEM',
      L: 'MEM',
      E: 'SEC',
      O: 'SEC',
      D: 'SEC',
    },
  ],
  [
    'PARTICIPATION',
    'of the own administration',
    { administrationId: FREEDONIA },
    {
      C: 'OWN',
      N: 'MEM OWN',
      A: 'OWN',
      V: 'OWN',
      R: 'MEM',
      L: 'MEM',
      E: 'SEC',
      O: 'SEC',
      D: 'SEC',
    },
  ],
  [
    'PARTICIPATION',
    'made public',
    { administrationId: FREEDONIA, level: 'PUBLIC' },
    everybody('PUB', {
      P: 'PUB PAR',
      C: 'PUB MEM OWN',
      N: 'PUB MEM OWN',
      A: 'PUB MEM OWN',
      V: 'PUB MEM OWN',
      R: 'PUB MEM',
      L: 'PUB MEM',
      E: 'PUB SEC',
      O: 'PUB SEC',
      D: 'PUB SEC',
    }),
  ],
  [
    'PARTICIPATION',
    'kept national elsewhere',
    { administrationId: SYLVANIA, level: 'NATIONAL' },
    { E: 'SEC', O: 'SEC', D: 'SEC' },
  ],
  [
    'PERSON',
    'of the own administration',
    { administrationId: FREEDONIA, personId: 'somebody' },
    {
      C: 'OWN',
      N: 'OWN',
      A: 'OWN',
      V: 'OWN',
      D: 'SEC',
    },
  ],
  [
    'PERSON',
    'of the secretariat',
    { administrationId: null, personId: 'person as CYCLE_OFFICER' },
    {
      O: 'OWN',
      D: 'SEC',
    },
  ],
  ['INVITATION', 'to an administration', { administrationId: FREEDONIA }, { N: 'OWN', D: 'SEC' }],
  ['INVITATION', 'to the secretariat', { administrationId: null }, { D: 'SEC' }],
  [
    'SUPPORT',
    'opened by the officer',
    { personId: 'person as CYCLE_OFFICER' },
    { O: 'OWN', D: 'SEC' },
  ],
  [
    'API_CLIENT',
    'owned by the officer',
    { personId: 'person as CYCLE_OFFICER' },
    { O: 'OWN', D: 'SEC' },
  ],
  [
    'ASSESSMENT',
    'head',
    own,
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', R: 'REV', L: 'REV', O: 'SEC' },
  ],
  [
    'ASSESSMENT',
    'head of another one than is reviewed',
    { ...own, assessmentId: 'another' },
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', O: 'SEC' },
  ],
  [
    'ASSESSMENT',
    "in the members' edition",
    { ...released, edition: 'MEMBERS' },
    { N: 'MEM', R: 'MEM', L: 'MEM' },
  ],
  [
    'REVIEW',
    "in the members' edition",
    { ...released, edition: 'MEMBERS' },
    { N: 'MEM', R: 'MEM', L: 'MEM' },
  ],
  ['REVIEW', 'in the public edition', released, everybody('PUB', { P: 'PUB PAR' })],
  ['ASSESSMENT', 'in the public edition', released, everybody('PUB', { P: 'PUB PAR' })],
  ['CONTENT', 'being worked on', working, { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN' }],
  ['CONTENT', 'being worked on elsewhere', { ...working, administrationId: SYLVANIA }, {}],
  [
    'CONTENT',
    'being worked on, of an unassigned KPI',
    { ...working, kpiCode: 'TF-02-1' },
    {
      N: 'OWN',
      A: 'OWN',
      V: 'OWN',
    },
  ],
  [
    'CONTENT',
    'submitted',
    submitted,
    {
      C: 'OWN',
      N: 'OWN',
      A: 'OWN',
      V: 'OWN',
      R: 'REV',
      L: 'REV',
      O: 'SEC',
    },
  ],
  [
    'CONTENT',
    'submitted and withdrawn',
    { ...submitted, assessmentStatus: 'WITHDRAWN' },
    {
      C: 'OWN',
      N: 'OWN',
      A: 'OWN',
      V: 'OWN',
      R: 'REV',
      L: 'REV',
    },
  ],
  [
    'CONTENT',
    'submitted later than the review',
    { ...submitted, submissionId: 'second' },
    {
      C: 'OWN',
      N: 'OWN',
      A: 'OWN',
      V: 'OWN',
      O: 'SEC',
    },
  ],
  [
    'CONTENT',
    'submitted for another assessment than is reviewed',
    { ...submitted, assessmentId: 'another' },
    { N: 'OWN', A: 'OWN', V: 'OWN', O: 'SEC' },
  ],
  ['CONTENT', 'in the public edition', released, everybody('PUB', { P: 'PUB PAR' })],
  [
    'CONTENT',
    'in a superseded edition',
    { ...released, status: 'SUPERSEDED' },
    everybody('PUB', { P: 'PUB PAR' }),
  ],
  ['CONTENT', 'in the public edition under embargo', { ...released, status: 'EMBARGOED' }, {}],
  [
    'CONTENT',
    "in the members' edition",
    { ...released, edition: 'MEMBERS' },
    { N: 'MEM', R: 'MEM', L: 'MEM' },
  ],
  [
    'CONTENT',
    "in the members' edition under embargo",
    { ...released, edition: 'MEMBERS', status: 'EMBARGOED' },
    {},
  ],
  [
    'OWN_CONTENT',
    'of an assigned element',
    { ...own, elementCode: 'DE-7' },
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN' },
  ],
  [
    'OWN_CONTENT',
    'that serves an assigned KPI beside others',
    { ...own, kpiCodes: ['TF-02-1', 'TF-01-1'] },
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN' },
  ],
  [
    'OWN_CONTENT',
    'that serves unassigned KPIs alone',
    { ...own, kpiCodes: ['TF-02-1'] },
    { N: 'OWN', A: 'OWN', V: 'OWN' },
  ],
  ['OWN_CONTENT', 'that serves no KPI', { ...own, kpiCodes: [] }, { N: 'OWN', A: 'OWN', V: 'OWN' }],
  [
    'COMMENT',
    'between officer and member',
    own,
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', O: 'SEC' },
  ],
  ['GAP', 'of the own administration', own, { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', O: 'SEC' }],
  [
    'REVIEW',
    'under way',
    review,
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', R: 'REV', L: 'REV', O: 'SEC' },
  ],
  ['REVIEW', 'of another member', { administrationId: SYLVANIA, reviewId: 'other' }, { O: 'SEC' }],
  [
    'REVIEW_TEAM',
    'of a review',
    review,
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', R: 'REV', L: 'REV', O: 'SEC' },
  ],
  [
    'REVIEW_TEAM',
    'of another review',
    { ...review, reviewId: 'other' },
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', O: 'SEC' },
  ],
  ['REVIEW_ITEM', 'sent', item, { N: 'OWN', A: 'OWN', V: 'OWN', R: 'REV', L: 'REV', O: 'SEC' }],
  [
    'RELEASE',
    'published',
    { status: 'PUBLISHED' },
    everybody('PUB', { P: 'PUB PAR', E: 'PUB SEC', O: 'PUB SEC', B: 'PUB SEC' }),
  ],
  ['RELEASE', 'under embargo', { status: 'EMBARGOED' }, { E: 'SEC', O: 'SEC', B: 'SEC' }],
  ['RELEASE', 'being built', { status: 'BUILDING' }, { E: 'SEC', O: 'SEC' }],
  ['RELEASE', 'built', { status: 'BUILT' }, { E: 'SEC', O: 'SEC' }],
  ['RELEASE', 'thrown away', { status: 'DISCARDED' }, { E: 'SEC', O: 'SEC' }],
  ['RELEASE', 'that failed', { status: 'FAILED' }, { E: 'SEC', O: 'SEC' }],
  [
    'RELEASE',
    "in the members' edition",
    { status: 'PUBLISHED', edition: 'MEMBERS' },
    {
      C: 'MEM',
      N: 'MEM',
      A: 'MEM',
      V: 'MEM',
      R: 'MEM',
      L: 'MEM',
      E: 'SEC',
      O: 'SEC',
      B: 'SEC',
    },
  ],
  [
    'CELL',
    'of the public edition',
    cell,
    everybody('PUB', { P: 'PUB PAR', E: 'PUB SEC', O: 'PUB SEC', B: 'PUB SEC' }),
  ],
  [
    'CELL',
    "of the members' edition",
    { ...cell, edition: 'MEMBERS' },
    {
      C: 'MEM',
      N: 'MEM',
      A: 'MEM',
      V: 'MEM',
      R: 'MEM',
      L: 'MEM',
      E: 'SEC',
      O: 'SEC',
      B: 'SEC',
    },
  ],
  ['PROPOSAL', 'of a change of the framework', {}, { E: 'SEC', O: 'SEC', B: 'SEC' }],
  ['RELEASE_INTERNAL', 'behind a release', {}, { E: 'SEC', O: 'SEC', D: 'SEC' }],
  [
    'CONSENT',
    'that is signed, about a KPI the contributor was given',
    { ...own, kpiCode: 'TF-01-1', confirmedAt: '2026-11-01' },
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', O: 'SEC', D: 'SEC' },
  ],
  [
    'CONSENT',
    'that waits for a signature, about another KPI',
    { ...own, kpiCode: 'TF-02-1', confirmedAt: null },
    { N: 'OWN', A: 'OWN', V: 'OWN' },
  ],
  [
    'AUDIT',
    'of the own chain',
    { administrationId: FREEDONIA, cycleId: null },
    { C: 'OWN', N: 'OWN', A: 'OWN', V: 'OWN', D: 'SEC' },
  ],
  ['AUDIT', 'of a cycle', { administrationId: null, cycleId: '2027' }, { O: 'SEC', D: 'SEC' }],
  ['NOTIFICATION', 'to nobody', { personId: null }, {}],
  ['NOTIFICATION', 'to the approver', { personId: 'person as APPROVER' }, { A: 'OWN' }],
  [
    'SELF',
    'of the officer',
    { personId: 'person as CYCLE_OFFICER', apiClientId: null },
    { O: 'OWN' },
  ],
  ['SELF', 'of the client', { personId: null, apiClientId: 'client' }, { P: 'OWN' }],
  ['REFERENCE', 'anywhere', {}, everybody('PUB')],
  ['PAYLOAD', 'anywhere', {}, everybody('PUB')],
]

const viewerAs = (hat: Hat | null): Viewer =>
  wearing(hat, {
    ...(hat === 'PARTNER' && { scopes: ['read:public'] }),
    ...(hat === 'CONTRIBUTOR' && {
      assignedKpis: new Set([`${ASSESSMENT}:TF-01-1`]),
      assignedElements: new Set([`${ASSESSMENT}:DE-7`]),
    }),
    ...(hat?.endsWith('REVIEWER') && { reviewAssignments: [assignment()] }),
  })

describe('the audience table', () => {
  test.each(TABLE)('%s row %s', (rowClass, _which, row, expected) => {
    const held = Object.fromEntries(
      Object.entries(HATS)
        .map(([code, hat]) => [code, letters(audiencesOf(viewerAs(hat), rowClass, row))] as const)
        .filter(([, mask]) => mask !== ''),
    )

    expect(held).toEqual(expected)
  })

  test('names a row of every class that has rows of its own', () => {
    const named = new Set<RowClass>(TABLE.map(([rowClass]) => rowClass))

    expect(ROW_CLASSES.filter((each) => !named.has(each))).toEqual(['EMBEDDED', 'PERSON_CARD'])
  })

  test('gives of every class what the class promises, and no more', () => {
    for (const rowClass of ROW_CLASSES.filter((each) => !isEmbedded(each))) {
      const given = TABLE.filter(([each]) => each === rowClass).flatMap(([, , row]) =>
        Object.values(HATS).map((hat) => audiencesOf(viewerAs(hat), rowClass, row)),
      )

      expect(letters(given.reduce((all, held) => all | held)), rowClass).toBe(
        letters(ruleOf(rowClass).gives),
      )
    }
  })

  test('knows the rows that are there for everybody', () => {
    expect(ROW_CLASSES.filter((each) => !mayBeHidden(each))).toEqual([
      'EMBEDDED',
      'PAYLOAD',
      'PERSON_CARD',
      'REFERENCE',
      'REGISTER',
    ])
  })

  test('gives nothing that the class does not promise', () => {
    for (const [rowClass, , row] of TABLE) {
      for (const hat of Object.values(HATS)) {
        expect(audiencesOf(viewerAs(hat), rowClass, row) & ~ruleOf(rowClass).gives).toBe(0)
      }
    }
  })
})

describe('a reviewer', () => {
  const reading = (
    facts: Parameters<typeof assignment>[0],
    rowClass: RowClass,
    row: Row,
    viewer = {},
  ) =>
    letters(
      audiencesOf(
        wearing('REVIEWER', { reviewAssignments: [assignment(facts)], ...viewer }),
        rowClass,
        row,
      ),
    )

  const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000)

  test.each([
    ['REQUESTED', '', ''],
    ['ACCEPTED', 'REV', ''],
    ['IN_PROGRESS', 'REV', 'REV'],
    ['SHARED', 'REV', 'REV'],
    ['RESPONDED', 'REV', 'REV'],
    ['CONCLUDED', 'REV', ''],
    ['WITHDRAWN', '', ''],
    ['DECLINED', '', ''],
  ])('at stage %s holds "%s" for the review and "%s" for the copy', (reviewStatus, rows, copy) => {
    const facts = { reviewStatus, concludedAt: daysAgo(1) }

    expect(reading(facts, 'REVIEW', review)).toBe(rows)
    expect(reading(facts, 'REVIEW_TEAM', review)).toBe(rows)
    expect(reading(facts, 'CONTENT', submitted)).toBe(copy)
  })

  test('keeps the review for 30 days after it is concluded', () => {
    const concluded = (days: number) => ({ reviewStatus: 'CONCLUDED', concludedAt: daysAgo(days) })

    expect(reading(concluded(29.9), 'REVIEW', review)).toBe('REV')
    expect(reading(concluded(30), 'REVIEW', review)).toBe('')
  })

  test('loses a review that says it is concluded and not when, which is no defect', () => {
    const facts = { reviewStatus: 'CONCLUDED', concludedAt: null }
    const defects: string[] = []
    const viewer = wearing('REVIEWER', { reviewAssignments: [assignment(facts)] })

    expect(audiencesOf(viewer, 'REVIEW', review, (text) => defects.push(text))).toBe(0)
    expect(defects).toEqual([])
  })

  test('sees the team, but nothing else, before declaring to have no conflict', () => {
    const undeclared = { isCleared: false }

    expect(reading(undeclared, 'REVIEW_TEAM', review)).toBe('REV')
    expect(reading(undeclared, 'REVIEW', review)).toBe('')
    expect(reading(undeclared, 'REVIEW_ITEM', item)).toBe('')
    expect(reading(undeclared, 'ASSESSMENT', own)).toBe('')
    expect(reading(undeclared, 'CONTENT', submitted)).toBe('')
  })

  test('never reviews the own administration', () => {
    expect(reading({}, 'REVIEW', review, { administrationId: FREEDONIA })).toBe('')
    expect(reading({}, 'CONTENT', submitted, { administrationId: FREEDONIA })).toBe('')
  })

  test('reviews under the hat of a reviewer alone', () => {
    const elsewhere = { hat: 'COORDINATOR', administrationId: SYLVANIA }

    expect(reading({}, 'REVIEW', review, elsewhere)).toBe('')
    expect(reading({}, 'CONTENT', submitted, elsewhere)).toBe('')
  })
})

describe('a partner', () => {
  const reading = (scopes: readonly string[], row: Row) =>
    letters(audiencesOf(wearing('PARTNER', { scopes }), 'CELL', row))

  test('without scopes is the public', () => {
    expect(reading([], cell)).toBe('PUB')
  })

  test('with the embargo scope reads public releases before their date, and no others', () => {
    expect(reading(['read:embargo'], { ...cell, status: 'EMBARGOED' })).toBe('PAR')
    expect(reading(['read:embargo'], { ...cell, status: 'EMBARGOED', edition: 'MEMBERS' })).toBe('')
    expect(reading(['read:embargo'], { ...cell, status: 'BUILT' })).toBe('')
  })

  test('confined to KPIs is a partner for these alone', () => {
    expect(reading(['read:public', 'kpi:TF-01-1'], cell)).toBe('PUB PAR')
    expect(reading(['read:public', 'kpi:TF-02-1'], cell)).toBe('PUB')
  })

  test('confined to KPIs is a partner where no KPI is told', () => {
    const { kpiCode: _left, ...rest } = cell

    expect(reading(['read:public', 'kpi:TF-02-1'], rest)).toBe('PUB PAR')
  })

  test('is nobody else, whatever scopes they had', () => {
    const scopes = ['read:public', 'read:embargo']

    expect(letters(audiencesOf(wearing('VIEWER', { scopes }), 'CELL', cell))).toBe('PUB')
    expect(
      audiencesOf(wearing('VIEWER', { scopes }), 'CELL', { ...cell, status: 'EMBARGOED' }),
    ).toBe(0)
  })
})

describe('a row without its facts', () => {
  const NEEDED: readonly [RowClass, Row][] = [
    ['CATALOGUE', { status: 'PUBLISHED' }],
    ['PARTICIPATION', { administrationId: FREEDONIA }],
    ['PERSON', { personId: 'person as COORDINATOR', administrationId: FREEDONIA }],
    ['INVITATION', { administrationId: FREEDONIA }],
    ['SUPPORT', { personId: 'person as COORDINATOR' }],
    ['API_CLIENT', { personId: 'person as COORDINATOR' }],
    ['ASSESSMENT', own],
    ['CONTENT', working],
    ['CONTENT', submitted],
    ['CONTENT', { copy: 'RELEASED', edition: 'PUBLIC', status: 'PUBLISHED' }],
    ['OWN_CONTENT', { ...own, kpiCode: 'TF-01-1' }],
    ['COMMENT', { administrationId: FREEDONIA }],
    ['GAP', { administrationId: FREEDONIA }],
    ['REVIEW', review],
    ['REVIEW_TEAM', review],
    ['REVIEW_ITEM', item],
    ['RELEASE', { status: 'PUBLISHED' }],
    ['CELL', { edition: 'PUBLIC', status: 'PUBLISHED' }],
    ['CONSENT', { ...own, kpiCode: 'TF-01-1', confirmedAt: null }],
    ['AUDIT', { administrationId: FREEDONIA, cycleId: null }],
    ['NOTIFICATION', { personId: 'person as COORDINATOR' }],
    ['SELF', { personId: 'person as COORDINATOR', apiClientId: null }],
  ]
  const each = NEEDED.flatMap(([rowClass, row]) =>
    Object.keys(row).map((name) => [rowClass, name, row] as const),
  )

  test.each(each)('denies: %s without %s, and tells', (rowClass, name, row) => {
    const { [name]: _left, ...rest } = row
    const defects: string[] = []

    const mask = audiencesOf(wearing('COORDINATOR'), rowClass, rest, (text) => defects.push(text))

    expect(letters(mask)).toBe('')
    expect(defects).toHaveLength(1)
    expect(defects[0]).toContain(name)
  })

  test('denies when a column holds a value nobody knows', () => {
    const coordinator = wearing('COORDINATOR')

    expect(audiencesOf(coordinator, 'CONTENT', { ...working, copy: 'LOST' })).toBe(0)
    expect(audiencesOf(coordinator, 'CONTENT', { ...submitted, copy: 'LOST' })).toBe(0)
    expect(audiencesOf(coordinator, 'CELL', { ...cell, edition: 'SECRET' })).toBe(0)
  })
})

test('a row of a class of its own keeps its rule wherever it is shown', () => {
  const open = { administrationId: FREEDONIA }
  const shown = embed('COMMENT', open, { administrationId: SYLVANIA })

  expect(letters(audiencesOf(wearing('COORDINATOR'), 'COMMENT', shown))).toBe('')
  expect(letters(audiencesOf(wearing('COORDINATOR'), 'PERSON_CARD', shown))).toBe('OWN')
})

test('audiences are computed once for a viewer and a row', () => {
  const viewer = wearing('VIEWER')
  let reads = 0
  const row = {
    get status() {
      reads += 1
      return 'PUBLISHED'
    },
  }

  audiencesOf(viewer, 'CATALOGUE', row)
  audiencesOf(viewer, 'CATALOGUE', row)
  expect(reads).toBe(1)

  audiencesOf(viewer, 'CATALOGUE', { status: 'DRAFT' })
  audiencesOf(viewer, 'REGISTER', row)
  audiencesOf(viewer, 'CATALOGUE', row)
  expect(reads).toBe(1)

  audiencesOf(wearing('VIEWER'), 'CATALOGUE', row)
  expect(reads).toBe(2)
})

test('a row asked in another class is decided anew', () => {
  const viewer = wearing('CONTRIBUTOR')
  const row = { administrationId: FREEDONIA }

  expect(letters(audiencesOf(viewer, 'REGISTER', row))).toBe('PUB MEM OWN')
  expect(letters(audiencesOf(viewer, 'COMMENT', row))).toBe('OWN')
  expect(letters(audiencesOf(viewer, 'INVITATION', row))).toBe('')
  expect(letters(audiencesOf(viewer, 'REGISTER', row))).toBe('PUB MEM OWN')
})

test.each([
  ['-', 'PUB'],
  ['P', 'PUB PAR'],
  ['C', 'PUB MEM'],
  ['N', 'PUB MEM'],
  ['A', 'PUB MEM'],
  ['V', 'PUB MEM'],
  ['R', 'PUB REV'],
  ['L', 'PUB REV'],
  ['E', 'PUB SEC'],
  ['O', 'PUB SEC'],
  ['D', 'PUB SEC'],
  ['B', 'PUB SEC'],
])('at the root the hat %s is %s', (code, expected) => {
  expect(letters(audiencesAtRoot(wearing(HATS[code]!)))).toBe(expected)
})

test('at the root a hat nobody knows is the public', () => {
  expect(letters(audiencesAtRoot(wearing('JANITOR' as Hat)))).toBe('PUB')
})
