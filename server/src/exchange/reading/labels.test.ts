import { expect, test } from 'vitest'
import schema from '../../../data/pmm-catalogue-1.schema.json'
import { frenchLabel, frenchTitle } from './labels'
import { layoutOf, type Schema } from './sheet-layout'

test('every column of a workbook has a head in French', () => {
  const { sheets } = layoutOf(schema as unknown as Schema)
  const keys = sheets.flatMap(({ columns }) => columns.map(({ key }) => key))

  expect(keys.length).toBeGreaterThan(100)
  expect(keys.filter((key) => frenchLabel(key).replace(/ \(.*/, '') === key.replace(/\.(en|fr)$/, ''))).toEqual([]) // prettier-ignore
  expect(frenchLabel('name.fr')).toBe('Nom (français)')
})

test('every sheet of a workbook has a title in French that a spreadsheet takes', () => {
  const { sheets } = layoutOf(schema as unknown as Schema)
  const titles = sheets.map(frenchTitle)
  const alike = sheets.filter((sheet) => frenchTitle(sheet) === sheet.title)

  expect(alike.map(({ title }) => title)).toEqual(['Instruments', 'Dimensions'])
  expect(new Set([...titles, 'Version']).size).toBe(sheets.length + 1)
  expect(titles.filter((title) => !/^[^:\\/?*[\]]{1,31}$/.test(title))).toEqual([])
})
