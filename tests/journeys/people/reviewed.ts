import type { Stage } from '../stage.ts'
import { Member } from './member.ts'
import { enterAs } from './person.ts'

/** Somebody of a member administration whose assessment others review. */
export class Reviewed extends Member {
  static override async named(name: string, stage: Stage): Promise<Reviewed> {
    return new Reviewed(await enterAs(stage, name, 'member'))
  }

  async requestsReview(kpis: readonly string[], reason: string): Promise<void> {
    await this.opens('/member/peer-review')
    await this.follows('Request a review')
    for (const kpi of kpis) {
      await this.main.getByRole('checkbox', { name: new RegExp(`^${kpi} `) }).check()
    }
    await this.main.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await this.presses('Hand to the approver')
    await this.seesStatus('Requested')
  }

  async opensTheReview(status: string): Promise<void> {
    await this.opens('/member/peer-review')
    await this.main.getByRole('row').filter({ hasText: status }).getByRole('link').click()
    await this.seesHeading(/^Request$/)
    await this.seesStatus(status)
  }

  async answersFinding(finding: string, decision: 'Accept' | 'Contest', text: string) {
    const item = this.main.getByRole('listitem').filter({ hasText: finding })
    await item.getByRole('button', { name: 'Answer' }).click()
    await item.getByText(decision, { exact: true }).click()
    await item.getByRole('textbox', { name: 'Answer' }).fill(text)
    await item.getByRole('button', { name: 'Save answer' }).click()
    await item.getByRole('button', { name: 'Change answer' }).waitFor()
  }

  /** Own and reviewed value of a KPI as they stand side by side. */
  async readsSideBySide(kpi: string): Promise<{ own: string; reviewed: string }> {
    const row = this.main
      .getByRole('table', { name: 'Reviewed values' })
      .getByRole('row')
      .filter({ hasText: kpi })
    await row.waitFor()
    const cells = row.getByRole('cell')
    const [own = '', reviewed = ''] = await cells.allInnerTexts()
    return { own, reviewed }
  }
}
