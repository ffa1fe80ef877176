import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'
import { Device } from '../accounts/device.fixture'

const world = useWorld()

const PEOPLE = `query ($search: String, $administration: String) { people(first: 100, search: $search, administration: $administration) {
  nodes { id name status lastSeenAt version
    heldRoles { id role isDeputy administration { code } viewerCan { end { allowed code } } }
    viewerCan { rename { allowed } grantRole { allowed code } suspend { allowed code } reactivate { allowed code } } } } }`
const person = 'person { id status name heldRoles { role isDeputy } } problems { code reason path }'
const GRANT = `mutation ($input: RoleGrantInput!) { answer: roleGrant(input: $input) { ${person} } }`
const END = `mutation ($id: ID!) { answer: roleEnd(input: { roleId: $id }) { ${person} } }`
const SUSPEND = `mutation ($id: ID!) { answer: personSuspend(input: { personId: $id }) { ${person} } }`
const REACTIVATE = `mutation ($id: ID!) { answer: personReactivate(input: { personId: $id }) { ${person} } }`
const RENAME = `mutation ($input: PersonRenameInput!) { answer: personRename(input: $input) { ${person} } }`
const HAND_OVER = `mutation ($input: CoordinatorHandOverInput!) { answer: coordinatorHandOver(input: $input) {
  administration { code } problems { code reason path } } }`

interface Found {
  readonly id: string
  readonly name: string
  readonly status: string | null
  readonly lastSeenAt: string | null
  readonly version: number
  readonly heldRoles: readonly {
    readonly id: string
    readonly role: string
    readonly isDeputy: boolean
    readonly viewerCan: { readonly end: { readonly allowed: boolean; readonly code: string } }
  }[]
  readonly viewerCan: Readonly<Record<string, { readonly allowed: boolean; readonly code: string }>>
}

let administrator: Caller
beforeAll(async () => {
  administrator = await world().as('ADMINISTRATOR')
})

const find = async (caller: Caller, name: string): Promise<Found> => {
  const { data, errors } = await caller.query(PEOPLE, { search: name })
  expect(errors).toBeUndefined()
  return data.people.nodes.find((each: Found) => each.name === name)
}
const roleOf = async (caller: Caller, name: string, role: string) =>
  (await find(caller, name)).heldRoles.find((each) => each.role === role)!
const does = async (caller: Caller, document: string, variables: Record<string, unknown>) => {
  const { data, errors } = await caller.query(document, variables)
  expect(errors).toBeUndefined()
  return data.answer
}
const administrationId = async (code: string): Promise<string> =>
  (await world().nobody().query(`{ administration(code: "${code}") { id } }`)).data.administration
    .id
const hatOf = async (caller: Caller) =>
  (await caller.query('{ viewer { hat } }')).data.viewer?.hat ?? null
const activeCoordinators = async (code: string) => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ name: string; isDeputy: boolean }>`select p.name, r.is_deputy from person_role r
      join person p on p.id = r.person_id join person_account c on c.person_id = p.id and c.status = 'ACTIVE'
      join administration a on a.id = r.administration_id
      where a.code = ${code} and r.role = 'COORDINATOR' and r.ended_at is null order by p.name`.execute(
      db,
    ),
  )
  return rows.map(({ name, isDeputy }) => `${name}${isDeputy ? ' (deputy)' : ''}`)
}
const activeAdministrators = async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ count: number }>`select count(*)::int as count from person_role r
      join person_account c on c.person_id = r.person_id and c.status = 'ACTIVE'
      where r.role = 'ADMINISTRATOR' and r.ended_at is null`.execute(db),
  )
  return rows[0]!.count
}

describe('roles', () => {
  test('are given and ended by the coordinator, with a line in the log of the administration', async () => {
    const coordinator = await world().as('COORDINATOR', 'XHE')
    const { id } = await find(coordinator, 'Josefa Brix')

    const given = await does(coordinator, GRANT, { input: { personId: id, role: 'CONTRIBUTOR' } })
    const twice = await does(coordinator, GRANT, { input: { personId: id, role: 'CONTRIBUTOR' } })
    const held = await roleOf(coordinator, 'Josefa Brix', 'CONTRIBUTOR')
    const ended = await does(coordinator, END, { id: held.id })
    const again = await does(coordinator, END, { id: held.id })
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ action: string; person: string }>`select e.action, p.name as person from audit_entry e
        join administration a on a.id::text = e.chain join person p on p.id = e.person_id
        where a.code = 'XHE' and e.outcome = 'DONE' and e.action in ('roleGrant', 'roleEnd') order by e.seq`.execute(
        db,
      ),
    )

    expect(given.problems).toEqual([])
    expect(given.person.heldRoles.map(({ role }: { role: string }) => role)).toEqual([
      'VIEWER',
      'CONTRIBUTOR',
    ])
    expect(twice.problems).toMatchObject([{ code: 'CONFLICT', reason: 'ALREADY_HELD' }])
    expect(ended.person.heldRoles).toEqual([{ role: 'VIEWER', isDeputy: false }])
    expect(again.problems).toMatchObject([{ code: 'NOT_FOUND' }])
    expect(rows).toEqual([
      { action: 'roleGrant', person: 'Alina Dorn' },
      { action: 'roleEnd', person: 'Alina Dorn' },
    ])
  })

  test('bite on the very next request, also for a session that is open', async () => {
    const coordinator = await world().as('COORDINATOR', 'XHE')
    const contributor = await world().person('Marek Stoll', 'CONTRIBUTOR')
    const before = await hatOf(contributor)
    const { id } = await roleOf(coordinator, 'Marek Stoll', 'CONTRIBUTOR')

    await does(coordinator, END, { id })

    expect(before).toBe('CONTRIBUTOR')
    expect(await hatOf(contributor)).toBeNull()
    expect(
      (await contributor.query('{ people { totalCount } }')).errors?.[0]?.extensions['code'],
    ).toBe('UNAUTHENTICATED')
    const step = async (caller: Caller) =>
      (await caller.query('{ signInStep viewer { hat } }')).data
    expect(await step(contributor)).toEqual({ signInStep: 'ROLE_ENDED', viewer: null })
    expect(await step(world().nobody())).toEqual({ signInStep: 'SIGNED_OUT', viewer: null })

    // Only an open session is told, and only of somebody who may still come in.
    const change = (what: string) => world().asOwner(({ db }) => sql.raw(what).execute(db))
    const marek = `(select id from person where name = 'Marek Stoll')`
    const told = async () => (await step(contributor)).signInStep
    await change(`update person_account set status = 'SUSPENDED' where person_id = ${marek}`)
    expect(await told()).toBe('SIGNED_OUT')
    await change(`update person_account set status = 'ACTIVE' where person_id = ${marek}`)
    expect(await told()).toBe('ROLE_ENDED')
    await change(`update session set revoked_at = created_at where person_id = ${marek}`)
    expect(await told()).toBe('SIGNED_OUT')
    await change(
      `update session set revoked_at = null, expires_at = created_at where person_id = ${marek}`,
    )
    expect(await told()).toBe('SIGNED_OUT')
  })

  test('that end leave the other hats of the person to sign in with', async () => {
    const device = new Device(world())
    await device.signIn('tomas.verrel@demo.invalid', 'demonstration-only')
    const { id } = await roleOf(administrator, 'Tomas Verrel', 'LEAD_REVIEWER')
    await does(administrator, END, { id })

    const { data } = await device.send('{ viewer { hat hats { role } } }')

    expect(data.viewer).toEqual({ hat: 'COORDINATOR', hats: [{ role: 'COORDINATOR' }] })
  })

  test('a hat that another end took away is left for one that is still held', async () => {
    const device = new Device(world())
    await device.signIn('ilse.marten@demo.invalid', 'demonstration-only')
    const reviewer = await device.hat()
    const { id } = await find(administrator, 'Ilse Marten')
    await does(administrator, GRANT, { input: { personId: id, role: 'CYCLE_OFFICER' } })
    const held = await roleOf(administrator, 'Ilse Marten', 'REVIEWER')

    await does(administrator, END, { id: held.id })
    const orphan = await device.hat()
    await device.signIn('ilse.marten@demo.invalid', 'demonstration-only')

    expect([reviewer, orphan, await device.hat()]).toEqual(['REVIEWER', null, 'CYCLE_OFFICER'])
  })

  test('of a coordinator given to a second person make a deputy', async () => {
    const coordinator = await world().as('COORDINATOR', 'XSO')
    const { id } = await find(coordinator, 'Pilar Montey')

    const answer = await does(coordinator, GRANT, { input: { personId: id, role: 'COORDINATOR' } })

    expect(answer.person.heldRoles).toContainEqual({ role: 'COORDINATOR', isDeputy: true })
  })

  test('of an administration are given by the administrator for the one named', async () => {
    const { id } = await find(administrator, 'Wilma Toft')
    const input = { personId: id, role: 'REVIEWER' }

    const nowhere = await does(administrator, GRANT, { input })
    const here = await does(administrator, GRANT, {
      input: { ...input, administrationId: await administrationId('XWE') },
    })

    expect(nowhere.problems[0].reason).toBe('ADMINISTRATION_MISSING')
    expect(here.problems).toEqual([])
  })
})

describe('suspending', () => {
  test('ends every session at once and keeps the account out until it is opened again', async () => {
    const coordinator = await world().as('COORDINATOR', 'XPE')
    const device = new Device(world())
    await device.signIn('ivo.castellan@demo.invalid', 'demonstration-only')
    const { id } = await find(coordinator, 'Ivo Castellan')

    const suspended = await does(coordinator, SUSPEND, { id })
    const gone = await device.hat()
    const refused = await device.signIn('ivo.castellan@demo.invalid', 'demonstration-only')
    const reactivated = await does(coordinator, REACTIVATE, { id })
    const stillGone = await device.hat()
    await device.signIn('ivo.castellan@demo.invalid', 'demonstration-only')

    expect(suspended).toMatchObject({
      person: { status: 'SUSPENDED', heldRoles: [{ role: 'CONTRIBUTOR' }] },
      problems: [],
    })
    expect([gone, stillGone]).toEqual([null, null])
    expect(refused.data.sessionOpen.problems[0].reason).toBe('SIGN_IN_REFUSED')
    expect(reactivated.person.status).toBe('ACTIVE')
    expect(await device.hat()).toBe('CONTRIBUTOR')
  })

  test('by the secretariat is not undone by the coordinator', async () => {
    const coordinator = await world().as('COORDINATOR', 'XPE')
    const { id } = await find(administrator, 'Simon Arrel')
    await does(administrator, SUSPEND, { id })

    const refused = await does(coordinator, REACTIVATE, { id })
    const seen = await find(coordinator, 'Simon Arrel')

    expect(refused.problems[0].reason).toBe('RIGHTS_EXCEEDED')
    expect(seen).toMatchObject({
      status: 'SUSPENDED',
      viewerCan: { reactivate: { allowed: false } },
    })
    expect((await does(administrator, REACTIVATE, { id })).person.status).toBe('ACTIVE')
  })

  test('reaches nobody who also acts for others', async () => {
    const coordinator = await world().as('COORDINATOR', 'XNO')
    await does(administrator, GRANT, {
      input: {
        personId: (await find(administrator, 'Mads Orling')).id,
        role: 'REVIEWER',
        administrationId: await administrationId('XNO'),
      },
    })
    const { id, viewerCan } = await find(coordinator, 'Mads Orling')

    expect(viewerCan.suspend).toMatchObject({ allowed: false, code: 'RIGHTS_EXCEEDED' })
    expect((await does(coordinator, SUSPEND, { id })).problems[0].reason).toBe('RIGHTS_EXCEEDED')
  })
})

describe('the last of a kind', () => {
  test('the last coordinator keeps the role and the account', async () => {
    const { id, heldRoles, viewerCan } = await find(administrator, 'Katrin Dobler')

    expect(viewerCan.suspend).toMatchObject({ allowed: false, code: 'LAST_OF_ITS_KIND' })
    expect(heldRoles[0]!.viewerCan.end).toMatchObject({ allowed: false, code: 'LAST_OF_ITS_KIND' })
    expect((await does(administrator, SUSPEND, { id })).problems[0].reason).toBe('LAST_OF_ITS_KIND')
    expect((await does(administrator, END, { id: heldRoles[0]!.id })).problems[0].reason).toBe(
      'LAST_OF_ITS_KIND',
    )
    expect(await activeCoordinators('XWE')).toEqual(['Katrin Dobler'])
  })

  test('the last administrator cannot even go alone', async () => {
    const { id, heldRoles } = await find(administrator, 'Teodor Wynn')

    expect((await does(administrator, SUSPEND, { id })).problems[0].reason).toBe('LAST_OF_ITS_KIND')
    expect((await does(administrator, END, { id: heldRoles[0]!.id })).problems[0].reason).toBe(
      'LAST_OF_ITS_KIND',
    )
    expect(await activeAdministrators()).toBe(1)
  })

  // Two administrators who remove each other at once, over and over, by both ways there are.
  test.each([SUSPEND, END])(
    'stays when two people remove each other at once: %#',
    async (document) => {
      const { id } = await find(administrator, 'Maren Oduvel')
      await does(administrator, GRANT, { input: { personId: id, role: 'ADMINISTRATOR' } })
      for (let round = 0; round < 5; round += 1) {
        const first = await world().person('Teodor Wynn', 'ADMINISTRATOR')
        const second = await world().person('Maren Oduvel', 'ADMINISTRATOR')
        const target = async (name: string) =>
          document === SUSPEND
            ? (await find(first, name)).id
            : (await roleOf(first, name, 'ADMINISTRATOR')).id
        const [theirs, mine] = [await target('Maren Oduvel'), await target('Teodor Wynn')]

        const answers = await Promise.all([
          first.query(document, { id: theirs }),
          second.query(document, { id: mine }),
        ])

        const problems = answers.flatMap(({ data, errors }) =>
          errors
            ? errors.map(({ extensions }) => String(extensions['code']))
            : data.answer.problems.map(({ reason }: { reason: string }) => reason),
        )
        expect(await activeAdministrators()).toBe(1)
        // Who came second is the last one by then, or has lost the right to ask.
        expect(problems).toHaveLength(1)
        expect(['LAST_OF_ITS_KIND', 'UNAUTHENTICATED', 'NOT_FOUND']).toContain(problems[0])
        await world().asOwner(async ({ db }) => {
          await sql`update person_account set status = 'ACTIVE'`.execute(db)
          await sql`update person_role set ended_at = null where role = 'ADMINISTRATOR'
          and id in (select max(id::text)::uuid from person_role where role = 'ADMINISTRATOR' group by person_id)`.execute(
            db,
          )
        })
      }
      // His sessions may have ended with his account.
      administrator = await world().person('Teodor Wynn', 'ADMINISTRATOR')
      await world().asOwner(({ db }) =>
        sql`update person_role set ended_at = now() where role = 'ADMINISTRATOR' and person_id <>
        (select id from person where name = 'Teodor Wynn') and ended_at is null`.execute(db),
      )
    },
    60_000,
  )

  test('stays when two coordinators are removed at once by two others', async () => {
    const coordinator = await world().as('COORDINATOR', 'XYL')
    const { id } = await find(coordinator, 'Osric Penn')
    await does(coordinator, GRANT, { input: { personId: id, role: 'COORDINATOR' } })
    const [lead, deputy] = [
      await roleOf(administrator, 'Yvaine Talbor', 'COORDINATOR'),
      await roleOf(administrator, 'Osric Penn', 'COORDINATOR'),
    ]

    const answers = await Promise.all([
      does(administrator, END, { id: lead.id }),
      does(administrator, END, { id: deputy.id }),
    ])

    expect(
      answers.flatMap(({ problems }) => problems.map(({ reason }: { reason: string }) => reason)),
    ).toEqual(['LAST_OF_ITS_KIND'])
    expect(await activeCoordinators('XYL')).toHaveLength(1)
  })

  test('is kept by the database too, whatever a command forgets', async () => {
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        id: string
        personId: string
        administrationId: string
      }>`select r.id, r.person_id, r.administration_id from person_role r
        join administration a on a.id = r.administration_id where a.code = 'XWE' and r.role = 'COORDINATOR'`.execute(
        db,
      ),
    )
    const [lead] = rows
    const settings = { hat: 'D', person: '00000000-0000-0000-0000-000000000000' }
    const attempt = (statement: ReturnType<typeof sql>) =>
      world()
        .database.write({ role: 'pmm_app', settings }, ({ db }) => statement.execute(db))
        .then(
          () => 'done',
          (error: { code?: string }) => error.code,
        )

    expect(
      await attempt(sql`update person_role set ended_at = now() where id = ${lead!.id}::uuid`),
    ).toBe('42501')
    expect(
      await attempt(
        sql`update person_account set status = 'SUSPENDED' where person_id = ${lead!.personId}::uuid`,
      ),
    ).toBe('42501')
  })
})

describe('handing over', () => {
  test('makes the new contact point and ends the former role in one step', async () => {
    const coordinator = await world().as('COORDINATOR', 'XJO')
    const { id } = await find(coordinator, 'Fanta Ouvray')

    const answer = await does(coordinator, HAND_OVER, {
      input: { personId: id, staysAsDeputy: false },
    })

    expect(answer).toEqual({ administration: { code: 'XJO' }, problems: [] })
    expect(await activeCoordinators('XJO')).toEqual(['Fanta Ouvray'])
    expect(await hatOf(coordinator)).toBeNull()
    expect(await hatOf(await world().person('Fanta Ouvray', 'COORDINATOR'))).toBe('COORDINATOR')
  })

  test('can leave the former contact point as deputy, who hands nothing on', async () => {
    const coordinator = await world().as('COORDINATOR', 'XVA')
    const { id } = await find(coordinator, 'Cyril Dumaine')
    const own = await find(coordinator, 'Hélène Marsault')

    const answer = await does(coordinator, HAND_OVER, {
      input: { personId: id, staysAsDeputy: true },
    })
    const back = await does(coordinator, HAND_OVER, {
      input: { personId: own.id, staysAsDeputy: true },
    })

    expect(answer.problems).toEqual([])
    expect(await activeCoordinators('XVA')).toEqual(['Cyril Dumaine', 'Hélène Marsault (deputy)'])
    expect(back.problems[0].reason).toBe('RIGHTS_EXCEEDED')
  })

  test('goes only to somebody active of the house', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const foreign = await find(administrator, 'Bram Telder')
    const { id: suspended } = await find(coordinator, 'Greta Lom')
    await does(coordinator, SUSPEND, { id: suspended })
    const outcome = async (personId: string) =>
      (await does(coordinator, HAND_OVER, { input: { personId, staysAsDeputy: false } })).problems

    const answers = [
      await outcome(foreign.id),
      await outcome('UEUAAAAAAAAAAAAAAAAAAAAA'),
      await outcome(suspended),
    ]
    await does(coordinator, REACTIVATE, { id: suspended })

    expect(answers[0]).toMatchObject([{ code: 'NOT_FOUND', reason: 'NOT_A_COLLEAGUE' }])
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await activeCoordinators('XAL')).toEqual(['Mariam Selk'])
  })

  test('is done by the administrator where nobody can any more', async () => {
    const { id } = await find(administrator, 'Livia Perko')
    const answer = await does(administrator, HAND_OVER, {
      input: {
        administrationId: await administrationId('XIS'),
        personId: id,
        staysAsDeputy: false,
      },
    })

    expect(answer.problems).toEqual([])
    expect(await activeCoordinators('XIS')).toEqual(['Livia Perko'])
  })
})

describe('a name', () => {
  test('is changed by the person, on the version they saw', async () => {
    const viewer = await world().person('Greta Lom', 'VIEWER')
    const { id, version } = await find(viewer, 'Greta Lom')
    const input = { personId: id, name: 'Greta Lom-Brandt', expectedVersion: version }

    const changed = await does(viewer, RENAME, { input })
    const stale = await does(viewer, RENAME, { input: { ...input, name: 'Other' } })

    expect(changed).toMatchObject({ person: { name: 'Greta Lom-Brandt' }, problems: [] })
    expect(stale.problems[0].reason).toBe('STALE_VERSION')
  })

  test('of a colleague is not a contributor’s to change', async () => {
    const contributor = await world().person('Dario Fenn', 'CONTRIBUTOR')
    const { id } = await find(contributor, 'Leon Tarask')

    const answer = await does(contributor, RENAME, {
      input: { personId: id, name: 'X', expectedVersion: 1 },
    })

    expect(answer.problems[0].code).toBe('FORBIDDEN')
  })
})

describe('people of another administration', () => {
  test('are not there for a coordinator, and stay as they are', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const target = await find(administrator, 'Piers Holm')
    const random = 'UEUAAAAAAAAAAAAAAAAAAAAA'
    const rows = () =>
      world().asOwner(
        async ({ db }) =>
          (
            await sql`select p.name, a.status, a.version, array_agg(r.role || r.ended_at is null) as roles from person p
          join person_account a on a.person_id = p.id join person_role r on r.person_id = p.id
          where p.name = 'Piers Holm' group by 1, 2, 3`.execute(db)
          ).rows,
      )
    const before = await rows()
    const tries: readonly (readonly [string, (id: string) => Record<string, unknown>])[] = [
      [SUSPEND, (id) => ({ id })],
      [REACTIVATE, (id) => ({ id })],
      [GRANT, (id) => ({ input: { personId: id, role: 'VIEWER' } })],
      [RENAME, (id) => ({ input: { personId: id, name: 'X', expectedVersion: 1 } })],
    ]

    for (const [document, variables] of tries) {
      const foreign = await does(coordinator, document, variables(target.id))
      const nothing = await does(coordinator, document, variables(random))
      expect(foreign).toEqual(nothing)
      expect(foreign.problems[0].code).toBe('NOT_FOUND')
    }
    const role = await does(coordinator, END, { id: target.heldRoles[0]!.id })
    const { data } = await coordinator.query('query ($id: ID!) { person(id: $id) { name } }', {
      id: target.id,
    })

    expect(role.problems[0].code).toBe('NOT_FOUND')
    expect(data.person).toBeNull()
    expect(await rows()).toEqual(before)
  })
})

describe('what is not read is not filtered by', () => {
  test.each(['role: CONTRIBUTOR', 'workspace: MEMBER', 'status: ACTIVE'])(
    'a viewer cannot ask for %s',
    async (filter) => {
      const viewer = await world().as('VIEWER', 'XOR')
      const { errors } = await viewer.query(`{ people(${filter}) { totalCount } }`)

      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    },
  )

  test('A9: a viewer finds colleagues by name and not by address; the coordinator by both', async () => {
    const count = async (role: string, search: string) =>
      (
        await (
          await world().as(role, 'XOR')
        ).query(`{ people(search: "${search}") { totalCount } }`)
      ).data.people.totalCount

    expect(await count('VIEWER', 'Holm')).toBe(1)
    expect(await count('VIEWER', 'piers.holm@')).toBe(0)
    expect(await count('COORDINATOR', 'piers.holm@')).toBe(1)
    expect(await count('COORDINATOR', '%')).toBe(0)
    expect(await count('COORDINATOR', '_')).toBe(0)
  })

  test('a colleague’s last visit is the coordinator’s to know', async () => {
    await (await world().person('Piers Holm', 'CONTRIBUTOR')).query('{ viewer { hat } }')
    const seenBy = async (role: string) =>
      (await find(await world().as(role, 'XOR'), 'Piers Holm')).lastSeenAt

    expect(await seenBy('COORDINATOR')).not.toBeNull()
    expect(await seenBy('VIEWER')).toBeNull()
    expect((await find(administrator, 'Piers Holm')).lastSeenAt).not.toBeNull()
  })
})
