import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Builder, PATIENT } from './builder.ts'
import { enterAs } from './person.ts'

/** An editor who goes through a very large version and counts what the page holds. */
export class Surveyor extends Builder {
  static override async named(name: string, stage: Stage): Promise<Surveyor> {
    const window = await enterAs(stage, name, 'admin')
    window.page.setDefaultTimeout(60_000)
    return new Surveyor(window)
  }

  /** Waits until nothing is asked of the server any more. */
  async settles(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
  }

  /** Number of elements of the whole page. */
  async size(): Promise<number> {
    return this.page.locator('*').count()
  }

  /** Lines of a list at the side that are in the page at this moment. */
  async linesOf(list: string): Promise<number> {
    return this.list(list).getByRole('listitem').count()
  }

  /** How many lines a list has, in the page or not, as it tells assistive technology. */
  async lengthOf(list: string): Promise<number> {
    const line = this.list(list).getByRole('listitem').first()
    const told = await line.getAttribute('aria-setsize')
    return told === null ? this.linesOf(list) : Number(told)
  }

  /** Comes to a list by keyboard: to its one line that Tab stops at. */
  async entersList(list: string): Promise<void> {
    const stops = this.list(list).locator('li [tabindex="0"]')
    await expect.poll(() => stops.count(), PATIENT).toBe(1)
    await stops.focus()
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** What the keyboard is at, by the beginning of its words, in full view. */
  async standsAt(text: RegExp): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.textContent ?? ''), PATIENT)
      .toMatch(text)
    const isInView = await this.page.evaluate(() => {
      const place = document.activeElement!.getBoundingClientRect()
      return place.top >= 0 && place.bottom <= innerHeight && place.height > 0
    })
    expect(isInView).toBe(true)
  }

  /** The tree is read again after a move; the keyboard stays where it was. */
  async seesAbove(upper: string, lower: string): Promise<void> {
    const placeOf = async (code: string) =>
      Number(
        await this.main
          .getByRole('listitem')
          .filter({ has: this.page.getByRole('link', { name: new RegExp(`^${code} `) }) })
          .first()
          .getAttribute('aria-posinset'),
      )
    await expect.poll(async () => (await placeOf(lower)) - (await placeOf(upper)), PATIENT).toBe(1)
  }

  async looksInTree(words: string): Promise<number> {
    await this.main.getByRole('searchbox', { name: 'Find by code or words' }).fill(words)
    const found = this.main.getByRole('navigation', { name: 'Found in this version' })
    await expect.poll(() => found.getByRole('link').count(), PATIENT).toBeGreaterThan(0)
    return found.getByRole('link').count()
  }

  /** Chooses one of very many in a field that offers what fits; says how many it offered. */
  async picks(field: string, words: string, label: RegExp): Promise<number> {
    const box = this.main.getByRole('combobox', { name: field, exact: true })
    await box.fill(words)
    const options = this.main.getByRole('option', { name: label })
    await options.first().waitFor()
    const offered = await this.main.locator('[role=option]').count()
    await options.first().click()
    await expect.poll(() => box.inputValue()).toMatch(label)
    return offered
  }

  async rows(): Promise<number> {
    return this.main.getByRole('row').count()
  }

  async items(): Promise<number> {
    return this.main.getByRole('listitem').count()
  }

  private list(name: string) {
    return this.main.getByRole('navigation', { name })
  }
}
