import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { enterAs, type Portal } from './people/person.ts'
import { hasParameters, matches, routePatterns } from './routes.ts'
import { useStage } from './stage.ts'

// No test here asserts that nothing is refused or sent elsewhere: the stage does, for every window.
const stage = useStage()
const reached = new Set<string>()
const PATTERNS = {
  member: routePatterns('portal-{member,kit}/src/*/routes.ts', '/member'),
  admin: routePatterns('portal-{admin,kit}/src/*/routes.ts', '/admin'),
  open: routePatterns('portal-member/src/public/*/routes.ts', ''),
}

/** Addresses that no page leads to, at least not in this world, by those that are like them. */
const LIKE: Readonly<Record<string, readonly [like: string, instead: string]>> = {
  // Its links stand in lines of the delegation that are opened first.
  '/member/assessment/figure/:code': ['/member/assessment', '/member/assessment/figure/DECL_ALL'],
  // The demonstration has no planned cycle: the page says that this one is none.
  '/admin/cycles/:code/edit': ['/admin/cycles/C2024', '/admin/cycles/C2024/edit'],
  '/member/review/declaration/:id': ['/member/review/desk/', '/member/review/declaration/'],
  // Nobody has handed a file in: the page says that there is none.
  '/admin/versions/imports/:id': ['/admin/versions/imports', '/admin/versions/imports/none'],
  // The version of the demonstration developed from none.
  '/admin/versions/:code/difference/:other': [
    '/admin/versions/PMM-V1-DEMO/lineage',
    '/admin/versions/PMM-V1-DEMO/difference/PMM-V1-DEMO',
  ],
}

/** Opens every address of the patterns: those without parameters, then those the pages lead to. */
async function visitAll(page: Page, patterns: readonly string[]): Promise<void> {
  const links = new Set<string>()
  const addressOf = (pattern: string): string | undefined => {
    if (!hasParameters(pattern)) return pattern.replaceAll(/\/:\w+\?/g, '')
    const [like, instead] = LIKE[pattern] ?? ['', '']
    return [...links]
      .map((link) => (like && link.startsWith(like) ? link.replace(like, instead) : link))
      .find((link) => matches(pattern, link))
  }
  const waiting = new Set(patterns)
  for (;;) {
    const pattern = [...waiting].find((each) => addressOf(each) !== undefined)
    if (pattern === undefined) return
    waiting.delete(pattern)
    const path = addressOf(pattern)!
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    reached.add(pattern)
    for (const link of await page.locator('a[href^="/"]').all()) {
      links.add(new URL((await link.getAttribute('href'))!, page.url()).pathname)
    }
  }
}

const PEOPLE: readonly (readonly [name: string, portal: Portal])[] = [
  ['Mariam Selk', 'member'],
  ['Noemi Castera', 'member'],
  ['Ines Calder', 'admin'],
  ['Maren Oduvel', 'admin'],
  ['Teodor Wynn', 'admin'],
]

test.for(PEOPLE)('every screen of %s keeps to the policy of its page', async ([name, portal]) => {
  const { page } = await enterAs(stage(), name, portal)
  await visitAll(page, PATTERNS[portal])
})

test('so does every public page, in the dark and in French', async () => {
  const { page } = await stage().opens({ locale: 'fr-FR', dark: true })
  await visitAll(page, [...PATTERNS.open, '/member/sign-in', '/admin/sign-in', '/nowhere'])
})

test('so does the explorer, with a query run', async () => {
  const { page } = await stage().opens()
  await page.goto('/explore')
  await page.getByRole('region', { name: 'Operation Editor' }).getByText('dimensions').waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: /Execute/ }).click()
  await page.locator('.result-window').getByText('PMM-V1-DEMO').first().waitFor()
  await page.waitForLoadState('networkidle')
})

test('there is no screen that nobody has visited', () => {
  const missed = Object.values(PATTERNS)
    .flat()
    .filter((pattern) => !reached.has(pattern))

  expect(reached.size).toBeGreaterThan(40)
  expect(missed).toEqual([])
})
