import { expect, test } from 'vitest'
import { Coordinator, Invited, PASSWORD } from './people/coordinator.ts'
import { Member } from './people/member.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const GONE = 'This invitation can no longer be used'

test('S9: a colleague is invited, accepts in a browser of their own, and acts as contributor at once', async () => {
  const mariam = await Coordinator.named('Mariam Selk', stage())
  await mariam.turnsToPeople()
  await mariam.seesInTheList('Viktor Almasy', 'Approver')
  const link = await mariam.invites('Tova Brindle', 'tova.brindle@example.org', 'Contributor')

  const tova = await Invited.with(link, stage())
  await tova.sees('Mariam Selk invites you to act for Republic of Aldova as: Contributor.')
  await tova.staysOutOfTheAddress(link)
  await tova.accepts('Tova Brindle', 'password')
  await tova.sees(/at least 12 characters/)
  await tova.accepts('Tova Brindle', PASSWORD)
  await tova.sees('Your account is ready. Sign in with tova.brindle@example.org and your password.')
  await tova.signsIn('tova.brindle@example.org', PASSWORD)

  const atWork = new Coordinator(tova.window)
  await atWork.seesHeading(/^Good /)
  expect(await atWork.readsNavigation()).toEqual(['Home', 'Assessment', 'Evidence', 'People'])
  await atWork.turnsToPeople()
  await atWork.sees('The coordinator manages the people of your administration.')
  expect(await atWork.finds('button', 'Invite')).toBe(false)
  expect(await atWork.reads('viktor.almasy@demo.invalid')).toBe(false)
  await mariam.reloads()
  await mariam.seesInTheList('Tova Brindle', 'Contributor')

  const again = await Invited.with(link, stage())
  await again.seesHeading(GONE)
})

test('S9: a link that was replaced, called off or never given out is answered alike', async () => {
  const mariam = await Coordinator.named('Mariam Selk', stage())
  await mariam.turnsToPeople()
  const first = await mariam.sendsAgain('Edda Quill')
  const second = await mariam.sendsAgain('Edda Quill')

  const early = await Invited.with(first, stage())
  await early.seesHeading(GONE)
  const edda = await Invited.with(second, stage())
  await edda.seesHeading('Accept the invitation')
  await mariam.callsOff('Edda Quill')
  await edda.accepts('Edda Quill', PASSWORD)
  await edda.sees(/was accepted, called off, has expired or was never given out/)
  const made = await Invited.with(`${stage().origin}/member/invitation#${'x'.repeat(43)}`, stage())
  await made.seesHeading(GONE)
})

test('S9: a deactivated colleague is out with the next click, and back when the account is opened again', async () => {
  const alina = await Coordinator.named('Alina Dorn', stage())
  const josefa = await Member.named('Josefa Brix', stage())
  await alina.turnsToPeople()
  await alina.deactivates('Josefa Brix')

  await josefa.page.goto('/member/assessment')
  await new Coordinator(josefa.window).isAskedToSignIn()

  await alina.opensTheAccountOf('Josefa Brix')
  await Member.named('Josefa Brix', stage())
})

test('S9: Camila, the last coordinator, cannot go; she hands over and it bites on the next click', async () => {
  const camila = await Coordinator.named('Camila Reyden', stage())
  await camila.turnsToPeople()
  const own = await camila.readsDialogOf('Camila Reyden')
  expect(own.text).toContain('An administration always has a coordinator.')
  expect(own.text).toContain('The last coordinator must remain. Hand over first.')
  expect(own.buttons).toEqual(['Close'])

  await camila.handsOverTo('Mateo Silvar', false)
  await camila.isAskedToSignIn()

  const mateo = await Coordinator.named('Mateo Silvar', stage())
  await mateo.turnsToPeople()
  await mateo.seesInTheList('Mateo Silvar', 'Coordinator')
  await mateo.gives('Pilar Montey', 'Deputy coordinator')
  const pilar = await Coordinator.named('Pilar Montey', stage())
  await pilar.turnsToPeople()
  expect(await pilar.finds('button', 'Hand over')).toBe(false)
  expect((await pilar.readsDialogOf('Mateo Silvar')).text).toContain('This is not yours to decide')

  await mateo.changesHat('Mateo Silvar', 'Contributor')
  expect(await mateo.readsNavigation()).toEqual(['Home', 'Assessment', 'Evidence', 'People'])
})
