import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMailer } from '#platform'
import { startMailCatcher, type MailCatcher } from '../../../tests/setup/mail'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()
const INVITE = `mutation ($input: PersonInviteInput!) { personInvite(input: $input) {
  invitation { id } problems { code } } }`
const REVOKE = `mutation ($id: ID!) { invitationRevoke(input: { invitationId: $id }) { problems { code } } }`

let catcher: MailCatcher
let coordinator: Caller
beforeAll(async () => {
  catcher = await startMailCatcher()
  world().mailing.mailer = createMailer(catcher.settings)
  coordinator = await world().as('COORDINATOR', 'XOR')
})
beforeEach(() => void (catcher.mails.length = 0))
afterAll(() => catcher.close())

const invites = async (email: string): Promise<string> => {
  const { data } = await coordinator.query(INVITE, {
    input: { name: 'Ada Almor', email, roles: ['CONTRIBUTOR'], locale: 'EN' },
  })
  expect(data.personInvite.problems).toEqual([])
  return data.personInvite.invitation.id
}
const suspends = (status: string) =>
  world().asOwner(({ db }) =>
    sql`update person_account set status = ${status} where person_id = (select r.person_id from person_role r
      join administration a on a.id = r.administration_id where a.code = 'XOR' and r.role = 'COORDINATOR')`.execute(
      db,
    ),
  )

test('A55: an invitation whose sender lost the right before it was sent is not sent', async () => {
  await invites('ada.one@example.org')
  await suspends('SUSPENDED')
  await world().worker.drain()
  await suspends('ACTIVE')

  expect(catcher.mails).toEqual([])
})

test('A55: an invitation called off before it was sent is not sent', async () => {
  const id = await invites('ada.two@example.org')
  await coordinator.query(REVOKE, { id })
  await world().worker.drain()

  expect(catcher.mails).toEqual([])
})

test('an invitation that stands is sent to the address it names', async () => {
  await invites('ada.three@example.org')
  await world().worker.drain()

  expect(catcher.mails.map(({ to }) => to)).toEqual([['ada.three@example.org']])
})
