import { expect, test } from 'vitest'
import { Inspector } from './people/inspector.ts'
import { Messenger } from './people/messenger.ts'
import { Told } from './people/told.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const HOURS = {
  subject: 'Office hours on Thursday',
  text: 'We answer questions on Thursday.\n\nCome by.',
  objet: 'Permanence jeudi',
  texte: 'Nous répondons aux questions jeudi.',
}

test('S4: Ines changes when the administrations of the cycle are reminded, and reads what that brings about', async () => {
  const ines = await Messenger.named('Ines Calder', stage())
  await ines.opens('/admin/cycles/C2024')
  await ines.sees('30 days before')
  await ines.remindsOn('seven')
  await ines.seesRefusal('Write whole numbers')
  await ines.closesTheDialog()
  await ines.remindsOn('200')
  await ines.seesRefusal('A day lies 1 to 180 days before the end.')
  await ines.closesTheDialog()

  await ines.remindsOn('21 7')
  await ines.seesTheDialogGone()
  await ines.sees('21 days before')
  await ines.doesNotSee('30 days before')
  await ines.reloads()
  await ines.sees('21 days before')
})

test('S5: Ines writes to whoever the board shows, looks at who gets it in which language, and it is sent once', async () => {
  const ines = await Messenger.named('Ines Calder', stage())
  await ines.writesToWhoeverTheBoardShows('view=table&search=Sorelia')
  await ines.sees('1 administration, 2 people')
  await ines.sees('“Sorelia”')
  await ines.presses('Look at it and send')
  await ines.sees('4 points to settle')

  await ines.types(HOURS)
  const looked = await ines.looksAtIt()
  for (const part of [HOURS.text, HOURS.texte, '2 people of 1 administration (“Sorelia”)'])
    expect(looked).toContain(part)
  expect(looked).toMatch(/people read it in English|person reads it in English/)
  await ines.sendsItWithTwoClicks()

  await ines.seesHeading('Messages')
  expect(await ines.countsSent(HOURS.subject)).toBe(1)
  const kept = await ines.readsWhatWasSent(HOURS.subject)
  for (const part of ['Ines Calder', '“Sorelia”', 'Sorelia', HOURS.objet])
    expect(kept).toContain(part)

  const camila = await Told.named('Camila Reyden', stage())
  await camila.opensTheInbox('Inbox, 1 not read')
  await camila.unfolds(`The secretariat writes: ${HOURS.subject}`)
  await camila.sees('We answer questions on Thursday.')
  await camila.hearsTheBell('Inbox')

  const mariam = await Told.named('Mariam Selk', stage())
  await mariam.opens('/member/inbox')
  await mariam.doesNotSee(/^The secretariat writes/)
})

test('S5: when others fit meanwhile Ines is told, nothing is sent, and she looks again', async () => {
  const ines = await Messenger.named('Ines Calder', stage())
  await ines.extends('Nordavia', inDays(200))
  await ines.writesToWhoeverTheBoardShows('attention=extended')
  await ines.types({ ...HOURS, subject: 'More time' })
  const before = await ines.looksAtIt()

  const again = await Messenger.named('Ines Calder', stage())
  await again.extends('Republic of Kelmar', inDays(200))
  await ines.sendsItWithTwoClicks()
  await ines.sees(/^Other people fit now/)
  const after = await ines.looksAtIt()
  expect(after).not.toBe(before)
  await ines.sendsItWithTwoClicks()
  await ines.seesHeading('Messages')
  expect(await ines.countsSent('More time')).toBe(1)
})

test('S4, M1: more time reaches the administration with its end and the reason, wherever its deadline stands', async () => {
  const until = inDays(200)
  const ines = await Messenger.named('Ines Calder', stage())
  await ines.extends('Republic of Aldova', until)

  const mariam = await Told.named('Mariam Selk', stage())
  await mariam.readsThatTimeEndsOn(until, 'Staff was away.')

  const camila = await Told.named('Camila Reyden', stage())
  await camila.opens('/member/')
  await camila.doesNotSee('Staff was away.')
})

test('messages and reminders put up no barrier', async () => {
  const officer = await Inspector.as('Ines Calder', 'admin', stage())
  const member = await Inspector.as('Camila Reyden', 'member', stage())
  expect([
    ...(await officer.inspects('/admin/cycles/C2024')),
    ...(await officer.inspects('/admin/cycles/C2024/message?region=EUR')),
    ...(await member.inspects('/member/inbox')),
  ]).toEqual([])
})
