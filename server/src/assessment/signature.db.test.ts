import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { mine, reasons, send } from './asking.testing'

const world = useWorld()
const PASSWORD = 'demonstration-only'
const STALE = ['REAUTHENTICATION_REQUIRED']

const wait = (minutes: number) =>
  world().clock.move(new Date(world().clock.now().getTime() + minutes * 60_000))

async function proves(who: Caller, password = PASSWORD): Promise<readonly string[]> {
  const { data } = await who.query(
    `mutation ($input: SessionReauthenticateInput!) { sessionReauthenticate(input: $input) { problems { reason } } }`,
    { input: { password } },
  )
  return reasons(data.sessionReauthenticate)
}

const lastEntry = (id: string) =>
  world().asOwner(({ db }) =>
    db
      .selectFrom('auditEntry')
      .select('payload')
      .where('action', '=', 'assessmentSubmit')
      .where('outcome', '=', 'DONE')
      .where('objectId', '=', id)
      .executeTakeFirst(),
  )

const copiesOf = (assessmentId: string) =>
  world().asOwner(({ db }) =>
    db
      .selectFrom('submission')
      .select(['number', 'contentHash'])
      .where('assessmentId', '=', assessmentId)
      .execute(),
  )

/** The key the database has for the assessment of the open cycle. */
const keyOf = async (administration: string): Promise<string> => {
  const { id } = await world().asOwner(({ db }) =>
    db
      .selectFrom('assessment as s')
      .innerJoin('administration as a', 'a.id', 's.administrationId')
      .innerJoin('cycle as c', 'c.id', 's.cycleId')
      .select('s.id')
      .where('a.code', '=', administration)
      .where('c.code', '=', 'C2024')
      .executeTakeFirstOrThrow(),
  )
  return id
}

const hashToSign = async (who: Caller, cycle = 'C2024'): Promise<string | null> => {
  const { data } = await who.query(
    'query ($cycle: String!) { myAssessment(cycle: $cycle) { hashToSign } }',
    { cycle },
  )
  return data.myAssessment.hashToSign
}

test('what is signed is what was read: a figure changed meanwhile refuses the signature', async () => {
  const approver = await world().as('APPROVER', 'XNO')
  const others = [
    await world().as('COORDINATOR', 'XNO'),
    await world().as('VIEWER', 'XNO'),
    await world().as('CONTRIBUTOR', 'XNO'),
  ]
  const { id: assessmentId, version: expectedVersion } = await mine(approver)
  const key = await keyOf('XNO')
  const read = await hashToSign(approver)
  await world().asOwner(({ db }) =>
    db
      .updateTable('dataValue')
      .set({ note: 'Counted anew.' })
      .where('assessmentId', '=', key)
      .execute(),
  )

  const answer = await send(approver, 'assessmentSubmit', {
    assessmentId,
    expectedVersion,
    expectedHash: read,
  })

  expect(read).toMatch(/^[0-9a-f]{64}$/)
  expect(answer.problems).toMatchObject([
    { code: 'CONFLICT', reason: 'CONTENT_CHANGED', path: ['input', 'expectedHash'] },
  ])
  expect(await copiesOf(key)).toEqual([])
  expect(await hashToSign(approver)).not.toBe(read)
  expect(await Promise.all(others.map((each) => hashToSign(each)))).toEqual([null, null, null])
})

test('the signature asks for a proof of at most ten minutes ago, and goes on under the same key', async () => {
  const approver = await world().as('APPROVER', 'XNO')
  const elsewhere = await world().as('APPROVER', 'XNO')
  const { id: assessmentId, version: expectedVersion } = await mine(approver)
  const key = await keyOf('XNO')
  const expectedHash = await hashToSign(approver)
  const input = { assessmentId, expectedVersion, expectedHash, note: 'Checked.', idempotencyKey: randomUUID() } // prettier-ignore

  wait(10)
  expect(await proves(elsewhere)).toEqual([])
  wait(1)
  const stale = await send(approver, 'assessmentSubmit', input)
  const wrong = await proves(approver, 'not my password at all')
  const stillStale = await send(approver, 'assessmentSubmit', input)
  const written = await copiesOf(key)
  const right = await proves(approver)
  const provedAt = world().clock.now().toISOString()
  wait(2)
  const signed = await send(approver, 'assessmentSubmit', input)
  wait(11)
  const repeated = await send(approver, 'assessmentSubmit', input)

  expect(stale.problems).toMatchObject([{ code: 'UNAUTHENTICATED', reason: STALE[0] }])
  expect([wrong, reasons(stillStale), written]).toEqual([['PASSWORD_REFUSED'], STALE, []])
  expect(right).toEqual([])
  expect(signed.assessment).toMatchObject({ status: 'SUBMITTED', submissionCount: 1 })
  expect(repeated.assessment).toEqual(signed.assessment)
  expect(await copiesOf(key)).toEqual([{ number: 1, contentHash: expectedHash }])
  expect(JSON.parse((await lastEntry(key))!.payload).content).toMatchObject({ provedAt })
})

test('nobody is asked for a proof of a signature that would not stand', async () => {
  const approver = await world().as('APPROVER', 'XKE')
  const coordinator = await world().as('COORDINATOR', 'XKE')
  const foreigner = await world().as('APPROVER', 'XAL')
  const { id: assessmentId, version: expectedVersion } = await mine(approver)
  const input = { assessmentId, expectedVersion }
  wait(11)

  const answers = [
    await send(coordinator, 'assessmentSubmit', input),
    await send(foreigner, 'assessmentSubmit', input),
    await send(approver, 'assessmentSubmit', { ...input, expectedVersion: expectedVersion + 1 }),
    await send(approver, 'assessmentSubmit', { ...input, note: 'x'.repeat(4001) }),
    await send(approver, 'assessmentSubmit', input),
  ]

  expect(answers.map(reasons)).toEqual([
    ['WRONG_HAT'], ['NOT_FOUND'], ['STALE_VERSION'], ['TEXT_TOO_LONG'], STALE,
  ]) // prettier-ignore
})

test('a coordinator who signs alone is asked as well; other steps ask for none', async () => {
  const coordinator = await world().as('COORDINATOR', 'XKE')
  const approver = await world().as('APPROVER', 'XKE')
  await world().asOwner(({ db }) =>
    db
      .updateTable('administration')
      .set({ requiresApproval: false })
      .where('code', '=', 'XKE')
      .execute(),
  )
  const { id: assessmentId, version: expectedVersion } = await mine(coordinator)
  wait(11)

  const alone = await send(coordinator, 'assessmentSubmit', { assessmentId, expectedVersion })
  const back = await send(approver, 'assessmentSendBack', { assessmentId, expectedVersion, reason: 'Once more.' }) // prettier-ignore
  const left = await send(coordinator, 'assessmentWithdraw', {
    assessmentId,
    expectedVersion: back.assessment.version,
  })

  expect(reasons(alone)).toEqual(STALE)
  expect([reasons(back), left.assessment.status]).toEqual([[], 'WITHDRAWN'])
})
