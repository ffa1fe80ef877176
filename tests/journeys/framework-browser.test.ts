import { beforeAll, expect, test } from 'vitest'
import { Editor } from './people/editor.ts'
import { enterAs } from './people/person.ts'
import { Program } from './people/program.ts'
import { Reader } from './people/reader.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const V1 = '/framework/PMM-V1-DEMO'
let anybody: Program

beforeAll(() => {
  anybody = Program.withoutToken(stage().origin)
})

interface Named {
  readonly code: string
  readonly name: string
}
interface Tree {
  readonly frameworkVersion: {
    readonly name: string
    readonly dimensions: readonly (Named & {
      readonly outcomes: readonly (Named & {
        readonly kpis: readonly Named[]
        readonly instruments: readonly Named[]
        readonly sdgs: readonly { readonly goal: number; readonly name: string }[]
      })[]
    })[]
  }
}

test('P3: a reader sees every version with its edition, its dates and what in it was published', async () => {
  const reader = await Reader.inEnglish(stage())
  await reader.opens('/framework')

  await reader.sees('Original, number 1')
  await reader.sees('20 November 2023')
  await reader.sees('51 KPIs')
  await reader.sees('In force')
  await reader.sees('since 20 November 2023')
  await reader.sees('Made for demonstration: not official WCO content.')
  await reader.follows('PMM v.1 (demonstration)')
  await reader.seesHeading('PMM v.1 (demonstration)')
})

test('P3: on a phone the name of a version and its state stand beside one another or below', async () => {
  for (const locale of ['en', 'fr'] as const) {
    const reader =
      locale === 'en' ? await Reader.inEnglish(stage()) : await Reader.inFrench(stage())
    await reader.page.setViewportSize({ width: 390, height: 844 })
    await reader.opens('/framework')
    const status = reader.page.locator('.version-status').first()
    const name = reader.page.locator('.version-name').first()
    await status.waitFor()

    const [head, state] = [(await name.boundingBox())!, (await status.boundingBox())!]
    expect(state.y >= head.y + head.height - 1 || state.x >= head.x + head.width).toBe(true)
    expect(state.x + state.width).toBeLessThanOrEqual(390)
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  }
})

test('P3: words, a goal and an instrument lead to the KPIs, and the address leads others there', async () => {
  const reader = await Reader.inEnglish(stage())
  await reader.opens(V1)
  await reader.waitsForKpis(51)

  await reader.searchesByKeyboard('post-clearance')
  await reader.sees('RC-02-1')
  expect(await reader.kpis()).toEqual(expect.arrayContaining(['RC-02-1', 'RC-02-2']))
  expect(await reader.kpis()).not.toContain('TF-01-1')

  await reader.opens(`${V1}?q=e-commerce`)
  await reader.chooses('Goal', /^9 /)
  await expect.poll(() => reader.address()).toBe(`${V1}?q=e-commerce&sdg=9`)
  const narrowed = await reader.kpis()
  const friend = await Reader.inEnglish(stage())
  await friend.opens(reader.address())
  await expect.poll(() => friend.kpis()).toEqual(narrowed)

  await reader.presses('Show everything again')
  await reader.waitsForKpis(51)
  await reader.opens(`${V1}?q=nothing+like+this`)
  await reader.sees('Nothing found')
})

test('P3: the query a page offers returns what the page shows, in both languages', async () => {
  for (const reader of [await Reader.inEnglish(stage()), await Reader.inFrench(stage())]) {
    await reader.opens(V1)
    const { document, variables } = await reader.readsTheQuery()
    const { frameworkVersion } = await anybody.asks<Tree>(document, variables)
    const page = await reader.text()

    const outcomes = frameworkVersion.dimensions.flatMap((dimension) => dimension.outcomes)
    const kpis = outcomes.flatMap((outcome) => outcome.kpis)
    expect(await reader.kpis()).toEqual(kpis.map(({ code }) => code))
    await reader.seesHeading(frameworkVersion.name)
    for (const { name } of [...frameworkVersion.dimensions, ...outcomes, ...kpis]) {
      expect(page).toContain(name)
    }
    for (const { goal, name } of outcomes.flatMap(({ sdgs }) => sdgs)) {
      expect(page).toMatch(new RegExp(`(Goal|Objectif) ${goal}\\s?: ${name}`))
    }
    for (const { name } of outcomes.flatMap(({ instruments }) => instruments)) {
      expect(page).toContain(name)
    }
  }
})

interface Definition {
  readonly kpi: {
    readonly name: string
    readonly description: string
    readonly methodologyHelp: string
    readonly formula: string
    readonly formulaInWords: string
    readonly elements: readonly {
      readonly element: { readonly code: string; readonly label: string }
    }[]
    readonly subMeasures: readonly { readonly name: string; readonly formula: string }[]
    readonly instruments: readonly Named[]
    readonly sdgs: readonly { readonly goal: number; readonly name: string }[]
    readonly provenance: { readonly sources: readonly string[]; readonly note: string | null }
    readonly outcome: Named & {
      readonly sdgMappings: readonly { readonly sdg: Named; readonly rationale: string | null }[]
      readonly instrumentMappings: readonly {
        readonly instrument: Named
        readonly rationale: string | null
      }[]
    }
  }
}

test('P3: so does the query of a KPI, with formula, elements, mappings and provenance', async () => {
  for (const reader of [await Reader.inEnglish(stage()), await Reader.inFrench(stage())]) {
    await reader.opens(`${V1}/TF-02-2`)
    const { document, variables } = await reader.readsTheQuery()
    const { kpi } = await anybody.asks<Definition>(document, variables)
    // French sets its signs apart with spaces that do not break.
    const page = (await reader.text()).replaceAll(/\s/g, ' ')

    await reader.seesHeading(kpi.name)
    expect(kpi.elements).toHaveLength(4)
    expect(kpi.subMeasures).toHaveLength(2)
    for (const text of [
      kpi.description,
      kpi.methodologyHelp,
      kpi.formula,
      kpi.formulaInWords.replaceAll(/\s/g, ' '),
      `${kpi.outcome.code} ${kpi.outcome.name}`,
      kpi.provenance.note!,
      ...kpi.provenance.sources,
      ...kpi.elements.flatMap(({ element }) => [element.code, element.label]),
      ...kpi.subMeasures.flatMap(({ name, formula }) => [name, formula]),
      ...kpi.instruments.map(({ name }) => name),
      ...kpi.sdgs.map(({ name }) => name),
      ...kpi.outcome.sdgMappings.flatMap(({ sdg, rationale }) => [
        sdg.name,
        ...(rationale ? [rationale] : []),
      ]),
      ...kpi.outcome.instrumentMappings.flatMap(({ instrument, rationale }) => [
        instrument.name,
        ...(rationale ? [rationale] : []),
      ]),
    ]) {
      expect(page).toContain(text)
    }
  }
})

test('P3: from KPI to KPI and to a data element, by links that stay', async () => {
  const reader = await Reader.inEnglish(stage())
  await reader.opens(`${V1}/TF-01-3`)
  await reader.follows(/^Next KPI TF-02-1/)
  await reader.seesHeading('Variation in the number of AEOs')
  await reader.follows(/^Previous KPI TF-01-3/)
  await reader.follows('PAY_ALL')
  await reader.seesHeading('Data elements')
  await expect.poll(() => reader.focused()).toBe('PAY_ALL')

  await reader.opens(`${V1}#OD-01-1`)
  await expect.poll(() => reader.focused()).toBe('OD-01-1')
})

test('P3: on paper everything is open, light and without navigation, with address and day', async () => {
  const reader = await Reader.inEnglish(stage())
  await reader.opens(V1)
  await reader.presses('Close all')
  await reader.turnsToPaper()
  await reader.seesOnPaper('Rate of electronic declarations')
  expect(await reader.navigations()).toBe(0)

  await reader.opens(`${V1}/print`)
  await reader.seesOnPaper(/^Printed on \d/)
  await reader.seesOnPaper(`${stage().origin}${V1}/print`)
  const page = await reader.text()
  const { document, variables } = {
    document: 'query ($v: String!) { frameworkVersion(code: $v) { kpis { name formula } } }',
    variables: { v: 'PMM-V1-DEMO' },
  }
  const { frameworkVersion } = await anybody.asks<{
    frameworkVersion: { kpis: { name: string; formula: string }[] }
  }>(document, variables)
  for (const { name, formula } of frameworkVersion.kpis) {
    expect(page).toContain(name)
    expect(page).toContain(formula)
  }
})

test('P3: approved terms stand in a glossary of both languages', async () => {
  const reader = await Reader.inFrench(stage())
  await reader.opens('/framework/glossary')
  await reader.sees('opérateur économique agréé')
  await reader.sees('authorized economic operator')
  await reader.opens('/framework/PMM-V1-DEMO/TF-05-1')
  await reader.follows('décisions anticipées')
  await reader.seesHeading('Glossaire')
  await reader.sees('décision anticipée')
})

test('P3: a draft is not there for readers, not even in the window of its editor', async () => {
  const maren = await Editor.named('Maren Oduvel', stage())
  await maren.beginsDraft({
    code: 'PMM-V2-DEMO',
    name: 'PMM v.2 (demonstration)',
    french: 'PMM v.2 (démonstration)',
    notes: 'Nothing yet.',
    frenchNotes: 'Rien encore.',
  })
  const stranger = await Reader.inEnglish(stage())

  for (const below of ['', '/elements', '/print', '/TF-01-1']) {
    const draft = await stranger.isAnswered(`/framework/PMM-V2-DEMO${below}`)
    const nothing = await stranger.isAnswered(`/framework/PMM-V9-NONE${below}`)
    expect(draft.status).toBe(404)
    expect(draft).toEqual(nothing)
    for (const reader of [stranger, Reader.at(maren.window)]) {
      await reader.findsNothingAt(`/framework/PMM-V2-DEMO${below}`)
    }
  }
  await Reader.at(maren.window).opens('/framework')
  expect(await Reader.at(maren.window).reads('PMM-V2-DEMO')).toBe(false)
})

test('P3: checks and ceiling are told to members where they read the definition', async () => {
  const stranger = await Reader.inEnglish(stage())
  await stranger.opens(`${V1}/TF-01-1`)
  await stranger.sees(/are told to member administrations and the secretariat/)

  const member = Reader.at(await enterAs(stage(), 'Mariam Selk', 'member'))
  await member.opens(`${V1}/TF-01-1`)
  await member.sees(/is not greater than All declarations/)
})

test('P3: who hits keys by chance switches single-key shortcuts off, and the choice stays', async () => {
  const reader = await Reader.inEnglish(stage())
  await reader.opens('/framework/PMM-V1-DEMO')
  expect(await reader.slashLeadsToSearch()).toBe(true)

  await reader.opens('/about')
  await reader.choosesSingleKeys('Off')
  await reader.opens('/framework/PMM-V1-DEMO')
  expect(await reader.slashLeadsToSearch()).toBe(false)

  await reader.opens('/about')
  await reader.choosesSingleKeys('On')
  await reader.opens('/framework/PMM-V1-DEMO')
  expect(await reader.slashLeadsToSearch()).toBe(true)
})

test('P3: the query goes along into the explorer and runs there', async () => {
  const reader = await Reader.inEnglish(stage())
  await reader.opens(`${V1}/TF-02-2`)
  expect(await reader.runsTheQueryInTheExplorer()).toContain('TF-02-2')
})
