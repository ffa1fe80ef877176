import { expect, test } from 'vitest'
import {
  LARGEST_FILE,
  fileProblem,
  gapsOf,
  mediaTypeOf,
  titleOf,
  type EvidenceEntry,
} from './model'

const item = (id: string, ...kpiCodes: string[]) => ({ id, kpiCodes }) as EvidenceEntry

test('what backs no KPI and what nothing backs are told apart, one item serving several', () => {
  const evidence = [item('a', 'TF-01-1', 'RC-01-1'), item('b'), item('c', 'TF-01-1')]
  const gaps = gapsOf(evidence, ['TF-01-1', 'RC-01-1', 'OD-01-1'])

  expect(gaps.orphans.map(({ id }) => id)).toEqual(['b'])
  expect(gaps.missing).toEqual(['OD-01-1'])
  expect(gaps.backed).toBe(2)
})

test.each([
  ['report.PDF', 'application/pdf'], ['a.b.csv', 'text/csv'], ['program.exe', null], ['nothing', null], ['a.constructor', null],
])('the type of "%s" follows from its name', (name, type) => {
  expect(mediaTypeOf(name)).toBe(type)
}) // prettier-ignore

test('a file is judged by name and size as soon as it is chosen', () => {
  expect(fileProblem({ name: 'a.pdf', size: 12 })).toBeNull()
  expect(fileProblem({ name: 'a.exe', size: 12 })).toBe('BAD_FORMAT')
  expect(fileProblem({ name: 'a.pdf', size: 0 })).toBe('FILE_TOO_LARGE')
  expect(fileProblem({ name: 'a.pdf', size: LARGEST_FILE + 1 })).toBe('FILE_TOO_LARGE')
})

test('the name of a file makes a title', () => {
  expect(titleOf({ name: 'Annual_report-2024.pdf' })).toBe('Annual report 2024')
})
