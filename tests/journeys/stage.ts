import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { openBrowser, openWindow, type Window } from './browser.ts'
import { startBuiltServer, type BuiltServer } from './built-server.ts'

export interface Stage {
  readonly origin: string
  /** A new window in which nobody is signed in. */
  opens(options?: Parameters<typeof openWindow>[2]): Promise<Window>
}

/** One server with the demonstration world and one browser for a file; no window may complain until the end. */
export function useStage(
  /** What is put into the database before the server that is used starts. */
  arrange?: (directory: string) => Promise<void>,
): () => Stage {
  let server: BuiltServer | undefined
  let browser: Browser | undefined
  const windows: Window[] = []
  beforeAll(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pmm-journey-'))
    cpSync(inject('filledDirectory'), directory, { recursive: true })
    await arrange?.(directory)
    ;[server, browser] = await Promise.all([startBuiltServer({ directory }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.clear()
    expect(windows.flatMap(({ complaints }) => complaints)).toEqual([])
  })
  return () => {
    if (!server || !browser) throw new Error('The stage is open in tests and hooks only.')
    const { origin } = server
    const opened = browser
    return {
      origin,
      opens: async (options) => {
        const window = await openWindow(opened, origin, options)
        windows.push(window)
        return window
      },
    }
  }
}
