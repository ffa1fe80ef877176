import { readFile } from 'node:fs/promises'
import type { Stage } from '../stage.ts'
import { Builder } from './builder.ts'
import { enterAs } from './person.ts'

interface Reason {
  readonly english: string
  readonly french: string
}

/** An editor who says where the parts of a draft come from, and what publishing it costs. */
export class Genealogist extends Builder {
  static override async named(name: string, stage: Stage): Promise<Genealogist> {
    return new Genealogist(await enterAs(stage, name, 'admin'))
  }

  async opensLineage(version: string): Promise<void> {
    await this.opens(`/admin/versions/${version}/lineage`)
    await this.main.getByRole('heading', { name: /\d links?$/ }).waitFor()
  }

  /** Also the links of nodes that were carried over as they were. */
  async showsUnchanged(): Promise<void> {
    await this.main.getByRole('checkbox', { name: 'Changed only' }).uncheck()
  }

  /** Binds a data element to the next free symbol. */
  async binds(element: RegExp): Promise<void> {
    await this.presses('Add symbol')
    const elements = this.main.getByRole('combobox', { name: /^Data element of / })
    const options = await elements.locator('option').allInnerTexts()
    await elements.selectOption({ label: options.find((each) => element.test(each))!.trim() })
  }

  /** States a relation with its ancestors and the reason why the series ends. */
  async states(
    code: string,
    relation: string,
    ancestors: string,
    { english, french }: Reason,
  ): Promise<void> {
    const dialog = this.dialog(`Where ${code} comes from`)
    if (!(await dialog.isVisible())) {
      await this.link(code).getByRole('button', { name: 'State relation' }).click()
    }
    await dialog.getByRole('combobox', { name: 'Relation' }).selectOption({ label: relation })
    await dialog.getByRole('textbox', { name: 'Ancestors' }).fill(ancestors)
    await dialog.getByRole('textbox', { name: 'Reason, English' }).fill(english)
    await dialog.getByRole('textbox', { name: 'Reason, French' }).fill(french)
    await dialog.getByRole('button', { name: 'State relation' }).click()
  }

  async endsSeries(code: string, { english, french }: Partial<Reason>): Promise<void> {
    const dialog = this.dialog(`End the series of ${code}`)
    if (!(await dialog.isVisible())) {
      await this.link(code).getByRole('button', { name: 'End series, give reason' }).click()
    }
    await dialog.getByRole('textbox', { name: 'Reason, English' }).fill(english ?? '')
    await dialog.getByRole('textbox', { name: 'Reason, French' }).fill(french ?? '')
    await dialog.getByRole('button', { name: 'End series' }).click()
  }

  async dialogCloses(): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  async seesLink(code: string, text: string | RegExp): Promise<void> {
    await this.link(code).getByText(text).first().waitFor()
  }

  async opensGraph(code: string): Promise<void> {
    await this.link(code)
      .getByRole('button', { name: `Graph of ${code}` })
      .click()
    await this.link(code)
      .getByRole('img', { name: `Lineage of ${code}` })
      .waitFor()
  }

  async seesChanged(code: string, text: string | RegExp): Promise<void> {
    const node = this.main.getByRole('article').filter({
      has: this.page.getByRole('heading', { name: new RegExp(`^${code} `) }),
    })
    await node.getByText(text).first().waitFor()
  }

  async narrowsTo(relation: string): Promise<void> {
    await this.main.getByRole('combobox', { name: 'Relation' }).selectOption({ label: relation })
  }

  /** The file behind the link, as it lands on the disk. */
  async downloads(link: string): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.main.getByRole('link', { name: link }).click(),
    ])
    return readFile(await download.path(), 'utf8')
  }

  /** What a failed check says, and the way to where it is mended. */
  async followsFailedCheck(
    check: string | RegExp,
    finding: string | RegExp,
    code: string,
  ): Promise<void> {
    const item = this.main
      .getByRole('listitem')
      .filter({ hasText: check })
      .filter({ hasText: finding })
      .first()
    await item.getByRole('link', { name: code, exact: true }).click()
    await this.main.getByRole('heading', { level: 1 }).waitFor()
  }

  private link(code: string) {
    return this.main.getByRole('listitem').filter({
      has: this.page.getByRole('button', { name: `Graph of ${code}`, exact: true }),
    })
  }
}
