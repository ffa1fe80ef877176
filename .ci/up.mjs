// Brings a clone up with nothing but Node 20 and npm: installs what the lockfile names, then runs
// one of the tasks in tasks.mjs on the Node version the workspace brings along.
//
// pnpm installs but does not stay in between: version 12 moves a script to a process group of its own and
// kills it with -9 when pnpm ends by a signal, so the server could not drain. For the same reason the npm
// scripts say `exec`: otherwise npm signals only the shell, and returns while the server still runs.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PNPM = 'pnpm@12.21.0'
const WORKSPACES = [
  '.',
  'server',
  'graphql',
  'portal-kit',
  'portal-member',
  'portal-admin',
  'tests',
]
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

process.chdir(ROOT)
const [task = 'start', ...args] = process.argv.slice(2)

if (!underPnpm()) await installIfNeeded()
process.exit(await run(bundledNode(), [join(ROOT, '.ci', 'tasks.mjs'), task, ...args]))

function underPnpm() {
  return (process.env.npm_config_user_agent ?? '').startsWith('pnpm/')
}

async function installIfNeeded() {
  const stamp = join(ROOT, 'node_modules', '.installed')
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stdout.write('Installing the packages named in pnpm-lock.yaml ...\n')
  const code = await run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'])
  if (code !== 0) process.exit(code)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  const hash = createHash('sha256')
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...WORKSPACES.map((name) => join(name, 'package.json')),
  ]
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

// On Linux the workspace brings its own Node; elsewhere the host's is used and must be new enough.
function bundledNode() {
  const own = ['x64', 'arm64']
    .map((arch) => join(ROOT, 'node_modules', `node-linux-${arch}`, 'bin', 'node'))
    .find((file) => file.includes(`linux-${process.arch}`) && existsSync(file))
  if (own) return own
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 17)) return process.execPath
  process.stderr.write(`Node ${process.versions.node} is too old here: 22.17 or newer is needed.\n`)
  process.exit(1)
}

// Asynchronous, so that a signal reaches the child at once and its own exit code is returned.
function run(command, parameters) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: ROOT, stdio: 'inherit' })
    const forward = (signal) => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    for (const signal of SIGNALS) process.on(signal, forward)
    const watch = whenOrphaned(() => child.kill('SIGTERM'))
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      for (const each of SIGNALS) process.off(each, forward)
      resolve(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1))
    })
  })
}

// An npm that was killed cannot pass a signal on; its server must not stay behind and hold the lock.
function whenOrphaned(act) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || parent === 1) return undefined
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, 1000)
  timer.unref()
  return timer
}
