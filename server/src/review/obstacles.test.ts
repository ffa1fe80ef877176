import { describe, expect, test } from 'vitest'
import {
  concludeObstacles,
  currentFindings,
  judgementsDiffer,
  respondObstacles,
  shareObstacles,
  startObstacles,
  type FindingState,
  type SentJudgement,
} from './obstacles'

const tomas = { personId: 'T', name: 'Tomas', isLead: true, declaration: 'NO_CONFLICT' } as const
const ilse = { personId: 'I', name: 'Ilse', isLead: false, declaration: 'NO_CONFLICT' } as const
const reasons = (problems: readonly { reason: string; path: readonly string[] }[]) =>
  problems.map(({ reason, path }) => [reason, ...path].join(' '))

describe('starting', () => {
  test('waits for nothing once everybody has declared', () => {
    expect(startObstacles([tomas, ilse], 2)).toEqual([])
  })

  test('names each person who has not declared, and a team without lead', () => {
    const waiting = startObstacles([{ ...ilse, declaration: null }], 2)

    expect(waiting.map(({ message }) => message)).toEqual([
      'Ilse has not declared to be free of conflicts.',
      'Somebody in the team has to be replaced first.',
    ])
  })
})

describe('sharing', () => {
  const judged = (
    kpiCode: string,
    authorId: string,
    value: string | null = null,
  ): SentJudgement => ({
    kpiCode,
    authorId,
    judgement: value === null ? 'AGREE' : 'DIFFER',
    value,
  })
  const share = (facts: Partial<Parameters<typeof shareObstacles>[0]>) =>
    shareObstacles({
      scope: ['TF-01-1', 'TF-04-1'],
      team: [tomas, ilse],
      judgements: [],
      consensus: new Set(),
      unsent: [],
      ...facts,
    })
  const all = ['TF-01-1', 'TF-04-1'].flatMap((kpi) => [judged(kpi, 'T'), judged(kpi, 'I')])

  test('is free when everybody has judged everything alike', () => {
    expect(share({ judgements: all })).toEqual([])
  })

  test('names every missing judgement, person by person', () => {
    expect(share({ judgements: [judged('TF-01-1', 'T')] }).map(({ message }) => message)).toEqual([
      'Ilse has not judged TF-01-1.',
      'Tomas has not judged TF-04-1.',
      'Ilse has not judged TF-04-1.',
    ])
  })

  test('asks for a consensus where judgements differ', () => {
    const differing = [...all.slice(0, 3), judged('TF-04-1', 'I', '61.4')]

    expect(reasons(share({ judgements: differing }))).toEqual(['CONSENSUS_MISSING TF-04-1'])
    expect(share({ judgements: differing, consensus: new Set(['TF-04-1']) })).toEqual([])
  })

  test('does not count judgements of people who left', () => {
    const withFormer = all.map((each) =>
      each.authorId === 'I' ? { ...each, authorId: 'former' } : each,
    )

    expect(reasons(share({ judgements: withFormer }))).toEqual([
      'NOT_JUDGED TF-01-1 Ilse',
      'NOT_JUDGED TF-04-1 Ilse',
    ])
  })

  test('names whoever has findings that are not sent, together with all the rest', () => {
    const problems = share({
      judgements: all.slice(0, 3),
      unsent: [
        { personId: 'I', scores: 1, findings: 2 },
        { personId: 'T', scores: 0, findings: 0 },
      ],
    })

    expect(problems.map(({ message }) => message)).toEqual([
      'Ilse has not judged TF-04-1.',
      'Ilse has findings that are not sent: 2.',
    ])
  })
})

test('judgements differ by judgement or by value', () => {
  expect(
    judgementsDiffer([
      { judgement: 'DIFFER', value: '1' },
      { judgement: 'DIFFER', value: '1' },
    ]),
  ).toBe(false)
  expect(
    judgementsDiffer([
      { judgement: 'DIFFER', value: '1' },
      { judgement: 'DIFFER', value: '2' },
    ]),
  ).toBe(true)
  expect(
    judgementsDiffer([
      { judgement: 'AGREE', value: null },
      { judgement: 'DIFFER', value: null },
    ]),
  ).toBe(true)
})

describe('findings', () => {
  const finding = (id: string, facts: Partial<FindingState> = {}): FindingState => ({
    id,
    kpiCode: `KPI of ${id}`,
    correctsId: null,
    isAnswered: false,
    isResolved: false,
    ...facts,
  })

  test('that were corrected no longer count', () => {
    const findings = [
      finding('first'),
      finding('second', { correctsId: 'first' }),
      finding('third', { correctsId: 'second' }),
    ]

    expect(currentFindings(findings).map(({ id }) => id)).toEqual(['third'])
  })

  test('are all to be answered before the answers are handed in', () => {
    const findings = [
      finding('a', { isAnswered: true }),
      finding('b'),
      finding('c'),
      finding('d', { correctsId: 'c', isAnswered: true }),
    ]

    expect(reasons(respondObstacles(findings))).toEqual(['NOT_ANSWERED KPI of b'])
  })

  test('are all to be resolved before the conclusion', () => {
    const findings = [finding('a', { isResolved: true }), finding('b'), finding('c')]

    expect(reasons(concludeObstacles(findings))).toEqual([
      'NOT_RESOLVED KPI of b',
      'NOT_RESOLVED KPI of c',
    ])
  })
})
