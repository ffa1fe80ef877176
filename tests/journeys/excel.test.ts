import { expect, test } from 'vitest'
import { Accountant } from './people/accountant.ts'
import { Bookkeeper } from './people/bookkeeper.ts'
import { Inspector } from './people/inspector.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const REVENUE = 'Revenue collected by Customs'
const TARGET = 'Revenue target set for Customs'
const COST = 'Operating expenditure of the administration'
const IN_SHEET = (label: string) => `${label}, 2024 (T)`

test('M14: Mariam fills a section in her own way, leaves one row out, saves the others and undoes them later as one', async () => {
  const mariam = await Bookkeeper.named('Mariam Selk', stage())
  await mariam.turnsToExcel()
  const { sheet, name } = await mariam.downloads('Revenue Collection')
  expect(name).toMatch(/^PMM-C2024-XAL-RC-en\.xlsx$/)
  expect(sheet.hiddenness('pmm')).toBeGreaterThan(0)

  // A title above, a column of her own in front, the rows upside down, figures as text and as numbers.
  sheet.types('RC', 'REVENUE_COLLECTED', 'value.T', 640_000_000)
  sheet.types('RC', 'REVENUE_TARGET', 'value.T', '665,000,000')
  sheet.types('RC', 'OPEX', 'value.T', '23 000 000.5')
  sheet.types('RC', 'OPEX', 'note.T', 'Closed accounts')
  sheet.types('RC', 'PCC_ALL', 'value.T', 'about fifty')
  sheet.rearranges('RC', ([heads = [], keys = [], ...rows]) => [
    ['Our working copy'],
    ['Who', ...heads],
    ['', ...keys],
    ...rows.reverse().map((row) => ['Finance', ...row]),
  ])
  await mariam.handsIn(sheet.saves())
  expect(await mariam.countsRows()).toBe(4)
  expect(await mariam.readsRow(REVENUE)).toMatch(/618 907 000 640 000 000 Changed/)
  expect(await mariam.readsRow(TARGET)).toContain('typed as 665,000,000')
  expect(await mariam.readsRow(COST)).toMatch(/23 000 000\.5 Note: Closed accounts/)
  expect(await mariam.readsRow('All post-clearance controls')).toMatch(/about fifty Rejected RC!\w+ This is not a number/) // prettier-ignore

  await mariam.leavesOut(TARGET)
  await mariam.saves('Save 2 figures')
  await mariam.sees('2 figures saved from the workbook')

  const colleague = await Accountant.named('Mariam Selk', stage())
  await colleague.turnsToSheet('RC')
  await colleague.seesInCell(IN_SHEET(REVENUE), '640 000 000')
  await colleague.seesInCell(IN_SHEET(COST), '23 000 000.5')
  await colleague.seesInCell(IN_SHEET(TARGET), '664 627 000')

  // The error is seen later: the import is still there, and what was changed since is left alone and named.
  await colleague.goesTo(IN_SHEET(COST))
  await colleague.strikes('23100000', 'Enter')
  await colleague.waitsUntilSaved()
  await mariam.turnsToExcel()
  await mariam.looksAtUndoing('figures.xlsx')
  expect(await mariam.readsPlan(REVENUE)).toMatch(/640 000 000 618 907 000 Goes back/)
  expect(await mariam.readsPlan(COST)).toMatch(
    /23 100 000 22 119 000 no note Stays: changed since By Mariam Selk/,
  )
  await mariam.presses('Undo 1 figure')
  await mariam.sees('The import was undone: 1 figure is as before. 1 was left alone.')
  await mariam.sees('Undid: figures.xlsx')
  await colleague.reloads()
  await colleague.seesInCell(IN_SHEET(REVENUE), '618 907 000')
  await colleague.seesInCell(IN_SHEET(COST), '23 100 000')
})

test('M14: a figure that a colleague typed meanwhile is a conflict, which Mariam decides', async () => {
  const mariam = await Bookkeeper.named('Mariam Selk', stage())
  await mariam.turnsToExcel()
  const { sheet } = await mariam.downloads('Revenue Collection')
  const colleague = await Accountant.named('Mariam Selk', stage())
  await colleague.turnsToSheet('RC')
  await colleague.goesTo(IN_SHEET(TARGET))
  await colleague.strikes('601000', 'Enter')
  await colleague.waitsUntilSaved()

  sheet.types('RC', 'REVENUE_TARGET', 'value.T', 599_000)
  await mariam.handsIn(sheet.saves())
  expect(await mariam.readsRow(TARGET)).toMatch(
    /601 000 599 000 Changed meanwhile By Mariam Selk.* When the workbook was made: 664 627 000/,
  )
  expect(await mariam.isTaking(TARGET)).toBe(false)
  await mariam.takes(TARGET)
  await mariam.saves('Save 1 figure')
  await colleague.reloads()
  await colleague.seesInCell(IN_SHEET(TARGET), '599 000')
})

test('M14: the whole assessment in French, with figures as the French write them', async () => {
  const mariam = await Bookkeeper.named('Mariam Selk', stage())
  await mariam.speaksFrench()
  await mariam.turnsToExcel('Évaluation')
  const { sheet, name } = await mariam.downloads('Évaluation entière')
  expect(name).toBe('PMM-C2024-XAL-fr.xlsx')
  expect(sheet.book.SheetNames).toEqual(['À lire', 'TF', 'RC', 'EP', 'OD', 'pmm'])
  sheet.types('TF', 'IMP_VALUE_AEO', 'value.T', '395 000 000,25')
  sheet.types('TF', 'IMP_VALUE_ALL', 'value.T', '6.144')
  sheet.types('OD', 'MISCONDUCT_CHANNEL', 'value.T', 'non')
  await mariam.handsIn(sheet.saves(), 'Choisir un classeur')
  expect(await mariam.readsRow('Valeur des importations générée par les OEA')).toMatch(/394 510 000 395 000 000,25/) // prettier-ignore
  expect(await mariam.readsRow('Valeur totale des importations')).toMatch(/6\.144 Refusé TF!\w+ Ceci peut se lire de deux façons/) // prettier-ignore
  expect(await mariam.readsRow('Un dispositif protégé')).toMatch(/Oui Non .*Modifié/)
  await mariam.saves('Enregistrer 2 chiffres')
  await mariam.presses('Annuler l’importation')
  await mariam.sees('L’importation est annulée : 2 chiffres sont comme avant.')
})

test('M14: a hostile or foreign file is refused in words, and nothing changes', async () => {
  const mariam = await Bookkeeper.named('Mariam Selk', stage())
  await mariam.turnsToExcel()
  const { sheet } = await mariam.downloads('Revenue Collection')
  await mariam.handsIn(Buffer.from(`%PDF-1.7 ${'x'.repeat(200)}`))
  await mariam.seesFileRefused('The file is called a workbook and is none')
  await mariam.handsIn(sheet.saves('xlsm'), undefined, 'renamed.xlsx')
  await mariam.seesFileRefused('Nothing was changed.')
  sheet.sheet('pmm')['D9'] = { t: 'n', v: 77 }
  await mariam.handsIn(sheet.saves())
  await mariam.seesFileRefused('The hidden sheet of the workbook was changed')
})

test('the page of workbooks is usable in both languages and themes, wide and narrow', async () => {
  const inspector = await Inspector.as('Mariam Selk', 'member', stage())
  expect(await inspector.inspects('/member/assessment/excel')).toEqual([])
  const mariam = await Bookkeeper.named('Mariam Selk', stage())
  await mariam.turnsToExcel()
  const { sheet } = await mariam.downloads('Revenue Collection')
  sheet.types('RC', 'REVENUE_COLLECTED', 'value.T', 640_000_000)
  sheet.types('RC', 'PCC_ALL', 'value.T', 'about fifty')
  const buffer = sheet.saves()
  const compared = await inspector.inspectsOpened('/member/assessment/excel', async (page) => {
    await page.locator('input[type=file]').setInputFiles({ name: 'figures.xlsx', mimeType: '', buffer })
    await page.getByRole('row').filter({ hasText: 'REVENUE_COLLECTED' }).waitFor()
  }) // prettier-ignore
  expect(compared).toEqual([])
})
