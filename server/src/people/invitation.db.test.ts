import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { Device } from '../accounts/device.fixture'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()
const PASSWORD = 'three calm harbours'

const INVITE = `mutation ($input: PersonInviteInput!) { personInvite(input: $input) {
  link invitation { id email name roles state expiresAt administration { code } inviter { name } viewerCan { revoke { allowed } resend { allowed code } } }
  problems { code reason path } } }`
const RESEND = `mutation ($id: ID!) { invitationResend(input: { invitationId: $id }) {
  link invitation { id state inviter { name } } problems { code reason } } }`
const REVOKE = `mutation ($id: ID!) { invitationRevoke(input: { invitationId: $id }) {
  invitation { state } problems { code reason path } } }`
const OFFER = `query ($token: String!) { invitationOffer(token: $token) {
  email name roles inviter hasAccount organisation workspace } }`
const ACCEPT = `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) {
  workspace problems { code reason path } } }`
const LIST = '{ invitations(first: 100) { nodes { email state } totalCount } }'

let coordinator: Caller
let administrator: Caller
let next = 0
const somebody = () => `somebody.${(next += 1)}@example.org`

beforeAll(async () => {
  coordinator = await world().as('COORDINATOR', 'XOR')
  administrator = await world().as('ADMINISTRATOR')
})

const invites = async (caller: Caller, input: Record<string, unknown> = {}) => {
  const { data, errors } = await caller.query(INVITE, {
    input: { name: 'Ada Almor', email: somebody(), roles: ['CONTRIBUTOR'], locale: 'EN', ...input },
  })
  expect(errors).toBeUndefined()
  return data.personInvite
}
const tokenOf = ({ link }: { link: string }) => link.split('#')[1]!
const accepts = async (device: Device, token: string, more: Record<string, unknown> = {}) =>
  (await device.send(ACCEPT, { input: { token, name: 'Ada Almor', password: PASSWORD, ...more } }))
    .data.invitationAccept
const later = async (hours: number, work: () => Promise<void>) => {
  const { clock } = world()
  const before = clock.now()
  clock.move(new Date(before.getTime() + hours * 3_600_000))
  await work().finally(() => clock.move(before))
}
const administrationId = async (code: string): Promise<string> =>
  (await world().nobody().query(`{ administration(code: "${code}") { id } }`)).data.administration
    .id
const rolesAt = async (email: string) => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ role: string; code: string | null }>`select r.role, m.code from person_role r
      join person_account a on a.person_id = r.person_id left join administration m on m.id = r.administration_id
      where a.email = ${email} and r.ended_at is null order by r.role, m.code`.execute(db),
  )
  return rows.map(({ role, code }) => `${role} ${code}`)
}

describe('an invitation', () => {
  test('A44: leads to an account with its roles, once', async () => {
    const email = somebody()
    const answer = await invites(coordinator, { email, roles: ['CONTRIBUTOR', 'APPROVER'] })
    const device = new Device(world())

    const offer = (await device.send(OFFER, { token: tokenOf(answer) })).data.invitationOffer
    const accepted = await accepts(device, tokenOf(answer), { name: ' Ada  Almor-Quist ' })
    const signedIn = await device.signIn(email, PASSWORD)
    const again = await accepts(new Device(world()), tokenOf(answer))

    expect(answer.invitation).toMatchObject({
      email, state: 'OPEN', roles: ['CONTRIBUTOR', 'APPROVER'], administration: { code: 'XOR' }, inviter: { name: 'Renata Adeline' },
      viewerCan: { revoke: { allowed: true }, resend: { allowed: true } },
    }) // prettier-ignore
    expect(offer).toMatchObject({
      email, name: 'Ada Almor', inviter: 'Renata Adeline', hasAccount: false, workspace: 'MEMBER',
    }) // prettier-ignore
    expect(accepted).toEqual({ workspace: 'MEMBER', problems: [] })
    expect(signedIn.data.sessionOpen.problems).toEqual([])
    expect((await device.send('{ viewer { person { name } } }')).data.viewer.person.name).toBe(
      'Ada Almor-Quist',
    )
    expect(await rolesAt(email)).toEqual(['APPROVER XOR', 'CONTRIBUTOR XOR'])
    expect(again.problems).toMatchObject([{ code: 'NOT_FOUND', reason: 'LINK_INVALID' }])
  })

  test('stands for 24 hours, and for 24 more when it is sent again', async () => {
    const answer = await invites(coordinator)
    const { id } = answer.invitation

    await later(24.1, async () => {
      const own = await world().as('COORDINATOR', 'XOR')
      const late = await accepts(new Device(world()), tokenOf(answer))
      const { data } = await own.query(LIST)
      const resent = (await own.query(RESEND, { id })).data.invitationResend
      const inTime = await accepts(new Device(world()), tokenOf(resent))

      expect(late.problems[0].reason).toBe('LINK_INVALID')
      expect(
        data.invitations.nodes.find(
          (each: { email: string }) => each.email === answer.invitation.email,
        ).state,
      ).toBe('EXPIRED')
      expect(resent.problems).toEqual([])
      expect(inTime.problems).toEqual([])
    })
  })

  test('that is sent again puts the former link out of use', async () => {
    const answer = await invites(coordinator)
    const resent = (await coordinator.query(RESEND, { id: answer.invitation.id })).data
      .invitationResend

    expect((await accepts(new Device(world()), tokenOf(answer))).problems[0].reason).toBe(
      'LINK_INVALID',
    )
    expect((await accepts(new Device(world()), tokenOf(resent))).problems).toEqual([])
  })

  test('that is called off opens nothing, and stays called off', async () => {
    const answer = await invites(coordinator)
    const { id } = answer.invitation
    const revoked = (await coordinator.query(REVOKE, { id })).data.invitationRevoke

    expect(revoked).toEqual({ invitation: { state: 'REVOKED' }, problems: [] })
    expect(
      (await new Device(world()).send(OFFER, { token: tokenOf(answer) })).data.invitationOffer,
    ).toBeNull()
    expect((await accepts(new Device(world()), tokenOf(answer))).problems[0].reason).toBe(
      'LINK_INVALID',
    )
    expect((await coordinator.query(RESEND, { id })).data.invitationResend.problems).toEqual([
      { code: 'CONFLICT', reason: 'WRONG_STATE' },
    ])
  })

  test('falls with the rights of whoever sent it, until a successor sends it again', async () => {
    const former = await world().as('COORDINATOR', 'XNO')
    const answer = await invites(former)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ id: string }>`update person_role set ended_at = now() from administration a
        where a.id = administration_id and a.code = 'XNO' and role = 'COORDINATOR' and ended_at is null
        returning person_role.id`.execute(db),
    )
    const refused = await accepts(new Device(world()), tokenOf(answer))
    const { data } = await administrator.query(
      '{ invitations(administration: "XNO") { nodes { state } } }',
    )
    await world().asOwner(({ db }) =>
      sql`update person_role set ended_at = null where id = ${rows[0]!.id}::uuid`.execute(db),
    )

    expect(refused.problems[0].reason).toBe('LINK_INVALID')
    expect(data.invitations.nodes).toEqual([{ state: 'VOID' }])
  })

  test('falls when whoever sent it is suspended', async () => {
    const answer = await invites(await world().as('COORDINATOR', 'XWE'))
    const set = (status: string) =>
      world().asOwner(({ db }) =>
        sql`update person_account set status = ${status} where person_id = (select r.person_id from person_role r
          join administration a on a.id = r.administration_id where a.code = 'XWE' and r.role = 'COORDINATOR')`.execute(
          db,
        ),
      )
    await set('SUSPENDED')
    const refused = await accepts(new Device(world()), tokenOf(answer))
    await set('ACTIVE')

    expect(refused.problems[0].reason).toBe('LINK_INVALID')
    expect((await accepts(new Device(world()), tokenOf(answer))).problems).toEqual([])
  })

  test('A44: gives an existing person the roles after signing in, and nobody else', async () => {
    const email = 'bram.telder@demo.invalid'
    const answer = await invites(await world().as('COORDINATOR', 'XHE'), {
      email,
      roles: ['VIEWER'],
    })
    const token = tokenOf(answer)
    const stranger = new Device(world())
    await stranger.enterAs('VIEWER', 'XPE')
    const owner = new Device(world())

    const offer = (await owner.send(OFFER, { token })).data.invitationOffer
    const unknown = await accepts(owner, token)
    const other = await accepts(stranger, token)
    await owner.signIn(email, 'demonstration-only')
    const accepted = await accepts(owner, token, { name: null, password: null })

    expect(offer.hasAccount).toBe(true)
    expect(unknown.problems).toMatchObject([
      { code: 'UNAUTHENTICATED', reason: 'SIGN_IN_REQUIRED' },
    ])
    expect(other.problems).toMatchObject([{ code: 'FORBIDDEN', reason: 'OTHER_ADDRESS' }])
    expect(accepted.problems).toEqual([])
    expect(await rolesAt(email)).toEqual(['VIEWER XHE', 'VIEWER XOR'])
    expect(await owner.hat()).toBe('VIEWER')
  })

  test('A44: to a new address is not for whoever happens to be signed in', async () => {
    const answer = await invites(coordinator)
    const device = new Device(world())
    await device.enterAs('VIEWER', 'XPE')

    expect((await accepts(device, tokenOf(answer))).problems[0].reason).toBe('OTHER_ADDRESS')
  })

  test('names everything wrong with name and password at once, and stays good', async () => {
    const answer = await invites(coordinator)
    const token = tokenOf(answer)

    const both = await accepts(new Device(world()), token, { name: ' ', password: 'short' })
    const none = await accepts(new Device(world()), token, { password: null })

    expect(both.problems.map((each: { reason: string }) => each.reason)).toEqual([
      'TEXT_MISSING',
      'PASSWORD_TOO_SHORT',
    ])
    expect(none.problems[0].reason).toBe('PASSWORD_MISSING')
    expect((await accepts(new Device(world()), token)).problems).toEqual([])
  })

  test('accepted twice at once makes one account', async () => {
    const email = somebody()
    const answer = await invites(coordinator, { email })

    const outcomes = await Promise.all(
      [1, 2, 3].map(() => accepts(new Device(world()), tokenOf(answer))),
    )

    expect(outcomes.filter(({ problems }) => problems.length === 0)).toHaveLength(1)
    expect(await rolesAt(email)).toEqual(['CONTRIBUTOR XOR'])
  })

  test('makes the first coordinator the contact point, and the next one a deputy', async () => {
    const id = await administrationId('XOR')
    const answer = await invites(administrator, { roles: ['COORDINATOR'], administrationId: id })
    await accepts(new Device(world()), tokenOf(answer))
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        isDeputy: boolean
      }>`select is_deputy from person_role r join person_account a on a.person_id = r.person_id
        where a.email = ${answer.invitation.email}`.execute(db),
    )

    expect(rows).toEqual([{ isDeputy: true }])
  })

  test('for a reviewer begins an accreditation', async () => {
    const id = await administrationId('XOR')
    const answer = await invites(administrator, { roles: ['REVIEWER'], administrationId: id })
    await accepts(new Device(world()), tokenOf(answer))
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        accreditation: string
      }>`select accreditation from person_account where email = ${answer.invitation.email}`.execute(
        db,
      ),
    )

    expect(rows).toEqual([{ accreditation: 'APPLIED' }])
  })

  test('leaves its secret nowhere: a repeated request gets the answer without the link', async () => {
    const idempotencyKey = crypto.randomUUID()
    const email = somebody()
    const first = await invites(coordinator, { email, idempotencyKey })
    const second = await invites(coordinator, { email, idempotencyKey })
    const token = tokenOf(first)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ hits: number }>`select count(*)::int as hits from (
        select response::text as text from idempotency_key union all select payload from audit_entry
        union all select payload::text from outbox) kept where strpos(text, ${token}) > 0`.execute(
        db,
      ),
    )

    expect(second.problems).toEqual([])
    expect(second.link).toBeNull()
    expect(rows[0]?.hits).toBe(0)
  })
})

describe('inviting', () => {
  test.each([
    [{ roles: ['CYCLE_OFFICER'] }, 'RIGHTS_EXCEEDED'],
    [{ roles: ['CONTRIBUTOR', 'REVIEWER'] }, 'RIGHTS_EXCEEDED'],
    [{ roles: [] }, 'ROLE_MISSING'],
    [{ email: 'not an address' }, 'MAIL_UNFIT'],
    [{ email: 'a@example.org, b@example.org' }, 'MAIL_UNFIT'],
    [{ email: '\ufb01@example.org' }, 'MAIL_UNFIT'],
    [{ email: 'a\u200db@example.org' }, 'MAIL_UNFIT'],
    [{ name: 'Ada \u202eromlA' }, 'NAME_UNFIT'],
    [{ name: 'A\u200bda' }, 'NAME_UNFIT'],
    [{ name: ' ' }, 'TEXT_MISSING'],
    [{ name: 'x'.repeat(121) }, 'NAME_UNFIT'],
    [{ email: 'Bram.Telder@demo.invalid' }, 'ALREADY_A_COLLEAGUE'],
  ])('A44: refuses %j of a coordinator', async (input, reason) => {
    const before = (await coordinator.query(LIST)).data.invitations.totalCount
    const answer = await invites(coordinator, input)

    expect(answer.problems.map((each: { reason: string }) => each.reason)).toContain(reason)
    expect(answer.link).toBeNull()
    expect((await coordinator.query(LIST)).data.invitations.totalCount).toBe(before)
  })

  test('A34: tells a coordinator nothing of addresses elsewhere', async () => {
    const known = await invites(coordinator, { email: 'alina.dorn@demo.invalid' })
    const unknown = await invites(coordinator)

    expect(Object.keys(known.invitation)).toEqual(Object.keys(unknown.invitation))
    expect(known.problems).toEqual(unknown.problems)
  })

  test('an address twice at once leaves one invitation', async () => {
    const email = somebody()
    const answers = await Promise.all([1, 2, 3].map(() => invites(coordinator, { email })))

    expect(answers.filter(({ problems }) => problems.length === 0)).toHaveLength(1)
    expect(
      answers
        .flatMap(({ problems }) => problems)
        .every(({ reason }) => reason === 'INVITED_ALREADY'),
    ).toBe(true)
  })

  test('an administration is the administrator’s to name, and must fit the roles', async () => {
    const id = await administrationId('XHE')
    const { errors } = await coordinator.query(INVITE, {
      input: {
        name: 'A',
        email: somebody(),
        roles: ['VIEWER'],
        locale: 'EN',
        administrationId: id,
      },
    })
    const reasons = async (input: Record<string, unknown>) =>
      (await invites(administrator, input)).problems.map((each: { reason: string }) => each.reason)

    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect(await reasons({ roles: ['COORDINATOR'] })).toEqual(['ADMINISTRATION_MISSING'])
    expect(await reasons({ roles: ['CYCLE_OFFICER'], administrationId: id })).toEqual([
      'NO_ADMINISTRATION',
    ])
    expect(await reasons({ roles: ['CYCLE_OFFICER', 'REVIEWER'], administrationId: id })).toEqual([
      'MIXED_ROLES',
    ])
    expect(await reasons({ roles: ['REVIEWER'], administrationId: 'x' })).toEqual([
      'UNKNOWN_ADMINISTRATION',
    ])
    expect(await reasons({ roles: ['VIEWER'], administrationId: id })).toEqual(['RIGHTS_EXCEEDED'])
    expect(await reasons({ roles: ['REVIEWER', 'LEAD_REVIEWER'], administrationId: id })).toEqual(
      [],
    )
    expect(await reasons({ roles: ['METHODOLOGY_EDITOR', 'CYCLE_OFFICER'] })).toEqual([])
  })
})

describe('the coordinator of another administration', () => {
  test('sees no invitation and touches none, as if it were not there', async () => {
    const { invitation } = await invites(coordinator)
    const other = await world().as('COORDINATOR', 'XPE')
    const seen = (await other.query(LIST)).data.invitations
    const row = () =>
      world().asOwner(
        async ({ db }) =>
          (await sql`select * from invitation where email = ${invitation.email}`.execute(db)).rows,
      )
    const before = await row()

    const foreign = await other.query(REVOKE, { id: invitation.id })
    const random = await other.query(REVOKE, { id: 'SVYAAAAAAAAAAAAAAAAAAAAA' })
    const resent = await other.query(RESEND, { id: invitation.id })

    expect(seen).toEqual({ nodes: [], totalCount: 0 })
    expect(foreign.data).toEqual(random.data)
    expect(foreign.data.invitationRevoke.problems[0].code).toBe('NOT_FOUND')
    expect(resent.data.invitationResend.problems).toEqual([
      { code: 'NOT_FOUND', reason: 'NOT_FOUND' },
    ])
    expect(await row()).toEqual(before)
  })
})

test.each(['CONTRIBUTOR', 'APPROVER', 'VIEWER'])(
  'a %s sees no invitation of the own house',
  async (role) => {
    await invites(coordinator)
    const caller = await world().as(role, 'XOR')

    expect((await caller.query(LIST)).data.invitations).toEqual({ nodes: [], totalCount: 0 })
    expect((await invites(caller)).problems[0].reason).toBe('WRONG_HAT')
  },
)

test.each(['', 'x', 'a'.repeat(43), 'ö'.repeat(43)])(
  'a link that was never given out offers nothing: %j',
  async (token) => {
    const device = new Device(world())

    expect((await device.send(OFFER, { token })).data.invitationOffer).toBeNull()
    expect((await accepts(device, token)).problems[0].reason).toBe('LINK_INVALID')
  },
)
