import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Watches what a page asks of the server; the answer waits until nothing has been under way for a moment. */
export function watchCalm(page: Page): () => Promise<void> {
  const underWay = new Set<unknown>()
  page.on('request', (request) => underWay.add(request))
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  return async () => {
    let calm = 0
    await expect
      .poll(
        () => {
          calm = underWay.size === 0 ? calm + 1 : 0
          return calm
        },
        { interval: 50, timeout: 15_000 },
      )
      .toBeGreaterThan(3)
  }
}
