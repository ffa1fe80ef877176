import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Window } from '../browser.ts'
import type { Stage } from '../stage.ts'
import { watchCalm } from './calm.ts'
import { Person, enterAs, type Portal } from './person.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly tags: readonly string[]
  readonly nodes: readonly { readonly target: readonly unknown[] }[]
}

interface Look {
  readonly locale: 'en' | 'fr'
  readonly scheme: 'light' | 'dark'
  readonly width: number
}

const DESK: Look = { locale: 'en', scheme: 'light', width: 1440 }
const HAND: Look = { locale: 'fr', scheme: 'dark', width: 390 }

/** Somebody who looks at screens in two ways: at a desk in English and light, in the hand in French and dark; each mirrored too. */
export class Inspector extends Person {
  private look = DESK
  private readonly isCalm: () => Promise<void>

  private constructor(window: Window) {
    super(window)
    this.isCalm = watchCalm(this.page)
  }

  static async as(name: string, portal: Portal, stage: Stage): Promise<Inspector> {
    return new Inspector(await enterAs(stage, name, portal))
  }

  static async stranger(stage: Stage): Promise<Inspector> {
    return new Inspector(await stage.opens())
  }

  /** Somebody who looks at what another person's window shows. */
  static at(window: Window, page = window.page): Inspector {
    return new Inspector({ ...window, page })
  }

  /** What is wrong with the screen at the address, both ways, one line each. */
  async inspects(address: string): Promise<string[]> {
    await this.page.goto(address)
    return this.inspectsHere()
  }

  async inspectsHere(): Promise<string[]> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor()
    // Evaluated by the debugger, so that the page's policy needs no exception.
    await this.page.evaluate(axe)
    const first = await this.describes()
    await this.turns()
    return [...first, ...(await this.describes())]
  }

  /** What is wrong once something on the page is opened, a tab or a dialog, both ways. */
  async inspectsOpened(address: string, open: (page: Page) => Promise<void>): Promise<string[]> {
    await this.page.goto(address)
    await this.page.getByRole('heading', { level: 1 }).first().waitFor()
    await this.page.evaluate(axe)
    await open(this.page)
    const first = await this.describes()
    // Over a dialog nothing else of the page can be reached.
    await this.page.keyboard.press('Escape')
    await this.turns()
    await open(this.page)
    return [...first, ...(await this.describes())]
  }

  /** Leaves the window as whoever works in it expects it. */
  async returnsToDesk(): Promise<void> {
    if (this.look !== DESK) await this.turns()
  }

  async seesInBothLanguages(address: string, english: string, french: string): Promise<void> {
    await this.page.goto(address)
    await this.seesHeading(this.look.locale === 'en' ? english : french)
    await this.turns()
    await this.seesHeading(this.look.locale === 'en' ? english : french)
  }

  async choosesTab(name: RegExp): Promise<void> {
    await this.main.getByRole('tab', { name }).click()
  }

  private async turns(): Promise<void> {
    const next = this.look === DESK ? HAND : DESK
    await this.page.setViewportSize({ width: next.width, height: 900 })
    await this.page.emulateMedia({ colorScheme: next.scheme })
    const language = this.page.getByRole('combobox', { name: /^(Language|Langue)$/ })
    const shown = this.page.locator(`html[lang=${next.locale}]`)
    // A choice made while the page is still arriving may be lost with what it was made in; people choose again.
    await expect
      .poll(
        async () => {
          await language.selectOption(next.locale)
          await shown.waitFor({ timeout: 5_000 }).catch(() => null)
          return shown.count()
        },
        { timeout: 15_000 },
      )
      .toBe(1)
    this.look = next
  }

  private async describes(): Promise<string[]> {
    await this.isQuiet()
    const { locale, scheme, width } = this.look
    const where = `${new URL(this.page.url()).pathname} (${locale}, ${scheme}, ${width} px)`
    const found = [...(await barriersOf(this.page)), ...(await overflowsOf(this.page))]
    const mirrored = await this.mirrors(async () => [
      // The narrow page holds the same elements; what may differ there is where they end.
      ...(this.look === DESK ? await barriersOf(this.page) : []),
      ...(await overflowsOf(this.page)),
    ])
    return [
      ...found.map((finding) => `${where}: ${finding}`),
      ...mirrored.map((finding) => `${where}, right-to-left: ${finding}`),
    ]
  }

  /** Lays the page out from right to left, as it will stand in Arabic, for as long as it is looked at. */
  private async mirrors<Found>(look: () => Promise<Found>): Promise<Found> {
    const turnsTo = (direction: 'rtl' | 'ltr') =>
      this.page.evaluate((to) => (document.documentElement.dir = to), direction)
    await turnsTo('rtl')
    await this.isQuiet()
    const found = await look()
    await turnsTo('ltr')
    return found
  }

  /** Waits until nothing is asked of the server and nothing is about to change. */
  private async isQuiet(): Promise<void> {
    await this.isCalm()
    await this.page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ timeline }) => timeline === document.timeline)
          .map(({ finished }) => finished),
      ),
    )
  }
}

/** What WCAG A or AA forbids, and whatever else keeps somebody from using the page. */
async function barriersOf(page: Page): Promise<string[]> {
  const findings = await page.evaluate(async (): Promise<Finding[]> => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Finding[] }> }
    }
    return (await run.run()).violations
  })
  return findings
    .filter(
      ({ impact, tags }) =>
        impact === 'serious' ||
        impact === 'critical' ||
        tags.some((tag) => /^wcag\d+a{1,2}$/.test(tag)),
    )
    .map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`)
}

/** Where the page runs out of sight sideways: the document, or a part that scrolls and holds the title. */
const overflowsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const title = document.querySelector('h1')
    const holders = [...document.querySelectorAll('*')].filter((each) => each.contains(title))
    return holders.flatMap((holder) => {
      const excess = holder.scrollWidth - holder.clientWidth
      if (excess <= 0 || getComputedStyle(holder).display === 'inline') return []
      const edge = holder.getBoundingClientRect().left + holder.clientWidth
      // What a part of its own scrolls is in sight of that part, and not what runs out here.
      const isScrolled = (element: Element): boolean => {
        const above = element.parentElement
        if (!above || above === holder) return false
        return getComputedStyle(above).overflowX !== 'visible' || isScrolled(above)
      }
      const widest = [...holder.querySelectorAll('*')].find(
        (element) => element.getBoundingClientRect().right > edge + 1 && !isScrolled(element),
      )
      const name = widest ? `${widest.tagName.toLowerCase()}.${widest.className}` : 'something'
      return [`runs ${excess} px out of sight: ${name}`]
    })
  })
