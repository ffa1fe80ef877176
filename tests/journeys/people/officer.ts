import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

/** A cycle officer of the secretariat. */
export class Officer extends Person {
  static async named(name: string, stage: Stage): Promise<Officer> {
    return new Officer(await enterAs(stage, name, 'admin'))
  }

  async opensTheMonitoring(): Promise<void> {
    await this.opens('/admin/monitoring')
    await this.seesHeading('Administrations')
  }

  /** What the board says of one administration. */
  async readsOnTheBoard(administration: string): Promise<string> {
    const card = this.main
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: administration, level: 4 }) })
    return card.first().innerText()
  }

  async beginsACycle(): Promise<void> {
    await this.opens('/admin/cycles')
    await this.follows('Plan a cycle')
    await this.seesHeading('Name and code')
  }

  /** Everything about a further cycle that has no usual value. */
  async plansAnother(code: string, name: string, opensOn: string, closesOn: string): Promise<void> {
    await this.beginsACycle()
    await this.fillsIn({
      Code: code,
      'Reporting year (T)': String(new Date().getFullYear() - 1),
      'Planned opening': opensOn,
      'End of entry': closesOn,
      'Name, English': name,
      'Name, French': name,
    })
    await this.presses('Plan cycle')
    await this.seesHeading(name)
  }

  async corrects(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.follows('Correct the cycle')
    await this.seesHeading('Correct a planned cycle')
    await this.fillsIn(fields)
    await this.presses('Save the corrections')
  }

  async movesTheEndTo(day: string): Promise<void> {
    await this.presses('Move the end of entry')
    const dialog = this.dialog('Move the end of entry')
    await dialog.getByLabel('New end of entry').fill(day)
    await dialog.getByText(/^Coordinators of administrations that have not submitted/).waitFor()
    await dialog.getByRole('button', { name: 'Save the new end' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async callsOff(): Promise<void> {
    await this.presses('Call off')
    const dialog = this.dialog('Call this cycle off?')
    await dialog.getByText(/^The cycle disappears/).waitFor()
    await dialog.getByRole('button', { name: 'Call off' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async hears(announcement: string): Promise<void> {
    await this.page.getByText(announcement, { exact: true }).waitFor({ state: 'attached' })
  }

  async fillsIn(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [field, value] of Object.entries(fields)) {
      await this.main.getByLabel(field, { exact: true }).fill(value)
    }
  }

  async chooses(field: string, option: string): Promise<void> {
    await this.main.getByRole('combobox', { name: field }).selectOption({ label: option })
  }

  /** Leaves out everybody and takes in one administration. */
  async invitesOnly(administration: string): Promise<void> {
    await this.presses('Choose who is invited')
    const dialog = this.dialog('Choose who is invited')
    await dialog.getByRole('radio', { name: 'Chosen administrations only' }).check()
    await dialog.getByRole('button', { name: /^Leave out the \d+ shown/ }).click()
    await dialog.getByRole('searchbox', { name: 'Administration' }).fill(administration)
    await dialog.getByRole('checkbox', { name: new RegExp(`^${administration}`) }).check()
    await dialog.getByText(/^186 will not be invited/).waitFor()
    await dialog.getByRole('button', { name: 'Save the invitations' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async decides(step: string, session: string, day: string): Promise<void> {
    await this.presses(step)
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Session of the project team (PMMPT)').fill(session)
    await dialog.getByLabel('Day of the decision').fill(day)
    await dialog.getByRole('button', { name: step }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async opensTheSubmissionOf(administration: string): Promise<void> {
    await this.opensTheMonitoring()
    await this.follows(administration)
    await this.seesHeading('Answers by KPI')
  }

  async readsOnly(list: RegExp): Promise<void> {
    await this.main.getByRole('radio', { name: list }).check({ force: true })
  }

  /** Turns to one of the submissions of the assessment that is open. */
  async picksSubmission(number: number): Promise<void> {
    const choice = this.main.getByRole('combobox', { name: 'Submission' })
    await choice.selectOption({ value: String(number) })
  }

  async returns(kpi: string, reason: string, dueAt: string): Promise<void> {
    await this.presses(`Return ${kpi}`)
    const dialog = this.dialog('Return items to the administration')
    await dialog.getByRole('button', { name: 'Return items' }).click()
    await dialog.getByText('Give a reason.').waitFor()
    await dialog.getByRole('textbox', { name: `Reason for returning ${kpi}` }).fill(reason)
    await dialog.getByLabel('Due date').fill(dueAt)
    await dialog.getByRole('button', { name: 'Return items' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Takes what the administration asked for as it asked; a day is all that is left to say. */
  async reopensAsAsked(dueAt: string): Promise<void> {
    await this.presses('Reopen as asked')
    const dialog = this.dialog('Reopen this assessment')
    await dialog.getByRole('radio', { name: /^What the administration asked for/, checked: true }).waitFor() // prettier-ignore
    await dialog.getByRole('button', { name: 'Reopen' }).click()
    await dialog.getByText('Choose a day.').waitFor()
    await dialog.getByLabel('Due date').fill(dueAt)
    await dialog.getByRole('button', { name: 'Reopen' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async seesTheReceiptOf(submission: number): Promise<void> {
    const name = new RegExp(`submission ${submission}\\b`, 'i')
    await this.main.getByRole('button', { name }).or(this.main.getByRole('link', { name })).first().waitFor() // prettier-ignore
  }

  async accepts(...cleared: string[]): Promise<void> {
    await this.presses('Accept')
    const dialog = this.dialog('Accept this submission?')
    for (const kpi of cleared) {
      await dialog.getByRole('checkbox', { name: new RegExp(`^${kpi} `) }).check()
    }
    await dialog.getByRole('button', { name: 'Accept' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async asksToAccept(): Promise<void> {
    await this.presses('Accept')
    await this.dialog('Accept this submission?').waitFor()
  }

  async confirmsAcceptance(): Promise<void> {
    await this.dialog('Accept this submission?').getByRole('button', { name: 'Accept' }).click()
  }

  async builds(release: { cycle: string; code: string; name: string; french: string }) {
    await this.opens('/admin/releases')
    await this.presses('Build release')
    const dialog = this.dialog('Build a release')
    await dialog.getByRole('combobox', { name: 'Cycle' }).selectOption({ label: release.cycle })
    await dialog.getByRole('textbox', { name: 'Code' }).fill(release.code)
    await dialog.getByRole('textbox', { name: 'Name, English' }).fill(release.name)
    await dialog.getByRole('textbox', { name: 'Name, French' }).fill(release.french)
    await dialog.getByRole('button', { name: 'Build release' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async publishes(release: string): Promise<void> {
    await this.opens(`/admin/releases/${release}`)
    await this.presses('Publish')
    const dialog = this.dialog('Publish this release?')
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async opensTheReviewOf(administration: string, status: string): Promise<void> {
    await this.opens('/admin/reviews')
    await this.main
      .getByRole('row')
      .filter({ hasText: administration })
      .filter({ hasText: status })
      .getByRole('link')
      .click()
    await this.seesHeading(`Peer review of ${administration}`)
  }

  /** Whether the person can be chosen for the team, and what stands beside their name. */
  async readsCandidate(name: string): Promise<{ isChoosable: boolean; standing: string }> {
    const row = this.main.getByRole('row').filter({ hasText: name })
    const box = row.getByRole('checkbox', { name })
    return { isChoosable: await box.isEnabled(), standing: await row.innerText() }
  }

  async acceptsReview(team: { lead: string; others: readonly string[] }): Promise<void> {
    await this.main.getByRole('radio', { name: `${team.lead} leads` }).check()
    for (const name of team.others) await this.main.getByRole('checkbox', { name }).check()
    await this.presses('Accept with this team')
    await this.seesStatus('Accepted')
  }

  /** Who is offered in somebody's place. */
  async readsReplacements(name: string): Promise<string[]> {
    const dialog = await this.beginsToReplace(name)
    const choice = dialog.getByRole('combobox', { name: 'Replaced by' })
    await choice.waitFor()
    const offered = await choice.getByRole('option').allInnerTexts()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    return offered
  }

  /** What the dialog warns of, once somebody is chosen. */
  async readsWarningsOfReplacing(name: string, by: string): Promise<string> {
    const dialog = await this.beginsToReplace(name)
    await this.choosesReplacement(by)
    const warnings = await dialog.getByRole('status').innerText()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    return warnings
  }

  async replaces(name: string, by: string): Promise<void> {
    const dialog = await this.beginsToReplace(name)
    await this.choosesReplacement(by)
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await this.main.getByRole('rowheader', { name: by }).waitFor()
  }

  async countersigns(): Promise<void> {
    await this.presses('Countersign the conclusion')
    await this.dialog('Countersign the conclusion')
      .getByRole('button', { name: 'Countersign', exact: true })
      .click()
    await this.seesStatus('Concluded')
  }

  private async choosesReplacement(name: string): Promise<void> {
    const choice = this.page.getByRole('combobox', { name: 'Replaced by' })
    const option = choice.getByRole('option', { name: new RegExp(`^${name}, `) })
    await choice.selectOption((await option.getAttribute('value')) ?? '')
  }

  private async beginsToReplace(name: string) {
    await this.main
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('button', { name: 'Replace' })
      .click()
    return this.dialog(`Replace ${name}`)
  }
}
