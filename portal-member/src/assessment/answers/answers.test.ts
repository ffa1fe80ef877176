import { describe, expect, it } from 'vitest'
import { framework, response } from '../assessment.fixture'
import type { CheckEntry, ResponseEntry } from '../model'
import { workTree } from '../work-tree'
import { answerGroups, filters, passes, type AnswerRow } from './answers'
import { sinceOf, type EarlierAnswer } from './since'

const warning: CheckEntry = {
  code: 'W', kind: 'VARIATION', level: 'WARN', elementCode: 'DECL_E', period: 'T', message: 'Much more.',
} // prettier-ignore
const working = [
  response('TF-01-1', { state: 'REPORTED', value: '98.1', checks: [warning], justification: 'A new system.' }),
  response('TF-01-2', { state: 'NOT_AVAILABLE', reasonCode: 'NOT_MEASURED', reasonText: 'No counters.' }),
  response('RC-01-1', { disclosureLevel: 'WCO' }),
] // prettier-ignore
const work = workTree(framework, working, [])
const groupsOf = (signed: readonly ResponseEntry[] | null = null) =>
  answerGroups({
    dimensions: work.dimensions,
    open: new Set(['RC-01-1']),
    signed: signed && new Map(signed.map((each) => [each.kpiCode, each])),
    extras: new Map([['TF-01-1', { publicNote: 'Sea and air.', evidenceCount: 2 }]]),
    sinceOf: ({ kpi }) => (kpi.code === 'TF-01-1' ? { kind: 'same' } : null),
  })
const rowsOf = (signed: readonly ResponseEntry[] | null = null) =>
  groupsOf(signed).flatMap(({ rows }) => rows)
const codes = (rows: readonly AnswerRow[]) => rows.map((row) => row.work.kpi.code)

describe('the answers before the signature', () => {
  it('are all KPIs by dimension, with what else is signed', () => {
    expect(groupsOf().map(({ dimension, rows }) => [dimension.code, codes(rows)])).toEqual([
      ['TF', ['TF-01-1', 'TF-01-2']],
      ['RC', ['RC-01-1']],
    ])
    expect(rowsOf()[0]).toMatchObject({ publicNote: 'Sea and air.', evidenceCount: 2 })
    expect(rowsOf()[1]).toMatchObject({ publicNote: null, evidenceCount: null })
  })

  it('are found by reason, explained warning and what is left', () => {
    const found = filters.map((filter) => codes(rowsOf().filter((row) => passes(row, filter))))
    expect(found).toEqual([
      ['TF-01-1', 'TF-01-2', 'RC-01-1'],
      ['TF-01-2'],
      ['TF-01-1'],
      [],
      ['RC-01-1'],
    ])
  })

  it('show a warning nobody explained as such', () => {
    const [row] = rowsOf([response('TF-01-1', { state: 'REPORTED', checks: [warning] })])
    expect(row && [row.findings.length, passes(row, 'explained')]).toEqual([1, false])
  })
})

describe('the answers after the signature', () => {
  it('are those of the signed copy, beside the level chosen since', () => {
    const signed = [
      response('TF-01-1', { value: '97', state: 'REPORTED' }),
      response('RC-01-1', { disclosureLevel: 'NATIONAL' }),
    ]
    const rows = rowsOf(signed)
    expect(rows.map(({ answer }) => answer?.value)).toEqual(['97', undefined, null])
    expect(rows.map(({ levelNow }) => levelNow)).toEqual([null, 'NATIONAL', 'WCO'])
  })
})

describe('the same KPI in the cycle before', () => {
  const kpi = { code: 'TF-01-1', unit: '%', decimals: 1 }
  const then = (value: string | null, state: EarlierAnswer['state'] = 'REPORTED') =>
    new Map([['TF-01-1', { kpiCode: 'TF-01-1', state, value }]])
  const since = (value: string | null, before: ReturnType<typeof then>, over = kpi) =>
    sinceOf(over, { state: value === null ? 'NOT_AVAILABLE' : 'REPORTED', value }, { code: 'TF-01-1' }, before) // prettier-ignore

  it('differs by exactly what the shown figures differ by', () => {
    expect(since('98.14', then('95.86'))).toMatchObject({ kind: 'differs', by: '2.2' })
    expect(since('0.25', then('1'))).toMatchObject({ kind: 'differs', by: '-0.7' })
    expect(
      since('12345678901234567891', then('12345678901234567890'), { ...kpi, decimals: 0 }),
    ).toMatchObject({ by: '1' })
    expect(since('98.14', then('98.11'))).toEqual({ kind: 'same' })
  })

  it('differs in words where one of them has no figure, or the unit is none', () => {
    expect(since(null, then('95.8'))).toMatchObject({ kind: 'differs', by: null })
    expect(since('95.8', then(null, 'NOT_APPLICABLE'))).toMatchObject({
      before: { state: 'NOT_APPLICABLE' },
      by: null,
    })
    expect(since(null, then(null, 'NOT_AVAILABLE'))).toEqual({ kind: 'same' })
    expect(since('1', then('0'), { ...kpi, unit: 'yes/no', decimals: 0 })).toMatchObject({ by: null }) // prettier-ignore
  })

  it('is not compared where the framework was changed, or nothing was answered', () => {
    const gap = (of: 'new' | 'changed' | 'untold') =>
      sinceOf(kpi, undefined, { code: null, gap: of }, then('95.8')).kind
    expect([gap('new'), gap('changed'), gap('untold')]).toEqual(['new', 'notComparable', 'unknown'])
    expect(since('1', new Map()).kind).toBe('unknown')
    expect(since('1', then(null, 'PENDING')).kind).toBe('unknown')
  })
})
