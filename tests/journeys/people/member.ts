import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

/** Somebody of a member administration, at work in the self-assessment. */
export class Member extends Person {
  static async named(name: string, stage: Stage): Promise<Member> {
    return new Member(await enterAs(stage, name, 'member'))
  }

  async goesHome(): Promise<void> {
    await this.page.getByRole('link', { name: 'Home', exact: true }).click()
    await this.seesHeading(/^Good /)
  }

  async startsTheAssessment(): Promise<void> {
    await this.presses('Start the self-assessment')
    await this.seesHeading(/^Assessment, /)
  }

  async turnsTo(kpi: string): Promise<void> {
    await this.page.goto(`/member/assessment/kpi/${kpi}`)
    await this.main.getByRole('group', { name: 'Formula in words' }).first().waitFor()
  }

  private figure(label: string) {
    return this.main.getByRole('textbox', { name: label })
  }

  async types(figure: string, label: string): Promise<void> {
    await this.figure(label).fill(figure)
    await this.figure(label).press('Enter')
  }

  /** Types without leaving the cell, as one does who then looks elsewhere. */
  async beginsToType(figure: string, label: string): Promise<void> {
    await this.figure(label).fill(figure)
  }

  /** Types a figure and waits until the server has acknowledged it. */
  async enters(figure: string, label: string): Promise<void> {
    const saved = this.page.waitForResponse(
      (response) =>
        response.url().endsWith('/graphql') &&
        (response.request().postData() ?? '').includes(figure),
    )
    await this.types(figure, label)
    await saved
    await this.main.getByText('Saved', { exact: true }).first().waitFor()
  }

  async readsFigure(label: string): Promise<string> {
    await this.figure(label).waitFor()
    return this.figure(label).inputValue()
  }

  async cannotTypeInto(label: string): Promise<void> {
    await this.main.getByRole('region', { name: 'Figures' }).waitFor()
    expect(await this.figure(label).count()).toBe(0)
  }

  async recordsNoFigure(reason: string, text: string): Promise<void> {
    await this.presses('There is no figure because…')
    const dialog = this.dialog('There is no figure because…')
    await dialog.getByRole('combobox', { name: 'Reason' }).selectOption({ label: reason })
    await dialog.getByRole('textbox', { name: /^Explanation/ }).fill(text)
    await dialog.getByRole('button', { name: 'Record the reason' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async explains(text: string): Promise<void> {
    const field = this.main.getByRole('textbox', { name: 'Explain in one sentence' }).first()
    await field.fill(text)
    const saved = this.page.waitForResponse((response) => response.url().endsWith('/graphql'))
    await field.blur()
    await saved
  }

  async ticksAsLookedAt(): Promise<void> {
    const saved = this.page.waitForResponse((response) => response.url().endsWith('/graphql'))
    await this.main.getByRole('checkbox', { name: /^Looked at/ }).click()
    await saved
  }

  async seesInTheList(kpi: string, status: string): Promise<void> {
    await this.page.goto('/member/assessment')
    await this.main
      .getByRole('row')
      .filter({ hasText: kpi })
      .getByText(status, { exact: true })
      .waitFor()
  }

  async choosesLevel(level: string): Promise<void> {
    const saved = this.page.waitForResponse((response) => response.url().endsWith('/graphql'))
    await this.main
      .getByRole('combobox', { name: 'Who may see the answer' })
      .selectOption({ label: level })
    await saved
  }

  async rates(instrument: string, level: string): Promise<void> {
    await this.main.getByRole('radio', { name: `${instrument}: ${level}` }).check()
    await this.main
      .getByRole('row', { name: new RegExp(`^${instrument}`) })
      .getByText('Saved', { exact: true })
      .waitFor()
  }

  async asksForApproval(): Promise<void> {
    await this.presses('Ask for approval')
    await this.page
      .getByRole('dialog')
      .or(this.page.getByRole('alertdialog'))
      .getByRole('button', { name: 'Ask for approval' })
      .click()
    await this.seesHeading('Signature')
  }

  /** The line of a KPI among all that is signed, as it reads. */
  async readsAnswer(kpi: string): Promise<string> {
    const row = this.main.getByRole('row').filter({ hasText: kpi })
    await row.waitFor()
    return row.innerText()
  }

  async showsAnswers(kind: RegExp): Promise<void> {
    await this.main.getByRole('radio', { name: kind }).check({ force: true })
  }

  /** Takes a step that is asked about once more. */
  async decides(step: string): Promise<void> {
    await this.presses(step)
    const dialog = this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'))
    await dialog.getByRole('button', { name: step }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async declinesTheWithdrawal(reason: string): Promise<void> {
    await this.presses('Decline the withdrawal')
    const dialog = this.dialog('Decline the withdrawal')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await dialog.getByRole('button', { name: 'Decline the withdrawal' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async signs(): Promise<void> {
    await this.putsTheSignature()
    await this.seesHeading('Receipt')
  }

  async putsTheSignature(): Promise<void> {
    await this.main.getByRole('checkbox', { name: /^I confirm on behalf of/ }).check()
    await this.presses('Sign and submit')
  }

  async seesLevel(level: string): Promise<void> {
    const chosen = this.main.getByRole('combobox', { name: 'Who may see the answer' })
    await expect.poll(() => chosen.locator('option:checked').textContent()).toContain(level)
  }

  async seesRated(instrument: string, level: string): Promise<void> {
    const radio = this.main.getByRole('radio', { name: `${instrument}: ${level}` })
    await expect.poll(() => radio.isChecked()).toBe(true)
  }

  async answersTheReturn(text: string): Promise<void> {
    await this.main.getByRole('textbox', { name: 'Your answer' }).fill(text)
    await this.presses('Save the answer')
    await this.sees(text)
    await this.main.getByRole('button', { name: 'Change', exact: true }).waitFor()
  }

  async asksForTheSignature(): Promise<void> {
    await this.opens('/member/assessment/submit')
    await this.presses('Ask for the signature')
    const dialog = this.dialog('Ask for the signature')
    await dialog.getByRole('button', { name: 'Ask for the signature' }).click()
    await this.sees(/asked the approver for the signature on/)
  }

  async asksForAReopening(kpi: string, reason: string): Promise<void> {
    await this.opens('/member/assessment/submit')
    await this.presses('Ask for a reopening')
    const dialog = this.dialog('Ask the secretariat for a reopening')
    await dialog.getByRole('button', { name: 'Send the request' }).click()
    await dialog.getByText('Give a reason.').waitFor()
    await dialog.getByRole('textbox', { name: 'Why it should be opened again' }).fill(reason)
    await dialog.getByRole('radio', { name: 'Single KPIs' }).check()
    await dialog.getByRole('searchbox').fill(kpi)
    await dialog.getByRole('checkbox', { name: new RegExp(`^${kpi} `) }).check()
    await dialog.getByRole('button', { name: 'Send the request' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Name of the first figure of the KPI that stands open. */
  async firstFigure(): Promise<string> {
    const first = this.main.getByRole('region', { name: 'Figures' }).getByRole('textbox').first()
    return (await first.getAttribute('aria-label')) ?? ''
  }

  async waitsUntilSaved(): Promise<void> {
    await this.main
      .getByRole('region', { name: 'Figures' })
      .getByText('Saved', { exact: true })
      .first()
      .waitFor()
  }

  async seesConflict(mine: string, theirs: string): Promise<void> {
    const panel = this.main.getByRole('group', {
      name: 'A colleague saved this figure while you were editing it',
    })
    await panel.getByRole('definition').filter({ hasText: mine }).first().waitFor()
    await panel.getByRole('definition').filter({ hasText: theirs }).first().waitFor()
  }

  async losesTheNetwork(): Promise<void> {
    await this.window.context.setOffline(true)
  }

  async hasTheNetworkAgain(): Promise<void> {
    await this.window.context.setOffline(false)
  }

  async closesThePage(): Promise<void> {
    await this.page.close()
  }

  async opensAnotherPage(): Promise<void> {
    this.page = await this.window.context.newPage()
    this.page.setDefaultTimeout(15_000)
  }

  /** What stands above every page about figures that are on this device only. */
  async hearsOfKeptFigures(text: RegExp): Promise<void> {
    await this.keptFigures.getByText(text).waitFor()
  }

  async goesToTheKeptFigure(kpi: string): Promise<void> {
    await this.keptFigures.getByRole('link', { name: kpi, exact: true }).click()
  }

  /** Everything typed here has reached the server. */
  async keepsNothing(): Promise<void> {
    await expect.poll(() => this.keptOnTheDevice(), { timeout: 15_000 }).toBe(0)
    await this.keptFigures.waitFor({ state: 'hidden' })
  }

  /** How many figures the browser itself holds. */
  keptOnTheDevice(): Promise<number> {
    return this.page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('pmm')
          opening.addEventListener('error', () => reject(opening.error))
          opening.addEventListener('success', () => {
            const database = opening.result
            if (!database.objectStoreNames.contains('drafts')) return resolve(0)
            const counting = database.transaction('drafts').objectStore('drafts').count()
            counting.addEventListener('success', () => {
              database.close()
              resolve(counting.result)
            })
          })
        }),
    )
  }

  async choosesNotToKeepDrafts(): Promise<void> {
    await this.main.getByRole('radio', { name: 'Do not keep' }).check({ force: true })
  }

  async signsOutAllTheSame(question: string): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Alina Dorn|Alina Dorn/ })
      .first()
      .click()
    await this.page.getByRole('button', { name: 'Sign out' }).click()
    this.page.once('dialog', (dialog) => void dialog.accept())
    await this.dialog(question).getByRole('button', { name: 'Sign out' }).click()
    await this.page.waitForURL(/sign-in/)
  }

  private get keptFigures() {
    return this.page.getByRole('status', { name: 'Figures on this device' })
  }

  async isSignedOutElsewhere(): Promise<void> {
    await this.window.context.clearCookies()
  }

  async choosesInNavigation(page: string): Promise<void> {
    await this.page.getByRole('link', { name: page, exact: true }).first().click()
  }

  /** Leaves the dialog that stands over the page. */
  async stepsAside(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  async confirmsLeaving(): Promise<void> {
    const dialog = this.dialog('Leave with an entry that is not saved?')
    await dialog.getByRole('button', { name: 'Leave without it' }).click()
  }

  async goesOnAs(name: string): Promise<void> {
    const dialog = this.dialog('Your session has ended')
    await dialog.getByRole('button', { name: `Go on as ${name}` }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async seesDialog(name: string): Promise<void> {
    await this.dialog(name).waitFor()
  }

  async seesValue(text: string | RegExp): Promise<void> {
    await this.main
      .getByRole('region', { name: /^Value \d/ })
      .getByText(text)
      .waitFor()
  }

  /** The value of the KPI as the workspace shows it, once the line of earlier ones has come too. */
  async readsValue(): Promise<string> {
    await this.comesToRest()
    return this.main.getByRole('region', { name: /^Value \d/ }).innerText()
  }
}
