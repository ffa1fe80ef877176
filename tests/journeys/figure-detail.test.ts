import { expect, test } from 'vitest'
import { Clerk } from './people/clerk.ts'
import { Inspector } from './people/inspector.ts'
import { useStage } from './stage.ts'

const stage = useStage()

test('M2: Alina says where a figure comes from and that it is an estimate; both stay when the figure changes', async () => {
  const alina = await Clerk.named('Alina Dorn', stage())
  await alina.startsTheAssessment()
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()
  await alina.enters('4', label)
  await alina.statesSource(label, 'Register of rulings, extract of 3 March', true)
  await alina.sees('Register of rulings, extract of 3 March')
  await alina.sees('Estimate')

  await alina.enters('5', label)
  await alina.reloads()
  await alina.sees('Register of rulings, extract of 3 March')
  expect(await alina.readsFigure(label)).toBe('5')

  const inspector = Inspector.at(alina.window, alina.page)
  await alina.beginsToStateSource(label)
  expect(await inspector.inspectsHere()).toEqual([])
})

test('M7: beside a figure stands what it was before, who wrote it, and where it is an estimate', async () => {
  const alina = await Clerk.named('Alina Dorn', stage())
  expect(await alina.readsHistory('TF-05-1')).toEqual([
    '5 rulings Estimate',
    '4 rulings Estimate',
    '4 rulings',
  ])
  const inspector = Inspector.at(alina.window, alina.page)
  expect(await inspector.inspectsHere()).toEqual([])
})

test('M7: a source is not written over a figure a colleague changed meanwhile', async () => {
  const alina = await Clerk.named('Alina Dorn', stage())
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()
  await alina.beginsToStateSource(label)
  const colleague = await Clerk.named('Alina Dorn', stage())
  await colleague.turnsTo('TF-05-1')
  await colleague.enters('6', label)
  await alina.finishesSource('Another register', false)
  await alina.sees(/A colleague changed this figure meanwhile/)
})
