import { expect, test } from 'vitest'
import { Accountant } from './people/accountant.ts'
import { Inspector } from './people/inspector.ts'
import { Member } from './people/member.ts'
import { useStage } from './stage.ts'

const stage = useStage()

test('M2: Alina answers one KPI after another by keyboard alone', async () => {
  const starter = await Member.named('Alina Dorn', stage())
  await starter.startsTheAssessment()
  const alina = await Accountant.named('Alina Dorn', stage())
  await alina.opens('/member/assessment/focus')
  await alina.sees('51 KPIs left')
  await alina.seesHeading('Rate of electronic declarations')

  await alina.strikes('90', 'Control+Enter', '100', 'Control+Enter')
  await alina.seesHeading('Data standardization')
  await alina.sees('50 KPIs left')
  await alina.sees('2 of 51')

  await alina.strikes('Escape')
  await alina.leavesTheField()
  await alina.strikes('k')
  await alina.seesHeading('Rate of electronic declarations')
  await alina.strikes('j', 'j')
  await alina.seesHeading('Rate of electronic payments')

  await alina.strikes('e')
  await alina.hasTheCaretOnTheWayBackToFocus()
  await alina.strikes('Escape')
  await alina.isInFocusMode('Rate of electronic payments')

  await starter.turnsTo('TF-01-1')
  expect(await starter.readsFigure(await starter.firstFigure())).toBe('90')
})

test('M4: a level is chosen by its number, and only where a level is asked for', async () => {
  const alina = await Accountant.named('Alina Dorn', stage())
  await alina.opens('/member/assessment/focus/OD-01-1')
  await alina.sees('45 of 51')
  await alina.strikes('7')
  await alina.strikes('3')
  await alina.waitsUntilSavedHere()
  expect(await alina.readsChoice()).toContain('3')

  await alina.opens('/member/assessment/focus/TF-01-2')
  await alina.sees('2 of 51')
  await alina.strikes('Escape')
  await alina.strikes('3')
  await alina.strikes('j')
  await alina.seesHeading('Rate of electronic payments')
})

test('the focus mode is usable in both languages and themes, wide and narrow', async () => {
  const inspector = await Inspector.as('Alina Dorn', 'member', stage())
  expect(await inspector.inspects('/member/assessment/focus/TF-02-1')).toEqual([])
})
