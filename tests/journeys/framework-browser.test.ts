import { beforeAll, expect, test } from 'vitest'
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
  await reader.sees('Made for demonstration: not official WCO content.')
  await reader.follows('PMM v.1 (demonstration)')
  await reader.seesHeading('PMM v.1 (demonstration)')
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

test('P3: the query goes along into the explorer and runs there', async () => {
  const reader = await Reader.inEnglish(stage())
  await reader.opens(`${V1}/TF-02-2`)
  expect(await reader.runsTheQueryInTheExplorer()).toContain('TF-02-2')
})
