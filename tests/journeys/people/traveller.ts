import { expect } from 'vitest'
import type { Stage } from '../stage.ts'
import { Member } from './member.ts'
import { enterAs } from './person.ts'

const LATER = 'pmm-shell-later'

/** Somebody who opens the portal where there may be no network. */
export class Traveller extends Member {
  static override async named(name: string, stage: Stage): Promise<Traveller> {
    return new Traveller(await enterAs(stage, name, 'member'))
  }

  /** The browser has put by what it needs to open the portal without a network. */
  async hasTheShellOnTheDevice(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  }

  /** Everything that was put by: where it came from, and what it says. */
  whatIsPutBy(): Promise<{ path: string; text: string }[]> {
    return this.page.evaluate(async () => {
      const names = await caches.keys()
      const found = await Promise.all(
        names.map(async (name) => {
          const cache = await caches.open(name)
          const answers = (await cache.keys()).map(async (request) => ({
            path: request.url.replace(location.origin, ''),
            text: await (await cache.match(request))!.text(),
          }))
          return Promise.all(answers)
        }),
      )
      return found.flat()
    })
  }

  /** Another worker comes, whose shell has another first file than this page. */
  async meetsANewRelease(): Promise<void> {
    await this.window.context.route(/\/worker\.js\?later$/, async (route) => {
      const response = await route.fetch()
      const body = (await response.text())
        .replace(/release:`\w+`/, 'release:`later`')
        .replace(/\/member\/assets\/index-[\w-]+\.js,/, '')
      await route.fulfill({ response, body })
    })
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.register('/member/worker.js?later')
    })
    await this.newVersion.waitFor()
    expect(await this.shells()).toEqual([LATER])
  }

  async loadsTheNewRelease(): Promise<void> {
    await this.newVersion.getByRole('button', { name: 'Reload' }).click()
    await this.newVersion.waitFor({ state: 'hidden' })
    await this.main.getByRole('heading').first().waitFor()
    // What is there now is of the page that is there now, and nothing of the release before.
    await expect
      .poll(() => this.shells(), { timeout: 15_000 })
      .toEqual([expect.not.stringContaining(LATER)])
  }

  private shells(): Promise<string[]> {
    return this.page.evaluate(() => caches.keys())
  }

  private get newVersion() {
    return this.page.getByRole('status', { name: 'Version of the portal' })
  }
}
