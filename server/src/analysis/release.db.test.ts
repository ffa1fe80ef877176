import { sql } from 'kysely'
import { expect, test, describe } from 'vitest'
import { useWorld, type Caller } from '../../../tests/setup/world'

const world = useWorld()

const BUILD = `mutation ($input: ReleaseBuildInput!) {
  releaseBuild(input: $input) { release { id code status } problems { code reason path } }
}`
const RELEASE = `query ($code: String!) {
  release(code: $code) {
    id code status version contentHash auditReport suppressionLog
    viewerCan { discard { allowed } embargo { allowed code } publish { allowed code } }
    benchmarks { kpi { code } access n nBand mean rule exactN }
    results(first: 100) { totalCount nodes { kpiCode access state value score reasonCode } }
  }
}`
const PUBLISH = `mutation ($input: ReleaseDecideInput!) {
  releasePublish(input: $input) { release { status publishedAt } problems { code reason } }
}`
const DISCARD = `mutation ($input: ReleaseDecideInput!) {
  releaseDiscard(input: $input) { release { status } problems { code reason } }
}`
const EMBARGO = `mutation ($input: ReleaseEmbargoInput!) {
  releaseEmbargo(input: $input) { release { status } problems { code reason path } }
}`

async function cycleId(caller: Caller, code: string): Promise<string> {
  const { data } = await caller.query('query ($code: String!) { cycle(code: $code) { id } }', {
    code,
  })
  return data.cycle.id
}

async function build(officer: Caller, code: string, cycle = 'C2020') {
  const { data } = await officer.query(BUILD, {
    input: {
      cycleId: await cycleId(officer, cycle),
      code,
      nameEn: 'A release',
      nameFr: 'Une diffusion',
    },
  })
  return data.releaseBuild
}

const releaseOf = async (caller: Caller, code: string) =>
  (await caller.query(RELEASE, { code })).data.release

describe('S10 (build, publish): a release of the closed cycle', () => {
  test('is built by one officer, published by another, and then read by everybody', async () => {
    const first = await world().as('CYCLE_OFFICER')
    const second = await world().as('CYCLE_OFFICER', undefined, 1)

    const begun = await build(first, 'C2020-R1')
    expect(begun).toMatchObject({ release: { code: 'C2020-R1', status: 'BUILDING' }, problems: [] })
    await world().worker.drain()

    const built = await releaseOf(first, 'C2020-R1')
    expect(built).toMatchObject({ status: 'BUILT', auditReport: { passed: true } })
    expect(built.contentHash).toMatch(/^[0-9a-f]{64}$/)
    expect(built.viewerCan.publish).toEqual({ allowed: false, code: 'SECOND_PERSON' })
    expect(await releaseOf(world().nobody(), 'C2020-R1')).toBeNull()

    const input = { releaseId: built.id, expectedVersion: built.version }
    const own = await first.query(PUBLISH, { input })
    expect(own.data.releasePublish.problems).toMatchObject([
      { code: 'FORBIDDEN', reason: 'SECOND_PERSON' },
    ])

    const published = await second.query(PUBLISH, { input })
    expect(published.data.releasePublish).toMatchObject({
      release: { status: 'PUBLISHED' },
      problems: [],
    })
    const open = await releaseOf(world().nobody(), 'C2020-R1')
    expect(open.benchmarks).toHaveLength(51)
    expect(open.auditReport).toBeNull()
    expect(open.benchmarks.every((cell: { rule: unknown }) => cell.rule === null)).toBe(true)
  })

  test('cannot be discarded or published again once it is published', async () => {
    const officer = await world().as('CYCLE_OFFICER', undefined, 1)
    const { id, version } = await releaseOf(officer, 'C2022-R1')
    const input = { releaseId: id, expectedVersion: version }

    const discarded = await officer.query(DISCARD, { input })
    const again = await officer.query(PUBLISH, { input })

    expect(discarded.data.releaseDiscard.problems).toMatchObject([
      { code: 'CONFLICT', reason: 'WRONG_STATE' },
    ])
    expect(again.data.releasePublish.problems).toMatchObject([
      { code: 'CONFLICT', reason: 'WRONG_STATE' },
    ])
    expect((await releaseOf(officer, 'C2022-R1')).status).toBe('PUBLISHED')
  })

  test('names everything wrong with its request at once', async () => {
    const officer = await world().as('CYCLE_OFFICER')

    const { data } = await officer.query(BUILD, {
      input: { cycleId: await cycleId(officer, 'C2022'), code: '!', nameEn: ' ', nameFr: '' },
    })

    expect(data.releaseBuild.release).toBeNull()
    expect(data.releaseBuild.problems.map(({ reason }: { reason: string }) => reason)).toEqual([
      'CODE_FORM',
      'NAME_LENGTH',
      'NAME_LENGTH',
      'NOTE_MISSING',
    ])
  })

  test('is not built of a cycle that is open', async () => {
    const begun = await build(await world().as('CYCLE_OFFICER'), 'C2024-R1', 'C2024')

    expect(begun.problems).toMatchObject([{ code: 'CONFLICT', reason: 'WRONG_STATE' }])
  })
})

describe('P4, P5, P6: what a published release tells', () => {
  test('98.1 over 62 for electronic declarations, 24 of 62 for the share of e-commerce', async () => {
    const { benchmarks } = await releaseOf(world().nobody(), 'C2022-R1')
    const cell = (code: string) =>
      benchmarks.find((each: { kpi: { code: string } }) => each.kpi.code === code)

    expect(cell('TF-01-1')).toMatchObject({ access: 'VISIBLE', n: 62, mean: '98.1' })
    expect(cell('TF-03-1')).toMatchObject({ access: 'VISIBLE', n: 24 })
  })

  test('withheld answers tell nothing but that they are withheld', async () => {
    const { results } = await releaseOf(world().nobody(), 'C2022-R1')
    const withheld = results.nodes.filter(({ access }: { access: string }) => access === 'WITHHELD')

    expect(withheld.length).toBeGreaterThan(0)
    for (const { state, value, score, reasonCode } of withheld) {
      expect([state, value, score, reasonCode]).toEqual([null, null, null, null])
    }
  })

  test('a contact point reads more than the public, a contributor and the secretariat do not', async () => {
    const visible = async (caller: Caller) =>
      (await releaseOf(caller, 'C2022-R1')).results.nodes.filter(
        ({ access }: { access: string }) => access === 'VISIBLE',
      ).length
    const open = await visible(world().nobody())

    expect(await visible(await world().as('COORDINATOR', 'XWE'))).toBeGreaterThan(open)
    expect(await visible(await world().as('CONTRIBUTOR', 'XWE'))).toBe(open)
    expect(await visible(await world().as('CYCLE_OFFICER'))).toBe(open)
  })

  test('its pages end, and a made-up cursor is refused', async () => {
    const page = `query ($after: String) { release(code: "C2022-R1") { results(kpi: "TF-01-1", first: 50, after: $after) {
      totalCount nodes { administration { code } } pageInfo { hasNextPage endCursor } } } }`
    const first = (await world().nobody().query(page)).data.release.results
    const rest = (await world().nobody().query(page, { after: first.pageInfo.endCursor })).data
      .release.results
    const made = await world().nobody().query(page, { after: 'bm9uc2Vuc2U' })

    expect(first.nodes.length + rest.nodes.length).toBe(first.totalCount)
    expect(rest.pageInfo.hasNextPage).toBe(false)
    expect(made.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'CURSOR' })
  })
})

describe('an embargo', () => {
  test('is put under embargo, unread until its end and published by the clock, which closes cycles as well', async () => {
    const first = await world().as('CYCLE_OFFICER')
    const second = await world().as('CYCLE_OFFICER', undefined, 1)
    await build(first, 'C2020-R2').then(({ problems }) =>
      expect(problems).toMatchObject([{ reason: 'NOTE_MISSING' }]),
    )
    const { data } = await first.query(BUILD, {
      input: {
        cycleId: await cycleId(first, 'C2020'),
        code: 'C2020-R2',
        nameEn: 'A correction',
        nameFr: 'Une correction',
        correctionNote: 'One figure was wrong.',
      },
    })
    expect(data.releaseBuild.problems).toEqual([])
    await world().worker.drain()
    const { id, version } = await releaseOf(second, 'C2020-R2')
    const at = (until: string) => ({ input: { releaseId: id, expectedVersion: version, until } })

    const past = await second.query(EMBARGO, at('2020-01-01T00:00:00Z'))
    const future = await second.query(EMBARGO, at('2030-01-01T00:00:00Z'))

    expect(past.data.releaseEmbargo.problems).toMatchObject([{ reason: 'DATE_PAST' }])
    expect(future.data.releaseEmbargo).toMatchObject({
      release: { status: 'EMBARGOED' },
      problems: [],
    })
    expect(await releaseOf(world().nobody(), 'C2020-R2')).toBeNull()

    world().clock.move(new Date('2030-01-01T00:00:01Z'))
    await world().worker.drain()
    expect((await releaseOf(world().nobody(), 'C2020-R2')).status).toBe('PUBLISHED')
    const { data: cycles } = await world().nobody().query('{ cycle(code: "C2024") { status } }')
    expect(cycles.cycle.status).toBe('CLOSED')
  })
})

test('A6: no released figure is finer than its KPI is shown, so that none tells the two behind it', async () => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ values: number; finer: number; finerParts: number; tracing: number }>`
      with shown as (
        select v.value, v.score, v.sub_values, k.decimals from release_value v
        join release r on r.id = v.release_id join cycle c on c.id = r.cycle_id
        join kpi k on k.version_id = c.framework_version_id and k.code = v.kpi_code where v.value is not null)
      select count(*)::int as values,
        count(*) filter (where scale(trim_scale(value)) > decimals or scale(trim_scale(score)) > 1)::int as finer,
        (select count(*)::int from shown s, jsonb_array_elements(s.sub_values) p
          where scale(trim_scale((p ->> 'value')::numeric)) > s.decimals) as finer_parts,
        count(*) filter (where sub_values::text like '%trace%')::int as tracing from shown`.execute(
      db,
    ),
  )
  const { data } = await world()
    .nobody()
    .query(
      '{ release(code: "C2022-R1") { results(first: 100, kpi: "EP-03-1") { nodes { value kpi { decimals } } } } }',
    )
  const read = data.release.results.nodes.filter(({ value }: { value: string | null }) => value)

  expect(rows).toEqual([{ values: expect.any(Number), finer: 0, finerParts: 0, tracing: 0 }])
  expect(rows[0]!.values).toBeGreaterThan(1000)
  expect(read.length).toBeGreaterThan(3)
  for (const { value, kpi } of read)
    expect(value).toMatch(new RegExp(`^-?\\d+(\\.\\d{1,${kpi.decimals}})?$`))
})
