import { describe, expect, it } from 'vitest'
import { kpiAncestors, type KpiLineage } from './kpi-ancestry'

const line = (
  code: string,
  ancestorCode: string | null,
  version: string | null,
  facts: Partial<KpiLineage> = {},
): KpiLineage => ({
  code,
  ancestorCode,
  comparability: 'IDENTICAL',
  isBreak: false,
  conversion: null,
  note: null,
  ancestorVersion: version === null ? null : { code: version },
  ...facts,
})
const versions = [
  {
    code: 'V3',
    lineage: [
      line('A', 'A', 'V2'),
      line('B', 'B', 'V2', { comparability: 'WITH_CONVERSION', conversion: 'V / 10' }),
      line('C', 'C', 'V2', { comparability: 'EDITORIAL' }),
      line('M', 'A', 'V2', { comparability: 'NOT_COMPARABLE', isBreak: true, note: 'Merged.' }),
      line('M', 'B', 'V2', { comparability: 'NOT_COMPARABLE', isBreak: true, note: 'Merged.' }),
      line('NEW', null, null),
    ],
  },
  {
    code: 'V2',
    lineage: [
      line('A', 'OLD', 'V1'),
      line('B', 'B', 'V1', { comparability: 'NOT_COMPARABLE', isBreak: true, note: 'Counts more.' }),
      line('C', 'C', 'V1'),
    ],
  }, // prettier-ignore
]
const of = (kpi: string, earlier: string) => kpiAncestors(versions, { kpi, present: 'V3', earlier })

describe('a KPI in an earlier version', () => {
  it('is itself in the same version, and is followed by its code through every version between', () => {
    expect(of('A', 'V3')).toEqual([{ code: 'A', standing: 'same', notes: [] }])
    expect(of('A', 'V1')).toEqual([{ code: 'OLD', standing: 'same', notes: [] }])
    expect(of('C', 'V1')).toEqual([{ code: 'C', standing: 'edited', notes: [] }])
  })

  it('is comparable as little as the gravest step on its way, and says what was said there', () => {
    expect(of('B', 'V2')).toEqual([{ code: 'B', standing: 'converted', notes: ['V / 10'] }])
    expect(of('B', 'V1')).toEqual([
      { code: 'B', standing: 'broken', notes: ['V / 10', 'Counts more.'] },
    ])
  })

  it('is several where they were merged, and none where it is new or the version unknown', () => {
    expect(of('M', 'V2').map(({ code }) => code)).toEqual(['A', 'B'])
    expect([of('NEW', 'V2'), of('A', 'V0')]).toEqual([[], []])
  })
})
