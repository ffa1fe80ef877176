import { describe, expect, it } from 'vitest'
import { framework, response } from './assessment.fixture'
import { feedsOf, keptFeedsKey, keptFeedsOf } from './feeds'
import { workTree } from './work-tree'

const shared = { element: { code: 'DECL_ALL' }, period: 'T' as const }
const page = (
  over: { status?: string; reopenedFor?: string | null; answers?: ReturnType<typeof response>[]; open?: string[] } = {},
) => ({
  framework,
  assessment: { status: over.status ?? 'RETURNED', reopenedFor: over.reopenedFor ?? null },
  openKpiCodes: new Set(over.open ?? ['TF-01-1']),
  work: workTree(framework, over.answers ?? [response('TF-01-1'), response('TF-01-2'), response('RC-01-1')], []),
}) as unknown as Parameters<typeof keptFeedsOf>[0] // prettier-ignore

describe('a figure that several KPIs take', () => {
  it('names the others', () => {
    expect(feedsOf(page(), 'TF-01-1', shared)).toEqual([
      { code: 'TF-01-2', name: 'Name of TF-01-2', isOpen: true },
    ])
  })

  it('says after a return which of them were not returned', () => {
    expect(keptFeedsOf(page(), shared)).toEqual(['TF-01-2'])
    expect(keptFeedsOf(page({ open: ['TF-01-1', 'TF-01-2'] }), shared)).toEqual([])
    expect(keptFeedsOf(page({ status: 'DRAFT' }), shared)).toEqual([])
    expect(keptFeedsOf(page(), { ...shared, period: 'T_1' })).toEqual([])
    expect(keptFeedsOf(page(), { ...shared, element: { code: 'DECL_E' } })).toEqual([])
  })

  it('leaves out what has no value to move, and what the viewer has not', () => {
    const declared = response('TF-01-2', { state: 'NOT_APPLICABLE' })
    expect(keptFeedsOf(page({ answers: [response('TF-01-1'), declared] }), shared)).toEqual([])
    expect(keptFeedsOf(page({ answers: [response('TF-01-1')] }), shared)).toEqual([])
  })

  it('speaks of a reopening where the administration had asked for it', () => {
    expect(keptFeedsKey(page())).toMatch(/returned$/)
    expect(keptFeedsKey(page({ reopenedFor: 'MEMBER' }))).toMatch(/reopened$/)
  })
})
