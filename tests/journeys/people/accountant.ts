import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Member } from './member.ts'
import { enterAs } from './person.ts'

/** Somebody who keeps the figures in a spreadsheet and brings them over in blocks. */
export class Accountant extends Member {
  static override async named(name: string, stage: Stage): Promise<Accountant> {
    return new Accountant(await enterAs(stage, name, 'member'))
  }

  async turnsToSheet(dimension: string): Promise<void> {
    await this.page.goto(`/member/assessment/sheet/${dimension}`)
    await this.sheet.getByRole('textbox').first().waitFor()
  }

  private get sheet() {
    return this.main.getByRole('table', { name: /^Sheet, / })
  }

  private cell(label: string) {
    return this.sheet.getByRole('textbox', { name: label })
  }

  async goesTo(label: string): Promise<void> {
    await this.cell(label).click()
  }

  /** Keys as they are typed: figures, and names of keys between them. */
  async strikes(...keys: string[]): Promise<void> {
    for (const key of keys) {
      if (/^[A-Z]/.test(key)) await this.page.keyboard.press(key)
      else await this.page.keyboard.type(key)
    }
  }

  async leavesTheField(): Promise<void> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }

  async hasTheCaretOnTheWayBackToFocus(): Promise<void> {
    await this.page.locator('.kpi-aside a:focus', { hasText: 'Back to focus mode' }).waitFor()
  }

  async isInFocusMode(heading: string): Promise<void> {
    await this.page.waitForURL(/\/assessment\/focus\//)
    await this.seesHeading(heading)
  }

  async waitsUntilSavedHere(): Promise<void> {
    await super.waitsUntilSaved()
  }

  /** Word of the choice that is taken. */
  async readsChoice(): Promise<string> {
    const chosen = this.main.getByRole('radio', { checked: true })
    return (await chosen.locator('..').innerText()).trim()
  }

  async standsAt(label: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(label)
  }

  async findsInCell(label: string): Promise<string> {
    return plain(await this.cell(label).inputValue())
  }

  override async readsFigure(label: string): Promise<string> {
    return plain(await super.readsFigure(label))
  }

  async pastes(block: string, label: string): Promise<void> {
    await this.cell(label).evaluate((cell, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      cell.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, block)
  }

  override async waitsUntilSaved(): Promise<void> {
    const waiting = this.sheet.locator('.is-dirty, .is-saving, .is-queued')
    await expect.poll(() => waiting.count(), { timeout: 10_000 }).toBe(0)
  }

  private get preview() {
    return this.dialog('Paste into the sheet')
  }

  /** What the preview says of each pasted cell, in its order. */
  async readsPreview(): Promise<string[]> {
    const rows = this.preview.getByRole('row')
    await rows.nth(1).waitFor()
    const texts = await rows.evaluateAll((all) =>
      all.slice(1).map((row) => [...row.querySelectorAll('td')].at(-1)?.textContent?.trim() ?? ''),
    )
    return texts
  }

  async writesPasted(figures: number): Promise<void> {
    const saved = this.page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('DataValuesSave'),
    )
    await this.preview.getByRole('button', { name: `Write ${figures} figure` }).click()
    await saved
    await this.preview.waitFor({ state: 'hidden' })
  }

  async leavesPreview(): Promise<void> {
    await this.preview.getByRole('button', { name: 'Cancel' }).click()
    await this.preview.waitFor({ state: 'hidden' })
  }

  async undoesThePaste(): Promise<void> {
    await this.main.getByRole('button', { name: 'Undo the paste' }).click()
  }

  /** Undoes, on a later visit, what of a paste still stands as it was pasted. */
  async undoesEarlierPaste(figures: number): Promise<void> {
    const name = 'Undo: Pasted into the sheet'
    await this.opens('/member/assessment/excel')
    await this.main.getByRole('button', { name, exact: true }).click()
    await this.dialog(name)
      .getByRole('button', { name: `Undo ${figures} figure` })
      .click()
    await this.dialog(name).waitFor({ state: 'hidden' })
    await this.sees('Undid: Pasted into the sheet')
  }

  async seesInCell(label: string, text: string): Promise<void> {
    await expect.poll(() => this.findsInCell(label), { timeout: 10_000 }).toBe(text)
  }
}

const plain = (figure: string) => figure.replaceAll(/\s/g, ' ')
