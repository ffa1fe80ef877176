import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

export interface PostgresServer {
  /** Superuser of the cluster; tests create their roles and databases with it. */
  readonly ownerUrl: string
  stop(): Promise<void>
}

interface PlainUser {
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)

const settings = [
  'listen_addresses=127.0.0.1',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=64MB',
  'max_connections=100',
  'jit=off',
]

/** A cluster of its own in a temporary folder, gone after `stop`. */
export async function startCluster(
  bin: string,
  options: { packed: boolean },
): Promise<PostgresServer> {
  const user = plainUser()
  const folder = mkdtempSync(join(tmpdir(), 'pmm-postgres-'))
  chmodSync(folder, 0o755)
  if (user) chownSync(folder, user.uid, user.gid)

  // A clone under /root is closed to the plain user, so the packed programs move to where it may read them.
  const programs = user && options.packed ? copyPrograms(bin, folder) : bin
  const password = randomBytes(18).toString('base64url')
  const data = join(folder, 'data')
  await initialise(programs, folder, data, password, user)

  const { server, port } = await startOnFreePort(programs, folder, data, user)
  const killed = () => server.kill('SIGQUIT')
  process.once('exit', killed)

  return {
    ownerUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', killed)
      if (server.exitCode === null) {
        server.kill('SIGINT')
        await Promise.race([once(server, 'exit'), wait(10_000).then(() => server.kill('SIGQUIT'))])
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// PostgreSQL refuses to run as root.
function plainUser(): PlainUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL refuses root, and neither postgres nor nobody is a user here.')
}

function copyPrograms(bin: string, folder: string): string {
  const copy = join(folder, 'programs')
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

async function initialise(
  bin: string,
  folder: string,
  data: string,
  password: string,
  user: PlainUser | undefined,
): Promise<void> {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  await run(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...user, cwd: folder },
  )
}

async function startOnFreePort(
  bin: string,
  folder: string,
  data: string,
  user: PlainUser | undefined,
): Promise<{ server: ChildProcess; port: number }> {
  // Between finding a port and taking it, somebody else may have been quicker.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const args = ['-D', data, '-p', String(port), '-k', folder]
    const server = spawn(
      join(bin, 'postgres'),
      [...args, ...settings.flatMap((setting) => ['-c', setting])],
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const log = await untilReady(server)
    if (log === undefined) return { server, port }
    if (attempt === 3) throw new Error(`PostgreSQL did not start:\n${log}`)
  }
}

/** Nothing once the server takes connections, its log when it ended instead. */
function untilReady(server: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let log = ''
    server.stderr?.setEncoding('utf8')
    server.stderr?.on('data', (text: string) => {
      if (log.length < 20_000) log += text
      if (log.includes('ready to accept connections')) resolve(undefined)
    })
    server.once('error', (error) => resolve(error.message))
    server.once('exit', () => resolve(log))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
