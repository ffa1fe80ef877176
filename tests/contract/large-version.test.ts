import { beforeAll, expect, test } from 'vitest'
import { largeCatalogue } from '../../server/bench/large-catalogue.ts'
import { importCatalogue } from '../../server/src/framework'
import { useWorld, type Caller } from '../setup/world.ts'

const world = useWorld()
const SIZES = { small: 51, large: 2_000 } as const
const NOW = new Date('2026-10-01T00:00:00Z')

let editor: Caller
let observer: Caller
let officer: Caller

beforeAll(async () => {
  for (const size of Object.values(SIZES)) {
    await world().asOwner(({ db }) =>
      importCatalogue(db, world().services.ids, largeCatalogue(`BASE-${size}`, size), {
        publishedAt: NOW,
      }),
    )
  }
  editor = await world().as('METHODOLOGY_EDITOR')
  observer = await world().as('PMMPT_OBSERVER')
  officer = await world().as('CYCLE_OFFICER')
}, 120_000)

const HEAD = 'id version status'
const mutation = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    problems { reason path message } frameworkVersion { ${HEAD} } } }`

async function headOf(caller: Caller, code: string) {
  const { data } = await caller.query(`query ($code: String!) { frameworkVersion(code: $code) { ${HEAD} } }`, { code }) // prettier-ignore
  return data.frameworkVersion
}

/** What a version goes through, each step with the statements it took. */
async function stepsOf(size: number): Promise<Record<string, number>> {
  const code = `COPY-${size}`
  const statements: Record<string, number> = {}
  const step = async (name: string, caller: Caller, document: string, variables: object) => {
    let payload: any // oxlint-disable-line no-explicit-any
    statements[name] = await world().database.counter.during(async () => {
      const { data, errors } = await caller.query(document, variables as Record<string, unknown>)
      expect(errors).toBeUndefined()
      payload = Object.values(data)[0]
    })
    expect(payload?.problems ?? []).toEqual([])
    return payload
  }
  const act = (name: string, caller: Caller, input: object) =>
    step(name, caller, mutation(name), { input })

  const base = await headOf(editor, `BASE-${size}`)
  const draft = await act('frameworkVersionCreate', editor, {
    baseVersionId: base.id, code, kind: 'REVISION', changeNotes: { en: 'Large.', fr: 'Grande.' },
  }) // prettier-ignore
  const tree = await step(
    'tree',
    editor,
    'query ($code: String!) { frameworkVersion(code: $code) { dimensions { outcomes { kpis { id code version name relation } } } dataElements { code } } }',
    { code },
  )
  const [kpi] = tree.dimensions[0].outcomes[0].kpis
  await step(
    'kpiUpdate',
    editor,
    'mutation ($input: KpiUpdateInput!) { kpiUpdate(input: $input) { problems { reason path } kpi { relation } } }',
    { input: { kpiId: kpi.id, expectedVersion: kpi.version, weight: '2' } },
  )
  const expected = { versionId: draft.frameworkVersion.id }
  await act('frameworkVersionSubmit', editor, { ...expected, expectedVersion: (await headOf(editor, code)).version }) // prettier-ignore
  await act('frameworkVersionApprove', observer, {
    ...expected, expectedVersion: (await headOf(observer, code)).version,
    sessionName: 'Session 1', decidedOn: '2026-10-30', document: 'PMMPT/1',
  }) // prettier-ignore
  await act('frameworkVersionPublish', officer, {
    ...expected, expectedVersion: (await headOf(officer, code)).version, councilWaiver: 'Demonstration catalogue.',
  }) // prettier-ignore
  return statements
}

test('a version of 2,000 KPIs takes as many statements as one of 51', async () => {
  const small = await stepsOf(SIZES.small)
  const large = await stepsOf(SIZES.large)

  expect(large).toEqual(small)
}, 120_000)
