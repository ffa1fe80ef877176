import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '..', '..')

export interface BuiltServer {
  readonly origin: string
  readonly directory: string
  readonly process: ChildProcess
  /** What the process has written on standard error so far. */
  log(): string
  /** Ends it as an operator does; resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
  clear(): void
}

export interface StartOptions {
  readonly directory?: string
  /** Any free one when left out. */
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built bundle on a port and a data directory of its own and waits until it is ready. */
export async function startBuiltServer(options: StartOptions = {}): Promise<BuiltServer> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'pmm-journey-'))
  const port = options.port ?? (await freePort())
  const { NODE_OPTIONS: _, VITEST: __, NODE_ENV: ___, ...inherited } = process.env
  const child = spawn(process.execPath, [join(ROOT, 'server', 'dist', 'main.js')], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutOurs(inherited),
      PORT: String(port),
      PMM_DATA_DIR: directory,
      PMM_LOG: 'warn',
      ...options.env,
    },
  })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  child.stdout.resume()
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  )
  const origin = `http://127.0.0.1:${port}`
  await ready(origin, ended, () => log)
  return {
    origin,
    directory,
    process: child,
    log: () => log,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
    clear: () => rmSync(directory, { recursive: true, force: true }),
  }
}

async function ready(origin: string, ended: Promise<unknown>, log: () => string): Promise<void> {
  let isOver = false
  void ended.then(() => (isOver = true))
  for (let tries = 0; tries < 500; tries += 1) {
    if (isOver) throw new Error(`The server did not start: ${log()}`)
    const response = await fetch(`${origin}/readyz`).catch(() => null)
    if (response?.status === 200) return
    await wait(200)
  }
  throw new Error(`The server was not ready in time: ${log()}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

const withoutOurs = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('PMM_') && name !== 'DATABASE_URL'),
  )
