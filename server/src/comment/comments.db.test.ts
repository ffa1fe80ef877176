import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world.ts'
import { assessmentOf, commentsAt, give, selfOf, tells, told } from './comment.testing'

const world = useWorld()
const KPI = 'TF-01-1'
const SECRET = 'Only among ourselves: the number is from the port authority.'

let contributor: Caller
let coordinator: Caller
let approver: Caller
let viewer: Caller
let id: string

beforeAll(async () => {
  contributor = await world().as('CONTRIBUTOR', 'XAL')
  coordinator = await world().as('COORDINATOR', 'XAL')
  approver = await world().as('APPROVER', 'XAL')
  viewer = await world().as('VIEWER', 'XAL')
  id = await assessmentOf(coordinator)
  await give(coordinator, {
    assessmentId: id,
    personId: await selfOf(contributor),
    kpiCodes: [KPI],
  })
})

const add = (who: Caller, input: object) =>
  tells(who, 'internalCommentAdd', { assessmentId: id, locale: 'EN', ...input })

const lastAt = async (who: Caller, kpi = KPI) =>
  (await commentsAt(who, id, kpi)).internalComments.at(-1)

describe('inside the administration', () => {
  test('a comment reaches whoever sees the KPI, and tells those it concerns, without its words', async () => {
    expect(await add(contributor, { kpiCode: KPI, body: `  ${SECRET}  ` })).toEqual([])

    for (const who of [contributor, coordinator, approver, viewer]) {
      expect(await lastAt(who)).toMatchObject({ body: SECRET, kpiCode: KPI, locale: 'EN', editedAt: null }) // prettier-ignore
    }
    expect(await lastAt(coordinator)).toMatchObject({ author: { hat: 'CONTRIBUTOR' } })
    expect((await told(coordinator))[0]).toBe(`COMMENTED ${KPI}`)
    expect(await told(approver)).not.toContain(`COMMENTED ${KPI}`)
    expect(await told(contributor)).not.toContain(`COMMENTED ${KPI}`)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ all: string }>`select jsonb_agg(n)::text as all from notification n`.execute(db),
    )
    expect(rows[0]!.all).not.toContain('port authority')
  })

  test('an answer joins the thread and tells those who have spoken in it', async () => {
    const first = await lastAt(coordinator)

    expect(await add(approver, { answersId: first.id, body: 'Please name the source.' })).toEqual(
      [],
    )

    const answer = await lastAt(contributor)
    expect(answer).toMatchObject({ threadId: first.id, kpiCode: KPI })
    expect((await told(contributor))[0]).toBe(`COMMENTED ${KPI}`)
  })

  test('people who could read it are mentioned and told once; nobody else can be', async () => {
    const { internalCommentReaders: readers } = await commentsAt(contributor, id)
    const named = (hat: string) => readers.find((each: { hat: string }) => each.hat === hat)
    const mentioned = [named('VIEWER').id, named('APPROVER').id]

    expect(await add(coordinator, { kpiCode: KPI, body: 'Look, both of you.', mentionedPersonIds: mentioned })).toEqual([]) // prettier-ignore

    expect((await lastAt(viewer)).mentions).toHaveLength(2)
    expect((await told(viewer))[0]).toBe(`MENTIONED ${KPI}`)
    expect((await told(approver)).filter((each) => each === `MENTIONED ${KPI}`)).toHaveLength(1)

    const stranger = await selfOf(await world().as('COORDINATOR', 'XNO'))
    const before = (await commentsAt(coordinator, id)).internalComments.length
    const refused = await add(coordinator, {
      kpiCode: KPI,
      body: 'x',
      mentionedPersonIds: [mentioned[0], stranger, 'nonsense'],
    })
    expect(refused).toEqual(['UNKNOWN_PERSON at input.mentionedPersonIds.1', 'UNKNOWN_PERSON at input.mentionedPersonIds.2']) // prettier-ignore
    expect((await commentsAt(coordinator, id)).internalComments).toHaveLength(before)
  })

  test('a contributor who was not given the KPI cannot be mentioned there', async () => {
    const unread = (await commentsAt(coordinator, id, 'RC-01-1')).internalCommentReaders
    const self = await selfOf(contributor)

    expect(unread.map((each: { id: string }) => each.id)).not.toContain(self)
    expect(
      await add(coordinator, { kpiCode: 'RC-01-1', body: 'x', mentionedPersonIds: [self] }),
    ).toEqual(['UNKNOWN_PERSON at input.mentionedPersonIds.0'])
  })

  test('the author changes the words, which says so, and those mentioned anew are told', async () => {
    const own = await lastAt(coordinator)

    expect(await tells(coordinator, 'commentEdit', { commentId: own.id, body: 'Look, please.', expectedVersion: own.version, mentionedPersonIds: [await selfOf(contributor)] })).toEqual([]) // prettier-ignore

    const edited = await lastAt(contributor)
    expect(edited).toMatchObject({ body: 'Look, please.', version: own.version + 1 })
    expect(edited.editedAt).not.toBeNull()
    expect((await told(contributor))[0]).toBe(`MENTIONED ${KPI}`)
    expect(await tells(coordinator, 'commentEdit', { commentId: own.id, body: 'Too late.', expectedVersion: own.version })).toEqual(['STALE_VERSION at input.expectedVersion']) // prettier-ignore
    expect(await tells(approver, 'commentEdit', { commentId: own.id, body: 'Mine now.', expectedVersion: edited.version })).toEqual(['NOT_YOURS at input.commentId']) // prettier-ignore
  })

  test('a removed comment leaves a trace and no words', async () => {
    expect(await add(coordinator, { kpiCode: KPI, body: 'To be taken back.' })).toEqual([])
    const own = await lastAt(coordinator)
    const before = (await commentsAt(coordinator, id)).internalCommentCounts

    expect(await tells(coordinator, 'commentRemove', { commentId: own.id, expectedVersion: own.version })).toEqual([]) // prettier-ignore

    const trace = await lastAt(viewer)
    expect(trace).toMatchObject({ id: own.id, body: null, mentions: [] })
    expect(trace.removedAt).not.toBeNull()
    expect(trace.author.name).toBe(own.author.name)
    expect(trace.viewerCan.edit.allowed).toBe(false)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ all: string }>`select jsonb_agg(c)::text as all from internal_comment c`.execute(db),
    )
    expect(rows[0]!.all).not.toContain('To be taken back')
    const [count] = (await commentsAt(coordinator, id)).internalCommentCounts
    expect(count.threads).toBe(before[0].threads - 1)
    expect(await tells(coordinator, 'commentEdit', { commentId: own.id, body: 'Back again', expectedVersion: trace.version })).toEqual(['WRONG_STATE at input.commentId']) // prettier-ignore
  })

  test('a thread is resolved, counted so, and opened again by hand or by an answer', async () => {
    const [first] = (await commentsAt(coordinator, id)).internalComments
    const openCount = async () => (await commentsAt(viewer, id)).internalCommentCounts[0].open
    const open = await openCount()
    const step = async (name: 'commentResolve' | 'commentReopen') => {
      const [now] = (await commentsAt(coordinator, id)).internalComments
      return tells(coordinator, name, { commentId: first.id, expectedVersion: now.version })
    }

    expect(await step('commentReopen')).toEqual(['WRONG_STATE at input.commentId'])
    expect(await step('commentResolve')).toEqual([])
    expect((await commentsAt(viewer, id)).internalComments[0].resolver.name).toMatch(/\w/)
    expect(await openCount()).toBe(open - 1)
    expect(await step('commentResolve')).toEqual(['WRONG_STATE at input.commentId'])
    expect(await step('commentReopen')).toEqual([])
    expect(await step('commentResolve')).toEqual([])
    expect(await add(contributor, { answersId: first.id, body: 'Not settled yet.' })).toEqual([])
    expect((await commentsAt(viewer, id)).internalComments[0].resolvedAt).toBeNull()

    const answer = (await commentsAt(coordinator, id)).internalComments[1]
    expect(await tells(coordinator, 'commentResolve', { commentId: answer.id, expectedVersion: answer.version })).toEqual(['WRONG_STATE at input.commentId']) // prettier-ignore
  })

  test('a data element carries comments into every KPI that uses it', async () => {
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        code: string
        kpis: string[]
      }>`select e->>'element' as code, array_agg(distinct k.code order by k.code) as kpis
        from kpi k join framework_version v on v.id = k.version_id and v.status = 'PUBLISHED', jsonb_array_elements(k.elements) e
        group by 1 having count(distinct k.code) > 1 order by 1 limit 1`.execute(db),
    )
    const [shared] = rows
    expect(await add(coordinator, { elementCode: shared!.code, body: 'Asked of treasury.' })).toEqual([]) // prettier-ignore

    for (const kpi of shared!.kpis) {
      const { internalComments, internalCommentCounts } = await commentsAt(coordinator, id, kpi)
      expect(internalComments.map((each: { body: string }) => each.body)).toContain(
        'Asked of treasury.',
      )
      expect(internalCommentCounts.map((each: { kpiCode: string }) => each.kpiCode)).toContain(kpi)
    }
  })

  test('bad input is told all at once, and nothing is half written', async () => {
    const before = (await commentsAt(coordinator, id)).internalComments.length
    const long = 'x'.repeat(4001)

    expect(await add(coordinator, { body: 'Where?' })).toEqual(['ONE_PLACE at input'])
    expect(await add(coordinator, { kpiCode: 'NO-SUCH', elementCode: 'NONE', body: 'x' })).toEqual([
      'ONE_PLACE at input',
      'UNKNOWN_KPI at input.kpiCode',
      'UNKNOWN_ELEMENT at input.elementCode',
    ])
    expect(await add(coordinator, { kpiCode: KPI, body: long, mentionedPersonIds: ['x'] })).toEqual(
      ['TEXT_TOO_LONG at input.body', 'UNKNOWN_PERSON at input.mentionedPersonIds.0'],
    )
    expect(await add(coordinator, { kpiCode: KPI, body: ' \n ' })).toEqual(['TEXT_MISSING at input.body']) // prettier-ignore
    const many = Array.from({ length: 21 }, () => randomUUID())
    expect(await add(coordinator, { kpiCode: KPI, body: 'x', mentionedPersonIds: many })).toEqual(['LIST_LENGTH at input.mentionedPersonIds']) // prettier-ignore
    expect((await commentsAt(coordinator, id)).internalComments).toHaveLength(before)
  })

  test('the same key says it once', async () => {
    const idempotencyKey = randomUUID()
    const before = (await commentsAt(coordinator, id)).internalComments.length

    for (let time = 0; time < 2; time += 1) {
      expect(await add(coordinator, { kpiCode: KPI, body: 'Once.', idempotencyKey })).toEqual([])
    }

    expect((await commentsAt(coordinator, id)).internalComments).toHaveLength(before + 1)
  })
})

describe('who may', () => {
  test('a viewer reads and says nothing; a contributor speaks of what they were given', async () => {
    expect((await commentsAt(viewer, id)).viewerCanComment.internally).toEqual({ allowed: false, code: 'WRONG_HAT' }) // prettier-ignore
    expect(await add(viewer, { kpiCode: KPI, body: 'x' })).toEqual([
      'WRONG_HAT at input.assessmentId',
    ])
    expect(await add(contributor, { kpiCode: 'RC-01-1', body: 'x' })).toEqual(['NOT_ASSIGNED at input']) // prettier-ignore

    expect(await add(coordinator, { kpiCode: 'RC-01-1', body: 'Not for the contributor.' })).toEqual([]) // prettier-ignore
    const hidden = (await commentsAt(coordinator, id, 'RC-01-1')).internalComments[0]
    const seen = await commentsAt(contributor, id, 'RC-01-1')
    expect(seen.internalComments).toEqual([])
    expect(seen.internalCommentCounts.map((each: { kpiCode: string }) => each.kpiCode)).not.toContain('RC-01-1') // prettier-ignore
    const made = { commentId: 'SUM6eA', expectedVersion: 1 }
    const refused = await tells(contributor, 'commentRemove', { commentId: hidden.id, expectedVersion: 1 }) // prettier-ignore
    expect(refused).toEqual(await tells(contributor, 'commentRemove', made))
    expect(await add(contributor, { answersId: hidden.id, body: 'x' })).toEqual(['NOT_FOUND at input.answersId']) // prettier-ignore
  })

  test('a comment of one assessment is not answered from another', async () => {
    const first = (await commentsAt(coordinator, id)).internalComments[0]
    const { data } = await coordinator.query('{ myAssessment(cycle: "C2022") { id } }')

    expect(
      await tells(coordinator, 'internalCommentAdd', {
        assessmentId: data.myAssessment.id,
        answersId: first.id,
        body: 'x',
        locale: 'EN',
      }),
    ).toEqual(['NOT_FOUND at input.answersId'])
  })

  test('the database lets nobody speak as somebody else, nor change the words of others', async () => {
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        id: string
        administration: string
        author: string
      }>`select c.id, c.administration_id as administration,
        c.author_id as author from internal_comment c where c.removed_at is null and c.author_role = 'COORDINATOR' limit 1`.execute(
        db,
      ),
    )
    const comment = rows[0]!
    const as = (
      hat: string,
      person: string,
      work: (of: typeof comment) => ReturnType<typeof sql>,
    ) =>
      world().database.write(
        { role: 'pmm_app', settings: { hat, person, administration: comment.administration } },
        ({ db }) => work(comment).execute(db),
      )
    const other = randomUUID()

    await expect(as('N', other, (of) => sql`update internal_comment set body = 'changed' where id = ${of.id}::uuid`)).rejects.toThrow(/author/) // prettier-ignore
    await expect(as('N', comment.author, (of) => sql`update internal_comment set kpi_code = 'EP-01-1' where id = ${of.id}::uuid`)).rejects.toThrow(/does not change/) // prettier-ignore
    await expect(
      as(
        'N',
        other,
        (
          of,
        ) => sql`insert into internal_comment (id, thread_id, assessment_id, administration_id, kpi_code, body, language,
          author_id, author_role, created_at) select gen_random_uuid(), thread_id, assessment_id, administration_id, 'TF-01-1', 'x', 'en',
          author_id, author_role, now() from internal_comment where id = ${of.id}::uuid`,
      ),
    ).rejects.toThrow(/row-level security/)
    const seen = await as('O', other, () => sql`select id from internal_comment`)
    expect(seen.rows).toEqual([])
  })
})

describe('isolation', () => {
  test('nothing of an internal comment leaves the administration', async () => {
    const own = (await commentsAt(coordinator, id)).internalComments[0]
    for (const stranger of [
      await world().as('COORDINATOR', 'XNO'),
      await world().as('APPROVER', 'XNO'),
    ]) {
      const { data } = await stranger.query(
        `query Theirs($id: ID!) { assessment(id: $id) { internalComments(kpi: "TF-01-1") { id } } }`,
        { id },
      )
      expect(data.assessment).toBeNull()
      expect(await add(stranger, { kpiCode: KPI, body: 'x' })).toEqual(['NOT_FOUND at input.assessmentId']) // prettier-ignore
      for (const name of ['commentRemove', 'commentResolve', 'commentReopen'] as const) {
        expect(await tells(stranger, name, { commentId: own.id, expectedVersion: own.version })).toEqual(['NOT_FOUND at input.commentId']) // prettier-ignore
      }
    }
    const officer = await world().as('CYCLE_OFFICER')
    const seen = await officer.query(
      `query Officer($id: ID!) { assessment(id: $id) { internalComments(kpi: "TF-01-1") { body }
        internalCommentCounts { open } internalCommentReaders(kpi: "TF-01-1") { name } comments(kpi: "TF-01-1") { body } } }`,
      { id },
    )
    expect(seen.data.assessment).toEqual({
      internalComments: null,
      internalCommentCounts: null,
      internalCommentReaders: null,
      comments: [],
    })
    expect(await tells(officer, 'commentResolve', { commentId: own.id, expectedVersion: own.version })).toEqual(['NOT_FOUND at input.commentId']) // prettier-ignore
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        all: string
      }>`select coalesce(jsonb_agg(e)::text, '') as all from audit_entry e where e.action ilike '%comment%'`.execute(
        db,
      ),
    )
    expect(rows[0]!.all).toContain('internalCommentAdd')
    expect(rows[0]!.all).not.toContain('port authority')
  })
})

describe('with the secretariat', () => {
  let officer: Caller
  let theirs: string
  let lead: Caller
  let signer: Caller

  beforeAll(async () => {
    officer = await world().as('CYCLE_OFFICER')
    lead = await world().as('COORDINATOR', 'XPE')
    signer = await world().as('APPROVER', 'XPE')
    theirs = await assessmentOf(lead)
  })
  const say = (who: Caller, input: object) =>
    tells(who, 'commentAdd', { assessmentId: theirs, locale: 'FR', ...input })

  test('officer, coordinator and approver write to each other while it is returned', async () => {
    expect(await say(officer, { kpiCode: KPI, body: 'Which year is this?' })).toEqual([])
    const [asked] = (await commentsAt(lead, theirs)).comments
    expect(asked).toMatchObject({ body: 'Which year is this?', locale: 'FR', author: { hat: 'CYCLE_OFFICER' } }) // prettier-ignore
    expect((await told(lead))[0]).toBe(`COMMENTED ${KPI}`)
    expect((await told(signer))[0]).toBe(`COMMENTED ${KPI}`)

    const mentioned = [await selfOf(signer)]
    expect(await say(lead, { answersId: asked.id, body: 'Of the reporting year.', mentionedPersonIds: mentioned })).toEqual([]) // prettier-ignore
    expect((await told(officer))[0]).toBe(`COMMENTED ${KPI}`)
    expect((await told(signer))[0]).toBe(`MENTIONED ${KPI}`)
    const seen = await commentsAt(officer, theirs)
    expect(seen.comments.map((each: { body: string }) => each.body)).toEqual(['Which year is this?', 'Of the reporting year.']) // prettier-ignore
    expect(seen.commentCounts).toEqual([{ kpiCode: KPI, open: 1, threads: 1 }])
    expect(seen.commentReaders).toBeNull()

    const resolve = { commentId: asked.id, expectedVersion: asked.version }
    expect(await tells(officer, 'commentResolve', resolve)).toEqual([])
    expect((await commentsAt(signer, theirs)).comments[0].resolver.name).toMatch(/\w/)
  })

  test('contributors and viewers of the administration see none of it', async () => {
    for (const role of ['CONTRIBUTOR', 'VIEWER']) {
      const who = await world().as(role, 'XPE')
      const seen = await commentsAt(who, theirs)
      expect([seen.comments, seen.commentCounts, seen.commentReaders]).toEqual([null, null, null])
      const made = await say(who, { kpiCode: KPI, body: 'x' })
      expect(made).toEqual(['WRONG_HAT at input.assessmentId'])
    }
  })

  test('the officer mentions nobody, and changes no word of the member', async () => {
    const answer = await officer.query(
      `mutation Send($input: CommentAddInput!) { commentAdd(input: $input) { problems { reason } } }`,
      { input: { assessmentId: theirs, locale: 'EN', kpiCode: KPI, body: 'x', mentionedPersonIds: [await selfOf(lead)] } }, // prettier-ignore
    )
    expect(answer.data).toBeNull()
    expect(answer.errors?.[0]?.message).toContain('mentionedPersonIds')
    const reply = (await commentsAt(officer, theirs)).comments[1]
    const mine = { commentId: reply.id, expectedVersion: reply.version }
    expect(await tells(officer, 'commentRemove', mine)).toEqual(['NOT_YOURS at input.commentId'])
  })

  test('a draft is not discussed with the secretariat, and an accepted one no more', async () => {
    const early = { assessmentId: id, locale: 'EN', kpiCode: KPI, body: 'x' }
    expect(await tells(coordinator, 'commentAdd', early)).toEqual(['WRONG_STATE at input.assessmentId']) // prettier-ignore
    expect(await tells(officer, 'commentAdd', early)).toEqual(['WRONG_STATE at input.assessmentId'])
    const { data } = await coordinator.query('{ myAssessment(cycle: "C2022") { id status } }')
    expect(data.myAssessment.status).toBe('ACCEPTED')
    expect(await tells(coordinator, 'commentAdd', { ...early, assessmentId: data.myAssessment.id })).toEqual(['WRONG_STATE at input.assessmentId']) // prettier-ignore
  })
})
