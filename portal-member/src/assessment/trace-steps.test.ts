import { formatNumber, formatShortened } from '@pmm/portal-kit'
import { expect, it } from 'vitest'
import { traceSteps, traceText, type TraceEntry, type TraceWords } from './trace-steps'

const words: TraceWords = {
  number: (value, digits) => formatNumber(value, 'fr', digits === undefined ? {} : { digits }),
  shortened: (value) => formatShortened(value, 'fr', 4),
  unit: (unit) => unit,
  missing: 'not entered yet',
  figure: ({ symbol, label, year }) => `${symbol}: ${label}, ${year}`,
  revision: (revision) => `revision ${revision}`,
  formula: 'Formula:',
  shownAs: (decimals) => `Shown with ${decimals} decimal`,
  score: (method) => `Score, ${method}:`,
  rated: (level) => (level === null ? 'not rated' : `at level ${level}`),
  clipped: 'held within 0 and 100',
}

const trace: TraceEntry = {
  methodCode: 'MEAN-100',
  methodVersion: 1,
  value: {
    formula: '100*A/B',
    substituted: '100*2000/3000',
    result: '66.66666666666667',
    display: '66.7',
    unit: '%',
    decimals: 1,
    elements: [
      { symbol: 'A', label: 'Part', year: 2024, unit: 'claims', value: '2000', revision: 2 },
      { symbol: 'B', label: 'Whole', year: 2024, unit: 'claims', value: '3000', revision: 1 },
    ],
  },
  score: {
    method: 'LINEAR',
    formula: '',
    substituted: '100*(66.66666666666667-(-20))/(100-(-20))',
    isClipped: true,
    score: '72.22222222222222',
  },
}

it('lists figures, formula, rounding and score in the manner of the language', () => {
  expect(traceSteps(trace, words)).toEqual([
    { label: 'A: Part, 2024', value: '2\u00a0000\u00a0claims', note: 'revision 2' },
    { label: 'B: Whole, 2024', value: '3\u00a0000\u00a0claims', note: 'revision 1' },
    {
      label: 'Formula: 100 × 2\u00a0000 / 3\u00a0000',
      value: '66,6666…\u00a0%',
      exactValue: '66,66666666666667\u00a0%',
    },
    { label: 'Shown with 1 decimal', value: '66,7\u00a0%' },
    {
      label: 'Score, LINEAR: 100 × (66,6666… − (−20)) / (100 − (−20))',
      exactLabel: 'Score, LINEAR: 100 × (66,66666666666667 − (−20)) / (100 − (−20))',
      value: '72,2',
      exactValue: '72,22222222222222',
      note: 'held within 0 and 100',
    },
  ])
})

it('copies every digit, as the computation was made', () => {
  expect(traceText('TF-01-1', trace, words)).toBe(
    [
      'TF-01-1',
      'A: Part, 2024 = 2000 claims',
      'B: Whole, 2024 = 3000 claims',
      'Formula: 100*2000/3000 = 66.66666666666667 %',
      'Shown with 1 decimal = 66.7 %',
      'Score, LINEAR: 100*(66.66666666666667-(-20))/(100-(-20)) = 72.22222222222222',
    ].join('\n'),
  )
})

it('names a missing figure and shows neither result nor score without one', () => {
  const [figure] = trace.value.elements
  const open: TraceEntry = {
    ...trace,
    value: {
      ...trace.value,
      result: null,
      elements: [{ ...figure!, value: null, revision: null }],
    },
    score: null,
  }
  expect(traceSteps(open, words)).toEqual([
    { label: 'A: Part, 2024', value: 'not entered yet', note: undefined },
  ])
})

it('counts the instruments at each level where the value is their mean', () => {
  const levels = [4, 4, 2, 0, null]
  const instruments = levels.map((level, index) => ({ instrumentCode: `I${index}`, level }))

  expect(traceSteps({ ...trace, instruments }, words).slice(0, 5)).toEqual([
    { label: 'at level 4', value: '2' },
    { label: 'at level 2', value: '1' },
    { label: 'at level 0', value: '1' },
    { label: 'not rated', value: '1' },
    { label: 'A: Part, 2024', value: '2\u00a0000\u00a0claims', note: 'revision 2' },
  ])
})
