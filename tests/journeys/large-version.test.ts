import { beforeAll, expect, test } from 'vitest'
import { SIZE, publishLargeVersion } from './large-version.ts'
import { Surveyor } from './people/surveyor.ts'
import { useStage } from './stage.ts'

const LARGE = 'PMM-LARGE'
const DRAFT = 'PMM-LARGE-2'
const TREE = 'Dimensions, outcomes and KPIs'
const ELEMENTS = 'Data elements'

/** Lines of a long list that a window of 900 pixels holds: 29 in view, 12 beyond either end, the one with the focus. */
const IN_VIEW = 54
/** Elements a screen of this version may have in all, whatever its size. */
const SCREEN = 3_000

const stage = useStage((directory) => publishLargeVersion(directory, LARGE))
let maren: Surveyor

beforeAll(async () => {
  maren = await Surveyor.named('Maren Oduvel', stage())
  await maren.beginsDraft({
    base: LARGE, code: DRAFT, name: 'A large draft', french: 'Un grand projet', notes: 'More.', frenchNotes: 'Plus.',
  }) // prettier-ignore
})

test('S1: the tree of 2,000 KPIs is gone through by keyboard, and only what is in view is in the page', async () => {
  await maren.opens(`/admin/versions/${DRAFT}/kpis/TF-01-1`)
  await maren.entersList(TREE)
  await maren.standsAt(/^TF-01-1/)
  await maren.keys('ArrowLeft')
  await maren.standsAt(/TF-01 /)
  await maren.keys('*')
  await expect.poll(() => maren.lengthOf(TREE)).toBeGreaterThan(500)
  await maren.standsAt(/TF-01 /)
  expect(await maren.linesOf(TREE)).toBeLessThanOrEqual(IN_VIEW)

  await maren.keys('End')
  await maren.standsAt(/^Organizational Development/)
  await maren.keys('*', 'ArrowRight', 'End')
  await maren.standsAt(/^OD-/)
  expect(await maren.linesOf(TREE)).toBeLessThanOrEqual(IN_VIEW)

  await maren.types('tf-03-1')
  await maren.standsAt(/^TF-03-1/)
  await maren.keys('ArrowDown')
  await maren.standsAt(/^TF-03-2/)
  await maren.keys('ArrowDown', 'ArrowUp', 'Alt+ArrowDown')
  await maren.sees('TF-03-2 was moved.')
  await maren.seesAbove('TF-03-3', 'TF-03-2')
  await maren.standsAt(/^TF-03-2/)
  await maren.keys('ArrowUp')
  await maren.standsAt(/^TF-03-3/)
  await maren.keys('Home')
  await maren.standsAt(/^Trade Facilitation/)
  await maren.keys('ArrowLeft', 'Enter')
  expect(await maren.linesOf(TREE)).toBeLessThanOrEqual(IN_VIEW)

  expect(await maren.looksInTree('declarations')).toBeLessThanOrEqual(50)
  expect(await maren.size()).toBeLessThanOrEqual(SCREEN)
})

test('S1: so are 2,000 data elements, which a formula picks by their words', async () => {
  await maren.opens(`/admin/versions/${DRAFT}/element/DECL_ALL`)
  await maren.entersList(ELEMENTS)
  expect(await maren.lengthOf(ELEMENTS)).toBe(SIZE)
  expect(await maren.linesOf(ELEMENTS)).toBeLessThanOrEqual(IN_VIEW)
  await maren.keys('End')
  expect(await maren.linesOf(ELEMENTS)).toBeLessThanOrEqual(IN_VIEW)
  await maren.keys('Home', 'ArrowDown', 'Enter')
  await maren.seesHeading(/./)

  await maren.opens(`/admin/versions/${DRAFT}/kpis/TF-01-1`)
  await maren.choosesPart('Formula')
  expect(await maren.picks('Data element of A', 'decl_all_', /\(DECL_ALL_\d+\)/)).toBeLessThanOrEqual(20) // prettier-ignore
  expect(await maren.size()).toBeLessThanOrEqual(SCREEN)
  await maren.presses('Discard changes')
})

test('no other screen of the version grows with it', async () => {
  const sizes: Record<string, number> = {}
  for (const screen of ['', '/translations', '/mappings', '/rules', '/history', '/lineage', '/publishing', `/difference/${LARGE}`]) {
    await maren.opens(`/admin/versions/${DRAFT}${screen}`)
    await maren.settles()
    sizes[screen] = await maren.size()
  } // prettier-ignore
  expect(Object.entries(sizes).filter(([, size]) => size > SCREEN)).toEqual([])
}, 240_000)

test('S3: versions that have nothing in common are shown by pieces', async () => {
  await maren.opens(`/admin/versions/${DRAFT}/difference/PMM-V1-DEMO`)
  await maren.settles()
  expect(await maren.size()).toBeLessThanOrEqual(2 * SCREEN)
}, 240_000)

test('P3: the public pages open with an outline, page the data elements and print part by part', async () => {
  await maren.opens(`/framework/${LARGE}`)
  expect(await maren.finds('link', 'TF-01-1')).toBe(false)
  expect(await maren.items()).toBeLessThanOrEqual(10)
  await maren.presses(/^TF-01 /)
  await maren.presses(/^Show all \d+ KPIs$/)
  expect(await maren.items()).toBeGreaterThan(50)
  await maren.presses(/^TF-01 /)
  expect(await maren.items()).toBeLessThanOrEqual(10)
  await maren.opens(`/framework/${LARGE}#EP-06-150`)
  await maren.standsAt(/^EP-06-150/)
  expect(await maren.size()).toBeLessThanOrEqual(SCREEN)

  await maren.opens(`/framework/${LARGE}/elements`)
  expect(await maren.rows()).toBe(101)
  await maren.presses('Next page')
  await maren.sees(`Page 2 of 20, ${SIZE} data elements`)
  expect(await maren.rows()).toBe(101)
  await maren.opens(`/framework/${LARGE}/elements#DECL_ALL_1800`)
  expect(await maren.size()).toBeLessThanOrEqual(SCREEN)

  await maren.opens(`/framework/${LARGE}/print`)
  await maren.sees(/it is printed dimension by dimension/)
  expect(await maren.size()).toBeLessThanOrEqual(SCREEN)
}, 240_000)
