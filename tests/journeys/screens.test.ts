import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { enterAs, type Portal } from './people/person.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

/** What keeps somebody from using the page as it stands, one line each. */
async function barriersOf(page: Page): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  // Evaluated by the debugger, so that the page's policy needs no exception.
  await page.evaluate(axe)
  const findings = await page.evaluate(async (): Promise<Finding[]> => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Finding[] }> }
    }
    return (await run.run()).violations
  })
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${new URL(page.url()).pathname}: ${id} at ${nodes[0]?.target.join(' ')}`,
    )
}

const visits: readonly (readonly [string, Portal, readonly string[]])[] = [
  [
    'Mariam Selk',
    'member',
    [
      '/',
      '/assessment',
      '/assessment/kpi/TF-02-1',
      '/assessment/instruments',
      '/assessment/submit',
      '/disclosure',
      '/results?cycle=C2022',
      '/peer-review',
      '/settings',
    ],
  ],
  ['Ilse Marten', 'member', ['/review/assignments', '/review/settings']],
  [
    'Ines Calder',
    'admin',
    [
      '/',
      '/monitoring',
      '/cycles',
      '/cycles/C2024',
      '/cycles/new',
      '/reviews',
      '/releases',
      '/releases/C2022-R1',
      '/administrations',
      '/settings',
    ],
  ],
  [
    'Maren Oduvel',
    'admin',
    [
      '/versions',
      '/versions/PMM-V1-DEMO',
      '/versions/PMM-V1-DEMO/kpis/TF-01-1',
      '/versions/PMM-V1-DEMO/outcome/TF-01',
      '/versions/PMM-V1-DEMO/element/DECL_ALL',
      '/nowhere',
    ],
  ],
]

test.for(visits)('no screen of %s puts up a barrier', async ([name, portal, screens]) => {
  const { page } = await enterAs(stage(), name, portal)
  const barriers: string[] = []
  for (const screen of screens) {
    await page.goto(`/${portal}${screen}`)
    barriers.push(...(await barriersOf(page)))
  }
  expect(barriers).toEqual([])
})

test.for(visits.filter(([, portal]) => portal === 'admin'))(
  'no screen of %s is wider than a telephone',
  async ([name, portal, screens]) => {
    const { page } = await enterAs(stage(), name, portal)
    await page.setViewportSize({ width: 390, height: 844 })
    const tooWide: string[] = []
    for (const screen of screens) {
      await page.goto(`/${portal}${screen}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      const width = await page.evaluate(() =>
        Math.max(
          document.documentElement.scrollWidth,
          document.querySelector('main')?.scrollWidth ?? 0,
        ),
      )
      if (width > 390) tooWide.push(`${screen}: ${width} px`)
    }
    expect(tooWide).toEqual([])
  },
)

test('no public page and no entrance puts up a barrier', async () => {
  const { page } = await stage().opens()
  const barriers: string[] = []
  for (const screen of [
    '/',
    '/framework',
    '/framework/PMM-V1-DEMO/TF-01-1',
    '/results',
    '/results/C2022-R1/TF-01-1',
    '/developers',
    '/about',
    '/member/sign-in',
    '/admin/sign-in',
  ]) {
    await page.goto(screen)
    barriers.push(...(await barriersOf(page)))
  }
  expect(barriers).toEqual([])
})
