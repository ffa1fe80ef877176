import { describe, expect, it } from 'vitest'
import { framework, response } from '../assessment.fixture'
import { workTree } from '../work-tree'
import type { ValueEntry } from '../model'
import { ancestryOf, type NodeLineage } from './ancestry'
import { judgeEarlier, type EarlierFigure } from './judge'
import { sourceOf } from './source'

const cycle = (reportingYear: number, status: string | null) => ({
  reportingYear,
  myAssessment: status === null ? null : { id: `${reportingYear}`, status },
})

describe('the cycle figures are taken from', () => {
  const present = { reportingYear: 2026, previousYear: 2025 }

  it('is the one that measured the year wanted, even where a later one does not', () => {
    const cycles = [cycle(2025, 'SUBMITTED'), cycle(2024, 'ACCEPTED')]
    expect(sourceOf(cycles, present)?.reportingYear).toBe(2025)
    expect(sourceOf([cycle(2024, 'ACCEPTED'), cycle(2022, 'ACCEPTED')], present)?.reportingYear).toBe(2024)
  }) // prettier-ignore

  it('is none in which nothing was handed in, or that is to come', () => {
    const cycles = [cycle(2027, 'ACCEPTED'), cycle(2025, 'DRAFT'), cycle(2024, 'WITHDRAWN'), cycle(2023, null)]
    expect(sourceOf(cycles, present)).toBeNull()
  }) // prettier-ignore
})

describe('a data element of another version', () => {
  const line = (
    code: string,
    ancestorCode: string | null,
    version: string | null,
    facts: Partial<NodeLineage> = {},
  ): NodeLineage => ({
    code,
    ancestorCode,
    comparability: 'IDENTICAL',
    isBreak: false,
    ancestorVersion: version === null ? null : { code: version },
    ...facts,
  })
  const versions = [
    { code: 'V3', lineage: [line('A', 'A2', 'V2'), line('B', 'B', 'V2'), line('C', 'C', 'V2')] },
    {
      code: 'V2',
      lineage: [
        line('A2', 'A1', 'V1', { comparability: 'EDITORIAL' }),
        line('B', 'B', 'V1', { comparability: 'WITH_CONVERSION' }),
        line('C', 'C', 'V1', { comparability: 'NOT_COMPARABLE', isBreak: true }),
      ],
    },
    { code: 'V1', lineage: [] },
  ]

  it('is followed by its code through every version between', () => {
    expect(ancestryOf(versions, 'V3', 'V1')('A')).toBe('A1')
    expect(ancestryOf(versions, 'V2', 'V2')('A2')).toBe('A2')
  })

  it('is not followed over a conversion, a break, or where nobody says what it was', () => {
    const ancestry = ancestryOf(versions, 'V3', 'V1')
    expect([ancestry('B'), ancestry('C'), ancestry('NEW')]).toEqual([null, null, null])
    expect(ancestryOf(versions, 'V3', 'V0')('A')).toBeNull()
  })
})

describe('the figures of an earlier cycle', () => {
  const twoYears = structuredClone(framework) as typeof framework
  for (const { kpis } of twoYears.dimensions.flatMap(({ outcomes }) => outcomes)) {
    for (const each of kpis) {
      const both = each.elements.flatMap((one) => [one, { ...one, period: 'T_1' as const }])
      Object.assign(each, { elements: both })
    }
  }
  const stands = (elementCode: string, value: string | null, version = 1): ValueEntry => ({
    elementCode, year: 2023, period: 'T_1', value, isEstimated: false, note: null, version,
  }) // prettier-ignore
  const then = (elementCode: string, value: string | null, isEstimated = false): EarlierFigure => ({
    elementCode, year: 2023, value, isEstimated, note: null,
  }) // prettier-ignore
  const judged = (over: Partial<Parameters<typeof judgeEarlier>[0]> = {}) =>
    judgeEarlier({
      work: workTree(
        twoYears,
        [response('TF-01-1'), response('TF-01-2'), response('RC-01-1')],
        [stands('DECL_E', '5'), stands('DECL_ALL', null, 3)],
      ),
      openKpiCodes: new Set(['TF-01-1', 'TF-01-2']),
      wantedYear: 2023,
      earlierYear: 2023,
      figures: [then('DECL_E', '4'), then('DECL_ALL', '12.50', true), then('REV', '9'), then('PAY_E', null)],
      ancestry: (code) => code,
      ...over,
    }) // prettier-ignore
  const reasonsOf = ({ leftOut }: ReturnType<typeof judged>) =>
    leftOut.map(({ element, reason }) => [element.code, reason])

  it('are offered for empty open cells alone, with the mark of an estimate and the revision of the cell', () => {
    expect(judged().offered).toEqual([
      expect.objectContaining({
        element: expect.objectContaining({ code: 'DECL_ALL' }),
        kpiCodes: ['TF-01-1', 'TF-01-2'],
        value: '12.50',
        isEstimated: true,
        revision: 3,
      }),
    ])
    expect(reasonsOf(judged())).toEqual([
      ['DECL_E', 'filled'],
      ['PAY_E', 'noValue'],
      ['REV', 'closed'],
      ['TARGET', 'noValue'],
    ])
  })

  it('are offered for no other year, nor where the series breaks', () => {
    expect(judged({ earlierYear: 2022 }).offered).toEqual([])
    expect(reasonsOf(judged({ earlierYear: 2022 }))[1]).toEqual(['DECL_ALL', 'otherYear'])
    const broken = judged({ ancestry: (code) => (code === 'DECL_ALL' ? null : code) })
    expect([broken.offered, reasonsOf(broken)[1]]).toEqual([[], ['DECL_ALL', 'breaks']])
  })

  it('are taken from the element they were called by then', () => {
    const renamed = judged({
      figures: [then('ALL_OLD', '7')],
      ancestry: (code) => (code === 'DECL_ALL' ? 'ALL_OLD' : null),
    })
    expect(renamed.offered).toMatchObject([{ element: { code: 'DECL_ALL' }, value: '7' }])
  })
})
