import { beforeAll, expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Program } from './people/program.ts'

const stage = useStage()
let partner: Program
let stranger: Program

beforeAll(() => {
  partner = Program.withDemonstrationToken(stage().origin)
  stranger = Program.withoutToken(stage().origin)
})

const readers = () => [partner, stranger]
const TREE = `query ($locale: Locale!) { frameworkVersion(code: "PMM-V1-DEMO") {
  name(locale: $locale) dimensions { name(locale: $locale) outcomes { kpis {
    code name(locale: $locale) sdgs { goal } instruments { code } } } } } }`

interface Tree {
  frameworkVersion: {
    dimensions: {
      name: string
      outcomes: {
        kpis: { code: string; name: string; sdgs: unknown[]; instruments: unknown[] }[]
      }[]
    }[]
  }
}

test('P3: a partner and a stranger read the framework tree in English and in French', async () => {
  for (const reader of readers()) {
    const english = await reader.asks<Tree>(TREE, { locale: 'EN' })
    const french = await reader.asks<Tree>(TREE, { locale: 'FR' })

    const kpis = (tree: Tree) =>
      tree.frameworkVersion.dimensions.flatMap(({ outcomes }) => outcomes.flatMap((o) => o.kpis))
    expect(english.frameworkVersion.dimensions).toHaveLength(4)
    expect(kpis(english)).toHaveLength(51)
    expect(kpis(french).map(({ code }) => code)).toEqual(kpis(english).map(({ code }) => code))
    expect(kpis(english)[0]?.name).toBe('Rate of electronic declarations')
    expect(kpis(french)[0]?.name).not.toBe('Rate of electronic declarations')
    expect(kpis(english)[0]?.sdgs.length).toBeGreaterThan(0)
    expect(kpis(english)[0]?.instruments.length).toBeGreaterThan(0)
  }
})

const RESULTS = `{ release(code: "C2022-R1") { code publishedAt cycle { code reportingYear frameworkVersion { code } }
  results(kpi: "TF-01-1", first: 100) { totalCount nodes { administration { code } kpi { code unit } year
    access state value verification } } } }`

interface Results {
  release: {
    publishedAt: string
    cycle: { code: string; reportingYear: number; frameworkVersion: { code: string } }
    results: {
      totalCount: number
      nodes: {
        administration: { code: string } | null
        access: string
        state: string | null
        value: string | null
      }[]
    }
  }
}

test('P4, P5: released results come with their state, and a withheld one says why and succeeds', async () => {
  for (const reader of readers()) {
    const { release } = await reader.asks<Results>(RESULTS)
    const visible = release.results.nodes.filter(({ access }) => access === 'VISIBLE')
    const withheld = release.results.nodes.filter(({ access }) => access !== 'VISIBLE')

    expect(Date.parse(release.publishedAt)).toBeLessThan(Date.now())
    expect(release.cycle).toEqual({
      code: 'C2022',
      reportingYear: 2022,
      frameworkVersion: { code: 'PMM-V1-DEMO' },
    })
    expect(visible.length).toBeGreaterThan(0)
    expect(visible.every(({ state }) => state !== null)).toBe(true)
    expect(withheld.length).toBeGreaterThan(0)
    expect(new Set(withheld.map(({ access }) => access))).toEqual(new Set(['WITHHELD']))
    expect(withheld.every(({ value, state }) => value === null && state === null)).toBe(true)
  }
})

const GROUPS = `query ($kpi: String!) { release(code: "C2022-R1") {
  benchmarks(kpi: $kpi) { peerGroup { code } access n mean } } }`

interface Groups {
  release: {
    benchmarks: {
      peerGroup: { code: string }
      access: string
      n: number | null
      mean: string | null
    }[]
  }
}

test('P6: the global mean of TF-01-1 is 98.1 over 62 administrations, and 24 count for TF-03-1', async () => {
  for (const reader of readers()) {
    const globally = async (kpi: string) =>
      (await reader.asks<Groups>(GROUPS, { kpi })).release.benchmarks.find(
        ({ peerGroup }) => peerGroup.code === 'ALL',
      )

    const declarations = await globally('TF-01-1')
    expect(Number(declarations?.mean).toFixed(1)).toBe('98.1')
    expect(declarations?.n).toBe(62)
    expect((await globally('TF-03-1'))?.n).toBe(24)
  }
})
