import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Coordinator } from './coordinator.ts'
import { enterAs } from './person.ts'

/** Somebody who lets an administrator see what they see. */
export class Supported extends Coordinator {
  static override async named(name: string, stage: Stage): Promise<Supported> {
    return new Supported(await enterAs(stage, name, 'member'))
  }

  async opensSupportAccess(): Promise<void> {
    await this.opens('/member/settings')
    await this.presses('Open support access')
    await this.main.getByText(/^Support access is open until/).waitFor()
  }

  private get banner() {
    return this.page.getByRole('complementary', { name: 'Support access' })
  }

  async seesBanner(text: string | RegExp): Promise<void> {
    // The page asks every quarter of a minute while the door is open.
    await this.banner.getByText(text).waitFor({ timeout: 25_000 })
  }

  async closesSupportAccess(): Promise<void> {
    await this.banner.getByRole('button', { name: 'Close support access' }).click()
    await this.banner
      .getByRole('button', { name: 'Close support access' })
      .waitFor({ state: 'hidden' })
  }

  async narrowsTheReadersTo(role: string): Promise<void> {
    await this.main.getByRole('combobox', { name: 'Role' }).selectOption(role)
  }

  async takesNote(): Promise<void> {
    await this.banner.getByRole('button', { name: 'Noted' }).click()
    await this.banner.waitFor({ state: 'hidden' })
  }
}

/** The administrator of the secretariat, who gives support. */
export class Supporter extends Coordinator {
  static override async named(name: string, stage: Stage): Promise<Supporter> {
    return new Supporter(await enterAs(stage, name, 'admin'))
  }

  private get banner() {
    return this.page.getByRole('complementary', { name: 'Support access' })
  }

  async looksThroughTheEyesOf(name: string): Promise<void> {
    await this.opens('/admin/support')
    await this.presses(`Look at what ${name} sees`)
    const dialog = this.dialog('Look at what this person sees')
    await dialog.getByText(/change nothing/).waitFor()
    await dialog.getByRole('button', { name: 'Begin to look' }).click()
    await this.page.waitForURL(/\/member\//)
    await this.seesWhose(name)
  }

  async seesWhose(name: string): Promise<void> {
    await this.banner.getByText(`You see what ${name} sees, and change nothing.`).waitFor()
    await this.banner.getByText(/^1[0-5]:\d\d left$/).waitFor()
  }

  /** The figures of a KPI stand there, take no typing, and the page says why. */
  async findsAnAnswerReadOnly(path: string): Promise<void> {
    await this.opens(path)
    await this.main.getByText('A support view shows the figures and changes nothing.').waitFor()
    const figures = this.main.locator('.figure-row')
    expect(await figures.count()).toBeGreaterThan(0)
    expect(await figures.locator('input, select, textarea').count()).toBe(0)
  }

  /** The banner takes room of its own and covers nothing of the page. */
  async readsTheBannerAboveThePage(path: string): Promise<void> {
    await this.page.goto(path)
    await this.banner.waitFor()
    const [banner, brand] = await Promise.all(
      [this.banner, this.main.getByRole('link', { name: /^PMM Platform/ })].map((each) =>
        each.boundingBox(),
      ),
    )
    expect(banner!.y + banner!.height).toBeLessThanOrEqual(brand!.y)
  }

  async stopsLooking(): Promise<void> {
    await this.banner.getByRole('button', { name: 'Stop looking' }).click()
    await this.page.waitForURL(/\/admin\/support/)
    await this.seesHeading('Support')
  }

  async turnsToTheAuditLog(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Audit log' }).click()
  }

  /** Goes on where the door has been closed; the page may have heard of it before the click. */
  async findsTheDoorClosed(): Promise<void> {
    const link = this.page.getByRole('navigation').getByRole('link', { name: 'Audit log' })
    await Promise.race([
      link.click().catch(() => null),
      this.dialog('The look has ended').waitFor(),
    ])
    await this.isToldThatItIsOver()
  }

  async isToldThatItIsOver(): Promise<void> {
    const dialog = this.dialog('The look has ended')
    await dialog.getByRole('button', { name: 'Back to my own session' }).click()
    await this.page.waitForURL(/\/admin\/support/)
    await this.seesHeading('Support')
  }
}
