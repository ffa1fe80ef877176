import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Editor } from './editor.ts'
import { enterAs } from './person.ts'

/** An editor who carries whole versions out and in as files. */
export class Importer extends Editor {
  static override async named(name: string, stage: Stage): Promise<Importer> {
    return new Importer(await enterAs(stage, name, 'admin'))
  }

  /** The bytes of a version as the browser saves them. */
  async exports(version: string, link: RegExp): Promise<Buffer> {
    await this.opensVersion(version)
    const download = this.page.waitForEvent('download')
    await this.main.getByRole('link', { name: link }).click()
    return readFile((await (await download).path())!)
  }

  async comesFromVersions(): Promise<void> {
    await this.opens('/admin/versions')
    await this.follows('Import a version')
    await this.seesHeading('Import a version')
  }

  async handsIn(name: string, bytes: Buffer): Promise<void> {
    await this.main
      .getByLabel('Catalogue file')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
    await this.sees(name)
  }

  async calls(code: string): Promise<void> {
    await this.main.getByRole('textbox', { name: 'Code of the new draft' }).fill(code)
  }

  async aimsAt(target: RegExp): Promise<void> {
    const field = this.main.getByRole('combobox', { name: 'Where it is to go' })
    const options = await field.locator('option').allInnerTexts()
    await field.selectOption({ label: options.find((each) => target.test(each))!.trim() })
  }

  async compares(): Promise<void> {
    await this.presses('Compare')
  }

  /** How many entries are in which state. */
  async counts(): Promise<readonly string[]> {
    const filters = this.main.locator('button[aria-pressed]')
    await filters.first().waitFor()
    return (await filters.allInnerTexts()).map((text) => text.trim())
  }

  async shows(count: string): Promise<void> {
    await this.main.getByRole('button', { name: count, exact: true }).click()
    await expect
      .poll(() =>
        this.main.getByRole('button', { name: count, exact: true }).getAttribute('aria-pressed'),
      )
      .toBe('true')
  }

  async seesEntry(code: string, texts: readonly string[]): Promise<void> {
    const row = this.main.getByRole('row').filter({ hasText: code })
    for (const text of texts) await row.getByText(text).first().waitFor()
  }

  async seesProblem(text: RegExp): Promise<void> {
    await this.main.getByRole('alert').getByText(text).first().waitFor()
  }

  async applies(): Promise<void> {
    await this.presses('Import all of it')
    const dialog = this.dialog('Import this file?')
    await dialog.getByRole('button', { name: 'Import all of it' }).click()
  }

  async addressOf(file: string): Promise<string> {
    return (await this.main.getByRole('link', { name: file }).first().getAttribute('href'))!
  }

  /** What the list of versions says. */
  async versions(): Promise<string> {
    await this.opens('/admin/versions')
    await this.page.getByText('PMM-V1-DEMO').first().waitFor()
    return this.main.innerText()
  }
}
