import { expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Member } from './people/member.ts'
import { Traveller } from './people/traveller.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const HELD = /^1 figure is on this device only/

test('M2: what Alina typed without network outlives the closed page, and is saved before she opens the KPI again', async () => {
  const alina = await Traveller.named('Alina Dorn', stage())
  await alina.startsTheAssessment()
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()
  await alina.hasTheShellOnTheDevice()
  await alina.losesTheNetwork()
  await alina.types('4', label)
  await alina.seesStatus('Kept on this device')
  await alina.hearsOfKeptFigures(/^Offline. 1 figure kept on this device/)
  const putBy = await alina.whatIsPutBy()

  await alina.reloads()
  await alina.seesHeading('No connection to the server')
  await alina.sees(/^1 figure typed here is kept on this device/)
  await alina.closesThePage()
  await alina.opensAnotherPage()
  await alina.opens('/member/')
  await alina.sees(/^1 figure typed here is kept on this device/)
  await alina.hasTheNetworkAgain()
  await alina.seesHeading(/^Good /)
  await alina.keepsNothing()

  // The shell and nothing else: no answer, no page of hers, nothing she read or typed.
  expect(await alina.whatIsPutBy()).toEqual(putBy)
  expect(putBy.length).toBeGreaterThan(10)
  for (const { path, text } of putBy) {
    expect(path).toMatch(/^\/member\/(assets\/[\w.-]+)?$/)
    expect(text).not.toMatch(/Alina|"data":|TF-05-1/)
  }

  const elsewhere = await Member.named('Alina Dorn', stage())
  await elsewhere.turnsTo('TF-05-1')
  expect(await elsewhere.readsFigure(label)).toBe('4')
})

test('M7: a figure a colleague saved meanwhile is not written over; the page leads to the choice', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-08-1')
  const label = await alina.firstFigure()
  await alina.losesTheNetwork()
  await alina.types('31', label)
  await alina.seesStatus('Kept on this device')

  const colleague = await Member.named('Alina Dorn', stage())
  await colleague.turnsTo('TF-08-1')
  await colleague.enters('47', label)

  await alina.closesThePage()
  await alina.hasTheNetworkAgain()
  await alina.opensAnotherPage()
  await alina.opens('/member/')
  await alina.hearsOfKeptFigures(HELD)
  const inspector = Inspector.at(alina.window, alina.page)
  expect(await inspector.inspectsHere()).toEqual([])
  await inspector.returnsToDesk()
  await alina.goesToTheKeptFigure('TF-08-1')
  await alina.seesConflict('31', '47')
  await alina.presses('Keep mine')
  await alina.waitsUntilSaved()
  await alina.keepsNothing()
  await colleague.reloads()
  expect(await colleague.readsFigure(label)).toBe('31')
})

test('a sign-out asks before it throws away, and leaves nothing for whoever comes next', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()
  await alina.types('about 9', label)
  expect(await alina.keptOnTheDevice()).toBe(1)
  await alina.signsOutAllTheSame('Sign out and throw away what is not saved?')
  expect(await alina.keptOnTheDevice()).toBe(0)
})

test('on a shared device nothing is kept; a new release reloads no page by itself', async () => {
  const alina = await Traveller.named('Alina Dorn', stage())
  await alina.opens('/member/settings')
  await alina.choosesNotToKeepDrafts()
  await alina.turnsTo('TF-05-1')
  const label = await alina.firstFigure()
  await alina.losesTheNetwork()
  await alina.types('8', label)
  await alina.seesStatus('Not saved: no connection')
  expect(await alina.keptOnTheDevice()).toBe(0)

  await alina.hasTheNetworkAgain()
  await alina.meetsANewRelease()
  expect(await alina.readsFigure(label)).toBe('8')
  await alina.loadsTheNewRelease()
})
