import type { Stage } from '../stage.ts'
import { Person, enterAs } from './person.ts'

/** Somebody of an administration who begins with what was handed in before. */
export class Continuer extends Person {
  static async named(name: string, stage: Stage): Promise<Continuer> {
    return new Continuer(await enterAs(stage, name, 'member'))
  }

  async startsTheAssessment(): Promise<void> {
    await this.presses('Start the self-assessment')
    await this.seesHeading(/^Assessment, /)
  }

  async looksAtTheLastCycle(): Promise<void> {
    await this.opens('/member/assessment')
    await this.follows('Start from last cycle')
    await this.seesHeading('Start from last cycle')
  }

  /** Labels of the figures offered, each with its value. */
  async readsTheOffer(): Promise<{ label: string; value: string; isChosen: boolean }[]> {
    await this.main.getByRole('checkbox').first().waitFor()
    const rows = await this.main.getByRole('row').filter({ has: this.page.getByRole('checkbox') }).all()
    return Promise.all(
      rows.map(async (row) => ({
        label: (await row.locator('label').innerText()).split('\n')[0]!.trim(),
        value: await row.getByRole('cell').last().innerText(),
        isChosen: await row.getByRole('checkbox').isChecked(),
      })),
    )
  } // prettier-ignore

  async confirms(label: string): Promise<void> {
    await this.main
      .getByRole('row')
      .filter({ hasText: label })
      .getByRole('checkbox', { name: label })
      .first()
      .check()
  }

  async losesTheOffer(label: string): Promise<void> {
    await this.main.getByRole('checkbox', { name: label }).waitFor({ state: 'hidden' })
  }

  async isOfferedAgain(label: string): Promise<void> {
    await this.main.getByRole('checkbox', { name: label }).waitFor()
  }

  /** What is left out for a reason. */
  async readsWhatIsLeftOut(reason: string | RegExp): Promise<string> {
    const group = this.main.locator('details').filter({ hasText: reason })
    await group.locator('summary').click()
    return group.innerText()
  }
}
