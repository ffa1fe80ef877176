import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

/** An administrator of the secretariat: people, partners and the register. */
export class Administrator extends Person {
  static async named(name: string, stage: Stage): Promise<Administrator> {
    return new Administrator(await enterAs(stage, name, 'admin'))
  }

  async turnsTo(entry: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: entry, exact: true }).click()
    await this.main.getByRole('heading', { level: 1 }).waitFor()
  }

  async looksUp(administration: string): Promise<void> {
    await this.turnsTo('Administrations')
    await this.main.getByRole('searchbox', { name: 'Name or code' }).fill(administration)
    await this.sees('1 of 1 shown')
    await this.main.getByRole('link', { name: administration }).click()
    await this.seesHeading(administration)
  }

  /** Sends an invitation; this installation sends no mail, so the link is shown this once. */
  async invites(name: string, email: string, role: string): Promise<string> {
    await this.presses('Invite')
    const dialog = this.dialog('Invite a person')
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('textbox', { name: 'E-mail address' }).fill(email)
    await dialog.getByRole('checkbox', { name: role }).first().check()
    await dialog.getByRole('button', { name: 'Create a link to hand over' }).click()
    const link = await dialog.getByRole('textbox', { name: 'Link of the invitation' }).inputValue()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    return link
  }

  async rolesOfferedForInviting(): Promise<readonly string[]> {
    await this.presses('Invite')
    const dialog = this.dialog('Invite a person')
    const names = await dialog.getByRole('checkbox').locator('xpath=..').allInnerTexts()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    return names.map((text) => text.split('\n')[0]!.trim())
  }

  /** What the dialog about somebody says, and which buttons it has. */
  async readsDialogOf(name: string): Promise<{ text: string; buttons: readonly string[] }> {
    await this.presses(`Manage ${name}`)
    const dialog = this.dialog(name)
    await dialog.waitFor()
    const text = await dialog.innerText()
    const buttons = await dialog.getByRole('button').allInnerTexts()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    return { text, buttons: buttons.filter((each) => each !== '') }
  }

  async suspends(name: string): Promise<void> {
    await this.presses(`Manage ${name}`)
    await this.dialog(name).getByRole('button', { name: 'Suspend the account' }).click()
    const asked = this.dialog(`Suspend the account of ${name}?`)
    await asked.getByRole('button', { name: 'Suspend the account' }).click()
    await this.dialog(name).getByRole('button', { name: 'Reactivate the account' }).waitFor()
  }

  async reactivates(name: string): Promise<void> {
    await this.dialog(name).getByRole('button', { name: 'Reactivate the account' }).click()
    await this.dialog(name).getByRole('button', { name: 'Suspend the account' }).waitFor()
    await this.dialog(name).getByRole('button', { name: 'Close' }).last().click()
  }

  /** Makes a link for a new password, which is shown this once. */
  async helpsBackIn(name: string): Promise<string> {
    await this.presses(`Manage ${name}`)
    const dialog = this.dialog(name)
    await dialog.getByRole('button', { name: 'Make a link for a new password' }).click()
    const asked = this.dialog(`Make a link for a new password of ${name}?`)
    await asked.getByRole('button', { name: 'Make a link for a new password' }).click()
    const link = dialog.getByRole('textbox', { name: 'Link to set a new password' })
    const address = await link.inputValue()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    return address
  }

  async accredits(name: string, standing: string, area: string, until: string): Promise<void> {
    await this.presses(`Accredit ${name}`)
    const dialog = this.dialog(`Accreditation of ${name}`)
    await dialog.getByRole('combobox', { name: 'Accreditation' }).selectOption({ label: standing })
    await dialog.getByRole('checkbox', { name: area }).check()
    await dialog.getByLabel('Valid until').fill(until)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async seesInRow(name: string, text: string): Promise<void> {
    await this.main
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .filter({ hasText: text })
      .waitFor()
  }

  async readsRow(name: string): Promise<string> {
    return this.main.getByRole('row', { name: new RegExp(`^${name}`) }).innerText()
  }

  async grantsAccess(terms: {
    name: string
    kpis: string
    until: string
    today: string
  }): Promise<void> {
    await this.presses('Grant access')
    const dialog = this.dialog('Grant access')
    await dialog.getByRole('button', { name: 'Grant', exact: true }).click()
    await dialog.getByText('points to settle').waitFor()
    await dialog.getByLabel('Name of the program').fill(terms.name)
    await dialog.getByLabel('Organisation').fill('Harbour Institute')
    await dialog.getByLabel('Name of the contact').fill('Lisbet Oram')
    await dialog.getByLabel('E-mail address of the contact').fill('data@harbour.invalid')
    await dialog.getByLabel('What the data are read for').fill('A study of release times.')
    await dialog.getByLabel('Only these KPIs').selectOption(terms.kpis)
    await dialog.getByLabel('Last day of the access').fill(terms.until)
    await dialog.getByLabel('Terms of use accepted on').fill(terms.today)
    await dialog.getByRole('button', { name: 'Grant', exact: true }).click()
    await this.seesHeading(terms.name)
  }

  async issuesToken(): Promise<string> {
    await this.presses('Issue a token')
    return this.main.getByRole('textbox', { name: 'The new token' }).inputValue()
  }

  async rotates(days: string): Promise<string> {
    const before = await this.main.getByRole('textbox', { name: 'The new token' }).inputValue()
    await this.presses('Rotate')
    const dialog = this.dialog(/^Put a new token/)
    await dialog.getByRole('combobox').selectOption({ label: days })
    await dialog.getByRole('button', { name: 'Rotate' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const field = this.main.getByRole('textbox', { name: 'The new token' })
    for (let tries = 0; tries < 50 && (await field.inputValue()) === before; tries += 1) {
      await this.page.waitForTimeout(100)
    }
    return field.inputValue()
  }

  async revokesTheAccess(): Promise<void> {
    await this.presses('Revoke access')
    await this.dialog(/^Revoke the access/)
      .getByRole('button', { name: 'Revoke access' })
      .click()
    await this.seesStatus('Revoked')
  }

  async narrowsTheLogTo(action: string): Promise<void> {
    await this.main.getByRole('combobox', { name: 'Act' }).selectOption({ label: action })
  }

  async looksAtTheFirstEntry(): Promise<string> {
    await this.main.getByRole('button', { name: 'Details' }).first().click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('heading', { level: 3 }).waitFor()
    await dialog.getByText('Loading').waitFor({ state: 'hidden' })
    const text = await dialog.innerText()
    await dialog.getByRole('button', { name: 'Close' }).click()
    return text
  }
}
