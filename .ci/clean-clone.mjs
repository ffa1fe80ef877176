// Clones the repository into an empty folder, starts it there with npm alone, looks at it as a
// stranger would, and stops it: the server must drain and leave no lock.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const MINUTE = 60_000
const folder = mkdtempSync(join(tmpdir(), 'pmm-clone-'))
const clone = join(folder, 'clone')
const port = await freePort()
const origin = `http://127.0.0.1:${port}`

let npm
try {
  must(
    spawnSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), clone], {
      stdio: 'inherit',
    }).status === 0,
    'git clone',
  )
  npm = spawn('npm', ['start'], {
    cwd: clone,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment(),
  })
  const ended = new Promise((resolve) => npm.on('exit', (code, signal) => resolve(code ?? signal)))

  await waitFor(async () => (await fetch(`${origin}/readyz`)).status === 200, 10 * MINUTE, ended)
  await expectPage('/', 200, 'text/html')
  await expectPage('/member/', 200, 'text/html')
  await expectPage('/admin/', 200, 'text/html')
  await expectPage('/explore', 200, 'text/html')
  await expectPage('/schema.graphql', 200, 'text/plain')
  await expectPage('/livez', 200, 'application/json')
  await expectPage('/no-such-page', 404, 'text/html')
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ frameworkVersions { code } }' }),
  }).then((response) => response.json())
  must(Array.isArray(answer.data?.frameworkVersions), `/graphql answered ${JSON.stringify(answer)}`)

  const second = spawnSync('npm', ['start'], {
    cwd: clone,
    env: environment(await freePort()),
    encoding: 'utf8',
    timeout: 2 * MINUTE,
  })
  must(
    second.status !== 0 && /in use/.test(second.stderr + second.stdout),
    'a second start is refused with a clear message',
  )

  npm.kill('SIGTERM')
  await Promise.race([ended, wait(40_000)])
  must(npm.exitCode !== null || npm.signalCode !== null, 'npm ends after SIGTERM')
  await waitFor(async () => !existsSync(join(clone, '.data', 'pmm.lock')), 20_000)
  must(
    !(await fetch(`${origin}/livez`).then(
      () => true,
      () => false,
    )),
    'nothing answers after the stop',
  )
  process.stdout.write('ok   the clean clone starts, answers and stops\n')
} catch (error) {
  process.stderr.write(
    `FAIL the clean clone: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exitCode = 1
} finally {
  npm?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
process.exit(process.exitCode ?? 0)

function environment(chosen = port) {
  const { NODE_OPTIONS: _, npm_config_user_agent: __, ...rest } = process.env
  return { ...rest, PORT: String(chosen) }
}

async function expectPage(path, status, type) {
  const response = await fetch(`${origin}${path}`, { headers: { accept: 'text/html,*/*' } })
  const body = await response.text()
  must(response.status === status, `${path} answered ${response.status} instead of ${status}`)
  must(
    (response.headers.get('content-type') ?? '').startsWith(type),
    `${path} is ${response.headers.get('content-type')}`,
  )
  must(body.length > 0, `${path} is empty`)
}

async function waitFor(isTrue, patience, ended = new Promise(() => {})) {
  const until = Date.now() + patience
  let stopped = false
  void ended.then(() => (stopped = true))
  while (Date.now() < until) {
    if (stopped) throw new Error('npm start ended by itself')
    if (await isTrue().catch(() => false)) return
    await wait(500)
  }
  throw new Error('waited too long')
}

function must(isTrue, what) {
  if (!isTrue) throw new Error(what)
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address()
      server.close(() => resolve(free))
    })
  })
}
