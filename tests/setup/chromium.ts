import { spawnSync } from 'node:child_process'
import { isExecutable, onPath } from './executable.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Flags for a quiet Chromium that contacts nobody by itself. */
export const chromiumFlags: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Path of a Chromium that starts: TEST_CHROMIUM, the PATH, else the one packed for the tests. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.TEST_CHROMIUM
  if (named) {
    if (isExecutable(named)) return named
    throw new Error('TEST_CHROMIUM does not name a program that can be run.')
  }
  return onPath(names) ?? (await packedChromium())
}

async function packedChromium(): Promise<string | undefined> {
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    const file = await packed.executablePath()
    return starts(file) ? file : undefined
  } catch {
    return undefined
  }
}

// The packed program needs system libraries that a bare machine may lack.
function starts(file: string): boolean {
  return spawnSync(file, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0
}
