// Reads the licence of every installed package and refuses what may not ship.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const STORE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules', '.pnpm')

const ALLOWED = new Set([
  'MIT', 'MIT-0', 'ISC', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0',
  'CC0-1.0', 'Python-2.0', 'PSF-2.0', 'PostgreSQL', 'Unlicense', 'OFL-1.1',
]) // prettier-ignore

/** Only built with or tested with; nothing of them ships. */
const TOOLS = new Set(['MPL-2.0', 'CC-BY-4.0', 'CC-BY-3.0'])

/** Packages that state no licence field, with the evidence for theirs. */
const EVIDENCE = {
  'vaul-vue': 'LICENSE file of its repository is MIT; ships no field; to be cleared before a release',
}

const refused = []
const tools = []
let count = 0
for (const entry of readdirSync(STORE)) {
  const modules = join(STORE, entry, 'node_modules')
  if (!existsSync(modules) || entry === 'node_modules') continue
  for (const [name, manifest] of packagesIn(modules, entry)) {
    count += 1
    const licence = licenceOf(manifest)
    if (isAllowed(licence, ALLOWED)) continue
    if (isAllowed(licence, new Set([...ALLOWED, ...TOOLS]))) tools.push(`${name} ${licence}`)
    else if (EVIDENCE[name]) process.stdout.write(`exception: ${name} (${EVIDENCE[name]})\n`)
    else refused.push(`${name}@${manifest.version}: ${licence || 'no licence field'}`)
  }
}
process.stdout.write(`${count} packages read; build and test tools only: ${[...new Set(tools)].join(', ') || 'none'}\n`)
if (refused.length > 0) {
  process.stdout.write(`Not allowed:\n  ${[...new Set(refused)].join('\n  ')}\n`)
  process.exit(1)
}

function* packagesIn(modules, entry) {
  for (const folder of readdirSync(modules)) {
    if (folder.startsWith('.')) continue
    const names = folder.startsWith('@') ? readdirSync(join(modules, folder)).map((each) => `${folder}/${each}`) : [folder]
    for (const name of names) {
      // Each store entry also links its dependencies; only the package itself is counted here.
      if (!entry.startsWith(`${name.replace('/', '+')}@`)) continue
      const file = join(modules, name, 'package.json')
      if (existsSync(file)) yield [name, JSON.parse(readFileSync(file, 'utf8'))]
    }
  }
}

function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license
  if (license?.type) return license.type
  return Array.isArray(licenses) ? licenses.map((each) => each.type ?? each).join(' OR ') : ''
}

function isAllowed(licence, allowed) {
  const alternatives = licence.replace(/[()]/g, '').split(/\s+OR\s+/i)
  return alternatives.some((each) => each.split(/\s+AND\s+/i).every((part) => allowed.has(part.trim())))
}
