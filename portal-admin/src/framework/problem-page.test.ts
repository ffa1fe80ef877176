import { expect, test } from 'vitest'
import { pageOfProblem } from './problem-page'

const version = {
  code: 'PMM-V2',
  dataElements: [{ code: 'DECL_ALL' }],
  instruments: [{ code: 'RKC' }],
}
const params = { code: 'PMM-V2' }
const pageOf = (path: readonly string[], reason = 'TEXT_MISSING') =>
  pageOfProblem(version, { code: 'BAD_INPUT', reason, message: '', path: [...path] })

test.each([
  [['TF', 'name'], { kind: 'dimension', node: 'TF' }],
  [['TF-05', 'description'], { kind: 'outcome', node: 'TF-05' }],
  [['DECL_ALL', 'label'], { kind: 'element', node: 'DECL_ALL' }],
  [['RKC', 'name'], { kind: 'instrument', node: 'RKC' }],
])('a text of %s is mended on its own page', (path, node) => {
  expect(pageOf(path)).toEqual({ name: 'version-texts', params: { ...params, ...node } })
})

test('a KPI is mended in its editor, its lineage where lineage is stated', () => {
  expect(pageOf(['TF-05-1', 'Sample 1'], 'SAMPLE_FAILS')).toEqual({
    name: 'version-kpi',
    params: { ...params, kpi: 'TF-05-1' },
  })
  expect(pageOf(['TF-05-1', 'lineage'], 'SERIES_END_UNEXPLAINED')).toEqual({
    name: 'version-lineage',
    params,
    query: { find: 'TF-05-1' },
  })
})

test('a rationale leads to the matrix, a rule to the rules, a text of the version to the desk', () => {
  expect(pageOf(['TF-05', 'rationale.9.1'])).toEqual({ name: 'version-mappings', params })
  expect(pageOf(['PART_OF_WHOLE', 'whole'], 'SAME_ELEMENT')).toEqual({
    name: 'version-rules',
    params,
  })
  expect(pageOf(['PMM-V2', 'changeNotes'])).toEqual({ name: 'version-translations', params })
})

test('what names nothing leads nowhere', () => {
  expect(pageOf([])).toBeNull()
})
