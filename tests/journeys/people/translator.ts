import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Editor } from './editor.ts'
import { enterAs } from './person.ts'

/** Somebody at the translation desk of the secretariat portal. */
export class Translator extends Editor {
  static override async named(name: string, stage: Stage): Promise<Translator> {
    return new Translator(await enterAs(stage, name, 'admin'))
  }

  // The words of a state stand in the choices of the filter as well, which nobody sees until it is open.
  override async sees(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).filter({ visible: true }).first().waitFor()
  }

  override async seesStatus(status: string): Promise<void> {
    await this.main.getByText(status, { exact: true }).filter({ visible: true }).first().waitFor()
  }

  override async presses(button: string): Promise<void> {
    await this.main.getByRole('button', { name: button, exact: true }).click()
  }

  async opensDesk(version: string): Promise<void> {
    await this.opens(`/admin/versions/${version}/translations`)
    await this.seesHeading('Translations')
  }

  /** Types words to search for and waits for the list that answers them. */
  async looksFor(words: string): Promise<void> {
    const answer = this.page.waitForResponse((response) =>
      Boolean(response.request().postData()?.includes(JSON.stringify(words))),
    )
    await this.main.getByRole('searchbox').fill(words)
    await answer
  }

  async showsState(name: string): Promise<void> {
    await this.main.getByRole('combobox', { name: 'State' }).selectOption({ label: name })
  }

  async opensText(name: string): Promise<void> {
    const text = this.main.getByRole('button', { name })
    await text.click()
    await expect.poll(() => text.getAttribute('aria-current')).toBe('true')
  }

  async translates(french: string): Promise<void> {
    await this.french.fill(french)
  }

  async savesByKey(): Promise<void> {
    await this.french.press('Control+Enter')
  }

  async readsFrench(text: string): Promise<void> {
    await expect.poll(() => this.french.inputValue()).toBe(text)
  }

  async chooses(name: string): Promise<void> {
    await this.main.getByRole('checkbox', { name }).check()
  }

  /** The package of the version as it is downloaded. */
  async exports(): Promise<string> {
    const download = this.page.waitForEvent('download')
    await this.main.getByRole('link', { name: 'Export XLIFF' }).click()
    return readFile((await (await download).path())!, 'utf8')
  }

  async handsIn(content: string): Promise<void> {
    await this.presses('Import')
    await this.package.getByLabel('XLIFF file').setInputFiles({
      name: 'back.xlf',
      mimeType: 'application/xliff+xml',
      buffer: Buffer.from(content),
    })
  }

  async seesInPackage(text: string | RegExp): Promise<void> {
    await this.package.getByText(text).first().waitFor()
  }

  async leavesRejected(): Promise<void> {
    await this.package.getByRole('checkbox', { name: /Leave out/ }).check()
  }

  async imports(button: string): Promise<void> {
    await this.package.getByRole('button', { name: button }).click()
    await this.package.waitFor({ state: 'hidden' })
  }

  async putsDownTerm(en: string, fr: string): Promise<void> {
    await this.opens('/admin/terms')
    await this.presses('Add a term')
    const dialog = this.dialog('Add a term')
    await dialog.getByRole('textbox', { name: 'English' }).fill(en)
    await dialog.getByRole('textbox', { name: 'French' }).fill(fr)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  private get french() {
    return this.main.getByRole('textbox', { name: 'French', exact: true })
  }

  private get package() {
    return this.dialog('Import a translation package')
  }
}
