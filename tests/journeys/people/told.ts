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

  async unfolds(line: string): Promise<void> {
    await this.main.locator('summary').filter({ hasText: line }).click()
  }

  async wantsNoMailWhen(what: string): Promise<void> {
    await this.mailBox(what).uncheck()
  }

  async wantsQuietHours(from: string, until: string): Promise<void> {
    await this.mailBox('No mail in quiet hours').check()
    await this.hour('From').selectOption(from)
    await this.hour('until').selectOption(until)
  }

  /** What the settings say of mail, as they stand. */
  async mailChoices(): Promise<Record<string, boolean | readonly string[]>> {
    const kinds = ['a cycle opens', 'the secretariat returns items']
    await this.mailBox(kinds[0]!).waitFor()
    const wants = await Promise.all(
      kinds.map(async (kind) => [kind, await this.mailBox(kind).isChecked()] as const),
    )
    const hours = await Promise.all(
      ['From', 'until'].map((end) => this.hour(end).locator('option:checked').innerText()),
    )
    return { ...Object.fromEntries(wants), hours }
  }

  /** The own end of entry, with the reason for it, on every page that tells when entry ends. */
  async readsThatTimeEndsOn(day: string, reason: string): Promise<void> {
    const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(day))
    const at = new RegExp(`Your time ends on ${date}: .*Reason: ${reason}`, 's')
    await this.opens('/member/')
    await this.sees(at)
    await this.sees(new RegExp(`^Your time ends on ${date}$`))
    await this.sees(new RegExp(`until ${date}`))
    for (const [page, said] of [
      ['/member/assessment', `closes ${date}`],
      ['/member/assessment/submit', `Entry closes on ${date}`],
    ] as const) {
      await this.opens(page)
      await this.sees(at)
      await this.sees(new RegExp(said))
    }
  }

  private mailBox(what: string) {
    return this.main.getByRole('checkbox', { name: new RegExp(`^${what}`) })
  }

  private hour(end: string) {
    return this.main.getByLabel(end, { exact: true })
  }

  private bell(label: string) {
    return this.page.getByRole('banner').getByRole('link', { name: label, exact: true })
  }
}
