import type { Stage } from '../stage.ts'
import { Builder } from './builder.ts'
import { enterAs } from './person.ts'

export interface Wish {
  readonly title: string
  readonly why: string
  /** Code of the entry it touches. */
  readonly node: string
}

/** Somebody who proposes changes, decides on them, and maps outcomes. */
export class Proposer extends Builder {
  static override async named(name: string, stage: Stage): Promise<Proposer> {
    return new Proposer(await enterAs(stage, name, 'admin'))
  }

  override async sees(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).filter({ visible: true }).first().waitFor()
  }

  async proposes({ title, why, node }: Wish): Promise<void> {
    await this.opens('/admin/proposals')
    await this.presses('New proposal')
    const dialog = this.dialog('Propose a change')
    await dialog.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Revision' })
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
    await dialog.getByRole('textbox', { name: 'Why' }).fill(why)
    await dialog.getByRole('searchbox', { name: 'Find by code or words' }).fill(node)
    const hit = dialog.getByRole('list', { name: 'Entries found' }).getByRole('button').first()
    await hit.focus()
    await hit.press('Enter')
    await dialog.getByRole('button', { name: `Take ${node} out` }).waitFor()
    await dialog.getByRole('button', { name: 'Propose', exact: true }).press('Enter')
    await this.seesHeading(title)
  }

  /** Proposes without saying anything, and reads every problem. */
  async proposesNothing(): Promise<void> {
    await this.opens('/admin/proposals')
    await this.presses('New proposal')
    const dialog = this.dialog('Propose a change')
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click()
    await dialog
      .getByRole('alert')
      .getByText(/^Title/)
      .waitFor()
    await dialog.getByRole('alert').getByText(/^Why/).waitFor()
    await this.closesTheDialog()
  }

  async comments(text: string): Promise<void> {
    await this.main.getByRole('textbox', { name: 'Your comment' }).fill(text)
    await this.presses('Add comment')
    await this.main.getByRole('list', { name: 'Discussion' }).getByText(text).waitFor()
  }

  async decides(verb: 'Accept' | 'Reject', reason: string): Promise<void> {
    await this.presses(verb)
    const dialog = this.dialog(`${verb} this proposal for the PMMPT`)
    await dialog.getByRole('textbox', { name: 'Reason of the decision' }).fill(reason)
    await dialog.getByRole('button', { name: verb }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async carriesOutIn(version: string): Promise<void> {
    await this.presses('Carry out')
    const dialog = this.dialog('Name the version that carries it out')
    const versions = dialog.getByRole('combobox', { name: 'Version that carries it out' })
    const name = await versions.locator('option').filter({ hasText: version }).textContent()
    await versions.selectOption({ label: name!.trim() })
    await dialog.getByRole('button', { name: 'Carry out' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async opensMatrix(version: string): Promise<void> {
    await this.opens(`/admin/versions/${version}/mappings`)
    await this.main.getByRole('grid').waitFor()
  }

  async opensTargetsOf(goal: string): Promise<void> {
    const columns = this.main.getByRole('combobox', { name: 'Columns' })
    await columns.selectOption({ label: `Targets of ${goal}` })
  }

  /** From the first cell to the right by arrow keys, and opened by Enter. */
  async goesToGoal(goal: number): Promise<void> {
    await this.main.getByRole('grid').locator('[tabindex="0"]').focus()
    for (let at = 1; at < goal; at += 1) await this.page.keyboard.press('ArrowRight') // oxlint-disable-line no-await-in-loop
    await this.page.keyboard.press('Enter')
  }

  /** Sets the open cell by keys alone. */
  async maps(strength: string, english: string, french: string): Promise<void> {
    const field = this.main.getByRole('combobox', { name: 'Strength' })
    await field.waitFor()
    await field.focus()
    await this.page.keyboard.type(strength)
    await this.page.keyboard.press('Tab')
    await this.page.keyboard.type(english)
    await this.page.keyboard.press('Tab')
    await this.page.keyboard.type(french)
    await this.page.keyboard.press('Tab')
    await this.page.keyboard.press('Enter')
  }

  /** Takes the newest change of an outcome back, on the page of the history. */
  async undoesHere(code: string): Promise<void> {
    await this.main
      .getByRole('button', { name: `Undo: ${code}`, exact: true })
      .first()
      .click()
    await this.sees(new RegExp(`^Undone: .*${code}`))
  }

  async seesCell(name: RegExp): Promise<void> {
    await this.main.getByRole('button', { name }).first().waitFor()
  }

  async records(body: string, decision: string, session: string, day: string): Promise<void> {
    await this.presses('Record decision')
    const dialog = this.dialog('Record the decision of a body')
    await dialog.getByLabel('Body').selectOption({ label: body })
    await dialog.getByLabel('Decision', { exact: true }).selectOption({ label: decision })
    await dialog.getByRole('textbox', { name: 'Session' }).fill(session)
    await dialog.getByLabel('Day of the decision').fill(day)
    await dialog.getByRole('button', { name: 'Record decision' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}
