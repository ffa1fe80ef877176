// Deletes or widens every rule written as code, each alone, and sees that a unit test beside it notices.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Tally } from '../tally.ts'
import { openBench, type Bench } from './bench.ts'
import { isEquivalent, wrongEntries } from './equivalent.ts'
import { waysTo } from './imports.ts'
import { mutantsOf, type Mutant } from './mutants.ts'

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
const ENOUGH = 0.99
const DECIDING = [
  'server/src/access/{row-class,row-class.release,row-class.review,conditions,audiences-of,audience}.ts',
  'server/src/access/{guard,guard-root,input-paths,rule,scopes,viewer,policy,ensure,may-read}.ts',
  'server/src/access/permission.fields.ts',
  'server/src/people/roles.ts',
  'server/src/**/policies.ts',
]

const files = globSync(DECIDING, { cwd: ROOT }).toSorted()
const chosen = files.filter((file) => process.argv.slice(2).every((part) => file.includes(part)))
const bench = await openBench(ROOT)
const tally = new Tally('functions')
const unnoticed: Mutant[] = []
for (const file of chosen) await judge(bench, file)
await bench.close()

const equivalent = unnoticed.filter(isEquivalent)
tally.excuse(equivalent.length, 'make no difference')
for (const { file, line, within, from, to } of unnoticed.filter((each) => !isEquivalent(each)))
  tally.survived(
    basename(dirname(file)),
    `${file}:${line} ${within}: ${from} => ${to || 'nothing'}`,
  )
tally.print()
const wrong = wrongEntries(unnoticed).filter((each) => chosen.some((file) => each.startsWith(file)))
for (const each of wrong) process.stdout.write(`  listed as equivalent, which it is not: ${each}\n`)
process.exit(tally.share() >= ENOUGH && wrong.length === 0 ? 0 : 1)

/** Runs the tests beside the file, the nearest first, until one of them notices. */
async function judge({ run }: Bench, name: string): Promise<void> {
  const file = join(ROOT, name)
  const original = readFileSync(file, 'utf8')
  let left = mutantsOf(name, original)
  for (const { test, importers } of waysTo(file)) {
    const texts = [original, ...left.map(({ text }) => text), original]
    const verdicts = await run(test, texts.map((text) => ({ file, text, importers }))) // prettier-ignore
    // Before and after all others, so that what fails fails for its change.
    for (const control of [verdicts.shift(), verdicts.pop()])
      if (control !== 'passes')
        throw new Error(`${name}: ${test} ${control} although nothing was changed`)
    for (const verdict of verdicts) {
      if (verdict === 'fails in a test') tally.caught(basename(dirname(name)), 'by a unit test')
      if (verdict === 'does not load') tally.caught(basename(dirname(name)), 'by not loading')
    }
    left = left.filter((_mutant, at) => verdicts[at] === 'passes')
    if (left.length === 0) return
  }
  unnoticed.push(...left)
}
