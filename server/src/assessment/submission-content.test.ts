import { expect, test } from 'vitest'
import { submissionHash, type SubmissionContent } from './submission-content'

const answer = (kpiCode: string, value: string | null) => ({
  kpiCode,
  state: 'REPORTED',
  value,
  score: null,
  reasonCode: null,
  reasonText: null,
  publicNote: null,
  justification: null,
  disclosureLevel: 'NATIONAL',
  aggregateUse: 'PUBLIC',
})

/** By the rule before, worked out apart from this program. */
const FORMER = '80ed21103803636bf8824bece6c9cb6caa6395928a6ffd86ab5d3375eddfb78a'

const content: SubmissionContent = {
  assessmentId: 'a',
  number: 1,
  answers: [answer('TF-01-1', '98.1'), answer('TF-01-2', '3')],
  figures: [{ elementCode: 'DECL_ALL', year: 2024, value: '1000', isEstimated: false, note: null }],
  levels: [{ instrumentCode: 'RKC', level: 3 }],
  evidence: [
    { evidenceId: 'e', number: 2, sha256: 'f0', title: 'Report', kpiCodes: ['TF-01-1', 'TF-01-2'] },
  ],
}

test('the same content gives the same hash, in any order and spelling', () => {
  const other = {
    ...content,
    answers: [answer('TF-01-2', '3.000'), answer('TF-01-1', '98.10')],
  }

  expect(submissionHash(other)).toBe(submissionHash(content))
  expect(submissionHash(content)).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['number', { number: 2 }],
  ['assessment', { assessmentId: 'b' }],
  ['answer', { answers: [answer('TF-01-1', '98.2'), answer('TF-01-2', '3')] }],
  [
    'level of disclosure',
    { answers: [{ ...answer('TF-01-1', '98.1'), disclosureLevel: 'WCO' }, answer('TF-01-2', '3')] },
  ],
  ['figure', { figures: [] }],
  ['missing figure against zero', { figures: [{ ...content.figures[0]!, value: null }] }],
  ['revision of evidence', { evidence: [{ ...content.evidence[0]!, number: 3 }] }],
  ['file as evidence', { evidence: [{ ...content.evidence[0]!, sha256: 'f1' }] }],
  ['KPI of evidence', { evidence: [{ ...content.evidence[0]!, kpiCodes: ['TF-01-1'] }] }],
  ['rating', { levels: [{ instrumentCode: 'RKC', level: 4 }] }],
] as const)('another %s gives another hash', (_what, change) => {
  expect(submissionHash({ ...content, ...change })).not.toBe(submissionHash(content))
})

test('a submission made before evidence was covered keeps its hash', () => {
  const { evidence: _evidence, ...former } = content

  expect(submissionHash({ ...former, evidence: [] }, 1)).toBe(FORMER)
  expect(submissionHash(content, 1)).toBe(FORMER)
  expect(submissionHash({ ...former, evidence: [] })).not.toBe(FORMER)
})
