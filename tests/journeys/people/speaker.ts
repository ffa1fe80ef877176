import type { Stage } from '../stage.ts'
import { Person, enterAs, type Portal } from './person.ts'

const WORDS = {
  en: { tab: /^Comments/, inside: /^Stays in your administration/, fresh: 'New comment', send: 'Send', answer: 'Answer', secretariat: /^With the secretariat/, written: /The secretariat has written/ }, // prettier-ignore
  fr: { tab: /^Commentaires/, inside: /^Reste dans votre administration/, fresh: 'Nouveau commentaire', send: 'Envoyer', answer: 'Répondre', secretariat: /^Avec le secrétariat/, written: /Le secrétariat a écrit/ }, // prettier-ignore
} as const

/** Somebody who comments at a KPI, in the language they work in. */
export class Speaker extends Person {
  private words: (typeof WORDS)[keyof typeof WORDS] = WORDS.en

  static async named(name: string, stage: Stage, portal: Portal = 'member'): Promise<Speaker> {
    return new Speaker(await enterAs(stage, name, portal))
  }

  async worksInFrench(): Promise<void> {
    await this.page.evaluate(() => localStorage.setItem('pmm.locale', 'fr'))
    this.words = WORDS.fr
  }

  async turnsToTheCommentsAt(kpi: string): Promise<void> {
    await this.page.goto(`/member/assessment/kpi/${kpi}`)
    await this.main.getByRole('heading', { level: 1 }).first().waitFor()
    await this.page.getByRole('tab', { name: this.words.tab }).filter({ visible: true }).click()
    await this.panel.getByText(this.words.inside).waitFor()
  }

  /** What the secretariat wrote leads to where an answer reaches it. */
  async followsTheSecretariat(): Promise<void> {
    await this.page.goto('/member/inbox')
    await this.main.getByRole('link', { name: this.words.written }).first().click()
    await this.panel.getByRole('radio', { name: this.words.secretariat, checked: true }).waitFor()
  }

  async says(text: string): Promise<void> {
    await this.panel.getByRole('textbox', { name: this.words.fresh }).fill(text)
    await this.panel.getByRole('button', { name: this.words.send, exact: true }).click()
    await this.panel.getByText(text).first().waitFor()
  }

  /** Types an @ and some letters, and picks the first name that is offered by keyboard alone. */
  async saysTo(letters: string, name: string, text: string): Promise<void> {
    const box = this.panel.getByRole('textbox', { name: this.words.fresh })
    await box.click()
    await box.pressSequentially(`@${letters}`)
    await this.panel.getByRole('option', { name }).waitFor()
    await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Control+Enter')
    await this.panel.getByText(text).first().waitFor()
  }

  async answers(text: string): Promise<void> {
    await this.panel.getByRole('button', { name: this.words.answer, exact: true }).first().click()
    await this.panel.getByRole('textbox', { name: this.words.answer }).fill(text)
    await this.panel.getByRole('button', { name: this.words.send, exact: true }).first().click()
    await this.panel.getByText(text).first().waitFor()
  }

  async changesTheLast(from: string, to: string): Promise<void> {
    const own = this.panel.getByRole('article').filter({ hasText: from }).last()
    await own.getByRole('button', { name: 'Change', exact: true }).click()
    await this.panel.getByRole('textbox', { name: 'Change' }).fill(to)
    await this.panel.getByRole('button', { name: 'Save', exact: true }).click()
    await this.panel.getByRole('article').filter({ hasText: to }).getByText('edited').waitFor()
  }

  async removes(text: string): Promise<void> {
    const own = this.panel.getByRole('article').filter({ hasText: text }).last()
    await own.getByRole('button', { name: 'Remove', exact: true }).click()
    await this.dialog('Remove this comment').getByRole('button', { name: 'Remove', exact: true }).click() // prettier-ignore
    await this.panel.getByText(/^Removed by the author/).waitFor()
  }

  async resolvesTheThread(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Resolve', exact: true }).first().click()
    await this.panel
      .getByText(/Resolved by/)
      .first()
      .waitFor()
  }

  async hears(text: string | RegExp): Promise<void> {
    await this.panel.getByText(text).first().waitFor()
  }

  async hearsNothingOf(text: string): Promise<boolean> {
    return (await this.page.content()).includes(text) === false
  }

  /** The officer’s dialog at one KPI of a submission. */
  async discusses(kpi: string): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`^Comments at ${kpi}`) }).click()
    await this.page.getByRole('dialog').getByRole('textbox', { name: 'New comment' }).waitFor()
  }

  async opensTheSubmissionOf(administration: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Monitoring' }).click()
    await this.follows(administration)
    await this.seesHeading('Answers by KPI')
  }

  async asks(text: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'New comment' }).fill(text)
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await dialog.getByText(text).first().waitFor()
  }

  private get panel() {
    return this.page
      .getByRole('region', { name: this.words === WORDS.fr ? 'Commentaires' : 'Comments' })
      .filter({ visible: true })
  }
}
