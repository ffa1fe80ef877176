import { expect, it } from 'vitest'
import { traceSteps, type TraceEntry } from './trace-steps'

const words = {
  number: (value: string, digits?: number) =>
    digits === undefined ? value : value.slice(0, value.indexOf('.') + digits + 1),
  unit: (unit: string) => unit,
  missing: 'not entered yet',
  revision: (revision: number) => `revision ${revision}`,
  formula: 'Formula:',
  shownAs: (decimals: number) => `Shown with ${decimals} decimal`,
  score: (method: string) => `Score, ${method}`,
  clipped: 'held within 0 and 100',
}

const trace: TraceEntry = {
  methodCode: 'MEAN-100',
  methodVersion: 1,
  value: {
    formula: '100*A/B',
    substituted: '100*1/3',
    result: '33.33333333333333',
    display: '33.3',
    unit: '%',
    decimals: 1,
    elements: [
      { symbol: 'A', label: 'Part', year: 2024, unit: 'claims', value: '1', revision: 2 },
      { symbol: 'B', label: 'Whole', year: 2024, unit: 'claims', value: '3', revision: 1 },
    ],
  },
  score: {
    method: 'LINEAR',
    formula: '',
    substituted: '100*(33.3-0)/(100-0)',
    isClipped: true,
    score: '33.3333',
  },
}

it('lists figures, formula, rounding and score in the order of the computation', () => {
  expect(traceSteps(trace, words)).toEqual([
    { label: 'A: Part, 2024', value: '1 claims', note: 'revision 2' },
    { label: 'B: Whole, 2024', value: '3 claims', note: 'revision 1' },
    { label: 'Formula: 100*1/3', value: '33.333333…' },
    { label: 'Shown with 1 decimal', value: '33.3 %' },
    { label: 'Score, LINEAR: 100*(33.3-0)/(100-0)', value: '33.3', note: 'held within 0 and 100' },
  ])
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
