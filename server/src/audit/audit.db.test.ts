import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workerIdentity } from '#access'
import { useWorld, type Caller } from '../../../tests/setup/world'
import { AnchorFile } from './anchor-file'
import { Anchoring } from './anchoring'

const world = useWorld()

const ENTRIES = `query ($first: Int, $after: String, $action: String, $actor: ID, $object: ID, $administration: String,
    $outcome: AuditOutcome, $from: DateTime, $until: DateTime) {
  auditEntries(first: $first, after: $after, action: $action, actor: $actor, object: $object,
      administration: $administration, outcome: $outcome, from: $from, until: $until) {
    totalCount
    nodes {
      id chain seq hash at action outcome hat requestId
      actor { id name organisation }
      administration { code }
      cycle { code }
      object { type id name code versionCode }
      changes { field subject access before after }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
const SAVE = `mutation ($input: DataValuesSaveInput!) {
  dataValuesSave(input: $input) { results { isSaved version problem { reason } } problems { reason } }
}`
const SET = `mutation ($input: DisclosureSetInput!) { disclosureSet(input: $input) { problems { reason } } }`

const entriesOf = async (caller: Caller, filter: Record<string, unknown> = {}) =>
  (await caller.query(ENTRIES, { first: 100, ...filter })).data.auditEntries

const working = async (caller: Caller) => {
  const { data } = await caller.query(`{ myAssessment(cycle: "C2024") {
    id status working { values { elementCode year value version } } } }`)
  return data.myAssessment as {
    id: string
    status: string
    working: {
      values: readonly { elementCode: string; year: number; value: string; version: number }[]
    }
  }
}

const advance = (by: number) => world().clock.move(new Date(world().clock.now().getTime() + by))

let coordinator: Caller
let assessmentId: string
let figure: { elementCode: string; year: number; value: string; version: number }

beforeAll(async () => {
  coordinator = await world().as('COORDINATOR', 'XAL')
  const { id, working: content } = await working(coordinator)
  assessmentId = id
  figure = content.values.find(({ value }) => value !== null && /^\d+$/.test(value))!
  await coordinator.query(SET, {
    input: { assessmentId, locale: 'EN', choices: [{ kpiCode: 'TF-01-1', level: 'PUBLIC' }, { kpiCode: 'TF-01-2', level: 'WCO' }] },
  }) // prettier-ignore
  const { elementCode, year, value, version } = figure
  for (const at of [0, 1]) {
    advance(60_000)
    const saved = await coordinator.query(SAVE, {
      input: { assessmentId, cells: [{ elementCode, year, value: String(Number(value) + at), expectedVersion: version + at }] },
    }) // prettier-ignore
    if (!saved.data.dataValuesSave.results[0].isSaved) throw new Error('The figure was not saved.')
  }
  await coordinator.query(
    `mutation { cycleClose(input: { cycleId: "x", expectedVersion: 1 }) { problems { code } } }`,
  )
}, 60_000)

describe('the log of an administration', () => {
  test('tells its coordinator who did what, with the values of the history before and after', async () => {
    const { nodes } = await entriesOf(coordinator, { action: 'dataValuesSave' })

    expect(nodes[0]).toMatchObject({
      action: 'dataValuesSave', outcome: 'DONE', hat: 'COORDINATOR', actor: { name: coordinator.name },
      administration: { code: 'XAL' }, cycle: null,
      object: { type: 'Assessment', id: assessmentId, name: expect.stringContaining(' · ') },
      changes: [
        { field: 'DataValue.value', subject: `${figure.elementCode} ${figure.year}`, access: 'VISIBLE',
          before: figure.value, after: String(Number(figure.value) + 1) },
      ],
    }) // prettier-ignore
  })

  test('is the same for its approver and empty for everybody else in it', async () => {
    const approver = await world().as('APPROVER', 'XAL')
    const [own, theirs] = [await entriesOf(coordinator), await entriesOf(approver)]

    expect(theirs.nodes.map(({ id }: { id: string }) => id)).toEqual(
      own.nodes.map(({ id }: { id: string }) => id),
    )
    for (const role of ['CONTRIBUTOR', 'VIEWER']) {
      expect(await entriesOf(await world().as(role, 'XAL'))).toMatchObject({
        totalCount: 0,
        nodes: [],
      })
    }
  })

  test('does not exist for another administration: no row, no count, no cursor, no place', async () => {
    const stranger = await world().as('COORDINATOR', 'XWE')
    const [entry] = (await entriesOf(coordinator, { first: 1 })).nodes
    const { pageInfo } = await entriesOf(coordinator, { first: 1 })
    const place = (chain: string, seq: number) =>
      stranger.query(
        'query ($chain: String!, $seq: Int!) { auditEntry(chain: $chain, seq: $seq) { id } }',
        { chain, seq },
      )

    for (const filter of [
      {},
      { administration: 'XAL' },
      { object: assessmentId },
      { after: pageInfo.endCursor },
      { actor: entry.actor.id },
    ]) {
      const { totalCount, nodes } = await entriesOf(stranger, filter)
      expect(totalCount).toBe(filter.after ? totalCount : nodes.length)
      expect(
        nodes.filter(
          ({ administration }: { administration: { code: string } | null }) =>
            administration?.code !== 'XWE',
        ),
      ).toEqual([])
    }
    const [hidden, made] = [await place(entry.chain, entry.seq), await place(entry.chain, 999_999)]
    expect(hidden.data).toEqual({ auditEntry: null })
    expect(hidden.data).toEqual(made.data)
  })

  test('shows a refusal without naming what was asked for', async () => {
    const { nodes } = await entriesOf(coordinator, { outcome: 'REFUSED' })

    expect(nodes).toMatchObject([{ action: 'cycleClose', object: null, changes: [], cycle: null }])
  })
})

describe('the log as the secretariat reads it', () => {
  test('is whole for the administrator, who is shown no content of a member', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    const saved = (await entriesOf(administrator, { action: 'dataValuesSave' })).nodes[0]
    const chosen = (
      await entriesOf(administrator, { action: 'disclosureSet', administration: 'XAL' })
    ).nodes[0]

    expect(saved).toMatchObject({
      administration: { code: 'XAL' },
      object: { type: 'Assessment', id: null, name: null },
      changes: [
        { field: 'DataValue.value', subject: null, access: 'WITHHELD', before: null, after: null },
      ],
    })
    // Nobody has signed the choice yet.
    expect(chosen.changes).toEqual([
      {
        field: 'ConsentRecord.level',
        subject: null,
        access: 'WITHHELD',
        before: null,
        after: null,
      },
    ])
  })

  test('is for the cycle officer what concerns a cycle, never work before a submission', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const { nodes } = await entriesOf(officer)

    expect(nodes.length).toBeGreaterThan(0)
    expect(nodes.filter(({ cycle }: { cycle: object | null }) => cycle === null)).toEqual([])
    expect((await entriesOf(officer, { action: 'dataValuesSave' })).totalCount).toBe(0)
    expect((await entriesOf(officer, { object: assessmentId })).nodes[0]).toMatchObject({
      action: 'disclosureSet',
      object: { id: assessmentId },
    })
  })

  test('is empty for editor, observer and reviewers', async () => {
    for (const role of ['METHODOLOGY_EDITOR', 'PMMPT_OBSERVER']) {
      expect((await entriesOf(await world().as(role))).totalCount).toBe(0)
    }
    const reviewer = await (await world().as('REVIEWER')).query('{ auditEntries { totalCount } }')
    expect(reviewer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is filtered by act, person, object, time and outcome, and paged by cursor', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    const [saved] = (await entriesOf(administrator, { action: 'dataValuesSave' })).nodes
    // What the demonstration tells of its past lies before.
    const from = new Date(world().clock.now().getTime() - 86_400_000)
    const by = (filter: object) =>
      entriesOf(administrator, { administration: 'XAL', from, ...filter })
    const actions = ({ nodes }: { nodes: readonly { action: string }[] }) =>
      nodes.map(({ action }) => action)

    expect(actions(await by({}))).toEqual([
      'cycleClose',
      'dataValuesSave',
      'dataValuesSave',
      'disclosureSet',
    ])
    expect(actions(await by({ from: saved.at }))).toEqual(['cycleClose', 'dataValuesSave'])
    expect(actions(await by({ until: saved.at }))).toEqual(['dataValuesSave', 'disclosureSet'])
    expect(actions(await by({ outcome: 'REFUSED' }))).toEqual(['cycleClose'])
    expect((await by({ actor: saved.actor.id })).totalCount).toBe(4)
    expect((await by({ actor: assessmentId })).totalCount).toBe(0)
    expect((await by({ administration: 'ZZZ' })).totalCount).toBe(0)

    const first = await by({ first: 3 })
    const rest = await by({ first: 3, after: first.pageInfo.endCursor })
    expect([...actions(first), ...actions(rest)]).toEqual(actions(await by({})))
    expect(rest.pageInfo.hasNextPage).toBe(false)
  })

  test('refuses a made-up cursor', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    for (const key of [['x'], ['2026-01-01T00:00:00Z', 'a', 'x'], ["' or true --", 'a', '1']]) {
      const after = Buffer.from(JSON.stringify(key)).toString('base64url')
      const { errors } = await administrator.query(ENTRIES, { after })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'CURSOR' })
    }
  })
})

describe('values in the log', () => {
  test('follow the right to the field as it is now: a withdrawal takes them from the officer', async () => {
    const officer = await world().as('CYCLE_OFFICER')
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        id: string
        code: string
        number: number
      }>`select s.id, a.code, s.submission_count as number
        from assessment s join administration a on a.id = s.administration_id join cycle c on c.id = s.cycle_id
        where c.code = 'C2024' and s.status = 'SUBMITTED' order by a.code limit 1`.execute(db),
    )
    const [submitted] = rows
    await world().asOwner(({ db }) =>
      sql`select audit_append(s.administration_id::text, ${world().clock.now().toISOString()}::timestamptz, s.started_by, null,
        'A', s.administration_id, 'assessmentSubmit', 'DONE', 'Assessment', s.id::text, 'test',
        ${`{"from":"DRAFT","number":${submitted!.number},"to":"SUBMITTED"}`}, s.cycle_id)
        from assessment s where s.id = ${submitted!.id}::uuid`.execute(db),
    )
    const read = async () =>
      (await entriesOf(officer, { action: 'assessmentSubmit', administration: submitted!.code }))
        .nodes[0]
    const before = await read()
    await world().asOwner(({ db }) =>
      sql`update assessment set status = 'WITHDRAWN' where id = ${submitted!.id}::uuid`.execute(db),
    )
    const after = await read()

    const values = ({ changes }: { changes: readonly { field: string; access: string }[] }) =>
      changes.filter(({ field }) => field === 'KpiResponse.value')
    expect(values(before).length).toBeGreaterThan(10)
    expect(values(before).every(({ access }) => access === 'VISIBLE')).toBe(true)
    expect(values(after)).toEqual([
      { field: 'KpiResponse.value', subject: null, access: 'WITHHELD', before: null, after: null },
    ])
  })
})

describe('anchors', () => {
  let folder: string
  const alarms: string[] = []
  const anchoring = () =>
    new Anchoring({
      file: new AnchorFile(join(folder, 'anchors.jsonl')),
      onAlarm: (reason, detail) => alarms.push(`${reason} ${detail}`),
    })
  const lines = () => readFileSync(join(folder, 'anchors.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { chain: string; seq: number; hash: string; at: string }) // prettier-ignore
  const due = (each: Anchoring) =>
    world().database.write(workerIdentity, (scope) =>
      each.due({ ...scope, now: world().clock.now() } as never),
    )
  const HOUR = 60 * 60 * 1000

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pmm-anchors-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('copy the head of each chain out of the database, once an hour for several processes', async () => {
    const [one, other] = [anchoring(), anchoring()]
    await due(one)
    const first = lines()
    await due(one)
    await due(other)

    expect(lines()).toEqual(first)
    const { rows } = await world().asOwner(({ db }) =>
      sql<{
        chain: string
        seq: number
        hash: string
      }>`select chain, seq::int as seq, encode(hash, 'hex') as hash
        from audit_head where seq > 0 order by chain`.execute(db),
    )
    expect(first.map(({ at: _, ...head }) => head)).toEqual(rows)

    await coordinator.query(SET, {
      input: { assessmentId, locale: 'EN', choices: [{ kpiCode: 'TF-01-1', level: 'WCO' }] },
    })
    advance(HOUR)
    await due(other)
    await due(one)
    const [moved, ...others] = lines().slice(first.length)
    expect(others).toEqual([])
    expect(moved!.seq).toBe(first.find(({ chain }) => chain === moved!.chain)!.seq + 1)
  })

  test('survive a restart and are made up at a stop, where nothing new is nothing', async () => {
    const before = lines().length
    await anchoring().stop(world().database, world().clock)
    expect(lines()).toHaveLength(before)

    await coordinator.query(SET, {
      input: { assessmentId, locale: 'EN', choices: [{ kpiCode: 'TF-01-1', level: 'NATIONAL' }] },
    })
    advance(1)
    await anchoring().stop(world().database, world().clock)
    expect(lines()).toHaveLength(before + 1)
    expect(alarms).toEqual([])
  })

  test('tell the administrator whether the log still holds what was anchored', async () => {
    const administrator = await world().as('ADMINISTRATOR')
    const ask = async (caller: Caller) =>
      (
        await caller.query(
          '{ auditAnchor { at chains isIntact brokenChain brokenSeq entriesSince } }',
        )
      ).data.auditAnchor
    expect(await ask(administrator)).toMatchObject({
      isIntact: true,
      brokenChain: null,
      entriesSince: 0,
    })
    expect(await ask(await world().as('CYCLE_OFFICER'))).toBeNull()

    const { chain, seq } = lines().at(-1)!
    const forged = createHash('sha256').update('forged').digest()
    await world().asOwner(async ({ db }) => {
      await sql`alter table audit_entry disable trigger user`.execute(db)
      await sql`update audit_entry set hash = ${forged} where chain = ${chain} and seq = ${seq}`.execute(
        db,
      )
      await sql`alter table audit_entry enable trigger user`.execute(db)
    })
    advance(HOUR)
    await due(anchoring())

    expect(alarms).toEqual([`BROKEN ${chain} ${seq}`])
    expect(await ask(administrator)).toMatchObject({
      isIntact: false,
      brokenChain: chain,
      brokenSeq: seq,
    })
  })

  test('that cannot be written raise an alarm and hold nothing else up', async () => {
    const told: string[] = []
    const file = new AnchorFile(join(folder, 'anchors.jsonl', 'below-a-file'))
    const failing = new Anchoring({ file, onAlarm: (reason) => told.push(reason) })
    advance(HOUR)

    await due(failing)
    await due(failing)

    expect(told).toEqual(['FAILED'])
  })
})
