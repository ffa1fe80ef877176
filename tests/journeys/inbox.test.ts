import { expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Officer } from './people/officer.ts'
import { Told } from './people/told.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const RETURNED = /^The secretariat has returned one item of the assessment of/
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('M11: Camila is told at once that an item came back, and the line leads her there', async () => {
  const camila = await Told.named('Camila Reyden', stage())
  await camila.opensTheInbox('Inbox')
  await camila.seesHeading('Nothing yet')

  const ines = await Officer.named('Ines Calder', stage())
  await ines.opensTheSubmissionOf('Sorelia')
  await ines.returns('TF-01-1', 'Does this include postal declarations?', inDays(21))

  await camila.reloads()
  await camila.hearsTheBell('Inbox, 1 not read')
  await camila.sees(RETURNED)
  await camila.follows(RETURNED)
  await camila.seesHeading('Rate of electronic declarations')
  await camila.hearsTheBell('Inbox')
})

test('Aurelio marks all as read, and finds nothing unread', async () => {
  const aurelio = await Told.named('Aurelio Dantes', stage())
  await aurelio.opensTheInbox('Inbox, 1 not read')
  await aurelio.presses('Mark all as read')
  await aurelio.hearsTheBell('Inbox')
  await aurelio.showsOnlyUnread()
  await aurelio.seesHeading('Everything is read')
})

test('M11: Camila wants no mail at night, nor one when a cycle opens, and finds her choice again', async () => {
  const camila = await Told.named('Camila Reyden', stage())
  await camila.opens('/member/settings')
  await camila.wantsNoMailWhen('a cycle opens')
  await camila.wantsQuietHours('22:00', '06:00')
  await camila.presses('Save')
  await camila.sees('Saved')

  await camila.reloads()
  expect(await camila.mailChoices()).toEqual({
    'a cycle opens': false,
    'the secretariat returns items': true,
    hours: ['22:00', '06:00'],
  })
})

test('the inbox and the choice of mails put up no barrier in either portal', async () => {
  const member = await Inspector.as('Camila Reyden', 'member', stage())
  const officer = await Inspector.as('Ines Calder', 'admin', stage())
  expect([
    ...(await member.inspects('/member/inbox')),
    ...(await member.inspects('/member/settings')),
    ...(await officer.inspects('/admin/inbox')),
  ]).toEqual([])
})
