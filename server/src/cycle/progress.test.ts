import { describe, expect, test } from 'vitest'
import { board, dueAt, progressOf, summaryOf } from './progress'
import type { ProgressRow } from './progress.rows'

const now = new Date('2026-11-02T10:00:00Z')
const row = (code: string, over: Partial<ProgressRow> = {}): ProgressRow =>
  ({
    cycleId: 'c',
    cycleStatus: 'OPEN',
    closesAt: '2026-12-15T00:00:00Z',
    administration: { id: code, code, name: { en: `Land of ${code}`, fr: `Pays ${code}` } },
    region: { code: 'EUR' },
    assessmentId: null,
    stage: 'NOT_STARTED',
    figuresEntered: 0,
    figuresTotal: null,
    kpisReady: 0,
    kpisTotal: null,
    lastActivityAt: null,
    submittedAt: null,
    returnDueAt: null,
    extendedUntil: null,
    extensionReason: null,
    ...over,
  }) as ProgressRow

describe('the next step', () => {
  test.each([
    ['an open draft', { stage: 'DRAFT' }, '2026-12-15T00:00:00Z'],
    [
      'an extended one',
      { stage: 'DRAFT', extendedUntil: '2027-01-01T00:00:00Z' },
      '2027-01-01T00:00:00Z',
    ],
    [
      'a return',
      { stage: 'RETURNED', returnDueAt: '2026-11-01T00:00:00Z' },
      '2026-11-01T00:00:00Z',
    ],
    ['a submission', { stage: 'SUBMITTED' }, null],
    ['a planned cycle', { cycleStatus: 'PLANNED' }, null],
    ['a closed cycle', { cycleStatus: 'CLOSED', stage: 'DRAFT' }, null],
    [
      'an extension in a closed cycle',
      { cycleStatus: 'CLOSED', extendedUntil: '2027-01-01T00:00:00Z' },
      '2027-01-01T00:00:00Z',
    ],
    ['a reported cycle', { cycleStatus: 'REPORTED', extendedUntil: '2027-01-01T00:00:00Z' }, null],
  ] as const)('of %s is due when it says', (_what, over, expected) => {
    expect(dueAt(row('XAA', over))).toBe(expected)
  })

  test('is overdue once its time has passed', () => {
    const late = row('XAA', { stage: 'RETURNED', returnDueAt: '2026-11-01T00:00:00Z' })

    expect(progressOf(late, now).isOverdue).toBe(true)
    expect(progressOf(row('XAB'), now).isOverdue).toBe(false)
  })
})

describe('the board', () => {
  const rows = [
    row('XAB', { stage: 'DRAFT', figuresEntered: 10, figuresTotal: 100, lastActivityAt: '2026-10-01T00:00:00Z' }),
    row('XAA', { stage: 'ACCEPTED', figuresEntered: 90, figuresTotal: 90, lastActivityAt: '2026-10-05T00:00:00Z' }),
    row('XAC', { region: { code: 'AMS' } as never, administration: { id: 'c', code: 'XAC', name: { en: 'Éstara' } } as never }),
  ].map((each) => progressOf(each, now)) // prettier-ignore
  const codes = (found: typeof rows | readonly (typeof rows)[number][]) =>
    found.map((r) => r.administration.code)

  test.each([
    ['ADMINISTRATION', ['XAC', 'XAA', 'XAB']],
    ['LAST_ACTIVITY', ['XAA', 'XAB', 'XAC']],
    ['STAGE', ['XAC', 'XAB', 'XAA']],
    ['FIGURES', ['XAA', 'XAB', 'XAC']],
  ] as const)('orders by %s', (order, expected) => {
    expect(codes(board(rows, {}, order))).toEqual(expected)
  })

  test('filters by region, stage and name, accents aside', () => {
    expect(codes(board(rows, { region: 'AMS' }, 'ADMINISTRATION'))).toEqual(['XAC'])
    expect(codes(board(rows, { stage: 'DRAFT' }, 'ADMINISTRATION'))).toEqual(['XAB'])
    expect(codes(board(rows, { stages: ['DRAFT', 'ACCEPTED'] }, 'ADMINISTRATION'))).toEqual(['XAA', 'XAB']) // prettier-ignore
    expect(codes(board(rows, { search: 'estará' }, 'ADMINISTRATION'))).toEqual(['XAC'])
    expect(codes(board(rows, { isOverdue: true }, 'ADMINISTRATION'))).toEqual([])
  })

  test('tells the extended from the others', () => {
    const extended = row('XAD', { extendedUntil: '2027-01-01T00:00:00Z', extensionReason: 'Flood' })
    const all = [...rows, progressOf(extended, now)]

    expect(codes(board(all, { isExtended: true }, 'ADMINISTRATION'))).toEqual(['XAD'])
    expect(codes(board(all, { isExtended: false }, 'ADMINISTRATION'))).toEqual([
      'XAC',
      'XAA',
      'XAB',
    ])
  })
})

test('the summary counts every administration once, the withdrawn apart, who has come back as begun', () => {
  const summary = summaryOf(
    [
      row('XAA'),
      row('XAB', { stage: 'DRAFT' }),
      row('XAC', { stage: 'ACCEPTED', submittedAt: '2026-10-01T00:00:00Z' }),
      row('XAE', {
        stage: 'DRAFT',
        submittedAt: '2026-10-01T00:00:00Z',
        extendedUntil: '2027-01-01T00:00:00Z',
      }),
      row('XAD', { stage: 'WITHDRAWN', submittedAt: '2026-10-01T00:00:00Z' }),
    ],
    now,
  )

  expect(summary).toMatchObject({
    administrationCount: 5,
    startedCount: 3,
    submittedCount: 1,
    lapsingCount: 1,
    goingOnCount: 1,
    overdueCount: 0,
  })
  expect(
    summary.stages.reduce((sum, { administrationCount }) => sum + administrationCount, 0),
  ).toBe(5)
})
