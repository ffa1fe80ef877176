import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, globalId } from '../../server/src/platform'
import { changedUnaudited } from '../setup/watch.ts'
import { useWorld, type Caller } from '../setup/world.ts'
import { openAsOwner, type OwnerDatabase } from './owner-database.ts'

const world = useWorld()
const owner = { role: 'pmm_owner', settings: {} } as const
let everything: OwnerDatabase

beforeAll(async () => {
  everything = await openAsOwner(world())
})
afterAll(() => everything?.close())

interface Entry {
  readonly chain: string
  readonly seq: string | number
  readonly action: string
  readonly outcome: string
  readonly hat: string | null
  readonly objectType: string | null
  readonly objectId: string | null
  readonly cycleId: string | null
  readonly payload: string
}

const entriesAfter = async (work: () => Promise<unknown>): Promise<readonly Entry[]> => {
  const heads = await headsNow()
  await work()
  const { rows } = await everything.database.read(owner, (db) =>
    sql<Entry>`select chain, seq, action, outcome, hat, object_type, object_id, cycle_id, payload
      from audit_entry order by at, chain, seq`.execute(db),
  )
  return rows.filter(({ chain, seq }) => Number(seq) > (heads.get(chain) ?? 0))
}

const headsNow = async () => {
  const { rows } = await everything.database.read(owner, (db) =>
    sql<{ chain: string; seq: string | number }>`select chain, seq from audit_head`.execute(db),
  )
  return new Map(rows.map(({ chain, seq }) => [chain, Number(seq)]))
}

const assessmentOf = async (caller: Caller, cycle = 'C2024') => {
  const { data } = await caller.query(
    'query ($cycle: String!) { myAssessment(cycle: $cycle) { id version } }',
    { cycle },
  )
  return data.myAssessment as { id: string; version: number }
}

const SET = `mutation ($input: DisclosureSetInput!) { disclosureSet(input: $input) { problems { code } } }`
const CONFIRM = `mutation ($input: DisclosureConfirmInput!) { disclosureConfirm(input: $input) { problems { code } } }`

describe('a change', () => {
  test('is one line in the chain of the administration, without its content', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await assessmentOf(coordinator)

    const [entry, ...more] = await entriesAfter(() =>
      coordinator.query(SET, {
        input: { assessmentId: id, choices: [{ kpiCode: 'TF-01-1', level: 'WCO' }], locale: 'EN' },
      }),
    )

    expect(more).toEqual([])
    expect(entry).toMatchObject({
      action: 'disclosureSet',
      outcome: 'DONE',
      hat: 'N',
      objectType: 'Assessment',
    })
    expect(entry!.cycleId).not.toBeNull()
    const { content } = JSON.parse(entry!.payload) as { content: object }
    expect(content).toEqual({
      after: expect.stringMatching(/^[0-9a-f]{64}$/),
      before: expect.stringMatching(/^[0-9a-f]{64}$/),
      count: 1,
    })
  })

  test('is written as canonical JSON, whatever it says', async () => {
    const odd = { é: 'a"\\\u0001\n\u007f€\u2028', b: [1, null, { z: true, a: '' }], a: 0.1 }
    const [entry] = await entriesAfter(() =>
      everything.database.write(owner, ({ db }) =>
        sql`select audit_append('secretariat', now(), null, null, 'O', null, 'odd"\\', 'DONE', null, ${odd.é},
          'x', ${canonicalJson(odd)}, null)`.execute(db),
      ),
    )

    expect(canonicalJson(JSON.parse(entry!.payload))).toBe(entry!.payload)
    expect(JSON.parse(entry!.payload)).toMatchObject({
      content: odd,
      action: 'odd"\\',
      seq: Number(entry!.seq),
    })
  })

  test('that left no line would be noticed', async () => {
    const { rows } = await world().asOwner(({ db }) =>
      sql<{ id: string; administrationId: string; personId: string }>`
        select k.id, k.administration_id, r.person_id from kpi_response k
        join person_role r on r.administration_id = k.administration_id and r.role = 'COORDINATOR' limit 1`.execute(
        db,
      ),
    )
    const [{ id, administrationId, personId } = { id: '', administrationId: '', personId: '' }] =
      rows
    const settings = { hat: 'N', person: personId, administration: administrationId }
    await world().database.write({ role: 'pmm_app', settings }, ({ db }) =>
      sql`update kpi_response set looked_at = now() where id = ${id}::uuid`.execute(db),
    )

    expect(await world().asOwner(({ db }) => changedUnaudited(db))).toEqual([
      'kpi_response by pmm_app',
    ])
    await world().asOwner(({ db }) =>
      sql`delete from watch.touched where relation = 'kpi_response'`.execute(db),
    )
  })
})

describe('a refusal', () => {
  test('at the gate is one line in the actor’s own chain', async () => {
    const approver = await world().as('APPROVER', 'XAL')

    const entries = await entriesAfter(() =>
      approver.query(
        `mutation ($input: AssessmentExtendInput!) { assessmentExtend(input: $input) { problems { code } } }`,
        {
          input: { cycleId: globalId('CY', randomUUID()), administrationId: globalId('AD', randomUUID()),
            until: '2027-03-01T00:00:00Z', reason: 'x' },
        }, // prettier-ignore
      ),
    )

    expect(entries).toMatchObject([
      { action: 'assessmentExtend', outcome: 'REFUSED', hat: 'A', objectType: null, cycleId: null },
    ])
    expect(entries[0]!.payload).toContain('"codes":["FORBIDDEN"]')
  })

  test('by the policy or for the state is one line too', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await assessmentOf(coordinator)
    const { id: accepted } = await assessmentOf(await world().as('COORDINATOR', 'XWE'))
    const xwe = await world().as('COORDINATOR', 'XWE')

    const entries = await entriesAfter(async () => {
      await coordinator.query(CONFIRM, { input: { assessmentId: id, locale: 'EN' } })
      await xwe.query(
        `mutation ($input: DisclosureSetInput!) { disclosureSet(input: $input) { problems { code } } }`,
        {
          input: {
            assessmentId: id,
            choices: [{ kpiCode: 'TF-01-1', level: 'WCO' }],
            locale: 'EN',
          },
        },
      )
      await xwe.query(
        `mutation ($input: AssessmentDecideInput!) { assessmentRequestApproval(input: $input) { problems { code } } }`,
        { input: { assessmentId: accepted, expectedVersion: 1 } },
      )
    })

    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`).toSorted()).toEqual([
      'assessmentRequestApproval REFUSED',
      'disclosureConfirm REFUSED',
      'disclosureSet REFUSED',
    ])
  })

  test('of a hidden id and of a made-up one leaves the same line', async () => {
    const stranger = await world().as('COORDINATOR', 'XWE')
    const { id: hidden } = await assessmentOf(await world().as('COORDINATOR', 'XAL'))
    const entries = await entriesAfter(async () => {
      for (const assessmentId of [hidden, globalId('AS', randomUUID())]) {
        await stranger.query(SET, {
          input: { assessmentId, choices: [{ kpiCode: 'TF-01-1', level: 'WCO' }], locale: 'EN' },
        })
      }
    })

    const alike = ({ payload }: Entry) => {
      const {
        seq: _,
        at: __,
        request: ___,
        objectId,
        ...told
      } = JSON.parse(payload) as Record<string, unknown>
      expect(objectId).toMatch(/^[0-9a-f]{64}$/)
      return told
    }
    expect(entries).toHaveLength(2)
    expect(alike(entries[0]!)).toEqual(alike(entries[1]!))
    expect(JSON.stringify(entries)).not.toContain(hidden)
  })

  test('hides what was typed: another level is refused with the same hash', async () => {
    const stranger = await world().as('COORDINATOR', 'XWE')
    const assessmentId = globalId('AS', randomUUID())
    const entries = await entriesAfter(async () => {
      for (const level of ['WCO', 'PUBLIC'])
        await stranger.query(SET, {
          input: { assessmentId, choices: [{ kpiCode: 'TF-01-1', level }], locale: 'EN' },
        })
    })

    expect(new Set(entries.map(({ objectId }) => objectId)).size).toBe(1)
  })

  test('of ordinary input is no line', async () => {
    const coordinator = await world().as('COORDINATOR', 'XAL')
    const { id } = await assessmentOf(coordinator)

    const entries = await entriesAfter(() =>
      coordinator.query(SET, { input: { assessmentId: id, choices: [], locale: 'EN' } }),
    )

    expect(entries).toEqual([])
  })
})
