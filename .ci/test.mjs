// Runs the test projects this machine can run, says loudly what it cannot, and counts at the end.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(ROOT)

const required = (process.env.TEST_REQUIRE ?? '').split(',').filter(Boolean)
const chromium = await found(() =>
  import('../tests/setup/chromium.ts').then((module) => module.findChromium()),
)
const postgres = await found(() =>
  import('../tests/setup/postgres.ts').then((module) => module.findPostgres()),
)

const missing = [...(chromium ? [] : ['chromium']), ...(postgres ? [] : ['postgres'])]
for (const name of required.filter((each) => missing.includes(each))) {
  process.stderr.write(`REQUIRED but not found: ${name}\n`)
  process.exitCode = 1
}
if (process.exitCode) process.exit()

const projects = [
  'unit',
  'portals',
  'embedded',
  ...(postgres ? ['postgres'] : []),
  'reliability',
  ...(chromium ? ['browser'] : []),
]

const args = process.argv.slice(2)
const chosen = args.some((arg) => arg.startsWith('--project'))
  ? []
  : projects.flatMap((project) => ['--project', project])

const folder = mkdtempSync(join(tmpdir(), 'pmm-report-'))
const report = join(folder, 'report.json')
const code = await vitest([
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...chosen,
  '--passWithNoTests',
  ...args,
])
const counts = readCounts()

if (!postgres) skip(counts.onDatabase, 'tests on PostgreSQL (no PostgreSQL found)')
if (!chromium) skip(await journeyCount(), 'browser journeys (no Chromium found)')
for (const line of counts.said) process.stderr.write(`${line}\n`)
process.stdout.write(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}\n`,
)
rmSync(folder, { recursive: true, force: true })
process.exit(counts.failed > 0 ? code || 1 : code)

function skip(count, what) {
  counts.skipped += count
  process.stdout.write(`SKIPPED: ${count} ${what}\n`)
}

// A file that does not even load holds no failed test, but it is a failure all the same.
function readCounts() {
  if (!existsSync(report))
    return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, onDatabase: 0, said: [] }
  const read = JSON.parse(readFileSync(report, 'utf8'))
  const broken = read.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  )
  const failed = read.numFailedTests + broken.length
  return {
    said: saidOf(read),
    passed: read.numPassedTests,
    // An error outside of every test fails the run as well.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: read.numPendingTests + (read.numTodoTests ?? 0),
    onDatabase: read.testResults
      .filter(({ name }) => /\/tests\/(?!journeys\/)|\.db\.test\.ts$/.test(name.slice(ROOT.length)))
      .reduce((sum, { assertionResults }) => sum + assertionResults.length, 0),
  }
}

// A log of an hour is read from its end, so what failed is said there once more, and short.
function saidOf(read) {
  return read.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed')
    const file = relative(ROOT, name)
    if (failed.length === 0) return status === 'failed' ? [`FAILED ${file}\n${short(message)}`] : []
    return failed.map(
      ({ fullName, failureMessages }) =>
        `FAILED ${file} > ${fullName}\n${short(failureMessages.join('\n'))}`,
    )
  })
}

function short(text = '') {
  const plain = stripVTControlCharacters(text).replaceAll(/\n\s+at .*node_modules.*/g, '')
  return plain.length > 1500 ? `${plain.slice(0, 1500)} …` : plain
}

async function found(look) {
  return look().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  })
}

async function journeyCount() {
  const list = join(folder, 'journeys.json')
  await vitest(['list', '--project', 'browser', '--passWithNoTests', `--json=${list}`])
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).length : 0
}

function vitest(parameters) {
  return new Promise((resolve) => {
    const child = spawn(join(ROOT, 'node_modules', '.bin', 'vitest'), parameters, {
      stdio: 'inherit',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    child.on('error', () => resolve(127))
    child.on('exit', (status) => resolve(status ?? 1))
  })
}
