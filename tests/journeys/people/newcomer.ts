import type { Locator } from 'playwright-core'
import type { Window } from '../browser.ts'
import { Person } from './person.ts'

/** Somebody with an account of their own and no invented person to enter as. */
export class Newcomer extends Person {
  constructor(
    window: Window,
    readonly email: string,
  ) {
    super(window)
  }

  async setsPassword(link: string, password: string): Promise<void> {
    await this.opens(link)
    await this.field('New password').fill(password)
    await this.presses('Set password')
    await this.seesHeading('Your password is set')
  }

  async signsIn(password: string, at = '/admin/sign-in'): Promise<void> {
    await this.page.goto(at)
    await this.field('E-mail address').fill(this.email)
    await this.field('Password').fill(password)
    await this.presses('Sign in')
  }

  async enters(code: string): Promise<void> {
    await this.field('Code').fill(code)
    await this.presses('Confirm')
  }

  async entersRecovery(code: string): Promise<void> {
    await this.presses('Use a recovery code')
    await this.field('Recovery code').fill(code)
    await this.presses('Confirm')
  }

  /** Begins to set up an app and reads the key it needs. */
  async readsKey(): Promise<string> {
    await this.presses('Set up an app')
    await this.main.getByRole('img', { name: 'QR code with the key for the app' }).waitFor()
    return (await this.main.locator('.second-factor-key code').innerText()).replaceAll(' ', '')
  }

  async confirmsApp(code: string): Promise<void> {
    await this.field('Code').fill(code)
    await this.presses('Confirm the app')
  }

  /** Reads the recovery codes and says that they are kept. */
  async keepsRecoveryCodes(): Promise<readonly string[]> {
    await this.seesHeading('Keep your recovery codes')
    const codes = await this.main.locator('.one-time-codes code').allInnerTexts()
    await this.presses('I have kept them')
    return codes
  }

  /** Saves the recovery codes as a file and reads it. */
  async savesRecoveryCodes(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.presses('Save as a file'),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks).toString('utf8')
  }

  async isIn(): Promise<void> {
    await this.page.waitForURL(({ pathname }) => !/sign-in|second-factor/.test(pathname))
    await this.main.getByRole('heading', { level: 1 }).first().waitFor()
  }

  async changesPassword(present: string, wanted: string): Promise<void> {
    await this.field('Present password').fill(present)
    await this.field('New password').fill(wanted)
    await this.presses('Change password')
  }

  async types(text: string, field: string): Promise<void> {
    await this.field(field).fill(text)
  }

  hasTyped(field: string): Promise<string> {
    return this.field(field).inputValue()
  }

  /** As when the time is up: the browser has nothing any more that the server knows. */
  async losesTheSession(): Promise<void> {
    await this.window.context.clearCookies()
  }

  async signsInOverThePage(password: string, code: string): Promise<void> {
    const dialog = this.dialog('Your session has ended')
    await dialog.getByLabel('Password', { exact: true }).fill(password)
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
    await dialog.getByLabel('Code', { exact: true }).fill(code)
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async asksForLink(): Promise<void> {
    await this.page.goto('/admin/sign-in')
    await this.follows('No password yet, or forgotten?')
    // Both pages ask for the address: only the next one sends.
    await this.main.getByRole('button', { name: 'Send the link' }).waitFor()
    await this.field('E-mail address').fill(this.email)
    await this.presses('Send the link')
    await this.seesHeading('Look into your mailbox')
  }

  private field(label: string): Locator {
    return this.main.getByLabel(label, { exact: true })
  }
}
