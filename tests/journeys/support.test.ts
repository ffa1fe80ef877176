import { expect, test } from 'vitest'
import { Supported, Supporter } from './people/supported.ts'
import { useStage } from './stage.ts'

const stage = useStage()

test('S15: Teodor sees what Mariam sees for as long as she lets him, changes nothing, and she is told', async () => {
  const mariam = await Supported.named('Mariam Selk', stage())
  const teodor = await Supporter.named('Teodor Wynn', stage())
  await teodor.opens('/admin/support')
  await teodor.seesHeading('Nobody has opened support access')

  await mariam.opensSupportAccess()
  await teodor.looksThroughTheEyesOf('Mariam Selk')
  expect(await teodor.readsNavigation()).toEqual(await mariam.readsNavigation())
  await teodor.turnsToPeople()
  await teodor.seesWhose('Mariam Selk')
  await teodor.seesInTheList('Viktor Almasy', 'Approver')
  expect(await teodor.finds('button', 'Invite')).toBe(false)
  expect(await teodor.finds('button', 'Hand over')).toBe(false)

  await teodor.findsAnAnswerReadOnly('/member/assessment/kpi/TF-02-1')
  await teodor.opens('/member/settings/security')
  await teodor.sees('Password, second factor and sessions belong to the person alone.')
  expect(await teodor.finds('button', 'Change password')).toBe(false)
  expect(await teodor.finds('button', 'Begin')).toBe(false)
  await teodor.readsTheBannerAboveThePage('/admin/')

  await mariam.seesBanner('Teodor Wynn of the secretariat is looking at what you see.')
  await mariam.closesSupportAccess()
  await teodor.page.goto('/member/assessment')
  await teodor.isToldThatItIsOver()
  await mariam.seesBanner(/^Teodor Wynn of the secretariat has looked at what you see/)
  await mariam.takesNote()
  await mariam.opens('/member/readers')
  await mariam.sees('up to 15 minutes')
  await mariam.narrowsTheReadersTo('Partner program')
  await mariam.seesHeading('Nothing fits these filters')
  await mariam.presses('Clear the filters')
  await mariam.sees('up to 15 minutes')
})

test('S15: a look ends by the button, and by the door while a page is open', async () => {
  const alina = await Supported.named('Alina Dorn', stage())
  await alina.opensSupportAccess()
  const teodor = await Supporter.named('Teodor Wynn', stage())

  await teodor.looksThroughTheEyesOf('Alina Dorn')
  await teodor.stopsLooking()
  expect(await teodor.readsNavigation()).toContain('Audit log')
  await teodor.turnsToTheAuditLog()
  await teodor.sees('looking as Alina Dorn')

  await teodor.looksThroughTheEyesOf('Alina Dorn')
  await alina.seesBanner(/is looking at what you see/)
  await alina.closesSupportAccess()
  await teodor.findsTheDoorClosed()
})
