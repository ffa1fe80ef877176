import { readFile } from 'node:fs/promises'
import { Spreadsheet } from '../../../server/src/exchange/figures/spreadsheet.fixture.ts'
import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Somebody who fills figures in with a spreadsheet program and brings the workbook back. */
export class Bookkeeper extends Person {
  static async named(name: string, stage: Stage): Promise<Bookkeeper> {
    return new Bookkeeper(await enterAs(stage, name, 'member'))
  }

  /** From the list of KPIs to the page of workbooks. */
  async turnsToExcel(list = 'Assessment'): Promise<void> {
    await this.page.goto('/member/assessment')
    await this.main.getByRole('heading', { level: 1, name: new RegExp(list) }).waitFor()
    await this.follows('Excel')
    await this.seesHeading('Excel')
  }

  async speaksFrench(): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Language' }).selectOption('fr')
    await this.page.locator('html[lang=fr]').waitFor()
  }

  /** The workbook behind a link, as the browser saves it, in a spreadsheet program. */
  async downloads(link: string): Promise<{ sheet: Spreadsheet; name: string }> {
    const arriving = this.page.waitForEvent('download')
    await this.main.getByRole('link', { name: link, exact: true }).click()
    const download = await arriving
    return {
      sheet: new Spreadsheet(await readFile((await download.path())!)),
      name: download.suggestedFilename(),
    }
  }

  async handsIn(bytes: Buffer, label = 'Choose a workbook', name = 'figures.xlsx'): Promise<void> {
    const answered = this.page.waitForResponse((response) =>
      /FigureImportCheck/.test(response.request().postData() ?? ''),
    )
    await this.main.getByLabel(label).setInputFiles({ name, mimeType: XLSX, buffer: bytes })
    await answered
  }

  private rowOf(element: string) {
    return this.main.getByRole('row').filter({ hasText: element })
  }

  /** What the comparison says of an element, in one line. */
  async readsRow(element: string): Promise<string> {
    const row = this.rowOf(element).first()
    await row.waitFor()
    return (await row.innerText()).replace(/\s+/g, ' ')
  }

  async countsRows(): Promise<number> {
    await this.main.getByRole('row').nth(1).waitFor()
    return (await this.main.getByRole('row').count()) - 1
  }

  async leavesOut(element: string): Promise<void> {
    await this.rowOf(element).getByRole('checkbox').uncheck()
  }

  async takes(element: string): Promise<void> {
    await this.rowOf(element).getByRole('checkbox').check()
  }

  async isTaking(element: string): Promise<boolean> {
    return this.rowOf(element).getByRole('checkbox').isChecked()
  }

  async saves(button: string): Promise<void> {
    await this.presses(button)
    await this.sees(/from the workbook|depuis le classeur/)
    // However long the list: what happened is where the person looks, and where the keyboard is.
    await this.page.locator('.comparison-told:focus').getByRole('button').waitFor()
  }

  /** Opens the preview of undoing an import of before. */
  async looksAtUndoing(name: string): Promise<void> {
    await this.main.getByRole('button', { name: `Undo: ${name}` }).click()
    await this.page.getByRole('dialog', { name: `Undo: ${name}` }).waitFor()
  }

  /** What undoing would do with a figure, in one line. */
  async readsPlan(element: string): Promise<string> {
    const row = this.page.getByRole('dialog').getByRole('row').filter({ hasText: element })
    return (await row.innerText()).replace(/\s+/g, ' ')
  }

  async seesFileRefused(text: string | RegExp): Promise<void> {
    await this.main.getByRole('alert').getByText(text).first().waitFor()
  }
}
