// Runs the test projects this machine can run, says loudly what it cannot, and counts at the end.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(ROOT)

const required = (process.env.TEST_REQUIRE ?? '').split(',').filter(Boolean)
const chromium = await found(() => import('../tests/setup/chromium.ts').then((module) => module.findChromium()))
const postgres = await found(() => import('../tests/setup/postgres.ts').then((module) => module.findPostgres()))

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

const folder = mkdtempSync(join(tmpdir(), 'pmm-report-'))
const report = join(folder, 'report.json')
const code = await vitest([
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...projects.flatMap((project) => ['--project', project]),
  ...process.argv.slice(2),
])

if (!postgres) process.stdout.write(`SKIPPED: the second pass on PostgreSQL (no server programs found)\n`)
if (!chromium) process.stdout.write(`SKIPPED: ${journeyCount()} files of browser journeys (no Chromium found)\n`)
const counts = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
rmSync(folder, { recursive: true, force: true })
const skipped = counts.numPendingTests + (counts.numTodoTests ?? 0)
process.stdout.write(
  `${counts.numPassedTests} passed, ${counts.numFailedTests} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
)
process.exit(code)

async function found(look) {
  return look().catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  })
}

function journeyCount() {
  const folderOfJourneys = join(ROOT, 'tests', 'journeys')
  return existsSync(folderOfJourneys)
    ? readdirSync(folderOfJourneys).filter((file) => file.endsWith('.test.ts')).length
    : 0
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
