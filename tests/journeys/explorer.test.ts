import { expect, test } from 'vitest'
import { useStage } from './stage.ts'

const stage = useStage()

// The window complains of every request off the origin, and the stage of every complaint.
test.each([
  ['wide', 1440, false],
  ['narrow', 390, false],
  ['narrow and dark', 390, true],
])('the explorer answers a sample query on a %s screen', async (_name, width, dark) => {
  const { page, context } = await stage().opens({ width, dark })
  await page.goto('/explore')
  await page.getByRole('region', { name: 'Operation Editor' }).getByText('dimensions').waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: /^Execute query/ }).click()

  const result = page.getByRole('region', { name: 'Result Window' })
  await result.getByText('"PMM-V1-DEMO"').waitFor()

  const [query, answer] = await Promise.all([
    page.getByRole('region', { name: 'Operation Editor' }).boundingBox(),
    result.boundingBox(),
  ])
  expect(query!.x + query!.width).toBeLessThanOrEqual(width)
  expect(answer!.x + answer!.width).toBeLessThanOrEqual(width)
  expect(Math.min(query!.width, answer!.width)).toBeGreaterThan(width / 3)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  expect(await context.cookies()).toEqual([])
})

test('the explorer sends no session along, even where somebody is signed in', async () => {
  const { page } = await stage().opens()
  await page.goto('/member/sign-in')
  await page
    .getByRole('button', { name: /^Mariam Selk/ })
    .first()
    .click()
  await page.waitForURL(({ pathname }) => !pathname.includes('sign-in'))

  await page.goto('/explore')
  const asked = page.waitForRequest(
    (request) => request.url().endsWith('/graphql') && request.method() === 'POST',
  )
  await page.getByRole('button', { name: /^Execute query/ }).click()

  expect(await (await asked).headerValue('cookie')).toBeNull()
})
