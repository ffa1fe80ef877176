import { expect, test } from 'vitest'
import { changeMarks } from './change-marks'

const part = (code: string, nameEn = code, more: object = {}) => ({
  id: Math.random().toString(),
  code,
  nameEn,
  ...more,
})
const version = (dimension: object, outcomes: object[], elements: object[]) =>
  ({ dimensions: [{ ...part('TF'), ...dimension, outcomes }], dataElements: elements }) as never
const base = version(
  {},
  [part('TF-01'), part('TF-02')],
  [part('DECL', 'Declarations', { unit: 'declarations' })],
)

test('what says the same as before has no mark, under whatever id', () => {
  expect(
    changeMarks(
      base,
      version(
        {},
        [part('TF-02'), part('TF-01')],
        [part('DECL', 'Declarations', { unit: 'declarations' })],
      ),
    ).size,
  ).toBe(0)
})

test('a text, a weight or a unit that differs marks its own part alone; what is there for the first time is new', () => {
  const draft = version(
    { weight: '2' },
    [part('TF-01', 'Another name'), part('TF-02'), part('TF-03')],
    [part('DECL', 'Declarations', { unit: 'entries' })],
  )

  expect([...changeMarks(draft, base)]).toEqual([
    ['TF', 'SCORING'],
    ['TF-01', 'REWORDED'],
    ['TF-03', 'NEW'],
    ['DECL', 'REWORDED'],
  ])
})

test('an outcome that stands in another dimension has moved', () => {
  const two = (first: object[], second: object[]) =>
    ({ dimensions: [{ ...part('TF'), outcomes: first }, { ...part('RC'), outcomes: second }], dataElements: [] }) as never // prettier-ignore

  expect([...changeMarks(two([], [part('TF-01')]), two([part('TF-01')], []))]).toEqual([
    ['TF-01', 'MOVED'],
  ])
})
