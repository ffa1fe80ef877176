import { expect, test } from 'vitest'
import { Administrator } from './people/administrator.ts'
import { Member } from './people/member.ts'
import { Newcomer } from './people/newcomer.ts'
import { Program } from './people/program.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const inDays = (count: number) =>
  new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
const VIEWER = '{ viewer { hat } }'

test('S9: Teodor finds an administration nobody coordinates and invites its first coordinator', async () => {
  const teodor = await Administrator.named('Teodor Wynn', stage())
  await teodor.looksUp('Almendra Islands')
  await teodor.sees('Nobody coordinates this administration yet.')
  expect(await teodor.rolesOfferedForInviting()).toEqual([
    'Coordinator',
    'Reviewer',
    'Lead reviewer',
  ])

  const link = await teodor.invites('Odile Ansari', 'odile.ansari@example.org', 'Coordinator')
  expect(link).toContain('/member/invitation#')
  await teodor.sees('odile.ansari@example.org')
})

test('S9: Teodor, the last administrator, cannot go and reads why; a colleague of the staff can', async () => {
  const teodor = await Administrator.named('Teodor Wynn', stage())
  await teodor.turnsTo('Secretariat staff')
  const own = await teodor.readsDialogOf('Teodor Wynn')
  expect(own.text).toContain('the last administrator must remain')
  expect(own.buttons).toEqual(['Close'])

  await teodor.suspends('Jonas Lindt')
  await teodor.reactivates('Jonas Lindt')
  expect(await teodor.rolesOfferedForInviting()).toEqual([
    'Methodology editor',
    'Cycle officer',
    'Administrator',
    'PMMPT observer',
  ])
})

test('S9: Dario has forgotten his password; Teodor makes him a link, which works once', async () => {
  const teodor = await Administrator.named('Teodor Wynn', stage())
  await teodor.looksUp('Republic of Aldova')
  const link = await teodor.helpsBackIn('Dario Fenn')
  const dario = new Newcomer(await stage().opens(), 'dario.fenn@demo.invalid')

  await dario.setsPassword(link, 'seven quiet lanterns')
  await dario.signsIn('seven quiet lanterns', '/member/sign-in')
  await dario.isIn()
  await dario.opens(link)
  await dario.sees('This link')
})

test('S9: the last coordinator of an administration cannot go either', async () => {
  const teodor = await Administrator.named('Teodor Wynn', stage())
  await teodor.looksUp('Kingdom of Orlenia')
  const { text, buttons } = await teodor.readsDialogOf('Renata Adeline')

  expect(text).toContain('The last coordinator of an administration')
  expect(buttons).not.toContain('Take away')
  expect(buttons).not.toContain('Suspend the account')
})

test('S8, S9: an accreditation is set with dimension and last day, and the officer finds it where a team is picked', async () => {
  const teodor = await Administrator.named('Teodor Wynn', stage())
  await teodor.turnsTo('Reviewers')
  await teodor.accredits('Kito Lwandle', 'Accredited', 'Revenue Collection', inDays(300))
  await teodor.seesInRow('Kito Lwandle', 'Accredited')
  const row = await teodor.readsRow('Kito Lwandle')
  expect(row).toContain('RC')
  // Whoever acts for an administration does not review it.
  expect(row).toContain('Tesmar')

  const ines = await Administrator.named('Ines Calder', stage())
  await ines.opens('/admin/reviews')
  await ines.follows(/^Vald/)
  const candidate = await ines.readsRow('Kito Lwandle')
  expect(candidate).toContain('Accredited')
  expect(candidate).toContain('RC')
})

test('S11: Teodor grants a partner, its token answers, two work while it is rotated, and revoking acts at once', async () => {
  const { origin } = stage()
  const teodor = await Administrator.named('Teodor Wynn', stage())
  await teodor.turnsTo('API partners')
  await teodor.grantsAccess({
    name: 'Harbour Watch',
    kpis: 'TF',
    until: inDays(90),
    today: inDays(0),
  })
  const first = Program.withToken(origin, await teodor.issuesToken())
  expect((await first.asks<{ viewer: { hat: string } }>(VIEWER)).viewer.hat).toBe('PARTNER')
  expect(await first.isAnswered('mutation { sessionClose { problems { code } } }')).toContain(
    'FORBIDDEN',
  )

  const second = Program.withToken(origin, await teodor.rotates('3 days'))
  expect(await first.isAnswered(VIEWER)).toBe('200 ok')
  expect(await second.isAnswered(VIEWER)).toBe('200 ok')

  await teodor.revokesTheAccess()
  expect(await first.isAnswered(VIEWER)).toBe('401 UNAUTHENTICATED')
  expect(await second.isAnswered(VIEWER)).toBe('401 UNAUTHENTICATED')
})

test('S12: Teodor narrows the log to saved figures; what they were is not shown to him', async () => {
  const alina = await Member.named('Alina Dorn', stage())
  await alina.startsTheAssessment()
  await alina.turnsTo('TF-01-1')
  await alina.enters('424242', 'All declarations, 2024 (T)')

  const teodor = await Administrator.named('Teodor Wynn', stage())
  await teodor.turnsTo('Audit log')
  await teodor.narrowsTheLogTo('Saved figures')
  await teodor.sees('Alina Dorn')
  const entry = await teodor.looksAtTheFirstEntry()

  expect(entry).toContain('Not shown to you')
  expect(entry).not.toContain('424242')
  expect(entry).not.toContain('424 242')
})
