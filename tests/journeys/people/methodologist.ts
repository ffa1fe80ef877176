import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Editor } from './editor.ts'
import { enterAs } from './person.ts'

/** An editor who writes formulas, scorings and rules. */
export class Methodologist extends Editor {
  static override async named(name: string, stage: Stage): Promise<Methodologist> {
    return new Methodologist(await enterAs(stage, name, 'admin'))
  }

  /** From the tabs to the field of the formula, with all of it selected. */
  async goesToTheFormula(): Promise<void> {
    await this.page.locator('.cm-content').waitFor()
    await this.main.getByRole('tab', { name: 'Formula' }).focus()
    await expect
      .poll(
        async () => {
          await this.page.keyboard.press('Tab')
          return this.field.evaluate((field) => field === document.activeElement)
        },
        { interval: 20 },
      )
      .toBe(true)
    await this.page.keyboard.press('Control+a')
  }

  async types(text: string, at?: 'End'): Promise<void> {
    if (at) await this.page.keyboard.press(at)
    await this.page.keyboard.type(text)
  }

  async takesTheOffer(name: string): Promise<void> {
    const offer = this.offers.getByRole('option', { name: new RegExp(`^${name}`) }).first()
    await expect.poll(() => offer.getAttribute('aria-selected')).toBe('true')
    // What was offered this moment is not taken by a key that was meant for the text.
    await expect
      .poll(async () => {
        await this.page.keyboard.press('Enter')
        return this.offers.count()
      })
      .toBe(0)
  }

  async asksForOffers(): Promise<void> {
    await this.page.keyboard.press('End')
    await this.page.keyboard.press('Control+Space')
    await this.offers.getByRole('option').first().waitFor()
  }

  async goesToTheNextError(): Promise<void> {
    await this.page.locator('.cm-lintRange-error').waitFor()
    await this.page.keyboard.press('F8')
  }

  async takesBack(): Promise<void> {
    await this.page.keyboard.press('Control+z')
  }

  async readsFormula(text: string): Promise<void> {
    await expect.poll(() => this.field.textContent()).toBe(text)
  }

  async fillsSample(symbol: string, figure: string): Promise<void> {
    await this.main.getByRole('textbox', { name: `${symbol} in Sample 1` }).fill(figure)
  }

  async seesSample(name: string, cells: readonly string[]): Promise<void> {
    const row = this.main.getByRole('row').filter({
      has: this.page.getByRole('textbox', { name: `Expected value of ${name}` }),
    })
    for (const cell of cells)
      await row.getByRole('cell', { name: cell, exact: true }).first().waitFor()
  }

  async setsField(label: string, value: string): Promise<void> {
    await this.main.getByRole('textbox', { name: label }).fill(value)
  }

  async choosesIn(label: string, option: string): Promise<void> {
    await this.main.getByRole('combobox', { name: label }).selectOption(option)
  }

  async seesRow(name: string | RegExp, cells: readonly string[]): Promise<void> {
    const row = this.main.getByRole('row', { name }).first()
    for (const cell of cells) await row.getByText(cell).first().waitFor()
  }

  async opensRules(version: string): Promise<void> {
    this.page.once('dialog', (dialog) => void dialog.accept())
    await this.page.goto(`/admin/versions/${version}`)
    await this.follows('Validation rules')
    await this.seesHeading('Validation rules')
  }

  async beginsRule(): Promise<void> {
    await this.presses('Add rule')
    await this.rule.getByRole('combobox', { name: 'Type' }).selectOption('Consistency')
    await this.rule.getByRole('combobox', { name: 'Must be' }).selectOption('at most')
  }

  async wordsRule(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(fields)) {
      await this.rule.getByRole('textbox', { name }).fill(text)
    }
  }

  async concerns(kpi: string): Promise<void> {
    await this.rule.getByRole('combobox', { name: 'KPIs concerned' }).selectOption(kpi)
  }

  async triesRule(row: number, figures: readonly string[]): Promise<void> {
    const fields = this.rule.getByRole('textbox', { name: new RegExp(`figures ${row}$`) })
    for (const [index, figure] of figures.entries()) await fields.nth(index).fill(figure)
  }

  async seesInRule(text: string | RegExp): Promise<void> {
    await this.rule.getByText(text).first().waitFor()
  }

  async savesRule(): Promise<void> {
    await this.rule.getByRole('button', { name: 'Save' }).click()
  }

  private get offers() {
    return this.main.getByRole('listbox', { name: 'Completions' })
  }

  private get rule() {
    return this.dialog('Add rule')
  }

  private get field() {
    return this.main.getByRole('textbox', { name: /^Formula, / })
  }
}
