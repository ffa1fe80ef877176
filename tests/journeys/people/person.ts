import type { Locator, Page } from 'playwright-core'
import type { Window } from '../browser.ts'
import type { Stage } from '../stage.ts'

export type Portal = 'member' | 'admin'

/** Somebody in front of a browser; what they look for they find by role and label. */
export class Person {
  readonly window: Window
  /** The page in front of them; they may close it and open another. */
  page: Page

  constructor(window: Window) {
    this.window = window
    this.page = window.page
  }

  protected get main(): Locator {
    return this.page.getByRole('main')
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).first().waitFor()
  }

  async seesHeading(name: string | RegExp): Promise<void> {
    await this.main.getByRole('heading', { name }).first().waitFor()
  }

  async doesNotSee(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).first().waitFor({ state: 'hidden' })
  }

  async opens(address: string): Promise<void> {
    await this.page.goto(address)
    await this.main.getByRole('heading').first().waitFor()
  }

  /** Nothing is on its way any more that the page has asked for. */
  async comesToRest(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
  }

  /** An address at which there is nothing for this person, whether or not it exists for others. */
  async findsNothingAt(address: string): Promise<void> {
    await this.page.goto(address)
    await this.seesHeading('Not found')
  }

  async presses(button: string | RegExp): Promise<void> {
    await this.main.getByRole('button', { name: button }).click()
  }

  async follows(link: string | RegExp): Promise<void> {
    await this.main.getByRole('link', { name: link }).first().click()
  }

  /** What a dialog says went wrong. */
  async seesRefusal(text: string | RegExp): Promise<void> {
    await this.page.getByRole('dialog').getByRole('alert').getByText(text).first().waitFor()
  }

  async seesInDialog(text: string | RegExp): Promise<void> {
    await this.page.getByRole('dialog').getByText(text).first().waitFor()
  }

  async closesTheDialog(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  }

  async reloads(): Promise<void> {
    await this.page.reload()
    await this.main.getByRole('heading').first().waitFor()
  }

  async finds(role: 'link' | 'button', name: string): Promise<boolean> {
    return (await this.main.getByRole(role, { name, exact: true }).count()) > 0
  }

  async cannotPress(button: string): Promise<boolean> {
    const found = this.main.getByRole('button', { name: button })
    await this.main.getByRole('heading').first().waitFor()
    return (await found.count()) === 0 || found.first().isDisabled()
  }

  /** The page as it stands offers the button no longer, without being read again. */
  async losesButton(button: string): Promise<void> {
    const found = this.main.getByRole('button', { name: button, exact: true })
    await found.and(this.page.locator(':enabled')).waitFor({ state: 'hidden' })
  }

  /** Whether the text stands on the page as it is now. */
  async reads(text: string): Promise<boolean> {
    return (await this.main.getByText(text).count()) > 0
  }

  async seesStatus(status: string): Promise<void> {
    await this.main.getByText(status, { exact: true }).first().waitFor()
  }

  protected dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }
}

/** Chooses an invented person on the page for signing in: one click, no password. */
export async function enterAs(stage: Stage, name: string, portal: Portal): Promise<Window> {
  const window = await stage.opens()
  const { page } = window
  await page.goto(`/${portal}/sign-in`)
  const people = page.getByRole('region', { name: 'Enter as an invented person' })
  const person = people.getByRole('button', { name: new RegExp(`^${name}`) }).first()
  await people.getByRole('button').first().waitFor()
  // Those who stand alone for their administration are folded away until somebody looks for them.
  if ((await person.count()) === 0) await people.getByRole('searchbox').fill(name)
  await person.click()
  await page.waitForURL(({ pathname }) => !pathname.includes('sign-in'))
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  return window
}
