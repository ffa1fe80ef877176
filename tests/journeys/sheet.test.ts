import { expect, test } from 'vitest'
import { Accountant } from './people/accountant.ts'
import { Inspector } from './people/inspector.ts'
import { Member } from './people/member.ts'
import { useStage } from './stage.ts'

const stage = useStage()

const REVENUE = 'Revenue collected by Customs, 2024 (T)'
const BEFORE = 'Revenue collected by Customs, 2023 (T-1)'
const TARGET = 'Revenue target set for Customs, 2024 (T)'
const COST = 'Operating expenditure of the administration, 2024 (T)'

test('M2: Alina types down a column by keyboard alone, and a colleague finds the figures on the pages of the KPIs', async () => {
  const starter = await Member.named('Alina Dorn', stage())
  await starter.startsTheAssessment()
  const alina = await Accountant.named('Alina Dorn', stage())
  await alina.turnsToSheet('RC')
  await alina.goesTo(REVENUE)
  await alina.strikes('640000', 'Enter', '600000', 'Enter')
  await alina.standsAt(COST)
  await alina.strikes('21000', 'Escape')
  await alina.seesInCell(COST, '')
  await alina.strikes('22000', 'ArrowUp')
  await alina.standsAt(TARGET)
  await alina.strikes('ArrowUp', 'ArrowLeft')
  await alina.standsAt(BEFORE)
  await alina.strikes('610000', 'Enter')
  await alina.waitsUntilSaved()

  const colleague = await Accountant.named('Alina Dorn', stage())
  await colleague.turnsTo('RC-01-3')
  expect(await colleague.readsFigure(COST)).toBe('22 000')
  await colleague.turnsTo('RC-01-1')
  expect(await colleague.readsFigure(TARGET)).toBe('600 000')
})

test('M14: a block from a spreadsheet is judged cell by cell, written as one and undone as one', async () => {
  const alina = await Accountant.named('Alina Dorn', stage())
  await alina.turnsToSheet('RC')
  await alina.pastes('615 000\t640000\n1\tabout 5\n\t23 000.5\n9\t', BEFORE)
  expect(await alina.readsPreview()).toEqual([
    'changed', 'unchanged', 'not asked for this year', 'not a figure',
    'empty, left as it is', 'changed', 'not asked for this year', 'empty, left as it is',
  ]) // prettier-ignore
  await alina.leavesPreview()
  await alina.seesInCell(BEFORE, '610 000')

  await alina.pastes('615 000\t640000\n1\tabout 5\n\t23 000.5\n9\t', BEFORE)
  await alina.writesPasted(2)
  await alina.seesInCell(BEFORE, '615 000')
  await alina.seesInCell(COST, '23 000.5')
  await alina.seesInCell(TARGET, '600 000')
  await alina.waitsUntilSaved()
  await alina.reloads()
  await alina.seesInCell(COST, '23 000.5')

  await alina.pastes('616 000\n', BEFORE)
  await alina.pastes('617 000\t1\n', BEFORE)
  await alina.writesPasted(2)
  await alina.undoesThePaste()
  await alina.seesInCell(BEFORE, '615 000')
  await alina.seesInCell(REVENUE, '640 000')
  await alina.waitsUntilSaved()
  await alina.reloads()
  await alina.seesInCell(REVENUE, '640 000')

  await alina.undoesEarlierPaste(1)
  await alina.turnsToSheet('RC')
  await alina.seesInCell(COST, '22 000')
  await alina.seesInCell(BEFORE, '615 000')
})

test('M7: two people in the same cell of the sheet see both figures and choose', async () => {
  const alina = await Accountant.named('Alina Dorn', stage())
  await alina.turnsToSheet('RC')
  const colleague = await Accountant.named('Alina Dorn', stage())
  await colleague.turnsToSheet('RC')
  await colleague.goesTo(TARGET)
  await colleague.strikes('601000', 'Enter')
  await colleague.waitsUntilSaved()
  await alina.goesTo(TARGET)
  await alina.strikes('599000')
  await alina.seesConflict('599000', '601 000')
  await alina.presses('Take theirs')
  await alina.seesInCell(TARGET, '601 000')
})

test('a dimension that is none here, or not assigned, leads back to the list', async () => {
  const alina = await Accountant.named('Alina Dorn', stage())
  await alina.opens('/member/assessment/sheet/XX')
  await alina.sees('There is no such dimension here')
})

test('the sheet is usable in both languages and themes, wide and narrow', async () => {
  const inspector = await Inspector.as('Alina Dorn', 'member', stage())
  expect(await inspector.inspects('/member/assessment/sheet/RC')).toEqual([])
})
