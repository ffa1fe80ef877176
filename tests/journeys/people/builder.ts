import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Editor } from './editor.ts'
import { enterAs } from './person.ts'

/** The tree is read again after each change. */
export const PATIENT = { timeout: 30_000 }

/** An editor who changes what a version consists of: its tree, its data elements, its history. */
export class Builder extends Editor {
  static override async named(name: string, stage: Stage): Promise<Builder> {
    return new Builder(await enterAs(stage, name, 'admin'))
  }

  async adds(part: {
    readonly kind: string
    readonly into?: RegExp
    readonly code?: string
    readonly name: string
    readonly french: string
    readonly definition?: string
    readonly frenchDefinition?: string
  }): Promise<void> {
    await this.main.getByRole('button', { name: 'Add', exact: true }).click()
    const dialog = this.dialog('Add a part to the draft')
    await dialog.getByLabel('Part', { exact: true }).selectOption({ label: part.kind })
    if (part.code) await dialog.getByRole('textbox', { name: 'Code' }).fill(part.code)
    await dialog.getByRole('textbox', { name: 'Name, English' }).fill(part.name)
    await dialog.getByRole('textbox', { name: 'Name, French' }).fill(part.french)
    if (part.definition) {
      await dialog.getByRole('textbox', { name: 'Definition, English' }).fill(part.definition)
      await dialog
        .getByRole('textbox', { name: 'Definition, French' })
        .fill(part.frenchDefinition ?? '')
    }
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await this.seesHeading(part.name)
  }

  /** Codes of the KPIs of an outcome as the tree shows them. */
  async kpisOf(outcome: string): Promise<readonly string[]> {
    const codes = await this.tree.locator('a.tree-kpi .tree-code').allInnerTexts()
    return codes.map((code) => code.trim()).filter((code) => code.startsWith(`${outcome}-`))
  }

  async seesOrder(outcome: string, codes: readonly string[]): Promise<void> {
    await expect.poll(() => this.kpisOf(outcome), PATIENT).toEqual(codes)
  }

  /** By keyboard alone: focus on the row, then Alt with an arrow. */
  async stepsUp(code: string): Promise<void> {
    await this.row(code).focus()
    await this.page.keyboard.press('Alt+ArrowUp')
    await this.sees(`${code} was moved.`)
  }

  async drags(code: string, onto: string): Promise<void> {
    await this.row(code).dragTo(this.row(onto))
    await this.sees(`${code} was moved.`)
  }

  async movesTo(outcome: RegExp, place: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Move to', exact: true }).click()
    const dialog = this.dialog(/^Move /)
    const parents = dialog.getByLabel('Stands in')
    const options = await parents.locator('option').allInnerTexts()
    await parents.selectOption({ label: options.find((each) => outcome.test(each))!.trim() })
    await dialog.getByLabel('Place').selectOption(place)
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async begins(verb: 'Remove'): Promise<void> {
    await this.main.getByRole('button', { name: verb, exact: true }).click()
    await this.dialog(/^Remove /).waitFor()
  }

  async readsConsequence(text: RegExp): Promise<void> {
    await this.dialog(/^Remove /)
      .getByText(text)
      .waitFor()
  }

  async removes(): Promise<void> {
    await this.dialog(/^Remove /)
      .getByRole('button', { name: 'Remove', exact: true })
      .click()
  }

  async undoes(code: string): Promise<void> {
    await this.main
      .getByRole('button', { name: `Undo: ${code}`, exact: true })
      .first()
      .click()
    await this.sees(`The change of ${code} was undone.`)
  }

  /** Types into the search and lets Enter lead to the first part found. */
  async searches(words: string, code: string): Promise<void> {
    await this.search.fill(words)
    await this.hits.getByRole('link', { name: new RegExp(`^${code} `) }).waitFor()
    await this.search.press('ArrowDown')
    await expect
      .poll(() =>
        this.hits
          .getByRole('link')
          .first()
          .evaluate((link) => link === document.activeElement),
      )
      .toBe(true)
    await this.page.keyboard.press('ArrowUp')
    await this.page.keyboard.press('Enter')
    await this.page.waitForURL(({ pathname }) => pathname.endsWith(`/${code}`))
    await this.page.keyboard.press('Escape')
    await this.hits.waitFor({ state: 'hidden' })
  }

  async fillsIn(field: string, text: string): Promise<void> {
    await this.main.getByRole('textbox', { name: field, exact: true }).fill(text)
  }

  async chooses(field: string, option: string): Promise<void> {
    await this.main
      .getByRole('combobox', { name: field, exact: true })
      .selectOption({ label: option })
  }

  async ticks(name: string): Promise<void> {
    await this.main.getByRole('checkbox', { name }).first().check()
  }

  async hasTicked(name: string): Promise<boolean> {
    return this.main.getByRole('checkbox', { name }).first().isChecked()
  }

  /** What a part counts for, as the table beside its weight says. */
  async shareOf(code: string): Promise<string> {
    const row = this.main.getByRole('row', { name: new RegExp(`^${code} `) })
    return (await row.getByRole('cell').last().innerText()).replaceAll('\u00a0', ' ').trim()
  }

  async readsField(field: string, text: string): Promise<void> {
    await expect
      .poll(
        () => this.main.getByRole('textbox', { name: field, exact: true }).inputValue(),
        PATIENT,
      )
      .toBe(text)
  }

  async opensHistory(version: string, node?: string): Promise<void> {
    await this.opens(`/admin/versions/${version}/history${node ? `?node=${node}` : ''}`)
  }

  async undoesOfAnother(code: string, name: string): Promise<void> {
    await this.main
      .getByRole('button', { name: `Undo: ${code}`, exact: true })
      .first()
      .click()
    const dialog = this.dialog('Undo the change of somebody else?')
    await dialog.getByText(new RegExp(name)).waitFor()
    await dialog.getByRole('button', { name: 'Undo', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  private get search() {
    return this.main.getByRole('searchbox', { name: 'Find by code or words' })
  }

  private get hits() {
    return this.main.getByRole('navigation', { name: 'Found in this version' })
  }

  private get tree() {
    return this.main.getByRole('navigation', { name: 'Dimensions, outcomes and KPIs' })
  }

  private row(code: string) {
    return this.tree.getByRole('link', { name: new RegExp(`^${code}( |$)`) }).first()
  }
}
