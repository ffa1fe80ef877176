import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

/** Somebody who shares out the work, or does a share of it. */
export class Delegator extends Person {
  static async named(name: string, stage: Stage): Promise<Delegator> {
    return new Delegator(await enterAs(stage, name, 'member'))
  }

  async opensTheDelegation(): Promise<void> {
    await this.opens('/member/assessment')
    await this.follows('Delegation')
    await this.seesHeading('Delegation')
  }

  async choosesAllOf(outcome: string): Promise<void> {
    await this.main
      .getByRole('checkbox', { name: new RegExp(`^Choose all of ${outcome} `) })
      .check()
  }

  /** A figure of a KPI by itself, whose line then stays open. */
  async choosesTheFigure(figure: string, kpi: string): Promise<void> {
    await this.main.getByRole('button', { name: new RegExp(`data elements? of ${kpi}$`) }).click()
    await this.main.getByRole('checkbox', { name: `Choose the figure ${figure} of ${kpi}` }).check()
  }

  async gives(name: string, day: string): Promise<void> {
    const bar = this.main.getByRole('form', { name: 'Give what is chosen' })
    await bar.getByRole('combobox', { name: 'Give to' }).selectOption({ label: name })
    await bar.getByLabel('Due on').fill(day)
    await bar.getByRole('button', { name: 'Give', exact: true }).click()
    await bar.getByText('No KPI chosen').waitFor()
  }

  async whoHas(kpi: string): Promise<string> {
    const row = this.rowOf(kpi)
    await row.waitFor()
    return row.innerText()
  }

  async seesNobodyHas(kpi: string): Promise<void> {
    await this.rowOf(kpi).getByText('nobody yet').waitFor()
  }

  async whoHasTheFigure(figure: string): Promise<string> {
    const row = this.main
      .getByRole('row')
      .filter({ has: this.page.getByText(figure, { exact: true }) })
    await row.getByText('with the KPI').waitFor({ state: 'detached' })
    return row.innerText()
  }

  /** Types into the one figure there is, and waits for the server to have it. */
  async entersTheFigure(value: string): Promise<void> {
    const input = this.main.getByRole('textbox', { name: /2024/ })
    await input.fill(value)
    await input.press('Enter')
    await this.page
      .getByText(/^1 figure saved/)
      .first()
      .waitFor()
  }

  /** How many figures could be entered on the page. */
  async countsFigures(): Promise<number> {
    return this.main.getByRole('textbox', { name: /20\d\d/ }).count()
  }

  async showsOnly(filter: string): Promise<void> {
    await this.main.getByRole('radio', { name: new RegExp(`^${filter}`) }).check({ force: true })
  }

  async seesAllOfHisWork(): Promise<void> {
    const more = this.main.getByRole('button', { name: /^View all/ })
    if ((await more.count()) > 0) await more.first().click()
  }

  private rowOf(kpi: string) {
    return this.main.getByRole('row').filter({ hasText: kpi }).last()
  }
}
