import type { Stage } from '../stage.ts'
import { Person, enterAs, type Portal } from './person.ts'

/** Somebody who is told what happens. */
export class Told extends Person {
  static async named(name: string, stage: Stage, portal: Portal = 'member'): Promise<Told> {
    return new Told(await enterAs(stage, name, portal))
  }

  /** What the bell above every page says. */
  async hearsTheBell(label: string): Promise<void> {
    await this.bell(label).waitFor()
  }

  async opensTheInbox(label: string): Promise<void> {
    await this.bell(label).click()
    await this.seesHeading('Inbox')
  }

  async showsOnlyUnread(): Promise<void> {
    await this.main.getByRole('radio', { name: /^Not read/ }).check({ force: true })
  }

  private bell(label: string) {
    return this.page.getByRole('banner').getByRole('link', { name: label, exact: true })
  }
}
