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

const content: SubmissionContent = {
  assessmentId: 'a',
  number: 1,
  answers: [answer('TF-01-1', '98.1'), answer('TF-01-2', '3')],
  figures: [{ elementCode: 'DECL_ALL', year: 2024, value: '1000', isEstimated: false, note: null }],
  levels: [{ instrumentCode: 'RKC', level: 3 }],
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
  ['rating', { levels: [{ instrumentCode: 'RKC', level: 4 }] }],
] as const)('another %s gives another hash', (_what, change) => {
  expect(submissionHash({ ...content, ...change })).not.toBe(submissionHash(content))
})
