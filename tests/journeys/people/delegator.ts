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

  async gives(name: string, day: string): Promise<void> {
    const bar = this.main.getByRole('form', { name: 'Give the chosen KPIs' })
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
