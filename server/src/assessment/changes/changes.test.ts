import { expect, test } from 'vitest'
import { changesBetween, type ComparedCopy } from './changes'
import { catalogue } from '../compute/catalogue.testing'
import type { DataValue } from '../data-value.type'
import type { KpiResponse } from '../kpi-response.type'

const answer = (kpiCode: string, other: Partial<KpiResponse> = {}) =>
  ({ kpiCode, state: 'REPORTED', value: '5.10', disclosureLevel: 'WCO', aggregateUse: 'PUBLIC', ...other }) as KpiResponse // prettier-ignore
const figure = (elementCode: string, value: string | null, other: Partial<DataValue> = {}) =>
  ({ elementCode, year: 2024, period: 'T', value, isEstimated: false, note: null, ...other }) as DataValue // prettier-ignore
const piece = (title: string, number = 1, kpiCodes = ['TF-01-1']) => ({ evidenceId: 'e', title, number, kpiCodes }) // prettier-ignore

const copy = (other: Partial<ComparedCopy> = {}): ComparedCopy => ({
  responses: [answer('TF-01-1'), answer('TF-01-2')],
  values: [figure('DECL_ALL', '100')],
  instruments: [],
  evidence: [],
  ...other,
})

const kpiByCode = new Map(catalogue.kpis.map((kpi) => [kpi.code, kpi])) as never

const told = (former: ComparedCopy, present: ComparedCopy) =>
  changesBetween(former, present, { kpiByCode }).flatMap(({ kpiCode, parts }) =>
    parts.map(({ part, before, after }) => [kpiCode, part, before, after].join(' ')),
  )

test('the same content differs in nothing, however its zeros are written', () => {
  const present = copy({
    responses: [answer('TF-01-1', { value: '5.1' }), answer('TF-01-2', { value: '5.1000' })],
    values: [figure('DECL_ALL', '100.0'), figure('DECL_ELECTRONIC', null)],
  })

  expect(told(copy(), present)).toEqual([])
})

test('a value that gave way to a reason is told part by part', () => {
  const present = copy({
    responses: [answer('TF-01-1', { state: 'NOT_AVAILABLE', value: null, reasonCode: 'NO_DATA', disclosureLevel: 'NATIONAL' }), answer('TF-01-2')],
  }) // prettier-ignore

  expect(told(copy(), present)).toEqual([
    'TF-01-1 STATE REPORTED NOT_AVAILABLE', 'TF-01-1 VALUE 5.1 ', 'TF-01-1 REASON_CODE  NO_DATA', 'TF-01-1 LEVEL WCO NATIONAL',
  ]) // prettier-ignore
})

test('a figure is told at each KPI that uses it, and its estimate only where it says more', () => {
  const estimated = copy({ values: [figure('DECL_ALL', '100', { isEstimated: true })] })
  const emptied = copy({ values: [figure('DECL_ALL', null, { note: 'Lost.' })] })

  expect(told(copy(), estimated)).toContain('TF-01-1 FIGURE_ESTIMATED false true')
  expect(told(copy(), emptied).filter((line) => line.startsWith('TF-01-1'))).toEqual([
    'TF-01-1 FIGURE 100 ', 'TF-01-1 FIGURE_NOTE  Lost.',
  ]) // prettier-ignore
  expect(told(copy({ values: [] }), copy())).toContain('TF-01-1 FIGURE  100')
})

test('evidence is told where it comes, goes, is renamed or replaced', () => {
  const with_ = (...evidence: ComparedCopy['evidence']) => copy({ evidence })

  expect(told(copy(), with_(piece('Report')))).toEqual(['TF-01-1 EVIDENCE  Report'])
  expect(told(with_(piece('Report')), with_(piece('Report', 1, ['TF-01-2'])))).toEqual([
    'TF-01-1 EVIDENCE Report ', 'TF-01-2 EVIDENCE  Report',
  ]) // prettier-ignore
  expect(told(with_(piece('Report')), with_(piece('Yearbook', 2)))).toEqual([
    'TF-01-1 EVIDENCE Report Yearbook', 'TF-01-1 EVIDENCE_REVISION 1 2',
  ]) // prettier-ignore
})
