import { describe, expect, test } from 'vitest'
import catalogue from '../../data/pmm-v1.json'
import type { CatalogueFile } from './catalogue-file'
import { checkCatalogue } from './check-catalogue'

const copy = () => structuredClone(catalogue) as unknown as Writable<CatalogueFile>

type Writable<T> = {
  -readonly [K in keyof T]: T[K] extends string | number ? T[K] : Writable<T[K]>
}

describe('the demonstration catalogue', () => {
  test('has nothing wrong with it', () => {
    expect(checkCatalogue(catalogue)).toEqual([])
  })

  test('has 4 dimensions, 23 outcomes and 51 KPIs', () => {
    expect(catalogue.dimensions).toHaveLength(4)
    expect(catalogue.outcomes).toHaveLength(23)
    expect(catalogue.kpis).toHaveLength(51)
  })
})

describe('a broken catalogue', () => {
  test('is told all its problems at once', () => {
    const broken = copy()
    broken.kpis[0]!.formula = '100*A/'
    broken.kpis[1]!.outcome = 'TF-99'
    broken.kpis[2]!.code = broken.kpis[3]!.code
    broken.outcomes[0]!.sdgs = [18]
    broken.outcomes[1]!.instruments = ['NOTHING']
    broken.outcomes[2]!.dimension = 'XX'
    broken.dimensions[0]!.weight = 'heavy'
    broken.dimensions[1]!.name = { en: ' ', fr: 'Recettes' }

    const problems = checkCatalogue(broken)

    expect(problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining([
        'TF-01-1', 'TF-01-2', broken.kpis[3]!.code, 'TF-01', 'TF-02', 'TF-03', 'TF', 'RC',
      ]),
    ) // prettier-ignore
  })

  test('names the element a formula asks for in vain', () => {
    const broken = copy()
    broken.kpis[0]!.elements[0]!.element = 'NOWHERE'

    expect(checkCatalogue(broken)).toContainEqual(
      expect.objectContaining({
        at: 'TF-01-1',
        message: 'names the unknown data element NOWHERE',
      }),
    )
  })

  test('catches units that do not fit', () => {
    const broken = copy()
    broken.kpis[0]!.formula = 'A+100*B'
    broken.kpis[0]!.unit = '%'

    expect(checkCatalogue(broken)).toContainEqual(expect.objectContaining({ at: 'TF-01-1' }))
  })

  test('knows the levels of disclosure a KPI may be held at', () => {
    const held = copy()
    const kpis = held.kpis as { code: string; maxDisclosureLevel?: string }[]
    kpis[0]!.maxDisclosureLevel = 'WCO'
    kpis[1]!.maxDisclosureLevel = 'WORLD'

    expect(checkCatalogue(held)).toEqual([
      {
        at: 'TF-01-2',
        message: 'has a highest level of disclosure that does not exist',
        french: 'a un niveau de divulgation maximal qui n’existe pas',
        place: { list: 'kpis', field: 'maxDisclosureLevel' },
      },
    ])
  })

  test.each([null, [], 'catalogue', {}, { schema: 'pmm-catalogue/1', version: {} }])(
    'of another shape is refused: %j',
    (input) => {
      expect(checkCatalogue(input).length).toBeGreaterThan(0)
    },
  )
})
