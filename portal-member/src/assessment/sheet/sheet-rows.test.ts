import { describe, expect, it } from 'vitest'
import { figure, framework, response } from '../assessment.fixture'
import { workTree } from '../work-tree'
import { kpisOf, sheetSections, standingOf } from './sheet-rows'

const work = workTree(
  framework,
  [response('TF-01-1'), response('TF-01-2'), response('RC-01-1')],
  [figure('DECL_E', '5')],
)
const [dimension] = work.dimensions
const rows = sheetSections(work, dimension!).flatMap((section) => section.rows)

describe('the rows of a sheet', () => {
  it('ask for a shared element once and say which KPIs it feeds', () => {
    expect(rows.map((row) => row.element.code)).toEqual(['DECL_E', 'DECL_ALL', 'PAY_E'])
    expect(kpisOf(rows[1]!, 'T').map(({ kpi }) => kpi.code)).toEqual(['TF-01-1', 'TF-01-2'])
  })

  it('are open where one of their KPIs is, for the years asked for', () => {
    expect(standingOf(rows[1]!, 'T', new Set(['TF-01-2']))).toBe('open')
    expect(standingOf(rows[1]!, 'T', new Set(['TF-01-2']), new Set(['OTHER']))).toBe('fixed')
    expect(standingOf(rows[1]!, 'T_1', new Set(['TF-01-2']))).toBe('none')
    expect(standingOf(rows[0]!, 'T', new Set(['TF-01-2']))).toBe('fixed')
  })

  it('are closed where every KPI is declared without a figure', () => {
    const declared = workTree(
      framework,
      [
        response('TF-01-1', { state: 'NOT_APPLICABLE', reasonCode: 'GEOGRAPHY' }),
        response('TF-01-2'),
      ],
      [],
    )
    const [first, shared] = sheetSections(declared, declared.dimensions[0]!)[0]!.rows
    const open = new Set(['TF-01-1', 'TF-01-2'])
    expect(standingOf(first!, 'T', open)).toBe('fixed')
    expect(standingOf(shared!, 'T', open)).toBe('open')
  })
})
