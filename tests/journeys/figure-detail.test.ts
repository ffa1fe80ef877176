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
  const entries = await alina.readsHistory('TF-05-1')
  expect(entries.slice(0, 2)).toEqual(['5 rulings Estimate', '4 rulings Estimate'])
  expect(entries.at(-1)).toBe('4 rulings')
  const inspector = Inspector.at(alina.window, alina.page)
  expect(await inspector.inspectsHere()).toEqual([])
})

test('M4: beside a KPI stands what was submitted for it before, and which other KPIs its figures feed', async () => {
  const mariam = await Clerk.named('Mariam Selk', stage())
  await mariam.turnsTo('TF-02-1')
  await mariam.seesValue(/^2022: 7\.9\s%$/)
  expect(await mariam.readsSeries()).toMatch(/^2022: 7\.9\s% and 2024: 67\.1\s%$/)
  const before = await mariam.readsLastCycle('TF-02-1')
  for (const part of [
    'Cycle 1, data for 2022',
    'Same definition',
    '136 operators',
    '126 operators',
  ])
    expect(before).toContain(part)
  expect(before).toContain('Your administration took no part in this cycle.')
  const inspector = Inspector.at(mariam.window, mariam.page)
  expect(await inspector.inspectsHere()).toEqual([])

  const leon = await Clerk.named('Leon Tarask', stage())
  expect(await leon.readsLastCycle('RC-02-2')).toContain('Same definition')
  await leon.follows('RC-01-1 Achievement of the revenue target')
  await leon.seesHeading('Achievement of the revenue target')
})

test('M7: a source goes beside the figure a colleague changed meanwhile, and not over the note of a colleague', async () => {
  const alina = await Clerk.named('Alina Dorn', stage())
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()
  await alina.beginsToStateSource(label)
  const colleague = await Clerk.named('Alina Dorn', stage())
  await colleague.turnsTo('TF-05-1')
  await colleague.enters('6', label)
  await alina.finishesSource('Another register', false)
  await alina.sees('Another register')
  expect(await alina.readsFigure(label)).toBe('6')

  await alina.beginsToStateSource(label)
  await colleague.reloads()
  await colleague.statesSource(label, 'Register of the regions', false)
  await alina.finishesSource('Register of the ports', false)
  await alina.sees('A colleague has meanwhile written: “Register of the regions”.')
  const inspector = Inspector.at(alina.window, alina.page)
  expect(await inspector.inspectsHere()).toEqual([])
  await inspector.returnsToDesk()
  await alina.presses('Keep mine')
  await colleague.reloads()
  await colleague.sees('Register of the ports')
})

test('M2: a source typed and left at once is saved, and without network it outlives the closed page', async () => {
  const alina = await Clerk.named('Alina Dorn', stage())
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()
  await alina.beginsToStateSource(label)
  await alina.typesSource('Extract of May')
  await alina.turnsTo('TF-08-1')
  await alina.turnsTo('TF-05-1')
  await alina.sees('Extract of May')

  await alina.beginsToStateSource(label)
  await alina.losesTheNetwork()
  await alina.typesSource('Extract of June')
  await alina.sees('Kept on this device')
  await alina.closesThePage()
  await alina.hasTheNetworkAgain()
  await alina.opensAnotherPage()
  await alina.opens('/member/')
  await alina.keepsNothing()
  await alina.turnsTo('TF-05-1')
  await alina.sees('Extract of June')
})

test('M7: an explanation typed without network goes on waiting when Mariam moves on, and is saved', async () => {
  const mariam = await Clerk.named('Mariam Selk', stage())
  await mariam.turnsTo('EP-03-2')
  await mariam.losesTheNetwork()
  await mariam.typesExplanation('x')
  await mariam.sees(/^One sentence of at least 10 characters/)
  await mariam.leavesExplanation()
  await mariam.sees(/^Too short to explain anything/)
  await mariam.typesExplanation('The register moved in that year.')
  await mariam.sees('Kept on this device')
  await mariam.follows('Next')
  await mariam.hearsOfKeptFigures(/^Offline. 1 entry kept on this device/)

  await mariam.hasTheNetworkAgain()
  await mariam.keepsNothing()
  await mariam.turnsTo('EP-03-2')
  expect(await mariam.readsExplanation()).toBe('The register moved in that year.')
})
