/* oxlint-disable typescript/no-explicit-any -- answers of many shapes are read by their fields. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '#platform'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()

const PROBLEMS = 'problems { code reason path }'
const OUTCOME = `id code sdgs { goal } instruments { code }
  sdgMappings { sdg { goal } sdgTarget { code } strength rationale(locale: FR) rationaleLocale(locale: FR)
    translationStatus { text state } provenance { status } version }
  instrumentMappings { instrument { code } strength rationale(locale: EN) version }`
const VERSION = `query ($code: String!) { frameworkVersion(code: $code) { id version contentHash
  dimensions { outcomes { ${OUTCOME} } } kpis { id code version sdgTargets { code goal } instruments { code } }
  openProblems { reason path } sdgs { goal targets { code } } } }`
const SET = `mutation ($input: OutcomeMappingsSetInput!) { outcomeMappingsSet(input: $input) { ${PROBLEMS}
  expectedOutcomes { ${OUTCOME} } } }`
const REMOVE = `mutation ($input: OutcomeMappingsRemoveInput!) { outcomeMappingsRemove(input: $input) { ${PROBLEMS}
  expectedOutcomes { code sdgs { goal } sdgMappings { sdg { goal } } } } }`
const CREATE = `mutation ($input: FrameworkVersionCreateInput!) { frameworkVersionCreate(input: $input) { ${PROBLEMS} } }`
const OUTCOME_UPDATE = `mutation ($input: ExpectedOutcomeUpdateInput!) { expectedOutcomeUpdate(input: $input) { ${PROBLEMS}
  expectedOutcome { ${OUTCOME} version } } }`
const KPI_UPDATE = `mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) { ${PROBLEMS}
  kpi { code version sdgTargets { code } instruments { code } } } }`

const UNDO = `mutation ($input: FrameworkChangeUndoInput!) { frameworkChangeUndo(input: $input) { ${PROBLEMS} } }`

const DEMO = 'PMM-V1-DEMO'

let editor: Caller
let second: Caller

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  second = await world().as('METHODOLOGY_EDITOR', undefined, 1)
})

async function run(caller: Caller, document: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query<any>(document, { input })
  expect(errors).toBeUndefined()
  return Object.values(data)[0] as any
}

async function versionOf(caller: Caller, code: string) {
  const { data, errors } = await caller.query<any>(VERSION, { code })
  expect(errors).toBeUndefined()
  const version = data.frameworkVersion
  const outcomes = version?.dimensions.flatMap(({ outcomes: of }: any) => of)
  return {
    ...version,
    outcome: (wanted: string) => outcomes.find(({ code: own }: any) => own === wanted),
  }
}

async function draft(code: string) {
  const { id } = await versionOf(editor, DEMO)
  const { problems } = await run(editor, CREATE, { baseVersionId: id, code, kind: 'REVISION' })
  expect(problems).toEqual([])
  return versionOf(editor, code)
}

const reasonsOf = ({ problems }: { problems: { reason: string }[] }) =>
  problems.map(({ reason }) => reason)

const cell = (target: string, more: object = {}) => ({
  outcome: 'TF-01', kind: 'SDG', target, expectedVersion: 0, ...more,
}) // prettier-ignore

describe('mappings of the published version', () => {
  test('are public, with a strength nobody has stated shown as none', async () => {
    const { outcome, sdgs } = await versionOf(world().nobody(), DEMO)
    const { sdgMappings, instrumentMappings, sdgs: goals } = outcome('TF-01')

    expect(goals.map(({ goal }: any) => goal)).toEqual([8, 9, 12, 17])
    expect(sdgMappings.map(({ sdg, strength }: any) => [sdg.goal, strength])).toEqual([
      [8, null], [9, null], [12, null], [17, null],
    ]) // prettier-ignore
    expect(sdgMappings[0].provenance).toEqual({ status: 'CONSTRUCTED' })
    expect(instrumentMappings.map(({ instrument }: any) => instrument.code).toSorted()).toEqual(
      ['DATA_MODEL', 'RKC', 'SW_COMP', 'TFA_GUIDE'],
    ) // prettier-ignore
    expect(sdgs.flatMap(({ targets }: any) => targets)).toHaveLength(169)
  })

  test('change for nobody', async () => {
    const { id } = await versionOf(editor, DEMO)
    const answer = await run(editor, SET, {
      versionId: id,
      mappings: [cell('9.1', { strength: 3 })],
    })

    expect(reasonsOf(answer)).toEqual(['WRONG_STATE'])
  })
})

describe('mappings of a draft', () => {
  test('come with it from its base, and what is set there leaves the base alone', async () => {
    const { id, outcome } = await draft('MAP-1')
    expect(outcome('TF-01').sdgMappings).toHaveLength(4)

    const answer = await run(editor, SET, {
      versionId: id,
      mappings: [
        cell('9.1', { strength: 3, rationale: { en: 'Borders are infrastructure.', fr: 'Les frontières sont des infrastructures.' } }),
        cell('9', { strength: 1, expectedVersion: 1 }),
        { outcome: 'TF-02', kind: 'INSTRUMENT', target: 'RKC', expectedVersion: outcome('TF-02').instrumentMappings.find(({ instrument }: any) => instrument.code === 'RKC')?.version ?? 0, strength: 2 },
      ],
    }) // prettier-ignore

    expect(answer.problems).toEqual([])
    const [first, other] = answer.expectedOutcomes
    expect(first.sdgMappings.map(({ sdg, sdgTarget, strength }: any) => [sdg.goal, sdgTarget?.code ?? null, strength])).toEqual([
      [8, null, null], [9, null, 1], [9, '9.1', 3], [12, null, null], [17, null, null],
    ]) // prettier-ignore
    expect(first.sdgMappings[2]).toMatchObject({
      rationale: 'Les frontières sont des infrastructures.',
      rationaleLocale: 'FR',
      translationStatus: [{ text: 'rationale', state: 'DRAFT' }],
    })
    expect(first.sdgs.map(({ goal }: any) => goal)).toEqual([8, 9, 12, 17])
    expect(other.instrumentMappings.find(({ instrument }: any) => instrument.code === 'RKC').strength).toBe(2) // prettier-ignore
    expect((await versionOf(editor, DEMO)).outcome('TF-01').sdgMappings).toHaveLength(4)
  })

  test('are refused with every problem at once, and nothing is written', async () => {
    const { id } = await draft('MAP-2')
    const { problems } = await run(editor, SET, {
      versionId: id,
      mappings: [
        cell('9.1', { strength: 3 }),
        cell('18'),
        cell('9.9'),
        { ...cell('KYOTO'), kind: 'INSTRUMENT' },
        { ...cell('1'), outcome: 'XX-99' },
        cell('9.1', { strength: 7, rationale: { fr: 'Seulement en français.' } }),
      ],
    })

    expect(problems.map(({ reason, path }: any) => [reason, path.join('.')])).toEqual([
      ['UNKNOWN_GOAL', 'input.mappings.1.target'],
      ['UNKNOWN_GOAL', 'input.mappings.2.target'],
      ['UNKNOWN_CODE', 'input.mappings.3.target'],
      ['UNKNOWN_CODE', 'input.mappings.4.outcome'],
      ['NAMED_TWICE', 'input.mappings.5.target'],
      ['BAD_STRENGTH', 'input.mappings.5.strength'],
      ['TEXT_MISSING', 'input.mappings.5.rationale.en'],
    ])
    expect((await versionOf(editor, 'MAP-2')).outcome('TF-01').sdgMappings).toHaveLength(4)
  })

  test('that somebody changed meanwhile are a conflict with the present ones in the answer', async () => {
    const { id } = await draft('MAP-3')
    expect((await run(second, SET, { versionId: id, mappings: [cell('9', { expectedVersion: 1, strength: 3 })] })).problems).toEqual([]) // prettier-ignore

    const late = await run(editor, SET, {
      versionId: id,
      mappings: [cell('8', { expectedVersion: 1, strength: 1 }), cell('9', { expectedVersion: 1, strength: 1 })],
    }) // prettier-ignore

    expect(late.problems).toEqual([
      { code: 'CONFLICT', reason: 'STALE_VERSION', path: ['input', 'mappings', '1', 'expectedVersion'] },
    ]) // prettier-ignore
    expect(late.expectedOutcomes[0].sdgMappings.map(({ strength }: any) => strength)).toEqual([null, 3, null, null]) // prettier-ignore
  })

  test('go one by one or many at once, all or nothing', async () => {
    const { id } = await draft('MAP-4')
    const half = await run(editor, REMOVE, {
      versionId: id,
      mappings: [cell('8', { expectedVersion: 1 }), cell('2')],
    })
    expect(reasonsOf(half)).toEqual(['UNKNOWN_MAPPING'])

    const both = await run(editor, REMOVE, {
      versionId: id,
      mappings: [cell('8', { expectedVersion: 1 }), cell('9', { expectedVersion: 1 })],
    })
    expect(both.problems).toEqual([])
    expect(both.expectedOutcomes[0].sdgs.map(({ goal }: any) => goal)).toEqual([12, 17])
  })

  test('leave a line each in the history of the draft', async () => {
    const { id } = await draft('MAP-5')
    await run(editor, SET, { versionId: id, mappings: [cell('9.1'), cell('9', { expectedVersion: 1, strength: 2 })] }) // prettier-ignore
    await run(editor, REMOVE, { versionId: id, mappings: [cell('8', { expectedVersion: 1 })] })

    const lines = await world().asOwner(
      async ({ db }) =>
        (
          await sql<{
            action: string
            nodeCode: string
          }>`select c.action, c.node_code from framework_change c
            join framework_version v on v.id = c.version_id
            where v.code = 'MAP-5' and c.node_kind = 'OUTCOME_MAPPING' order by c.seq`.execute(db)
        ).rows,
    )

    expect(lines).toEqual([
      { action: 'CREATE', nodeCode: 'TF-01' },
      { action: 'UPDATE', nodeCode: 'TF-01' },
      { action: 'REMOVE', nodeCode: 'TF-01' },
    ])
  })

  test('are taken back change by change, unless somebody has changed the same since', async () => {
    const { id } = await draft('MAP-10')
    const changeOf = async () =>
      (
        await world().asOwner(({ db }) =>
          sql<{
            id: string
          }>`select c.id from framework_change c join framework_version v on v.id = c.version_id
            where v.code = 'MAP-10' and c.node_kind = 'OUTCOME_MAPPING' order by c.seq desc limit 1`.execute(
            db,
          ),
        )
      ).rows[0]!.id
    const undo = async (change: string) =>
      reasonsOf(await run(editor, UNDO, { changeId: globalId('FC', change) }))
    const strengths = async () =>
      (await versionOf(editor, 'MAP-10'))
        .outcome('TF-01')
        .sdgMappings.map(({ strength }: any) => strength)

    await run(editor, SET, {
      versionId: id,
      mappings: [cell('9', { expectedVersion: 1, strength: 2 })],
    })
    const first = await changeOf()
    await run(editor, SET, {
      versionId: id,
      mappings: [cell('9', { expectedVersion: 2, strength: 3 })],
    })
    expect(await undo(first)).toEqual(['CHANGED_SINCE'])
    expect(await undo(await changeOf())).toEqual([])
    expect(await strengths()).toEqual([null, 2, null, null])

    await run(editor, REMOVE, { versionId: id, mappings: [cell('8', { expectedVersion: 1 })] })
    expect(await undo(await changeOf())).toEqual([])
    await run(editor, SET, { versionId: id, mappings: [cell('1')] })
    expect(await undo(await changeOf())).toEqual([])
    expect(await strengths()).toEqual([null, 2, null, null])
  })

  test('speak French before the draft is submitted, where they speak at all', async () => {
    const { id } = await draft('MAP-6')
    await run(editor, SET, { versionId: id, mappings: [cell('9.1', { rationale: { en: 'Because.' } })] }) // prettier-ignore

    const { openProblems } = await versionOf(editor, 'MAP-6')

    expect(openProblems).toContainEqual({ reason: 'TEXT_MISSING', path: ['TF-01', 'rationale.9.1'] }) // prettier-ignore
  })

  test('follow the codes where only codes are given, and keep strength where a goal stays', async () => {
    const { id } = await draft('MAP-7')
    await run(editor, SET, { versionId: id, mappings: [cell('9.1', { strength: 3 })] })
    const { outcome } = await versionOf(editor, 'MAP-7')
    const { data } = await editor.query<any>(
      `{ frameworkVersion(code: "MAP-7") { dimensions { outcomes { id code version } } } }`,
    )
    const { version } = data.frameworkVersion.dimensions
      .flatMap(({ outcomes }: any) => outcomes)
      .find(({ code }: any) => code === 'TF-01')

    const answer = await run(editor, OUTCOME_UPDATE, {
      expectedOutcomeId: outcome('TF-01').id,
      expectedVersion: version,
      sdgs: [1, 9],
      instruments: ['RKC'],
    })

    expect(answer.problems).toEqual([])
    const { sdgMappings, sdgs, instruments } = answer.expectedOutcome
    expect(sdgs.map(({ goal }: any) => goal)).toEqual([1, 9])
    expect(instruments.map(({ code }: any) => code)).toEqual(['RKC'])
    expect(sdgMappings.map(({ sdg, sdgTarget, strength }: any) => [sdg.goal, sdgTarget?.code ?? null, strength])).toEqual([
      [1, null, null], [9, null, null], [9, '9.1', 3],
    ]) // prettier-ignore
  })
})

describe('a KPI of a draft', () => {
  test('has targets and instruments of its own', async () => {
    const { kpis } = await draft('MAP-8')
    const kpi = kpis.find(({ code }: any) => code === 'TF-01-1')

    const wrong = await run(editor, KPI_UPDATE, {
      kpiId: kpi.id, expectedVersion: kpi.version, sdgTargets: ['9', '9.1'], instruments: ['KYOTO'],
    }) // prettier-ignore
    const done = await run(editor, KPI_UPDATE, {
      kpiId: kpi.id, expectedVersion: kpi.version, sdgTargets: ['17.10', '9.1', '9.1'], instruments: ['RKC'],
    }) // prettier-ignore

    expect(reasonsOf(wrong)).toEqual(['UNKNOWN_GOAL', 'UNKNOWN_CODE'])
    expect(done).toMatchObject({
      problems: [],
      kpi: { version: kpi.version + 1, sdgTargets: [{ code: '9.1' }, { code: '17.10' }], instruments: [{ code: 'RKC' }] },
    }) // prettier-ignore
  })
})

describe('mappings of a version that is superseded', () => {
  test('stay readable to everybody, and change for nobody', async () => {
    const { id } = await draft('MAP-SUPERSEDED')
    const rationale = { en: 'Because.', fr: 'Parce que.' }
    await run(editor, SET, { versionId: id, mappings: [cell('9.1', { strength: 3, rationale })] })
    const of = await world().asOwner(async ({ db }) => {
      await sql`update framework_version set status = 'IN_REVIEW' where code = 'MAP-SUPERSEDED'`.execute(db)
      await sql`update framework_version set status = 'APPROVED' where code = 'MAP-SUPERSEDED'`.execute(db)
      await sql`update framework_version set status = 'PUBLISHED', published_at = now() where code = 'MAP-SUPERSEDED'`.execute(db)
      await sql`update framework_version set status = 'RETIRED', retired_at = now() where code = 'MAP-SUPERSEDED'`.execute(db)
      return sql<{ strength: number }>`select strength from outcome_mapping m join framework_version v on v.id = m.version_id
        where v.code = 'MAP-SUPERSEDED' and target = '9.1'`.execute(db)
    }) // prettier-ignore

    expect(of.rows).toEqual([{ strength: 3 }])
    const { outcome } = await versionOf(world().nobody(), 'MAP-SUPERSEDED')
    expect(outcome('TF-01').sdgMappings.find(({ sdgTarget }: any) => sdgTarget)).toMatchObject({
      sdgTarget: { code: '9.1' },
      strength: 3,
      rationale: 'Parce que.',
    })
    expect(reasonsOf(await run(editor, SET, { versionId: id, mappings: [cell('9.2')] }))).toEqual([
      'WRONG_STATE',
    ])
    for (const statement of [
      sql`update outcome_mapping set strength = 1 where version_id = (select id from framework_version where code = 'MAP-SUPERSEDED')`,
      sql`delete from outcome_mapping where version_id = (select id from framework_version where code = 'MAP-SUPERSEDED')`,
    ]) {
      await expect(world().asOwner(({ db }) => statement.execute(db))).rejects.toMatchObject({
        code: 'PM002',
      })
    }
  })
})

describe('who may map', () => {
  test('editors alone, and a draft is not there for anybody outside the secretariat', async () => {
    const { id } = await draft('MAP-9')
    const input = { versionId: id, mappings: [cell('9.1')] }
    const answers = await Promise.all(
      (['CYCLE_OFFICER', 'ADMINISTRATOR', 'PMMPT_OBSERVER'] as const).map(async (role) =>
        reasonsOf(await run(await world().as(role), SET, input)),
      ),
    )

    expect(answers).toEqual([['WRONG_HAT'], ['NOT_FOUND'], ['NOT_FOUND']])
    const stranger = await world().nobody().query<any>(SET, { input })
    expect(stranger.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED')
    expect((await versionOf(editor, 'MAP-9')).outcome('TF-01').sdgMappings).toHaveLength(4)
  })
})
