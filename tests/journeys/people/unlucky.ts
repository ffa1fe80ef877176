import type { Request } from 'playwright-core'
import type { Stage } from '../stage.ts'
import { Member } from './member.ts'
import { enterAs } from './person.ts'

/** Somebody whose device, hand or line fails while they work. */
export class Unlucky extends Member {
  static override async named(name: string, stage: Stage): Promise<Unlucky> {
    return new Unlucky(await enterAs(stage, name, 'member'))
  }

  /** The clock of the device goes wrong by so many hours; pages opened from now on see it. */
  async hasAClockWrongBy(hours: number): Promise<void> {
    await this.page.clock.setSystemTime(new Date(Date.now() + hours * 3_600_000))
  }

  /** How far away the deadline is, as the home page says it. */
  async readsTheDeadline(): Promise<string> {
    await this.page.goto('/member/')
    const text = /\b(tomorrow|today|yesterday|in \d+ days?|\d+ days? ago)\b/
    const found = this.main.getByText(text).first()
    await found.waitFor()
    return text.exec(await found.innerText())![0]
  }

  /** The server does the next save with this figure, and its answer never arrives; returns the keys of all of them. */
  async losesTheAnswerTo(figure: string): Promise<readonly string[]> {
    const keys: string[] = []
    const isIt = (request: Request) => (request.postData() ?? '').includes(`"${figure}"`)
    await this.page.route('**/graphql', async (route) => {
      if (!isIt(route.request())) return route.fallback()
      const { variables } = JSON.parse(route.request().postData() ?? '{}')
      keys.push(variables.input.idempotencyKey)
      if (keys.length > 1) return route.fallback()
      await route.fetch()
      await route.abort('connectionreset')
    })
    return keys
  }

  /** Signs with two clicks where one was meant; returns how many requests left. */
  async signsWithTwoClicks(): Promise<number> {
    let sent = 0
    this.page.on('request', (request) => {
      if ((request.postData() ?? '').includes('"operationName":"AssessmentSubmit"')) sent += 1
    })
    await this.main.getByRole('checkbox', { name: /^I confirm on behalf of/ }).check()
    await this.main.getByRole('button', { name: 'Sign and submit' }).dblclick()
    await this.seesHeading('Receipt')
    return sent
  }
}
