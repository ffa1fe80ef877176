import { describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()

const READ =
  '{ administration(code: "XOR") { id requiresApproval contactName contactMail contactPhone contactVersion viewerCan { setContact { allowed } update { allowed } } } }'
const CONTACT = `mutation ($input: AdministrationContactSetInput!) { answer: administrationContactSet(input: $input) {
  administration { contactName contactMail contactPhone contactVersion } problems { code reason path } } }`
const UPDATE = `mutation ($input: AdministrationUpdateInput!) { answer: administrationUpdate(input: $input) {
  administration { requiresApproval } problems { code reason } } }`

const contact = { name: 'Renata Adeline', mail: 'renata@example.org', phone: '+352 12 34-56' }
const sets = async (caller: Caller, input: Record<string, unknown>) =>
  (await caller.query(CONTACT, { input })).data.answer
const reads = async (caller: Caller) => (await caller.query(READ)).data.administration

describe('the contact', () => {
  test('is named by the coordinator, on the version last seen', async () => {
    const coordinator = await world().as('COORDINATOR', 'XOR')
    const first = await sets(coordinator, { ...contact, expectedVersion: 0 })
    const stale = await sets(coordinator, { ...contact, expectedVersion: 0 })
    const second = await sets(coordinator, { name: 'Piers Holm', expectedVersion: 1 })

    expect(first).toEqual({
      administration: { contactName: contact.name, contactMail: contact.mail, contactPhone: contact.phone, contactVersion: 1 },
      problems: [],
    }) // prettier-ignore
    expect(stale.problems).toMatchObject([{ reason: 'STALE_VERSION' }])
    expect(second.administration).toMatchObject({
      contactName: 'Piers Holm',
      contactMail: null,
      contactVersion: 2,
    })
    await sets(coordinator, { ...contact, expectedVersion: 2 })
  })

  test('everything wrong with it is said at once', async () => {
    const answer = await sets(await world().as('COORDINATOR', 'XOR'), {
      name: ' ', mail: 'nowhere', phone: 'call me', expectedVersion: 3,
    }) // prettier-ignore

    expect(answer.problems.map(({ reason }: { reason: string }) => reason)).toEqual([
      'TEXT_MISSING',
      'MAIL_UNFIT',
      'PHONE_UNFIT',
    ])
  })

  test('members read the name, the house and the secretariat how to reach it, the public nothing', async () => {
    const seen = async (caller: Caller) => {
      const { contactName, contactMail, contactPhone } = await reads(caller)
      return [contactName !== null, contactMail !== null, contactPhone !== null]
    }

    expect(await seen(await world().as('VIEWER', 'XOR'))).toEqual([true, true, true])
    expect(await seen(await world().as('CYCLE_OFFICER'))).toEqual([true, true, true])
    expect(await seen(await world().as('VIEWER', 'XAL'))).toEqual([true, false, false])
    expect(await seen(await world().as('REVIEWER'))).toEqual([true, false, false])
    expect(await seen(world().nobody())).toEqual([false, false, false])
  })

  test('is not changed by others of the house, and by no other house', async () => {
    expect(
      (await sets(await world().as('APPROVER', 'XOR'), { ...contact, expectedVersion: 3 }))
        .problems[0].reason,
    ).toBe('WRONG_HAT')
    const other = await world().as('COORDINATOR', 'XAL')
    const { id } = await reads(other)
    const { errors } = await other.query(CONTACT, {
      input: { ...contact, administrationId: id, expectedVersion: 3 },
    })

    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await reads(await world().as('VIEWER', 'XOR'))).contactVersion).toBe(3)
  })
})

describe('the second signature', () => {
  test('is switched off and on by the administrator, with the request behind it', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    const { id } = await reads(administrator)
    const update = async (input: Record<string, unknown>, caller = administrator) =>
      (await caller.query(UPDATE, { input: { administrationId: id, ...input } })).data.answer

    const silent = await update({ requiresApproval: false, reason: ' ' })
    const off = await update({ requiresApproval: false, reason: 'Letter of 3 November' })
    const twice = await update({ requiresApproval: false, reason: 'Letter of 3 November' })
    const officer = await update(
      { requiresApproval: true, reason: 'x' },
      await world().as('CYCLE_OFFICER'),
    )
    const on = await update({ requiresApproval: true, reason: 'Letter of 4 November' })

    expect(silent.problems).toEqual([{ code: 'BAD_INPUT', reason: 'TEXT_MISSING' }])
    expect(off).toEqual({ administration: { requiresApproval: false }, problems: [] })
    expect(twice.problems).toEqual([{ code: 'CONFLICT', reason: 'UNCHANGED' }])
    expect(officer.problems).toEqual([{ code: 'FORBIDDEN', reason: 'WRONG_HAT' }])
    expect(on.administration.requiresApproval).toBe(true)
  })
})

interface Entry {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly nom: string
  readonly region: { readonly code: string }
  readonly geography: string
}

describe('the register', () => {
  const ENTRY = `{ administration(code: "XOR") { id version nom: name(locale: FR) name region { code } geography isLandlocked incomeGroup
    administrationType joinedOn viewerCan { editRegister { allowed code } } } }`
  const EDIT = `mutation ($input: AdministrationRegisterUpdateInput!) { answer: administrationRegisterUpdate(input: $input) {
    administration { name region { code } geography isLandlocked joinedOn } problems { code reason path } } }`
  const entryOf = async (caller: Caller) => (await caller.query(ENTRY)).data.administration
  const edits = async (caller: Caller, input: Record<string, unknown>) =>
    (await caller.query(EDIT, { input })).data.answer
  const inputOf = ({ id, version, name, nom, region, geography }: Entry) => ({
    administrationId: id, nameEn: name, nameFr: nom, region: region.code, geography, expectedVersion: version,
  }) // prettier-ignore

  test('is kept by the administrator, on the version last seen', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    const before = await entryOf(administrator)
    const input = {
      ...inputOf(before),
      nameEn: '  Orlenia   Islands ',
      geography: 'LANDLOCKED',
      incomeGroup: 'HIGH',
      joinedOn: '1999-05-01',
    }
    const changed = await edits(administrator, input)
    const stale = await edits(administrator, input)
    const after = await entryOf(administrator)

    expect(changed).toMatchObject({
      administration: { name: 'Orlenia Islands', isLandlocked: true, joinedOn: '1999-05-01' },
      problems: [],
    })
    expect(stale.problems).toMatchObject([{ code: 'CONFLICT', reason: 'STALE_VERSION' }])
    expect(after).toMatchObject({
      version: before.version + 1,
      incomeGroup: 'HIGH',
      administrationType: null,
    })
    await edits(administrator, {
      ...inputOf(before),
      expectedVersion: after.version,
      incomeGroup: before.incomeGroup,
      administrationType: before.administrationType,
      joinedOn: before.joinedOn,
    })
    expect(await entryOf(administrator)).toMatchObject({ ...before, version: before.version + 2 })
  })

  test('says everything that is wrong at once, and keeps what it holds', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    const before = await entryOf(administrator)
    const { problems } = await edits(administrator, {
      ...inputOf(before),
      nameEn: ' ',
      nameFr: 'x'.repeat(121),
      region: 'XXX',
      joinedOn: '2999-01-01',
    })

    expect(
      problems.map(({ reason, path }: { reason: string; path: string[] }) => [reason, path.at(-1)]),
    ).toEqual([
      ['TEXT_MISSING', 'nameEn'],
      ['NAME_UNFIT', 'nameFr'],
      ['UNKNOWN_REGION', 'region'],
      ['DATE_IN_FUTURE', 'joinedOn'],
    ])
    expect(await entryOf(administrator)).toEqual(before)
  })

  test('is changed by no other hat, and nobody else reads how often it was changed', async () => {
    const before = await entryOf(await world().as('ADMINISTRATOR'))
    const officer = await world().as('CYCLE_OFFICER')
    const refused = await edits(officer, { ...inputOf(before), nameEn: 'Elsewhere' })
    const coordinator = await world().as('COORDINATOR', 'XOR')
    const { errors } = await coordinator.query(EDIT, {
      input: { ...inputOf(before), nameEn: 'Elsewhere' },
    })

    expect(refused.problems).toMatchObject([{ code: 'FORBIDDEN', reason: 'WRONG_HAT' }])
    expect((await entryOf(officer)).viewerCan.editRegister).toEqual({
      allowed: false,
      code: 'WRONG_HAT',
    })
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    expect((await entryOf(coordinator)).version).toBeNull()
    expect(await entryOf(await world().as('ADMINISTRATOR'))).toEqual(before)
  })

  test('A51: is searched by name in either language and by code, with signs taken literally', async () => {
    const found = async (search: string) => {
      const { data } = await world()
        .nobody()
        .query('query ($search: String) { administrations(first: 100, search: $search) { totalCount nodes { code } } }', { search }) // prettier-ignore
      return data.administrations
    }

    expect((await found('orlen')).nodes).toEqual([{ code: 'XOR' }])
    expect((await found('XOR')).nodes).toContainEqual({ code: 'XOR' })
    expect((await found('îles alm')).totalCount).toBe(1)
    expect((await found('ILES ALM')).totalCount).toBe(1)
    expect((await found('%')).totalCount).toBe(0)
    expect((await found('  ')).totalCount).toBe(187)
  })
})
