import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../setup/chromium.ts'

/** A real browser with nobody signed in. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium found.')
  return chromium.launch({
    executablePath,
    args: chromiumFlags.filter((flag) => flag !== '--headless'),
  })
}

/** A window of one person; complaints of the page are kept, so that a journey can end without any. */
export interface Window {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
}

export async function openWindow(
  browser: Browser,
  origin: string,
  options: { readonly locale?: string; readonly dark?: boolean; readonly width?: number } = {},
): Promise<Window> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: options.locale ?? 'en-GB',
    colorScheme: options.dark ? 'dark' : 'light',
    viewport: { width: options.width ?? 1440, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy')) {
      complaints.push(`policy: ${message.text()}`)
    }
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      complaints.push(`left the origin: ${url}`)
    }
  })
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(origin.replace('http', 'ws'))) {
      complaints.push(`left the origin: ${socket.url()}`)
    }
  })
  return { context, page, complaints }
}
