import type { Locator } from 'playwright-core'
import type { Window } from '../browser.ts'
import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

export interface Handed {
  readonly name: string
  readonly bytes: Buffer
}

/** Somebody who shows where the figures come from. */
export class Witness extends Person {
  static async named(name: string, stage: Stage): Promise<Witness> {
    return new Witness(await enterAs(stage, name, 'member'))
  }

  /** Somebody who looks at what others handed in. */
  static at(window: Window): Witness {
    return new Witness(window)
  }

  /** The evidence beside the figures of a KPI. */
  async opensEvidenceOf(code: string): Promise<void> {
    await this.page.goto(`/member/assessment/kpi/${code}`)
    await this.page
      .getByRole('tab', { name: /^(Evidence|Pièces)$/ })
      .locator('visible=true')
      .click()
  }

  async hands(
    title: string,
    { name, bytes }: Handed,
    alsoFor: readonly string[] = [],
  ): Promise<void> {
    await this.presses('Add evidence')
    const dialog = this.dialog('Add evidence')
    await dialog.getByLabel('Choose a file, or drag it here').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes }) // prettier-ignore
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
    for (const code of alsoFor) await dialog.getByRole('checkbox', { name: code }).check()
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  }

  async links(title: string, address: string): Promise<void> {
    await this.presses('Add evidence')
    const dialog = this.dialog('Add evidence')
    await dialog.getByRole('radio', { name: 'Link' }).check({ force: true })
    await dialog.getByRole('textbox', { name: 'Address' }).fill(address)
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  }

  async revises(title: string, { name, bytes }: Handed): Promise<void> {
    await this.presses(`New revision of ${title}`)
    const dialog = this.dialog(`New revision of “${title}”`)
    await dialog.getByLabel('Choose a file, or drag it here').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes }) // prettier-ignore
    await dialog.getByRole('button', { name: 'Add the revision' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Bytes of every revision, the newest first, fetched as a click fetches them. */
  async fetchesRevisionsOf(title: string): Promise<readonly string[]> {
    const item = this.item(title)
    await item.getByText(/^\d+ revisions?$/).click()
    const links = await item.locator('details').getByRole('link').all()
    const found: string[] = []
    for (const link of links) found.push(await this.fetched(link))
    return found
  }

  /** Bytes behind the title, fetched as a click fetches them. */
  async fetches(title: string): Promise<string> {
    return this.fetched(this.main.getByRole('link', { name: title }).first())
  }

  /** Drags a file over the field instead of choosing it. */
  async drags(title: string, { name, bytes }: Handed): Promise<void> {
    await this.presses('Add evidence')
    const dialog = this.dialog('Add evidence')
    const dataTransfer = await this.page.evaluateHandle(
      ([fileName, text]) => {
        const carried = new DataTransfer()
        carried.items.add(new File([text!], fileName!))
        return carried
      },
      [name, bytes.toString()],
    )
    await dialog.getByText('Choose a file, or drag it here').dispatchEvent('drop', { dataTransfer })
    await dialog.getByText(name).waitFor()
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  }

  /** Tries another file in the dialog that is open. */
  async triesInstead({ name, bytes }: Handed): Promise<void> {
    const dialog = this.dialog('Add evidence')
    await dialog.getByLabel('Choose a file, or drag it here').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes }) // prettier-ignore
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  }

  /** Chooses another file in the dialog that is open, and no more. */
  async choosesInstead({ name, bytes }: Handed): Promise<void> {
    const dialog = this.dialog('Add evidence')
    await dialog.getByLabel('Choose a file, or drag it here').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes }) // prettier-ignore
  }

  async readsTypedTitle(): Promise<string> {
    return this.dialog('Add evidence').getByRole('textbox', { name: 'Title' }).inputValue()
  }

  private async fetched(link: Locator): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString()
  }

  async reuses(title: string): Promise<void> {
    await this.main.getByRole('combobox', { name: 'Or use what is there already' }).selectOption({ label: title }) // prettier-ignore
    await this.item(title).waitFor()
  }

  async removes(title: string): Promise<void> {
    await this.presses(`Remove ${title}`)
    await this.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await this.item(title).waitFor({ state: 'hidden' })
  }

  async shows(filter: RegExp): Promise<void> {
    await this.main.getByRole('radio', { name: filter }).check({ force: true })
  }

  async seesItem(title: string, text: string | RegExp): Promise<void> {
    await this.item(title).getByText(text).first().waitFor()
  }

  private item(title: string): Locator {
    return this.main.getByRole('article').filter({ has: this.page.getByRole('heading', { name: title }) }) // prettier-ignore
  }
}
