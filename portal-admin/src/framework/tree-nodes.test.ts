import { describe, expect, test } from 'vitest'
import { freeCode, routeOf, stepOf, treeNodes } from './tree-nodes'

const kpi = (code: string) => ({ id: code, code, version: 1, name: code })
const nodes = treeNodes({
  dimensions: [
    {
      ...kpi('TF'),
      outcomes: [
        { ...kpi('TF-01'), kpis: [kpi('TF-01-1'), kpi('TF-01-3')] },
        { ...kpi('TF-02'), kpis: [] },
      ],
    },
  ],
  dataElements: [{ id: 'd', code: 'DECL_ALL', version: 2, label: 'All declarations' }],
  instruments: [kpi('RKC')],
})

describe('the parts of a version', () => {
  test('know where they stand and what they hold', () => {
    expect(nodes.get('TF-01-3')).toMatchObject({ kind: 'KPI', place: 2, among: 2, holds: 0 })
    expect(nodes.get('TF-01-3')!.parent!.parent!.code).toBe('TF')
    expect(nodes.get('TF-01')).toMatchObject({ kind: 'EXPECTED_OUTCOME', holds: 2 })
    expect(nodes.get('DECL_ALL')).toMatchObject({ name: 'All declarations', parent: null })
  })

  test('are moved one place at a time, and no further than either end', () => {
    const [first, last] = [nodes.get('TF-01-1')!, nodes.get('TF-01-3')!]

    expect([stepOf(first, 1), stepOf(last, -1)]).toEqual([2, 1])
    expect([stepOf(first, -1), stepOf(last, 1)]).toEqual(['isFirst', 'isLast'])
  })

  test('are offered a code nobody has', () => {
    expect(freeCode(nodes, 'KPI', nodes.get('TF-01')!)).toBe('TF-01-4')
    expect(freeCode(nodes, 'EXPECTED_OUTCOME', nodes.get('TF')!)).toBe('TF-03')
    expect(freeCode(nodes, 'DATA_ELEMENT', null)).toBe('')
  })

  test('are edited each at an address of its own', () => {
    expect(routeOf('V', nodes.get('TF-01-1')!)).toEqual({
      name: 'version-kpi',
      params: { code: 'V', kpi: 'TF-01-1' },
    })
    expect(routeOf('V', nodes.get('RKC')!).params).toMatchObject({ kind: 'instrument' })
  })
})
