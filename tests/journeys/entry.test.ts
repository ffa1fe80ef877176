import { expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Member } from './people/member.ts'

const stage = useStage()
const ELECTRONIC = 'Declarations submitted and processed electronically, 2024 (T)'
const ALL = 'All declarations, 2024 (T)'

test('M3, M4: what Alina types is read aloud, kept as text where it is no number, and checked', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.startsTheAssessment()
  await alina.turnsTo('TF-01-1')

  await alina.types('12,5', ELECTRONIC)
  await alina.sees('Read as 12.5')
  await alina.sees(/must be a whole number \(12\.5\)/)

  await alina.types('n/a', ALL)
  await alina.sees(
    'This cannot be read as a number. Use digits and one decimal mark, without a unit.',
  )
  expect(await alina.readsFigure(ALL)).toBe('n/a')

  await alina.types('1 204', ELECTRONIC)
  await alina.types('1000', ALL)
  await alina.sees(/\(1\s204\) is greater than All declarations \(1\s000\)/)
})

test('M7: a figure typed in two windows shows both values, and the choice is the person’s', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-01-3')
  const label = await alina.firstFigure()
  await alina.enters('700', label)
  const elsewhere = await Member.named('Alina Dorn', stage())
  await elsewhere.turnsTo('TF-01-3')
  await elsewhere.readsFigure(label)

  await alina.enters('710', label)
  await elsewhere.types('720', label)

  await elsewhere.seesConflict('720', '710')
  await elsewhere.presses('Keep mine')
  await elsewhere.waitsUntilSaved()
  await alina.reloads()
  expect(await alina.readsFigure(label)).toBe('720')
})

test('M2: without network the figure is kept on the device and saves itself later', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()

  await alina.losesTheNetwork()
  await alina.types('4', label)
  await alina.seesStatus('Kept on this device')
  await alina.hasTheNetworkAgain()

  await alina.waitsUntilSaved()
  await alina.reloads()
  expect(await alina.readsFigure(label)).toBe('4')
})

test('a figure typed a moment before the page is reloaded is saved, and a refused one asks before it is lost', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-01-3')
  const label = await alina.firstFigure()

  await alina.beginsToType('7', label)
  await alina.reloads()
  expect(await alina.readsFigure(label)).toBe('7')

  await alina.beginsToType('n/a', label)
  await alina.choosesInNavigation('Home')
  await alina.seesDialog('Leave with an entry that is not saved?')
  await alina.stepsAside()
  expect(await alina.readsFigure(label)).toBe('n/a')
  await alina.choosesInNavigation('Home')
  await alina.confirmsLeaving()
  await alina.seesHeading(/^Good /)
})

test('a session that has ended asks Alina to sign in over the page, and her figure goes on to be saved', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-07-2')
  const label = await alina.firstFigure()

  await alina.isSignedOutElsewhere()
  await alina.types('55', label)

  await alina.seesDialog('Your session has ended')
  expect(await alina.readsFigure(label)).toBe('55')
  await alina.goesOnAs('Alina Dorn')
  await alina.waitsUntilSaved()
  const elsewhere = await Member.named('Alina Dorn', stage())
  await elsewhere.turnsTo('TF-07-2')
  expect(await elsewhere.readsFigure(label)).toBe('55')
})

test('a session that has ended is said on a page opened after it, and nothing untrue of the work', async () => {
  const alina = await Member.named('Alina Dorn', stage())

  for (const page of ['Results', 'Disclosure']) {
    await alina.opens('/member/')
    await alina.isSignedOutElsewhere()
    await alina.choosesInNavigation(page)
    await alina.seesDialog('Your session has ended')
    await alina.doesNotSee(/No results yet|No levels to choose/)
    await alina.sees('Your session has ended')
    await alina.goesOnAs('Alina Dorn')
    await alina.doesNotSee('Your session has ended')
  }
})

test('M3: Mariam ticks a KPI as looked at, and the list tells it from one nobody has opened', async () => {
  const mariam = await Member.named('Mariam Selk', stage())
  await mariam.seesInTheList('RC-02-1', 'Not started')
  await mariam.turnsTo('RC-02-1')

  await mariam.ticksAsLookedAt()

  await mariam.seesInTheList('RC-02-1', 'Looked at')
})

test('beside a figure stands what the administration handed in for the cycle before', async () => {
  const mariam = await Member.named('Mariam Selk', stage())

  await mariam.turnsTo('TF-02-1')

  await mariam.sees('last cycle: 136 (2022)')
})
