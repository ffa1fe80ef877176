import { expect } from 'vitest'
import type { Window } from '../browser.ts'
import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

export const PASSWORD = 'a long sentence for customs'

/** Somebody at the list of the people of an administration. */
export class Coordinator extends Person {
  static async named(name: string, stage: Stage): Promise<Coordinator> {
    return new Coordinator(await enterAs(stage, name, 'member'))
  }

  async turnsToPeople(): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: 'People', exact: true })
      .click()
    await this.seesHeading('People')
  }

  /** Entries of the navigation, as they stand there. */
  async readsNavigation(): Promise<readonly string[]> {
    const entries = this.page.getByRole('navigation').first().getByRole('listitem')
    await entries.first().waitFor()
    return entries.allInnerTexts()
  }

  /** Sends an invitation; this installation sends no mail, so the link is shown this once. */
  async invites(name: string, email: string, role: string): Promise<string> {
    await this.presses('Invite')
    const dialog = this.dialog('Invite a person')
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('textbox', { name: 'E-mail address' }).fill(email)
    await dialog.getByRole('checkbox', { name: 'Contributor' }).uncheck()
    await dialog.getByRole('checkbox', { name: role }).check()
    await dialog.getByRole('button', { name: 'Create a link to hand over' }).click()
    return this.takesTheLink()
  }

  async sendsAgain(name: string): Promise<string> {
    await this.presses(`Create a new link for ${name}`)
    return this.takesTheLink()
  }

  private async takesTheLink(): Promise<string> {
    const dialog = this.page.getByRole('dialog')
    const link = await dialog.getByRole('textbox', { name: 'Link of the invitation' }).inputValue()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await dialog.waitFor({ state: 'hidden' })
    return link
  }

  async callsOff(name: string): Promise<void> {
    await this.presses(`Call off the invitation of ${name}`)
    await this.row(name).waitFor({ state: 'hidden' })
  }

  row(name: string) {
    return this.main.getByRole('row', { name: new RegExp(`^${name}`) })
  }

  async seesInTheList(name: string, role: string): Promise<void> {
    await this.row(name).filter({ hasText: role }).waitFor()
  }

  async manages(name: string): Promise<void> {
    await this.presses(`Manage ${name}`)
    await this.dialog(name).waitFor()
  }

  async gives(name: string, role: string): Promise<void> {
    await this.manages(name)
    const dialog = this.dialog(name)
    await dialog.getByRole('combobox', { name: 'Give another role' }).selectOption({ label: role })
    await dialog.getByRole('button', { name: 'Give', exact: true }).click()
    await dialog.getByRole('button', { name: `End the role ${role}` }).waitFor()
    await this.leavesTheDialog()
  }

  async deactivates(name: string): Promise<void> {
    await this.manages(name)
    const dialog = this.dialog(name)
    await dialog.getByRole('button', { name: 'Deactivate the account' }).click()
    await dialog.getByText('The person is signed out everywhere').waitFor()
    await dialog.getByRole('button', { name: 'Deactivate now' }).click()
    await dialog.getByRole('button', { name: 'Open the account again' }).waitFor()
    await this.leavesTheDialog()
  }

  async opensTheAccountOf(name: string): Promise<void> {
    await this.manages(name)
    const dialog = this.dialog(name)
    await dialog.getByRole('button', { name: 'Open the account again' }).click()
    await dialog.getByRole('button', { name: 'Deactivate the account' }).waitFor()
    await this.leavesTheDialog()
  }

  /** What the dialog about somebody says, and which buttons it has. */
  async readsDialogOf(name: string): Promise<{ text: string; buttons: readonly string[] }> {
    await this.manages(name)
    const dialog = this.dialog(name)
    const text = await dialog.innerText()
    const buttons = await dialog.getByRole('button').allInnerTexts()
    await this.leavesTheDialog()
    return { text, buttons: buttons.filter((each) => each !== '') }
  }

  private async leavesTheDialog(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  async handsOverTo(name: string, staysAsDeputy: boolean): Promise<void> {
    await this.presses('Hand over')
    const dialog = this.dialog('Hand over the coordinator’s role')
    await dialog.getByText(/becomes the contact point/).waitFor()
    await dialog.getByRole('combobox', { name: 'New coordinator' }).selectOption({ label: name })
    await dialog.getByRole('checkbox', { name: /^Stay as deputy/ }).setChecked(staysAsDeputy)
    await dialog.getByRole('button', { name: 'Hand over' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async changesHat(name: string, role: string): Promise<void> {
    await this.page.getByRole('button', { name, expanded: false }).click()
    const hat = this.page.getByRole('button', { name: new RegExp(`^${role}`) })
    await Promise.all([this.page.waitForEvent('load'), hat.click()])
    await this.main.getByRole('heading').first().waitFor()
  }

  async isAskedToSignIn(): Promise<void> {
    await this.page.waitForURL(/\/sign-in/)
    await this.seesHeading('Sign in')
  }
}

/** Somebody who holds a link and has no account yet, in a browser of their own. */
export class Invited extends Person {
  static async with(link: string, stage: Stage): Promise<Invited> {
    const window: Window = await stage.opens()
    await window.page.goto(link)
    return new Invited(window)
  }

  async accepts(name: string, password: string): Promise<void> {
    await this.seesHeading('Accept the invitation')
    await this.main.getByRole('textbox', { name: 'Your name' }).fill(name)
    await this.main.getByRole('textbox', { name: 'New password' }).fill(password)
    await this.presses('Accept')
  }

  async signsIn(email: string, password: string): Promise<void> {
    await this.follows('Sign in')
    await this.main.getByRole('textbox', { name: 'E-mail address' }).fill(email)
    await this.main.getByRole('textbox', { name: 'Password' }).fill(password)
    await this.main.getByRole('button', { name: 'Sign in', exact: true }).click()
    await this.page.waitForURL(({ pathname }) => !pathname.includes('sign-in'))
  }

  async staysOutOfTheAddress(link: string): Promise<void> {
    await expect.poll(() => this.page.url()).not.toContain(link.split('#')[1])
  }
}
