import type { Stage } from '../stage.ts'
import { Member } from './member.ts'
import { enterAs } from './person.ts'

/** Somebody who says where each figure comes from, and looks up what it was before. */
export class Clerk extends Member {
  static override async named(name: string, stage: Stage): Promise<Clerk> {
    return new Clerk(await enterAs(stage, name, 'member'))
  }

  async typesExplanation(text: string): Promise<void> {
    await this.explanation.fill(text)
  }

  async leavesExplanation(): Promise<void> {
    await this.explanation.blur()
  }

  readsExplanation(): Promise<string> {
    return this.explanation.inputValue()
  }

  private get explanation() {
    return this.main.getByRole('textbox', { name: 'Explain in one sentence' }).first()
  }

  async beginsToStateSource(label: string): Promise<void> {
    const opener = new RegExp(`^(Source or estimate|Change source or estimate): ${escaped(label)}`)
    await this.main.getByRole('button', { name: opener }).click()
    await this.main.getByRole('textbox', { name: 'Source or note' }).waitFor()
  }

  async typesSource(source: string): Promise<void> {
    await this.main.getByRole('textbox', { name: 'Source or note' }).fill(source)
  }

  async finishesSource(source: string, isEstimate: boolean): Promise<void> {
    await this.main.getByRole('textbox', { name: 'Source or note' }).fill(source)
    await this.main
      .getByRole('checkbox', { name: 'The figure is an estimate' })
      .setChecked(isEstimate)
    await this.main.getByRole('button', { name: 'Done', exact: true }).click()
  }

  async statesSource(label: string, source: string, isEstimate: boolean): Promise<void> {
    await this.beginsToStateSource(label)
    await this.finishesSource(source, isEstimate)
    await this.main.getByRole('textbox', { name: 'Source or note' }).waitFor({ state: 'hidden' })
  }

  /** Contents of the first figure of a KPI as the history beside it tells them, the newest first. */
  async readsHistory(kpi: string): Promise<string[]> {
    await this.page.goto(`/member/assessment/kpi/${kpi}?beside=history`)
    const entries = this.page.getByRole('complementary').locator('.figure-history li')
    await entries.first().waitFor()
    return entries.evaluateAll((all) =>
      all.map((entry) => entry.querySelector('p')?.innerText.replaceAll(/\s+/g, ' ').trim() ?? ''),
    )
  }

  /** What the panel beside a KPI tells of earlier cycles. */
  async readsLastCycle(kpi: string): Promise<string> {
    await this.turnsTo(kpi)
    const beside = this.page.getByRole('complementary', { name: 'Beside the figures' })
    await beside.getByRole('tab', { name: 'Last cycle' }).click()
    await beside.getByRole('heading', { name: /data for 2022$/ }).waitFor()
    await beside.locator('[aria-busy="true"], .skeleton').first().waitFor({ state: 'detached' })
    return (await beside.innerText()).replaceAll(/\s+/g, ' ')
  }

  /** The values over the cycles, as they are told to those who do not see the line. */
  async readsSeries(): Promise<string> {
    const line = this.main.getByRole('img', { name: /^Own values of / })
    return (await line.locator('desc').textContent()) ?? ''
  }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
