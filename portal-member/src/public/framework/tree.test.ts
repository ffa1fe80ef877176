import { expect, test } from 'vitest'
import { fallbacksOf, kpisOf, matching, type Dimension, type Wish } from './tree'

const provenance = { status: 'CONSTRUCTED' } as const
const named = (code: string, name: string) =>
  ({ id: code, code, name, nameLocale: 'EN', provenance }) as const
const kpi = (code: string, name: string, instruments: string[] = []) => ({
  ...named(code, name),
  unit: '%',
  isScored: true,
  instruments: instruments.map((each) => ({ id: each, code: each })),
})
const tree: Dimension[] = [
  {
    ...named('TF', 'Trade'),
    description: '',
    descriptionLocale: 'EN',
    outcomes: [
      {
        ...named('TF-01', 'Paperless trade'),
        sdgs: [{ goal: 9, name: 'Industry' }],
        instruments: [{ id: 'RKC', code: 'RKC', name: 'Revised Kyoto Convention' }],
        kpis: [kpi('TF-01-1', 'Rate of electronic declarations'), kpi('TF-01-2', 'Régimes')],
      },
      { ...named('TF-02', 'Nothing yet'), sdgs: [], instruments: [], kpis: [] },
    ],
  },
  {
    ...named('RC', 'Revenue'),
    description: '',
    descriptionLocale: 'EN',
    outcomes: [
      {
        ...named('RC-01', 'Mobilisation'),
        sdgs: [{ goal: 16, name: 'Peace' }],
        instruments: [],
        kpis: [kpi('RC-01-1', 'Recette', ['SAFE'])],
      },
    ],
  },
] as Dimension[]
const nothing: Wish = { words: '', dimension: '', sdg: '', instrument: '' }
const codes = (wish: Partial<Wish>, found?: ReadonlySet<string>) =>
  kpisOf(matching(tree, { ...nothing, ...wish }, found)).map(({ code }) => code)

test.for<[wish: Partial<Wish>, codes: string[]]>([
  [{ words: 'electronic RATE' }, ['TF-01-1']],
  [{ words: 'tf-01-' }, ['TF-01-1', 'TF-01-2']],
  [{ words: 'regimes' }, ['TF-01-2']],
  [{ words: 'paperless' }, ['TF-01-1', 'TF-01-2']],
  [{ words: 'electronic revenue' }, []],
  [{ dimension: 'RC' }, ['RC-01-1']],
  [{ sdg: '9' }, ['TF-01-1', 'TF-01-2']],
  [{ sdg: '1' }, []],
  [{ instrument: 'RKC' }, ['TF-01-1', 'TF-01-2']],
  [{ instrument: 'SAFE' }, ['RC-01-1']],
  [{ dimension: 'TF', sdg: '16' }, []],
])('the wish %o is answered by %o', ([wish, expected]) => {
  expect(codes(wish)).toEqual(expected)
})

test('what the server found by its definition counts, within the other wishes', () => {
  const found = new Set(['RC-01-1'])

  expect(codes({ words: 'duties' }, found)).toEqual(['RC-01-1'])
  expect(codes({ words: 'duties', dimension: 'TF' }, found)).toEqual([])
})

test('outcomes without a KPI stand in the whole tree and in no answer', () => {
  const outcomes = (wish: Wish) =>
    matching(tree, wish).flatMap((each) => each.outcomes.map(({ code }) => code))

  expect(outcomes(nothing)).toContain('TF-02')
  expect(outcomes({ ...nothing, dimension: 'TF' })).toEqual(['TF-01'])
})

test('names in another language than the one asked for are counted', () => {
  expect(fallbacksOf(tree, 'EN')).toBe(0)
  expect(fallbacksOf(tree, 'FR')).toBe(8)
})
