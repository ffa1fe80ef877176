import { expect, test } from 'vitest'
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

const open = answer('a', 'PUBLIC')
const national = answer('b', 'NATIONAL')

test('a release made by the rules passes', () => {
  const rows = [open, national].flatMap((each) =>
    rowsOf('MEMBERS', each.administrationId, ['TF-01-1'], [each]),
  )
  const cells = cellsOf({ code: 'TF-01-1', kind: 'RATIO' }, 'ALL', [open, national])

  expect(auditRelease(rows, cells, [open, national])).toMatchObject({ passed: true, findings: [] })
})

test('a value that no consent opens is found', () => {
  const [row] = rowsOf('PUBLIC', 'a', ['TF-01-1'], [open])

  const report = auditRelease([{ ...row!, administrationId: 'b' }], [], [open, national])

  expect(report.findings).toEqual([
    { check: 'VALUE_NOT_OPENED', edition: 'PUBLIC', kpiCode: 'TF-01-1' },
  ])
  expect(report.passed).toBe(false)
})

test('a stub that tells something is found', () => {
  const [stub] = rowsOf('MEMBERS', 'b', ['TF-01-1'], [national])

  const report = auditRelease([{ ...stub!, state: 'REPORTED' }], [], [national])

  expect(report.findings.map(({ check }) => check)).toEqual(['STUB_TELLS'])
})

test('a figure over too few is found', () => {
  const [cell] = cellsOf({ code: 'TF-01-1', kind: 'RATIO' }, 'ALL', [open])

  const report = auditRelease([], [{ ...cell!, access: 'VISIBLE', mean: '90' }], [open])

  expect(report.findings.map(({ check }) => check)).toEqual(['CELL_BELOW_MINIMUM'])
})

test('the public edition leaves out whoever opened nothing, the members’ edition lists a stub of each KPI', () => {
  expect(rowsOf('PUBLIC', 'b', ['TF-01-1', 'TF-01-2'], [national])).toEqual([])
  expect(
    rowsOf('MEMBERS', 'b', ['TF-01-1', 'TF-01-2'], [national]).map(({ access }) => access),
  ).toEqual(['WITHHELD', 'WITHHELD'])
})
