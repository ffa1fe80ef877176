import type { Window } from '../browser.ts'
import type { Stage } from '../stage.ts'
import { Person } from './person.ts'

export interface PlainQuery {
  readonly document: string
  readonly variables: Readonly<Record<string, string>>
}

/** Somebody without an account who reads the public pages. */
export class Reader extends Person {
  /** Somebody who is signed in and turns to the public pages in the same window. */
  static at(window: Window): Reader {
    return new Reader(window)
  }

  static async inEnglish(stage: Stage): Promise<Reader> {
    return new Reader(await stage.opens())
  }

  static async inFrench(stage: Stage): Promise<Reader> {
    return new Reader(await stage.opens({ locale: 'fr-FR' }))
  }

  /** The codes of the KPIs the list shows, from top to bottom. */
  kpis(): Promise<string[]> {
    return this.main
      .getByRole('link', { name: /^[A-Z]{2}-\d\d-\d+ / })
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('/').at(-1)!))
  }

  async waitsForKpis(count: number, all = 51): Promise<void> {
    const counted = this.main.getByText(new RegExp(`^${count} (of ${all} KPIs|ICP sur ${all})$`))
    await counted.waitFor()
  }

  /** Whether the sign of the search leads there. */
  async slashLeadsToSearch(): Promise<boolean> {
    const field = this.main.getByRole('searchbox').first()
    await field.waitFor()
    await this.page.keyboard.press('/')
    return field.evaluate((element) => element === document.activeElement)
  }

  async choosesSingleKeys(choice: 'On' | 'Off'): Promise<void> {
    await this.main
      .getByRole('radiogroup', { name: 'Single-key shortcuts' })
      .getByText(choice, { exact: true })
      .click()
  }

  /** Looks for words without touching anything but the keyboard. */
  async searchesByKeyboard(words: string): Promise<void> {
    await this.page.keyboard.press('/')
    await this.page.keyboard.type(words)
  }

  async chooses(list: string, option: RegExp): Promise<void> {
    const select = this.main.getByRole('combobox', { name: list })
    const label = (await select.getByRole('option').allTextContents()).find((text) =>
      option.test(text),
    )
    await select.selectOption({ label: label! })
  }

  address(): string {
    const { pathname, search } = new URL(this.page.url())
    return `${pathname}${search}`
  }

  /** The query the page offers, word for word as it is read there. */
  async readsTheQuery(): Promise<PlainQuery> {
    const panel = this.main.getByRole('region', { name: /GraphQL/ })
    const text = (name: RegExp) =>
      panel.getByRole('region', { name, exact: true }).locator('code').innerText()
    return {
      document: await text(/^(Query|Requête)$/),
      variables: JSON.parse(await text(/^Variables$/)) as Record<string, string>,
    }
  }

  /** Opens the query of the page in the explorer, runs it there and tells what came. */
  async runsTheQueryInTheExplorer(): Promise<string> {
    await this.main.getByRole('link', { name: /explor/ }).click()
    await this.page.waitForURL(/\/explore/)
    await this.page.waitForLoadState('networkidle')
    await this.page.getByRole('button', { name: /^Execute query/ }).click()
    const result = this.page.getByRole('region', { name: 'Result Window' })
    await result.getByText('"data"').waitFor()
    return result.innerText()
  }

  /** What the address answers to whoever only asks for it. */
  async isAnswered(address: string): Promise<{ status: number; body: string }> {
    const response = await this.page.request.get(address, { headers: { accept: 'text/html' } })
    // The page bears a new nonce each time.
    const body = (await response.text()).replaceAll(/nonce="[^"]*"|content="[\w+/=-]{16,}"/g, '')
    return { status: response.status(), body }
  }

  /** Turns the page into what a printer would get. */
  async turnsToPaper(): Promise<void> {
    await this.page.emulateMedia({ media: 'print' })
  }

  async seesOnPaper(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).filter({ visible: true }).first().waitFor()
  }

  /** Names of the navigations in sight. */
  async navigations(): Promise<number> {
    return this.page.getByRole('navigation').filter({ visible: true }).count()
  }

  /** The part of the page that has the keyboard. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.id ?? '')
  }

  /** All words of the page. */
  text(): Promise<string> {
    return this.main.innerText()
  }
}
