import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()
const VERSION = 'PMM-SERIES'
const HEAD = 'frameworkVersion { id version } problems { reason path }'
const mutation = (name: string, rest: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${rest} } }`
const SERIES = `query ($version: String!, $code: String!, $group: String) {
  kpiSeries(version: $version, code: $code, group: $group) {
    kpi { code frameworkVersion { code } }
    breaks { code ancestorCode relation isBreak note(locale: FR) }
    points { isComparable isConverted isBreakBefore comparableMean
      kpi { code frameworkVersion { code } } figure { access n nBand mean peerGroup { code } } release { code } } } }`
const NOTE = { en: 'Counted otherwise.', fr: 'Compté autrement.' }

let editor: Caller

async function done(caller: Caller, name: string, rest: string, input: Record<string, unknown>) {
  const { data, errors } = await caller.query(mutation(name, rest), { input })
  expect([errors, data[name].problems]).toEqual([undefined, []])
  return data[name]
}

const seriesOf = async (
  code: string,
  { caller = world().nobody(), version = VERSION, group = null as string | null } = {},
) => {
  const { data, errors } = await caller.query(SERIES, { version, code, group })
  expect(errors).toBeUndefined()
  return data.kpiSeries
}

/** One link of the new version: its formula, and what becomes of the series. */
async function changes(
  versionId: string,
  code: string,
  formula: string,
  conversion: string | null,
) {
  const { data } = await editor.query(
    `{ kpi(version: "${VERSION}", code: "${code}") { id version } }`,
  )
  await done(editor, 'kpiUpdate', 'problems { reason }', {
    kpiId: data.kpi.id, expectedVersion: data.kpi.version, formula,
  }) // prettier-ignore
  await done(editor, 'lineageSet', 'problems { reason path message }', {
    versionId, kind: 'KPI', code, ancestors: [code], relation: 'FORMULA_CHANGED',
    comparability: conversion ? 'WITH_CONVERSION' : 'NOT_COMPARABLE', conversion, note: NOTE, expectedVersion: 0,
  }) // prettier-ignore
}

/** The means of the first cycle are set, so that what follows can be computed by hand. */
const MEANS = [
  ['C2022-R1', 'TF-01-1', '98.1', 62],
  ['C2022-R1', 'TF-01-2', '70.5', 40],
  ['C2022-R1', 'TF-01-3', '61', null],
  ['C2022-R1', 'TF-04-2', '50', null],
  ['C2026-R1', 'TF-01-1', '49.3', 55],
  ['C2026-R1', 'TF-01-2', '12.5', 30],
  ['C2026-R1', 'TF-01-3', '63', null],
  ['C2026-R1', 'TF-04-2', '25', null],
] as const

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
  const second = await world().as('METHODOLOGY_EDITOR', undefined, 1)
  const observer = await world().as('PMMPT_OBSERVER')
  const base = (await editor.query('{ frameworkVersion(code: "PMM-V1-DEMO") { id } }')).data
  const created = await done(editor, 'frameworkVersionCreate', HEAD, {
    baseVersionId: base.frameworkVersion.id, code: VERSION, kind: 'REVISION', changeNotes: NOTE,
  }) // prettier-ignore
  const versionId = created.frameworkVersion.id
  await changes(versionId, 'TF-01-1', '100*A/B-50*A/B', 'V/2')
  await changes(versionId, 'TF-01-2', '100*A/B-50*A/B', null)
  await changes(versionId, 'TF-04-2', '100*A*A/(B*B)', 'V*V/100')
  const draft = (await editor.query(`{ frameworkVersion(code: "${VERSION}") { version } }`)).data
  const submitted = await done(editor, 'frameworkVersionSubmit', HEAD, {
    versionId, expectedVersion: draft.frameworkVersion.version,
  }) // prettier-ignore
  const approved = await done(observer, 'frameworkVersionApprove', HEAD, {
    versionId, expectedVersion: submitted.frameworkVersion.version,
    sessionName: 'Session 1', decidedOn: '2026-11-02', document: 'PMMPT/1',
  }) // prettier-ignore
  await done(second, 'frameworkVersionPublish', HEAD, {
    versionId, expectedVersion: approved.frameworkVersion.version, councilWaiver: 'Demonstration.',
  }) // prettier-ignore
  await world().asOwner(async ({ db }) => {
    await sql`insert into cycle (id, code, number, name, framework_version_id, status, reporting_year, previous_year, opens_at, closes_at, is_demonstration)
      select gen_random_uuid(), 'C2026', 9, name, (select id from framework_version where code = ${VERSION}), 'REPORTED', 2026, 2025, opens_at, closes_at, true
      from cycle where code = 'C2022'`.execute(db)
    await sql`insert into release (id, code, cycle_id, name, status, built_by, requested_at, built_at, published_at, is_demonstration)
      select gen_random_uuid(), 'C2026-R1', (select id from cycle where code = 'C2026'), name, 'PUBLISHED', built_by, requested_at, built_at, published_at, true
      from release where code = 'C2022-R1'`.execute(db)
    await sql`alter table release_cell disable trigger user`.execute(db)
    await sql`delete from release_cell_internal where cell_id in (select id from release_cell where kpi_code in ('TF-01-1', 'TF-01-2', 'TF-01-3', 'TF-04-2'))`.execute(
      db,
    )
    await sql`delete from release_cell where kpi_code in ('TF-01-1', 'TF-01-2', 'TF-01-3', 'TF-04-2')`.execute(
      db,
    )
    for (const [release, kpi, mean, n] of MEANS) {
      for (const edition of ['PUBLIC', 'MEMBERS']) {
        // Members read a finer figure, so that the two editions can be told apart.
        const figure = edition === 'PUBLIC' ? mean : `${mean}${mean.includes('.') ? '' : '.'}5`
        await sql`insert into release_cell (id, release_id, edition, kpi_code, group_code, access, n, n_band, mean, method)
          select gen_random_uuid(), id, ${edition}, ${kpi}, 'ALL', 'VISIBLE', ${n}, ${n === null ? '10-19' : '20+'}, ${figure}::numeric, 'test'
          from release where code = ${release}`.execute(db)
      }
    }
  })
})

describe('P9: the series of a KPI', () => {
  test('goes on through a conversion: 98.1 halved is 49.1, and is marked as converted', async () => {
    const { kpi, points, breaks } = await seriesOf('TF-01-1')

    expect(kpi).toEqual({ code: 'TF-01-1', frameworkVersion: { code: VERSION } })
    expect(breaks).toEqual([])
    expect(points).toMatchObject([
      { kpi: { frameworkVersion: { code: 'PMM-V1-DEMO' } }, release: { code: 'C2022-R1' }, figure: { mean: '98.1', n: 62 },
        comparableMean: '49.1', isComparable: true, isConverted: true, isBreakBefore: false },
      { kpi: { frameworkVersion: { code: VERSION } }, release: { code: 'C2026-R1' }, figure: { mean: '49.3', n: 55 },
        comparableMean: '49.3', isComparable: true, isConverted: false, isBreakBefore: false },
    ]) // prettier-ignore
  })

  test('breaks with its reason where nothing is stored that joins the two', async () => {
    const { points, breaks } = await seriesOf('TF-01-2')

    expect(breaks).toEqual([{ code: 'TF-01-2', ancestorCode: 'TF-01-2', relation: 'FORMULA_CHANGED', isBreak: true, note: NOTE.fr }]) // prettier-ignore
    expect(points).toMatchObject([
      { figure: { mean: '70.5' }, isComparable: false, comparableMean: null, isBreakBefore: false },
      { figure: { mean: '12.5' }, isComparable: true, comparableMean: '12.5', isBreakBefore: true },
    ])
  })

  test('joins what did not change, and carries no mean through a formula that is no straight line', async () => {
    const same = await seriesOf('TF-01-3')
    expect(same.points).toMatchObject([
      { comparableMean: '61', isConverted: false },
      { comparableMean: '63', isConverted: false },
    ])
    const curved = await seriesOf('TF-04-2')
    expect(curved.points).toMatchObject([
      { figure: { mean: '50' }, isComparable: true, isConverted: true, comparableMean: null },
      { comparableMean: '25' },
    ])
  })

  test('is read back from a KPI, never ahead of it', async () => {
    const { points } = await seriesOf('TF-01-1', { version: 'PMM-V1-DEMO' })

    expect(points).toMatchObject([{ release: { code: 'C2022-R1' }, comparableMean: '98.1' }])
  })

  test('is of the viewer’s edition and of one group, and suppressed figures stay so', async () => {
    const member = await world().as('COORDINATOR')
    const own = await seriesOf('TF-01-1', { caller: member })
    expect(own.points).toMatchObject([{ figure: { mean: '98.15' } }, { figure: { mean: '49.35' } }])
    const shown = await seriesOf('TF-01-1', { caller: member, group: 'ALL' })
    expect(shown).toEqual(own)

    await world().asOwner(({ db }) => sql`update release_cell set access = 'SUPPRESSED', mean = null, n = null, n_band = null
      where kpi_code = 'TF-01-1' and release_id = (select id from release where code = 'C2022-R1')`.execute(db)) // prettier-ignore
    const { points } = await seriesOf('TF-01-1')
    expect(points[0]).toMatchObject({
      figure: { access: 'SUPPRESSED', mean: null },
      isComparable: true,
      comparableMean: null,
    })
  })

  test('is not there where there is no such KPI or group, or no version the viewer sees', async () => {
    const base = (await editor.query('{ frameworkVersion(code: "PMM-V1-DEMO") { id } }')).data
    await done(editor, 'frameworkVersionCreate', HEAD, {
      baseVersionId: base.frameworkVersion.id, code: 'PMM-HIDDEN', kind: 'REVISION', changeNotes: NOTE,
    }) // prettier-ignore

    expect(await seriesOf('TF-01-1', { version: 'PMM-HIDDEN' })).toBeNull()
    expect(await seriesOf('TF-99-1')).toBeNull()
    expect(await seriesOf('TF-01-1', { group: 'NOWHERE' })).toBeNull()
    const drafted = await seriesOf('TF-01-1', { version: 'PMM-HIDDEN', caller: editor })
    expect(drafted.points).toHaveLength(1)
  })
})
