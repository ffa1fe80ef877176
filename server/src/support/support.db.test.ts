import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemaOf } from '../../../tests/access/ask'
import { mutationCalls } from '../../../tests/access/inputs'
import { fingerprint, openAsOwner, type OwnerDatabase } from '../../../tests/access/owner-database'
import { useWorld } from '../../../tests/setup/world'
import { identityOf } from '#access'
import { loadViewer } from '#accounts'
import { Device } from '../accounts/device.fixture'
import { SESSION_COOKIE } from '../server'
import { createMailer, globalId } from '#platform'
import { startMailCatcher, type MailCatcher } from '../../../tests/setup/mail'

const world = useWorld()
const problems = 'problems { code reason path }'
const OPEN = `mutation { answer: supportAccessOpen(input: {}) { ${problems} } }`
const CLOSE = `mutation { answer: supportAccessClose(input: {}) { ${problems} } }`
const NOTICE = `mutation { answer: supportViewsNotice(input: {}) { ${problems} } }`
const START = `mutation ($id: ID!) { answer: supportViewStart(input: { accessId: $id }) {
  viewer { hat person { name } supportView { viewerName endsAt } } ${problems} } }`
const END = `mutation { answer: supportViewEnd { viewer { hat person { name } } ${problems} } }`
const DOORS = `{ supportAccesses { id role endsAt person { name } administration { code }
  viewerCan { startView { allowed code } close { allowed code } } } }`
const OWN = `{ viewer { supportAccess { id endsAt viewerCan { close { allowed } startView { allowed code } } }
  supportViews { viewerName startedAt endsAt endedAt isNoticed } supportView { viewerName }
  openSupportAccess { allowed code } } }`
const WHO = '{ viewer { hat person { name } supportView { viewerName } } }'
const SEEN = `{ viewer { hat email administration { code } places }
  people(first: 100) { nodes { name email heldRoles { role } } }
  invitations(first: 100) { nodes { email } }
  myAssessment(cycle: "C2024") { status working { overallNote responses { kpiCode state value internalNote } } } }`

const answerOf = async (device: Device, document: string, variables = {}) => {
  const { data, errors } = await device.send(document, variables)
  expect(errors).toBeUndefined()
  return data.answer
}
const enter = async (role: string, administration?: string): Promise<Device> => {
  const device = new Device(world())
  expect((await device.enterAs(role, administration)).data.demonstrationSignIn.problems).toEqual([])
  return device
}
const who = async (device: Device) => (await device.send(WHO)).data.viewer
const doors = async (device: Device) => (await device.send(DOORS)).data.supportAccesses
const openDoor = async (person: Device): Promise<string> => {
  await person.send(CLOSE)
  expect((await answerOf(person, OPEN)).problems).toEqual([])
  return (await person.send(OWN)).data.viewer.supportAccess.id
}
const minutes = (count: number) => {
  const { clock } = world()
  clock.move(new Date(clock.now().getTime() + count * 60_000))
}
const asOwner = (statement: ReturnType<typeof sql>) =>
  world().asOwner(({ db }) => statement.execute(db))

/** Somebody who has opened the door, and an administrator who looks through it. */
const look = async (role = 'COORDINATOR', administration?: string) => {
  const person = await enter(role, administration)
  const id = await openDoor(person)
  const administrator = await enter('ADMINISTRATOR')
  const own = administrator.token
  const started = await answerOf(administrator, START, { id })
  expect(started.problems).toEqual([])
  return { person, administrator, own, started }
}

let everything: OwnerDatabase
beforeAll(async () => {
  everything = await openAsOwner(world())
})
afterAll(() => everything?.close())
const NOTED = ['audit_entry', 'audit_head', 'access_log_entry', 'session', 'sign_in_attempt']
const rows = () =>
  everything.database.read({ role: 'pmm_owner', settings: {} }, (db) => fingerprint(db, NOTED))

describe('a look through the eyes of a person', () => {
  test('shows exactly what the person sees', async () => {
    const { person, administrator, started } = await look('COORDINATOR', 'XAL')
    expect(started.viewer).toMatchObject({
      hat: 'COORDINATOR',
      person: { name: 'Mariam Selk' },
      supportView: { viewerName: 'Teodor Wynn' },
    })

    const theirs = await person.send(SEEN)
    const seen = await administrator.send(SEEN)

    expect(theirs.data.myAssessment.working.responses.length).toBeGreaterThan(0)
    expect(seen.data).toEqual(theirs.data)
  })

  test('is somebody’s session to the portals, and nobody’s once it is over', async () => {
    const { administrator, person } = await look('VIEWER', 'XAL')
    const markOf = async () => {
      const answer = await world().server.http.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          'content-type': 'application/json',
          cookie: `${SESSION_COOKIE}=${administrator.token}`,
        },
        payload: { query: WHO },
      })
      return answer.headers['pmm-viewer']
    }

    expect(await markOf()).toBeUndefined()
    await answerOf(person, CLOSE)
    expect(await markOf()).toBe('nobody')
  })

  test('lasts 15 minutes, and never longer than the door', async () => {
    const { administrator, person } = await look('VIEWER', 'XAL')
    minutes(14)
    expect((await who(administrator)).hat).toBe('VIEWER')
    minutes(1)
    expect(await who(administrator)).toBeNull()
    expect((await person.send(OWN)).data.viewer.supportAccess).not.toBeNull()

    minutes(10)
    const again = await enter('ADMINISTRATOR')
    const { id } = (await person.send(OWN)).data.viewer.supportAccess
    await answerOf(again, START, { id })
    minutes(4)
    expect((await who(again)).hat).toBe('VIEWER')
    minutes(1)
    expect(await who(again)).toBeNull()
  })

  test('gives the own session back when it is ended, under a new token', async () => {
    const { administrator, own } = await look('APPROVER', 'XAL')

    const ended = await answerOf(administrator, END)
    const before = new Device(world())
    before.token = own

    expect(ended).toMatchObject({ problems: [], viewer: { hat: 'ADMINISTRATOR' } })
    expect(await who(administrator)).toMatchObject({ hat: 'ADMINISTRATOR', supportView: null })
    expect(administrator.token).not.toBe(own)
    expect(await who(before)).toBeNull()
    expect((await answerOf(administrator, END)).problems).toMatchObject([
      { reason: 'NO_SUPPORT_VIEW' },
    ])
  })

  test('gives the own session back after it ran out, too', async () => {
    const { administrator } = await look('APPROVER', 'XAL')
    minutes(16)
    expect(await who(administrator)).toBeNull()

    expect((await answerOf(administrator, END)).viewer).toMatchObject({ hat: 'ADMINISTRATOR' })
  })

  test('signs out of the own session with it', async () => {
    const { administrator, own } = await look('APPROVER', 'XAL')
    const looking = administrator.token

    await administrator.send('mutation { sessionClose { problems { reason } } }')

    for (const token of [own, looking]) {
      const device = new Device(world())
      device.token = token
      expect(await who(device)).toBeNull()
    }
  })
})

describe('bites at once', () => {
  test.each<[string, (cast: Awaited<ReturnType<typeof look>>) => Promise<unknown>]>([
    ['the person closes the door', ({ person }) => answerOf(person, CLOSE)],
    [
      'the person is suspended',
      () => asOwner(sql`update person_account set status = 'SUSPENDED' where email = 'greta.lom@demo.invalid'`),
    ],
    [
      'the person loses the role',
      () =>
        asOwner(sql`update person_role set ended_at = ${world().clock.now().toISOString()}::timestamptz
          where role = 'VIEWER' and person_id = (select id from person where name = 'Greta Lom')`),
    ],
    [
      'the administrator is suspended',
      () => asOwner(sql`update person_account set status = 'SUSPENDED' where email = 'teodor.wynn@demo.invalid'`),
    ],
    [
      'the administrator’s own session ends',
      () => asOwner(sql`update session set revoked_at = created_at where person_id = (select id from person where name = 'Teodor Wynn')`),
    ],
  ])('when %s', async (_, happens) => {
    const cast = await look('VIEWER', 'XAL')
    expect((await who(cast.administrator)).hat).toBe('VIEWER')

    await happens(cast)

    expect(await who(cast.administrator)).toBeNull()
    expect((await cast.administrator.send(SEEN)).data?.myAssessment ?? null).toBeNull()
    await asOwner(sql`update person_account set status = 'ACTIVE'`)
    await asOwner(sql`update person_role set ended_at = null where person_id = (select id from person where name = 'Greta Lom')`)
  }) // prettier-ignore
})

describe('changes nothing', () => {
  test('by any mutation there is: each is refused, and every row is as it was', async () => {
    const { administrator } = await look('COORDINATOR', 'XAL')
    const before = await rows()
    const wrong: string[] = []
    const calls = mutationCalls(await schemaOf(world().server))
    for (const { name, document, variables } of calls) {
      if (['supportViewEnd', 'sessionClose'].includes(name)) continue
      const asked = variables((tag) => globalId(tag, randomUUID()))
      const { errors } = await administrator.send(document, asked)
      if (errors?.[0]?.extensions['reason'] !== 'READ_ONLY_SESSION') wrong.push(name)
    }

    expect(calls.length).toBeGreaterThan(80)
    expect(wrong).toEqual([])
    expect(await rows()).toEqual(before)
  }, 120_000)

  test('at the second wall too, whatever a command forgets', async () => {
    const { administrator } = await look('COORDINATOR', 'XAL')
    const viewer = await loadViewer(world().database, {
      sessionToken: administrator.token,
      authorization: null,
      now: world().clock.now(),
    })

    const writing = world().database.write(identityOf(viewer!), ({ db }) =>
      sql`update support_view set noticed_at = now()`.execute(db),
    )

    await expect(writing).rejects.toMatchObject({ code: '25006' })
  })

  test('and offers nothing: viewerCan says so', async () => {
    const { administrator } = await look('COORDINATOR', 'XAL')
    const { data } = await administrator.send(
      '{ viewer { administration { viewerCan { invite { allowed code } handOver { allowed code } } } } }',
    )

    const { invite, handOver } = data.viewer.administration.viewerCan
    expect([invite, handOver]).toEqual([
      { allowed: false, code: 'READ_ONLY_SESSION' },
      { allowed: false, code: 'READ_ONLY_SESSION' },
    ])
  })

  test('nor any KPI that could be written, to the coordinator as to a contributor', async () => {
    const OPEN_KPIS =
      '{ myAssessment(cycle: "C2024") { openKpiCodes viewerCan { edit { allowed code } } } }'
    for (const role of ['COORDINATOR', 'CONTRIBUTOR']) {
      const { person, administrator } = await look(role, 'XAL')

      const theirs = (await person.send(OPEN_KPIS)).data.myAssessment
      const seen = (await administrator.send(OPEN_KPIS)).data.myAssessment

      expect(theirs.openKpiCodes.length).toBeGreaterThan(0)
      expect(theirs.viewerCan.edit).toEqual({ allowed: true, code: 'OK' })
      expect(seen.openKpiCodes).toEqual([])
      expect(seen.viewerCan.edit).toEqual({ allowed: false, code: 'READ_ONLY_SESSION' })
    }
  })

  test('though a refusal leaves its line, under both names', async () => {
    const { administrator } = await look('COORDINATOR', 'XAL')
    await administrator.send(`mutation { personInvite(input: { name: "Ada", email: "ada@example.org",
      roles: [VIEWER], locale: EN }) { problems { reason } } }`)

    const { rows: found } = await world().asOwner(({ db }) =>
      sql<{ actor: string; hat: string; seen: string }>`
        select p.name as actor, e.hat, q.name as seen from audit_entry e join person p on p.id = e.person_id
        join person q on q.id::text = (e.payload::jsonb -> 'content' ->> 'viewAs')
        where e.action = 'personInvite' and e.outcome = 'REFUSED' order by e.at desc limit 1`.execute(
        db,
      ),
    )
    expect(found).toEqual([{ actor: 'Teodor Wynn', hat: 'D', seen: 'Mariam Selk' }])
  })
})

describe('who may', () => {
  test.each([
    ['CONTRIBUTOR', 'XAL'],
    ['APPROVER', 'XAL'],
    ['VIEWER', 'XAL'],
    ['REVIEWER', undefined],
    ['LEAD_REVIEWER', undefined],
    ['METHODOLOGY_EDITOR', undefined],
    ['CYCLE_OFFICER', undefined],
    ['PMMPT_OBSERVER', undefined],
  ])('%s opens and closes the own door', async (role, administration) => {
    const person = await enter(role, administration)
    await openDoor(person)
    expect((await answerOf(person, OPEN)).problems).toMatchObject([
      { code: 'CONFLICT', reason: 'ALREADY_OPEN' },
    ])
    expect((await answerOf(person, CLOSE)).problems).toEqual([])
    expect((await answerOf(person, CLOSE)).problems).toMatchObject([{ reason: 'NOT_OPEN' }])
  })

  test('an administrator opens none, and looks through none that is not open', async () => {
    const administrator = await enter('ADMINISTRATOR')
    const person = await enter('CONTRIBUTOR', 'XAL')
    const before = await rows()
    expect((await answerOf(administrator, OPEN)).problems).toMatchObject([{ reason: 'WRONG_HAT' }])
    for (const id of [globalId('SA', randomUUID()), globalId('PE', randomUUID()), 'x']) {
      expect((await answerOf(administrator, START, { id })).problems).toMatchObject([
        { code: 'NOT_FOUND' },
      ])
    }
    expect(await rows()).toEqual(before)

    const closed = await openDoor(person)
    await answerOf(person, CLOSE)
    expect((await answerOf(administrator, START, { id: closed })).problems).toMatchObject([
      { code: 'CONFLICT', reason: 'WRONG_STATE' },
    ])
    const outOfTime = await openDoor(person)
    minutes(31)
    await administrator.enterAs('ADMINISTRATOR')
    expect(await doors(administrator)).toEqual([])
    expect((await answerOf(administrator, START, { id: outOfTime })).problems).toMatchObject([
      { code: 'CONFLICT', reason: 'WRONG_STATE' },
    ])
  })

  test.each(['METHODOLOGY_EDITOR', 'CYCLE_OFFICER', 'PMMPT_OBSERVER'])(
    '%s sees no door of others and starts no look',
    async (role) => {
      const person = await enter('CONTRIBUTOR', 'XAL')
      const id = await openDoor(person)
      const stranger = await enter(role)

      expect(await doors(stranger)).toEqual([])
      expect((await answerOf(stranger, START, { id })).problems).toMatchObject([
        { code: 'NOT_FOUND' },
      ])
      expect((await who(stranger)).hat).toBe(role)
      await person.send(CLOSE)
    },
  )

  test('members are turned away at the gate, and see no door but their own', async () => {
    const person = await enter('COORDINATOR', 'XAL')
    const id = await openDoor(person)
    const stranger = await enter('COORDINATOR', 'XOR')

    const { errors } = await stranger.send(DOORS)
    const start = await stranger.send(START, { id })

    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect(start.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await stranger.send(OWN)).data.viewer.supportAccess).toBeNull()
    expect((await answerOf(stranger, CLOSE)).problems).toMatchObject([{ reason: 'NOT_OPEN' }])
    expect((await person.send(OWN)).data.viewer.supportAccess.id).toBe(id)
  })

  test('without a look the administrator reads no content', async () => {
    const { person, administrator } = await look('COORDINATOR', 'XAL')
    await answerOf(administrator, END)
    const id = (await person.send('{ myAssessment(cycle: "C2024") { id } }')).data.myAssessment.id

    const { data } = await administrator.send(
      `query ($id: ID!) { assessment(id: $id) { working { responses { value } } submitted { responses { value } } } }`,
      { id },
    )

    expect(data.assessment?.working ?? null).toBeNull()
    expect(data.assessment?.submitted ?? null).toBeNull()
  })
})

describe('is announced', () => {
  let catcher: MailCatcher
  beforeAll(async () => {
    catcher = await startMailCatcher()
    world().mailing.mailer = createMailer(catcher.settings)
  })
  afterAll(async () => {
    world().mailing.mailer = null
    await catcher.close()
  })

  test('to the person, on the page until noted and by mail in the own language', async () => {
    const person = await enter('COORDINATOR', 'XVA')
    const id = await openDoor(person)
    const administrator = await enter('ADMINISTRATOR')
    await answerOf(administrator, START, { id })
    await world().worker.drain()

    const during = (await person.send(OWN)).data.viewer.supportViews
    await answerOf(administrator, END)
    await answerOf(person, NOTICE)
    const after = (await person.send(OWN)).data.viewer.supportViews

    expect(during[0]).toMatchObject({ viewerName: 'Teodor Wynn', endedAt: null, isNoticed: false })
    expect(after[0]).toMatchObject({ viewerName: 'Teodor Wynn', isNoticed: true })
    expect(after[0].endedAt).not.toBeNull()
    const mail = catcher.mails.at(-1)!
    expect(mail.to).toContain('helene.marsault@demo.invalid')
    expect(mail.headers['subject']).toContain('L’assistance consulte ce que vous voyez')
    expect(mail.text).toContain('Teodor Wynn')
    expect(mail.text).toContain('/member/settings')
  })

  test('in both chains under both names, and to the coordinator as a read from outside', async () => {
    const { person, administrator } = await look('CONTRIBUTOR', 'XHE')
    await answerOf(administrator, END)
    const coordinator = await enter('COORDINATOR', 'XHE')

    const { rows: lines } = await world().asOwner(({ db }) =>
      sql<{ chain: string; action: string; actor: string; seen: string }>`
        select coalesce(a.code, e.chain) as chain, e.action, p.name as actor, q.name as seen
        from audit_entry e join person p on p.id = e.person_id
        join person q on q.id::text = (e.payload::jsonb -> 'content' ->> 'viewAs')
        left join administration a on a.id::text = e.chain
        where e.action like 'supportView%' and q.name = 'Marek Stoll' order by e.action desc, 1`.execute(db),
    )
    const { data } = await coordinator.send(
      '{ accessLogEntries(first: 1, kind: SUPPORT_VIEW) { nodes { kind hat organisation cycle { code } responses } } }',
    )

    const told = await coordinator.send(
      '{ auditEntries(first: 1, action: "supportViewStart") { nodes { actor { name } viewAs { name } } } }',
    )
    const other = await coordinator.send('{ auditEntries(first: 100) { nodes { action viewAs { name } } } }')

    expect(told.data.auditEntries.nodes).toEqual([
      { actor: { name: 'Teodor Wynn' }, viewAs: { name: 'Marek Stoll' } },
    ])
    expect(
      other.data.auditEntries.nodes
        .filter(({ viewAs }: { viewAs: object | null }) => viewAs)
        .every(({ action }: { action: string }) => action.startsWith('supportView')),
    ).toBe(true)
    expect(lines).toEqual(
      ['supportViewStart', 'supportViewEnd'].flatMap((action) =>
        ['XHE', 'secretariat'].map((chain) => ({
          chain,
          action,
          actor: 'Teodor Wynn',
          seen: 'Marek Stoll',
        })),
      ),
    )
    expect(data.accessLogEntries.nodes).toEqual([
      { kind: 'SUPPORT_VIEW', hat: 'ADMINISTRATOR', organisation: 'PMM secretariat', cycle: null, responses: 0 },
    ])
    expect((await person.send(OWN)).data.viewer.openSupportAccess).toEqual({ allowed: true, code: 'OK' })
  }) // prettier-ignore

  test('what is read through an owner’s eyes leaves a line for each request and kind, with counts', async () => {
    const { rows: submitters } = await world().asOwner(({ db }) =>
      sql<{ code: string }>`select d.code from submission s join assessment a on a.id = s.assessment_id
        join cycle c on c.id = a.cycle_id and c.code = 'C2024' join administration d on d.id = a.administration_id
        join person_role r on r.administration_id = d.id and r.role = 'COORDINATOR' and r.ended_at is null
        where d.code <> 'XHE' order by d.code limit 1`.execute(db),
    )
    const { administrator, person } = await look('COORDINATOR', submitters[0]!.code)
    const LOG = `{ accessLogEntries(first: 100) { totalCount nodes {
      kind hat organisation cycle { code } responses figures } } }`
    const log = async () => (await person.send(LOG)).data.accessLogEntries
    const before = await log()
    expect(before.nodes[0]).toEqual({
      kind: 'SUPPORT_VIEW', hat: 'ADMINISTRATOR', organisation: 'PMM secretariat', cycle: null, responses: 0, figures: 0,
    })
    const READ = `{ myAssessment(cycle: "C2024") {
      working { responses { kpiCode state value } dataValues: values { value } } submitted { responses { kpiCode value } } } }`

    const own = await person.send(READ)
    expect((await log()).totalCount).toBe(before.totalCount)
    const { data, errors } = await administrator.send(READ)
    expect(errors).toBeUndefined()
    expect(data).toEqual(own.data)
    const { working, submitted } = data.myAssessment
    expect(working.responses.length).toBeGreaterThan(0)
    expect(working.dataValues.length).toBeGreaterThan(0)
    expect(submitted.responses.length).toBeGreaterThan(0)

    const after = await log()
    const line = { hat: 'ADMINISTRATOR', organisation: 'PMM secretariat', cycle: { code: 'C2024' } }
    expect(after.totalCount).toBe(before.totalCount + 2)
    expect(
      after.nodes.slice(0, 2).toSorted((a: { kind: string }, b: { kind: string }) => b.kind.localeCompare(a.kind)),
    ).toEqual([
      { ...line, kind: 'WORKING', responses: working.responses.length, figures: working.dataValues.length },
      { ...line, kind: 'SUBMITTED', responses: submitted.responses.length, figures: 0 },
    ])

    await administrator.send('{ myAssessment(cycle: "C2024") { status working { responses { kpiCode } } } }')
    expect((await log()).totalCount).toBe(after.totalCount)
    const elsewhere = await enter('COORDINATOR', 'XHE')
    const theirs = (await elsewhere.send(LOG)).data.accessLogEntries.nodes
    expect(theirs.filter(({ kind }: { kind: string }) => kind === 'WORKING')).toEqual([])
  }) // prettier-ignore

  test('what a reviewer reads of others is logged for the administrator who looks', async () => {
    const { administrator } = await look('CYCLE_OFFICER')
    const { data, errors } = await administrator.send(
      '{ assessments(first: 50) { nodes { status administration { code } submitted { responses { value } } } } }',
    )
    expect(errors).toBeUndefined()
    const read = data.assessments.nodes.filter(
      ({ submitted }: { submitted: unknown }) => submitted !== null,
    )
    expect(read.length).toBeGreaterThan(0)

    const { rows: found } = await world().asOwner(({ db }) =>
      sql<{ hats: string[]; names: string[] }>`
        select array_agg(distinct e.hat) as hats, array_agg(distinct p.name) as names
        from access_log_entry e join person p on p.id = e.person_id where e.kind = 'SUBMITTED'`.execute(
        db,
      ),
    )
    expect(found).toEqual([{ hats: ['D'], names: ['Teodor Wynn'] }])
  })
})
