import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Device } from '../../../server/src/accounts/device.fixture'
import { PASSWORD, reasonsOf, wait } from '../../../server/src/accounts/second-factor.fixture'
import { mine, send } from '../../../server/src/assessment/asking.testing'
import { createMailer } from '../../../server/src/platform'
import { startMailCatcher, type MailCatcher } from '../../setup/mail.ts'
import { useWorld } from '../../setup/world.ts'
import { castOf, type Actor } from '../cast.ts'
import {
  openTransports,
  saidBy,
  variantsOf,
  type Transport,
  type Transports,
} from '../transports.ts'

// What hangs on an address, a cookie or a key is the same by text and by the hash of a document of the portals.
const world = useWorld()
const BENCHMARKS = '{ releases(first: 50) { nodes { code benchmarks { id kpi { code } peerGroup { code } access n nBand mean } } } }' // prettier-ignore

let by: Transports
let cast: readonly Actor[]
let catcher: MailCatcher

beforeAll(async () => {
  catcher = await startMailCatcher()
  by = await openTransports(world())
  cast = await castOf(world())
})
afterAll(async () => {
  await by?.stop()
  await catcher?.close()
})

const device = (transport: Transport, address: string) =>
  new Device(world(), address, transport === 'hash' ? by.hashes : undefined)
const named = (name: string): Actor => cast.find((each) => each.name === name)!

test('A14: before and after one more submission: the same benchmarks by every way', async () => {
  const { transports, admits } = variantsOf('A14')
  const read = () =>
    Promise.all(
      cast
        .filter(admits)
        .flatMap((actor) =>
          transports.map(async (each) => saidBy(await by.ask(actor, each, BENCHMARKS))),
        ),
    )
  const before = await read()
  const approver = await world().as('APPROVER', 'XNO')
  const { id, version } = await mine(approver)

  const { assessment } = await send(approver, 'assessmentSubmit', {
    assessmentId: id,
    expectedVersion: version,
  })

  expect(assessment.status).toBe('SUBMITTED')
  expect(transports).toHaveLength(3)
  expect(before.filter((each) => each.includes('"VISIBLE"')).length).toBeGreaterThan(30)
  expect(await read()).toEqual(before)
})

test('A30: attempts by one way count for the others', async () => {
  const { transports } = variantsOf('A30')
  const email = 'viktor.almasy@demo.invalid'
  const limited: string[][] = []
  for (const first of transports) {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const refused = await device(first, '192.0.2.30').signIn(email, 'wrong')
      expect(reasonsOf(refused)).toEqual(['SIGN_IN_REFUSED'])
    }
    for (const next of transports) {
      limited.push([...reasonsOf(await device(next, '192.0.2.30').signIn(email, PASSWORD))])
    }
    wait(world(), 3600)
  }

  expect(limited).toEqual(Array.from({ length: 4 }, () => ['RATE_LIMITED']))
})

test('A31: known, unknown and suspended accounts are answered alike by every way', async () => {
  const withoutMail = world().mailing.mailer
  world().mailing.mailer = createMailer(catcher.settings)
  const suspended = 'dario.fenn@demo.invalid'
  await world().asOwner(({ db }) =>
    sql`update person_account set status = 'SUSPENDED' where email = ${suspended}`.execute(db),
  )
  const emails = ['mariam.selk@demo.invalid', suspended, 'nobody.at.all@demo.invalid', '']
  for (const transport of variantsOf('A31').transports) {
    const signIns: string[] = []
    const requests: string[] = []
    for (const [at, email] of emails.entries()) {
      const stranger = device(transport, `192.0.2.${40 + at}`)
      signIns.push(JSON.stringify(await stranger.signIn(email, 'a wrong password')))
      if (email === '') continue
      const { data } = await stranger.send(
        'mutation ($input: PasswordResetRequestInput!) { passwordResetRequest(input: $input) { problems { code reason } } }',
        { input: { email } },
      )
      requests.push(JSON.stringify(data))
    }

    expect([new Set(signIns).size, new Set(requests).size]).toEqual([1, 1])
    expect(signIns[0]).toContain('SIGN_IN_REFUSED')
    expect(requests[0]).toContain('"problems":[]')
  }
  world().mailing.mailer = withoutMail
})

test('A44: a link used by one way is used for all, and no way invites beyond one’s rights', async () => {
  const { transports } = variantsOf('A44')
  const invite = `mutation ($input: PersonInviteInput!) { personInvite(input: $input) {
    link invitation { id } problems { reason } } }`
  const accept = `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) {
    workspace problems { code reason } } }`
  for (const transport of transports) {
    const coordinator = device(transport, '192.0.2.50')
    await coordinator.enterAs('COORDINATOR', 'XOR')
    const invites = async (roles: readonly string[]) => {
      const email = `guest.${transport.toLowerCase()}@example.org`
      const { data } = await coordinator.send(invite, {
        input: { name: 'Ada Almor', email, roles, locale: 'EN' },
      })
      return data.personInvite
    }

    const wider = await invites(['CYCLE_OFFICER'])
    const token = (await invites(['CONTRIBUTOR'])).link.split('#')[1]!
    const input = { token, name: 'Ada Almor', password: 'three calm harbours' }
    const first = (await device(transport, '192.0.2.51').send(accept, { input })).data
      .invitationAccept

    expect(wider).toMatchObject({ link: null, problems: [{ reason: 'RIGHTS_EXCEEDED' }] })
    expect(first).toEqual({ workspace: 'MEMBER', problems: [] })
    for (const other of transports) {
      const again = (await device(other, '192.0.2.52').send(accept, { input })).data
        .invitationAccept
      expect(again.problems).toEqual([{ code: 'NOT_FOUND', reason: 'LINK_INVALID' }])
    }
  }
})

test('A47: no way keeps the token somebody was made to carry', async () => {
  for (const transport of variantsOf('A47').transports) {
    const fixed = 'A'.repeat(43)
    const victim = device(transport, '192.0.2.60')
    victim.token = fixed
    await victim.signIn('sigrid.vanter@demo.invalid', PASSWORD)
    const thief = device(transport, '192.0.2.61')
    thief.token = fixed

    expect(victim.token).not.toBe(fixed)
    expect([await victim.hat(), await thief.hat()]).toEqual(['APPROVER', null])
  }
})

test('A49: a key is one key whatever way it comes, and each person’s own', async () => {
  const { transports } = variantsOf('A49')
  const save = `mutation ($input: InternalNoteSaveInput!) { internalNoteSave(input: $input) {
    response { internalNote internalNoteVersion } problems { code reason } } }`
  const own = async (actor: Actor) => {
    const { data } = await by.ask(actor, 'POST',
      '{ myAssessment(cycle: "C2024") { id working { response(kpi: "TF-01-1") { internalNote internalNoteVersion } } } }') // prettier-ignore
    const found = data!['myAssessment'] as { id: string; working: { response: { internalNote: string | null; internalNoteVersion: number } } } // prettier-ignore
    return { assessmentId: found.id, ...found.working.response }
  }
  for (const first of transports) {
    const key = randomUUID()
    const inputOf = async (actor: Actor, body: string) => {
      const { assessmentId, internalNoteVersion: expectedVersion } = await own(actor)
      return { assessmentId, kpiCode: 'TF-01-1', body, expectedVersion, idempotencyKey: key }
    }
    const [ours, theirs] = [named('coordinator of XAL'), named('coordinator of XPE')]
    const input = await inputOf(ours, `Ours by ${first}.`)
    const answers: string[] = [saidBy(await by.ask(ours, first, save, { input }))]
    for (const next of transports) {
      const other = saidBy(await by.ask(theirs, next, save, { input: await inputOf(theirs, `Theirs by ${first}.`) })) // prettier-ignore
      const changed = await by.ask(ours, next, save, {
        input: { ...input, body: 'Something else.' },
      })

      answers.push(saidBy(await by.ask(ours, next, save, { input })))
      expect(other).not.toContain('Ours')
      expect(changed.text).toContain('KEY_REUSED')
    }

    expect(new Set(answers).size).toBe(1)
    expect((await own(ours)).internalNote).toBe(`Ours by ${first}.`)
    expect((await own(theirs)).internalNote).toBe(`Theirs by ${first}.`)
  }
})
