import { expect, test } from 'vitest'
import { minimumOf } from '../edition'
import { cellsOf } from './cells'
import { auditRelease } from './disclosure-audit'
import { rowsOf, type SubmittedAnswer } from './rows'

const answer = (administrationId: string, level: SubmittedAnswer['level']): SubmittedAnswer => ({
  administrationId,
  kpiCode: 'TF-01-1',
  state: 'REPORTED',
  value: '90',
  level,
  aggregateUse: 'PUBLIC',
  subValues: null,
  score: '90',
  reasonCode: null,
  reasonText: 'a text',
  publicNote: null,
  isPeerReviewed: false,
  consentId: null,
})

const MINIMUM = minimumOf({ membersMinimum: 5, publicMinimum: 10 })
const KPIS = [{ code: 'TF-01-1', decimals: 1 }]
const open = answer('a', 'PUBLIC')
const national = answer('b', 'NATIONAL')

test('a release made by the rules passes', () => {
  const rows = [open, national].flatMap((each) =>
    rowsOf('MEMBERS', each.administrationId, KPIS, [each]),
  )
  const cells = cellsOf({ code: 'TF-01-1', kind: 'RATIO' }, 'ALL', [open, national], MINIMUM)

  expect(auditRelease(rows, cells, [open, national], KPIS, MINIMUM)).toMatchObject({
    passed: true,
    findings: [],
  })
})

test('a value that no consent opens is found', () => {
  const [row] = rowsOf('PUBLIC', 'a', KPIS, [open])

  const report = auditRelease(
    [{ ...row!, administrationId: 'b' }],
    [],
    [open, national],
    KPIS,
    MINIMUM,
  )

  expect(report.findings).toEqual([
    { check: 'VALUE_NOT_OPENED', edition: 'PUBLIC', kpiCode: 'TF-01-1' },
  ])
  expect(report.passed).toBe(false)
})

test('a stub that tells something is found', () => {
  const [stub] = rowsOf('MEMBERS', 'b', KPIS, [national])

  const report = auditRelease([{ ...stub!, state: 'REPORTED' }], [], [national], KPIS, MINIMUM)

  expect(report.findings.map(({ check }) => check)).toEqual(['STUB_TELLS'])
})

test('a figure at full length, which tells the figures behind it, is found', () => {
  const [row] = rowsOf('PUBLIC', 'a', KPIS, [open])
  const part = { code: 'IMP', unit: '%', value: '33.33333' }

  for (const finer of [
    { ...row!, value: '33.33333' },
    { ...row!, subValues: [part] },
  ]) {
    const report = auditRelease([finer], [], [open], KPIS, MINIMUM)

    expect(report.findings.map(({ check }) => check)).toEqual(['VALUE_TOO_FINE'])
  }
})

test('a row repeats value, score and sub-measures as the KPI is shown, and none of the figures behind them', () => {
  const part = {
    code: 'IMP',
    unit: '%',
    value: '66.66666666',
    trace: { elements: [{ value: '2' }] },
  }
  const exact = {
    ...open,
    value: '23.614830072090',
    score: '-0.04999',
    subValues: [part, { ...part, value: null }],
  }

  const [row] = rowsOf('PUBLIC', 'a', KPIS, [exact])

  expect([row!.value, row!.score]).toEqual(['23.6', '0'])
  expect(row!.subValues).toEqual([
    { code: 'IMP', unit: '%', value: '66.7' },
    { code: 'IMP', unit: '%', value: null },
  ])
})

test('a figure over too few is found', () => {
  const [cell] = cellsOf({ code: 'TF-01-1', kind: 'RATIO' }, 'ALL', [open], MINIMUM)

  const report = auditRelease(
    [],
    [{ ...cell!, access: 'VISIBLE', mean: '90' }],
    [open],
    KPIS,
    MINIMUM,
  )

  expect(report.findings.map(({ check }) => check)).toEqual(['CELL_BELOW_MINIMUM'])
})

test('the public edition leaves out whoever opened nothing, the members’ edition lists a stub of each KPI', () => {
  expect(rowsOf('PUBLIC', 'b', [...KPIS, { code: 'TF-01-2', decimals: 1 }], [national])).toEqual([])
  expect(
    rowsOf('MEMBERS', 'b', [...KPIS, { code: 'TF-01-2', decimals: 1 }], [national]).map(
      ({ access }) => access,
    ),
  ).toEqual(['WITHHELD', 'WITHHELD'])
})
