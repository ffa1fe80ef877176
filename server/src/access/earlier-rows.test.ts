import { expect, test } from 'vitest'
import { OWNER } from './audience'
import { audiencesOf } from './audiences-of'
import type { Row } from './row'
import type { RowClass } from './row-class'
import type { Viewer } from './viewer'
import { FREEDONIA, SYLVANIA, wearing } from './viewer.fixture'

const FACTS = {
  assignedKpis: new Set(['running:TF-01-1']),
  earlierKpis: new Set(['last submission:TF-01-1']),
  earlierElements: new Set(['last submission:DE-7']),
}
const answer = {
  copy: 'SUBMITTED',
  administrationId: FREEDONIA,
  assessmentId: 'earlier',
  submissionId: 'last submission',
  assessmentStatus: 'ACCEPTED',
  kpiCode: 'TF-01-1',
}
const { kpiCode: _, ...nameless } = answer
const reads = (row: Row, rowClass: RowClass = 'CONTENT', facts: Partial<Viewer> = {}) =>
  audiencesOf(wearing('CONTRIBUTOR', { ...FACTS, ...facts }), rowClass, row) === OWNER

test('answer and figure of what was given are read in the last copy of an earlier cycle', () => {
  expect(reads(answer)).toBe(true)
  expect(reads({ ...nameless, elementCode: 'DE-7' })).toBe(true)
})

test.each([
  ['another KPI', { ...answer, kpiCode: 'TF-01-2' }],
  ['another figure', { ...nameless, elementCode: 'DE-8' }],
  ['a copy submitted before', { ...answer, submissionId: 'first submission' }],
  ['the working copy', { ...answer, copy: 'WORKING', submissionId: null }],
  ['evidence', { ...nameless, kpiCodes: ['TF-01-1'] }],
  ['the same of another administration', { ...answer, administrationId: SYLVANIA }],
])('%s is not there', (_which, row) => {
  expect(reads(row)).toBe(false)
})

test('neither notes nor comments nor choices of disclosure are opened', () => {
  for (const rowClass of ['OWN_CONTENT', 'CONSENT'] as const)
    expect(reads({ ...answer, confirmedAt: null }, rowClass)).toBe(false)
})

test('nobody but a contributor is helped by it', () => {
  expect(reads(answer, 'CONTENT', { hat: 'REVIEWER' })).toBe(false)
  expect(reads(answer, 'CONTENT', { administrationId: SYLVANIA })).toBe(false)
})
