import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '../../../server/src/platform'
import { useWorld } from '../../setup/world.ts'
import { arrangeRareStates } from '../arrangement.ts'
import { ask, type Asked } from '../ask.ts'
import { castOf, type Actor } from '../cast.ts'
import { fingerprint, openAsOwner, type OwnerDatabase } from '../owner-database.ts'

// Attacks by what is sent. Each is tried as every viewer who should fail; the rows are read again afterwards.
const world = useWorld()
const NOTED = ['audit_entry', 'audit_head', 'access_log_entry', 'sign_in_attempt', 'session', 'api_client_token', 'idempotency_key'] // prettier-ignore
const owner = { role: 'pmm_owner', settings: {} } as const

interface Ids {
  readonly kpi: string
  readonly version: string
  readonly sent: string
  readonly submitted: string
}

let cast: readonly Actor[]
let everything: OwnerDatabase
let ids: Ids

beforeAll(async () => {
  await world().asOwner(({ db }) => arrangeRareStates(db, world().clock.now()))
  cast = await castOf(world())
  everything = await openAsOwner(world())
  const { rows } = await world().asOwner(({ db }) =>
    sql<Ids>`select
      (select k.id from kpi k join framework_version v on v.id = k.version_id where v.status = 'PUBLISHED' and k.code = 'TF-01-1' limit 1) as kpi,
      (select id from framework_version where status = 'PUBLISHED' limit 1) as version,
      (select s.review_id || '|' || s.kpi_code from review_score s join review r on r.id = s.review_id
        join person p on p.id = s.author_id where s.status = 'SENT' and r.status = 'IN_PROGRESS' and p.name = 'Awa Diorko' limit 1) as sent,
      (select s.id from assessment s join administration a on a.id = s.administration_id join cycle c on c.id = s.cycle_id
        where a.code = 'XOR' and c.code = 'C2024') as submitted`.execute(db),
  )
  ids = rows[0]!
})
afterAll(() => everything?.close())

const named = (name: string): Actor => cast.find((each) => each.name === name)!
const state = () => everything.database.read(owner, (db) => fingerprint(db, NOTED))

const send = (actor: Actor, mutation: string, input: object) =>
  ask(
    world().server,
    actor,
    `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
      answer: ${mutation}(input: $input) { problems { code reason } } }`,
    { input },
  )

const codesOf = ({ data, errors }: Asked): readonly string[] => {
  const answer = data?.['answer'] as { problems: { code: string }[] } | null | undefined
  return answer ? answer.problems.map(({ code }) => code) : errors.map(({ extensions }) => String(extensions['code'])) // prettier-ignore
}

const REFUSED = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT']

describe('what is closed', () => {
  test('A17: a published version: CONFLICT for its editor, refused to the rest', async () => {
    const before = await state()
    for (const actor of cast) {
      const input = { kpiId: globalId('KP', ids.kpi), expectedVersion: 1, formula: 'A', maxDisclosureLevel: 'PUBLIC', guidance: { en: 'x', fr: 'x' } } // prettier-ignore
      const codes = codesOf(await send(actor, 'kpiUpdate', input))

      expect(codes, actor.name).toEqual([expect.toBeOneOf(REFUSED)])
      if (actor.hat === 'E') expect(codes).toEqual(['CONFLICT'])
    }
    expect(await state()).toEqual(before)
  })

  test('A17: a submitted value: CONFLICT for its own people, refused to the rest', async () => {
    const before = await state()
    for (const actor of cast) {
      const codes = codesOf(
        await send(actor, 'dataValuesSave', {
          assessmentId: globalId('AS', ids.submitted),
          cells: [{ elementCode: 'DECL_ALL', year: 2024, raw: '1', expectedVersion: 1 }],
        }),
      )

      expect(codes, actor.name).toEqual([expect.toBeOneOf(REFUSED)])
      if (actor.name === 'coordinator of XOR') expect(codes).toEqual(['CONFLICT'])
    }
    expect(await state()).toEqual(before)
  })

  test('A17: a sent judgement: CONFLICT for its author, refused to the rest', async () => {
    const before = await state()
    const [reviewId, kpiCode] = ids.sent.split('|') as [string, string]
    for (const actor of cast.filter(({ name }) => name !== 'reviewer of two reviews' && name !== 'lead reviewer assigned')) {
      const input = { reviewId: globalId('RV', reviewId), kpiCode, judgement: 'DIFFER', value: '1', rationale: 'x', confidence: 'LOW', send: true, expectedVersion: 1 }
      const codes = codesOf(await send(actor, 'reviewScoreSave', input))

      expect(codes, actor.name).toEqual([expect.toBeOneOf(REFUSED)])
      if (actor.name === 'reviewer assigned') expect(codes).toEqual(['CONFLICT'])
    }
    expect(await state()).toEqual(before)
  }) // prettier-ignore
})

describe('a reviewer’s draft', () => {
  test('A18: is told to nobody by lists, counts, authors or the log', async () => {
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        id: string
        reviewId: string
        authorId: string
        text: string
      }>`select id, review_id, author_id, body as text
        from finding where status = 'DRAFT'`.execute(db),
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { id, reviewId, authorId, text } of rows) {
      for (const actor of cast.filter(({ personId }) => personId !== authorId)) {
        const answers = [
          await ask(world().server, actor, 'query ($id: ID!) { review(id: $id) { findings { id author { id } } } }', { id: globalId('RV', reviewId) }),
          await ask(world().server, actor, `{ auditEntries(first: 100, object: "${globalId('FI', id)}") { nodes { action before after } } }`),
          await ask(world().server, actor, '{ auditEntries(first: 100) { nodes { action before after } } }'),
        ] // prettier-ignore
        for (const { text: answered } of answers) {
          expect(answered).not.toContain(globalId('FI', id))
          expect(answered).not.toContain(JSON.stringify(text).slice(1, -1))
        }
      }
    }
  }, 120_000)
})

describe('the level of an answer', () => {
  test('A24: is widened by no stranger, nor by anybody of the house but its coordinator', async () => {
    const before = await state()
    for (const actor of cast.filter(({ name }) => name !== 'coordinator of XOR')) {
      const codes = codesOf(
        await send(actor, 'disclosureSet', {
          assessmentId: globalId('AS', ids.submitted),
          choices: [{ kpiCode: 'TF-01-1', level: 'PUBLIC', aggregateUse: 'PUBLIC' }],
          locale: 'EN',
        }),
      )
      const isOwn = actor.administration === 'XOR'

      expect(codes, actor.name).toEqual([
        expect.toBeOneOf(REFUSED.filter((code) => code !== 'CONFLICT')),
      ])
      if (actor.hat === 'N' && !isOwn) expect(codes).toEqual(['NOT_FOUND'])
    }
    expect(await state()).toEqual(before)
  })
})

describe('a key that makes a command happen once', () => {
  /** Saves the own working note of a KPI; also what it said before. */
  async function save(actor: Actor, idempotencyKey: string, body: string) {
    const { data } = await ask(
      world().server,
      actor,
      '{ myAssessment(cycle: "C2024") { id working { response(kpi: "TF-01-1") { internalNote internalNoteVersion } } } }',
    )
    const own = data!['myAssessment'] as {
      id: string
      working: { response: { internalNote: string | null; internalNoteVersion: number } }
    }
    const { internalNote: before, internalNoteVersion: expectedVersion } = own.working.response
    const input = {
      assessmentId: own.id,
      kpiCode: 'TF-01-1',
      body,
      expectedVersion,
      idempotencyKey,
    }
    return { answer: await send(actor, 'internalNoteSave', input), before }
  }

  test('A49: of somebody else is in a space of its own; with another body it is a CONFLICT', async () => {
    const key = randomUUID()
    const [ours, theirs] = [named('coordinator of XAL'), named('coordinator of XPE')]

    const first = await save(ours, key, 'Ours alone.')
    const other = await save(theirs, key, 'Theirs alone.')
    const changed = await save(ours, key, 'Something else.')

    expect([codesOf(first.answer), codesOf(other.answer)]).toEqual([[], []])
    expect(other.answer.text).not.toContain('Ours alone')
    expect(changed.answer.text).toContain('KEY_REUSED')
    expect(codesOf(changed.answer)).toEqual(['CONFLICT'])
    expect((await save(ours, randomUUID(), 'x')).before).toBe('Ours alone.')
    expect((await save(theirs, randomUUID(), 'x')).before).toBe('Theirs alone.')
  })

  test.each(['x', '../../etc/passwd', "' or 1=1 --"])(
    'A49: of the shape %j is bad input, and nothing is saved',
    async (key) => {
      const { answer } = await save(named('coordinator of XAL'), key, 'Never.')

      expect(codesOf(answer)).toEqual(['BAD_INPUT'])
      expect((await save(named('coordinator of XAL'), randomUUID(), 'x')).before).not.toBe('Never.')
    },
  )
})
