import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { canariesIn, plantCanaries } from '../../../../tests/access/canaries'
import { useWorld, type Caller } from '../../../../tests/setup/world'

const world = useWorld()
const DEMO = 'PMM-V1-DEMO'
const PREVIEW = `query ($input: FormulaPreviewInput!) { formulaPreview(input: $input) {
  problems { code start end message } release { code } listed changed closedElements
  before { n mean median } after { n mean median } bins { from to before after } leftOut { reason count }
  changes { administration { code } before after difference scoreBefore scoreAfter reason } } }`

interface ShownChange {
  readonly administration: { readonly code: string }
  readonly before: string | null
  readonly after: string | null
  readonly difference: string | null
}

let editor: Caller

beforeAll(async () => {
  editor = await world().as('METHODOLOGY_EDITOR')
})

async function preview(input: object, caller = editor) {
  const { data, errors } = await caller.query(PREVIEW, { input: { version: DEMO, ...input } })
  expect(errors).toBeUndefined()
  return data.formulaPreview
}

const released = async (kpi: string, edition: 'PUBLIC' | 'MEMBERS') => {
  const { rows } = await world().asOwner(({ db }) =>
    sql<{ code: string; value: string | null; access: string }>`
      select a.code, trim_scale(v.value)::text as value, v.access from release_value v
      join administration a on a.id = v.administration_id join release r on r.id = v.release_id
      where r.status = 'PUBLISHED' and v.edition = ${edition} and v.kpi_code = ${kpi}`.execute(db),
  )
  return rows
}

const bound = (A: string, B: string) => [
  { symbol: 'A', element: A, period: 'T', role: 'NUMERATOR' },
  { symbol: 'B', element: B, period: 'T', role: 'DENOMINATOR' },
]

describe('the preview over the last release', () => {
  test('shows the unchanged formula exactly what the public reads, and nothing else', async () => {
    const shown = await preview({ kpi: 'TF-01-1' })
    const rows = await released('TF-01-1', 'PUBLIC')
    const open = rows.filter(({ value }) => value !== null)

    expect(shown).toMatchObject({
      listed: rows.length,
      changed: 0,
      closedElements: [],
      problems: [],
    })
    expect(open.length).toBeGreaterThan(5)
    expect(open.length).toBeLessThan(rows.length)
    expect(shown.after.n).toBe(open.length)
    const pairs = shown.changes.map(
      ({ administration, before, after, difference }: ShownChange) => [
        administration.code,
        before,
        after,
        difference,
      ],
    )
    expect(pairs.toSorted()).toEqual(
      open.map(({ code, value }) => [code, value, value, '0']).toSorted(),
    )
    expect(
      shown.leftOut.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    ).toBe(rows.length - open.length)
    expect(shown.bins.reduce((sum: number, bin: { after: number }) => sum + bin.after, 0)).toBe(
      open.length,
    )
  })

  test('finds no change in any KPI that nobody changed', async () => {
    const { data } = await editor.query(`{ frameworkVersion(code: "${DEMO}") { kpis { code } } }`)
    const changed: Record<string, number> = {}
    for (const { code } of data.frameworkVersion.kpis) {
      const shown = await preview({ kpi: code })
      if (shown.changed > 0) changed[code] = shown.changed
    }

    expect(data.frameworkVersion.kpis).toHaveLength(51)
    expect(changed).toEqual({})
  })

  test('tells the effect of a new scale in scores', async () => {
    const shown = await preview({
      kpi: 'TF-01-1',
      normalisation: { method: 'LINEAR', floor: '50', goal: '100' },
    })

    expect(shown.changed).toBeGreaterThan(0)
    for (const { before, after, scoreAfter } of shown.changes) {
      expect(after).toBe(before)
      if (after === null) continue
      const expected = Math.min(100, Math.max(0, (Number(after) - 50) * 2))
      expect(Number(scoreAfter)).toBeCloseTo(expected, 6)
    }
  })

  test('names what is wrong with a formula, in the language of the editor, and computes nothing', async () => {
    const wrong = await preview({ kpi: 'TF-01-1', formula: '100*A/(B', locale: 'FR' })

    expect(wrong).toMatchObject({ release: null, listed: 0, changes: [] })
    expect(wrong.problems).toEqual([
      {
        code: 'UNCLOSED_BRACKET',
        start: 6,
        end: 7,
        message: 'Cette parenthèse n’est jamais fermée.',
      },
    ])
  })

  test('is open to methodology editors alone, and knows no KPI they cannot see', async () => {
    for (const hat of ['CYCLE_OFFICER', 'PMMPT_OBSERVER', 'ADMINISTRATOR', 'COORDINATOR']) {
      const caller = await world().as(hat)
      const { errors } = await caller.query(PREVIEW, { input: { version: DEMO, kpi: 'TF-01-1' } })
      expect(errors?.[0]?.extensions['code'], hat).toBe('FORBIDDEN')
    }
    expect(await preview({ kpi: 'TF-99-9' })).toBeNull()
    const { data } = await editor.query(PREVIEW, { input: { version: 'NOWHERE', kpi: 'TF-01-1' } })
    expect(data.formulaPreview).toBeNull()
  })
})

describe('no formula is a window on figures', () => {
  test('that are not public: canaries in every other copy never come out', async () => {
    const planted = await world().asOwner(({ db }) => plantCanaries(db))
    const [elements, own] = [
      [['DECL_ELECTRONIC', 'DECL_ALL'], ['REVENUE_COLLECTED', 'REVENUE_TARGET'], ['RULING_LEVEL', 'RULING_ALL'], ['AEO_COUNT', 'MRA_IN_FORCE']],
      ['A', 'B', 'A/B', '100*A/B', 'A-B+B', 'A+0*B', 'min(A, B)', 'max(A, 0)', 'A*B/B', '0*A+B', 'abs(A)', 'sum(A)', '1/(1/A)', 'mean(A, A)', '(100*A/B)*B'],
    ] as const // prettier-ignore

    let tried = 0
    for (const [first, second] of elements) {
      for (const formula of own) {
        for (const kpi of ['TF-01-1']) {
          const answer = await preview({ kpi, formula, elements: bound(first, second) })
          tried += 1
          const secrets = (part: unknown) =>
            canariesIn(JSON.stringify(part)).flatMap((text) => planted.get(text) ?? [])
          const known = [
            ...secrets(answer).filter(({ table }) => table !== 'release_value'),
            // Means and bounds are numbers of their own, which may happen to be somebody's; values are not.
            ...secrets(answer.changes).filter(({ row }) => row['edition'] !== 'PUBLIC'),
          ]
          expect(known, `${formula} of ${first}, ${second}`).toEqual([])
        }
      }
    }
    expect(tried).toBe(60)
  }, 120_000)

  test('nor does the preview count or name whom the public edition does not list', async () => {
    await world().asOwner(({ db }) =>
      sql`delete from release_value where edition = 'PUBLIC' and administration_id =
        (select administration_id from release_value where edition = 'PUBLIC' limit 1)`.execute(db),
    )
    const listed = new Set((await released('TF-01-1', 'PUBLIC')).map(({ code }) => code))
    const all = await released('TF-01-1', 'MEMBERS')
    expect(all.some(({ code }) => !listed.has(code))).toBe(true)

    for (const formula of ['100*A/B', '7', 'A']) {
      const { listed: count, changes } = await preview({ kpi: 'TF-01-1', formula })
      expect(count).toBe(listed.size)
      for (const { administration } of changes) expect(listed).toContain(administration.code)
    }
  })
})
