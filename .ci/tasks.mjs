// The tasks behind the npm scripts. Each ends the process with the exit code of its last step.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const BIN = join(ROOT, 'node_modules', '.bin')
const node = process.execPath
process.chdir(ROOT)

// Committed, and proved fresh by the check.
const GENERATED = [
  'graphql/schema.graphql',
  'graphql/access.md',
  'graphql/documents',
  'server/migrations/tables.ts',
  'portal-kit/src/generated',
  'portal-member/src/generated',
  'portal-member/src/public/generated',
  'portal-admin/src/generated',
]

const [task = 'start', ...args] = process.argv.slice(2)

const tasks = {
  start: async () => {
    await build()
    return run(node, ['server/dist/main.js', ...args])
  },
  build: () => build({ always: true }),
  test: async () => {
    await build()
    return run(node, ['.ci/test.mjs', ...args])
  },
  'test:rules': async () => {
    const declared = await run(join(BIN, 'vitest'), ['run', '--project', 'rules', ...args])
    const functions = args.length > 0 ? 0 : await run(node, ['tests/rules/functions/main.ts'])
    return declared || functions
  },
  check: () => check(),
  generate: () => generate(),
  bench: async () => {
    await build()
    return bench()
  },
  admin: async () => {
    await build()
    return run(node, ['server/dist/admin.js', ...args])
  },
  'demo:reset': async () => {
    await build()
    return run(node, ['server/dist/demo-reset.js', ...args])
  },
  'audit:dump': async () => {
    await build()
    return run(node, ['server/dist/audit-dump.js', ...args])
  },
  'audit:verify': () => run(node, ['audit/verify.mjs', ...args]),
  dev: () => dev(),
}

const chosen = tasks[task.replace(/:ws$/, '')]
if (!chosen) {
  process.stderr.write(`No task ${task}. Known: ${Object.keys(tasks).join(', ')}\n`)
  process.exit(1)
}
process.exit((await chosen()) ?? 0)

// --- building ----------------------------------------------------------------------------------

async function build({ always = false } = {}) {
  for (const part of parts()) {
    const stamp = join(ROOT, part.out, '.stamp')
    const wanted = fingerprint(part.sources)
    if (!always && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue
    process.stdout.write(`Building ${part.name} ...\n`)
    await must(join(BIN, 'vite'), ['build', '--logLevel', 'warn', ...part.config], {
      cwd: join(ROOT, part.folder),
    })
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, wanted)
  }
  return 0
}

function parts() {
  const kit = ['portal-kit', 'graphql/documents', 'pnpm-lock.yaml']
  return [
    { name: 'server', folder: 'server', out: 'server/dist', config: [], sources: ['server', 'pnpm-lock.yaml'] },
    { name: 'member portal', folder: 'portal-member', out: 'portal-member/dist/member', config: [], sources: ['portal-member', ...kit] },
    { name: 'public pages', folder: 'portal-member', out: 'portal-member/dist/public', config: ['--config', 'vite.public.config.ts'], sources: ['portal-member', ...kit] },
    { name: 'secretariat portal', folder: 'portal-admin', out: 'portal-admin/dist', config: [], sources: ['portal-admin', ...kit] },
    { name: 'explorer', folder: 'graphql', out: 'graphql/explorer/dist', config: ['--config', 'explorer/vite.config.ts'], sources: ['graphql/explorer', 'graphql/operations', 'pnpm-lock.yaml'] },
  ] // prettier-ignore
}

// The content of the sources, not their times: a fresh clone and a touched file are told apart.
function fingerprint(sources) {
  const hash = createHash('sha256')
  for (const source of sources) visit(join(ROOT, source))
  return hash.digest('hex')

  function visit(path) {
    if (!existsSync(path)) return
    if (statSync(path).isFile()) {
      hash.update(path.slice(ROOT.length)).update(readFileSync(path))
      return
    }
    for (const entry of readdirSync(path).sort()) {
      if (['node_modules', 'dist', 'catalogue'].includes(entry) || entry.endsWith('.test.ts'))
        continue
      visit(join(path, entry))
    }
  }
}

// --- generated files ---------------------------------------------------------------------------

async function generate() {
  await must(join(BIN, 'vite'), ['build', '--logLevel', 'warn'], { cwd: join(ROOT, 'server') })
  await must(node, ['server/dist/print.js'])
  await must(
    join(ROOT, 'graphql', 'node_modules', '.bin', 'graphql-codegen'),
    ['--config', 'codegen.ts', '--silent'],
    { cwd: join(ROOT, 'graphql') },
  )
  rmSync(join(ROOT, 'server', 'dist', '.stamp'), { force: true })
  return 0
}

async function check() {
  const steps = [
    ['format', join(BIN, 'prettier'), ['--check', '--log-level', 'warn', '.'], {}],
    ['lint', join(BIN, 'oxlint'), ['--quiet'], {}],
    ['types of the server', join(BIN, 'tsc'), ['--noEmit', '-p', 'server'], {}],
    ['types of graphql', join(BIN, 'tsc'), ['--noEmit', '-p', 'graphql'], {}],
    ['types of the tests', join(BIN, 'tsc'), ['--noEmit', '-p', 'tests'], {}],
    ...['portal-kit', 'portal-member', 'portal-admin'].map((name) => [
      `types of ${name}`,
      join(ROOT, name, 'node_modules', '.bin', 'vue-tsc'),
      ['--noEmit'],
      { cwd: join(ROOT, name) },
    ]),
    ['licences', node, ['.ci/licences.mjs'], {}],
  ]
  let failures = 0
  for (const [name, command, parameters, options] of steps) {
    const code = await run(command, parameters, options)
    process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}\n`)
    if (code !== 0) failures += 1
  }
  await build()
  const weight = await run(node, ['.ci/budget.mjs'])
  process.stdout.write(`${weight === 0 ? 'ok  ' : 'FAIL'} what a browser loads first\n`)
  if (weight !== 0) failures += 1
  await generate()
  const fresh = await run('git', ['diff', '--exit-code', '--stat', '--', ...GENERATED])
  process.stdout.write(`${fresh === 0 ? 'ok  ' : 'FAIL'} generated files are fresh\n`)
  return failures + (fresh === 0 ? 0 : 1) > 0 ? 1 : 0
}

// --- development -------------------------------------------------------------------------------

// The portals reload by themselves and hand /graphql on; the server is rebuilt and restarted by a new start.
async function dev() {
  await build()
  const servers = [
    spawnStep(node, ['--watch', 'server/dist/main.js']),
    spawnStep(join(BIN, 'vite'), ['build', '--watch', '--logLevel', 'warn'], {
      cwd: join(ROOT, 'server'),
    }),
    spawnStep(join(BIN, 'vite'), [], { cwd: join(ROOT, 'portal-member') }),
    spawnStep(join(BIN, 'vite'), [], { cwd: join(ROOT, 'portal-admin') }),
  ]
  return Promise.race(servers.map(({ ended }) => ended))
}

// --- processes ---------------------------------------------------------------------------------

async function must(command, parameters, options = {}) {
  const code = await run(command, parameters, options)
  if (code !== 0) process.exit(code)
}

// On the embedded database, and on PostgreSQL where there is one: in a database of its own, dropped afterwards.
async function bench() {
  const { findPostgres, startPostgres } = await import('../tests/setup/postgres.ts')
  if (!findPostgres()) return run(node, ['server/dist/bench.js'])
  const { administer, withDatabase } = await import('../tests/setup/administer.ts')
  const postgres = await startPostgres()
  const name = `pmm_bench_${process.pid}`
  try {
    await administer(postgres.ownerUrl, `create database ${name}`)
    return await run(node, ['server/dist/bench.js', withDatabase(postgres.ownerUrl, name)])
  } finally {
    await administer(postgres.ownerUrl, `drop database if exists ${name} with (force)`)
    await postgres.stop()
  }
}

function run(command, parameters, options = {}) {
  return spawnStep(command, parameters, options).ended
}

function spawnStep(command, parameters, options = {}) {
  const env = {
    ...process.env,
    PATH: `${dirname(node)}:${BIN}:${process.env.PATH}`,
    ...options.env,
  }
  const child = spawn(command, parameters, { cwd: ROOT, stdio: 'inherit', ...options, env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const forward = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, forward)
      resolve(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1))
    })
  })
  return { ended }
}
