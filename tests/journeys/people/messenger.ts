import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly objet: string
  readonly texte: string
}

/** A cycle officer who reminds administrations and writes to them. */
export class Messenger extends Person {
  static async named(name: string, stage: Stage): Promise<Messenger> {
    return new Messenger(await enterAs(stage, name, 'admin'))
  }

  async remindsOn(days: string): Promise<void> {
    await this.presses('Change reminders')
    const dialog = this.dialog('Change reminders')
    await dialog.getByLabel('Reminders, days before the end').fill(days)
    await dialog.getByRole('button', { name: 'Save reminders' }).click()
  }

  async seesTheDialogGone(): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  async writesToWhoeverTheBoardShows(query: string): Promise<void> {
    await this.opens(`/admin/monitoring?${query}`)
    await this.follows('Message to these')
    await this.seesHeading('Message to administrations')
  }

  async types({ subject, text, objet, texte }: Letter): Promise<void> {
    await this.main.getByLabel('Subject, English').fill(subject)
    await this.main.getByLabel('Text, English').fill(text)
    await this.main.getByLabel('Subject, French').fill(objet)
    await this.main.getByLabel('Text, French').fill(texte)
  }

  async looksAtIt(): Promise<string> {
    await this.presses('Look at it and send')
    return this.dialog('Send this message?').innerText()
  }

  /** Clicks as somebody does who is not sure that the first click was heard. */
  async sendsItWithTwoClicks(): Promise<void> {
    await this.dialog('Send this message?').getByRole('button', { name: 'Send message' }).dblclick()
  }

  async readsWhatWasSent(subject: string): Promise<string> {
    await this.presses(subject)
    const dialog = this.dialog(subject)
    const text = await dialog.innerText()
    await dialog.getByRole('button', { name: 'Close' }).click()
    return text
  }

  async countsSent(subject: string): Promise<number> {
    await this.main.getByRole('button', { name: subject }).first().waitFor()
    return this.main.getByRole('button', { name: subject }).count()
  }

  async extends(administration: string, until: string): Promise<void> {
    await this.opens(`/admin/monitoring?view=table&search=${administration}`)
    await this.presses(`Extend ${administration}`)
    const dialog = this.dialog('Give one administration more time')
    await dialog.getByLabel('It may go on until').fill(until)
    await dialog.getByLabel('Reason').fill('Staff was away.')
    await dialog.getByRole('button', { name: 'Extend an administration' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}
