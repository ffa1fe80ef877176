// Reads the licence of every installed package. What ships must be permissive; tools that only build or
// test may also be MPL-2.0 or CC-BY-4.0. Exceptions are named below, each with its evidence.
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'PSF-2.0',
  'PostgreSQL',
])
const TOOLS_ONLY = new Set([...PERMISSIVE, 'MPL-2.0', 'CC-BY-4.0'])

/** Each names what the licence is, and where that can be seen. */
const EXCEPTIONS = {
  'vaul-vue':
    'no licence field, no LICENSE file; only the Drawer of @nuxt/ui loads it, which no portal uses; clear before a release',
  '@fontsource-variable/noto-sans':
    'OFL-1.1, the licence of the font; it may be bundled with software',
  '@expo-google-fonts/noto-sans':
    'MIT for the package, OFL-1.1 for the font in it; it may be bundled with software and embedded in documents',
  '@expo-google-fonts/noto-sans-arabic':
    'MIT for the package, OFL-1.1 for the font in it; it may be bundled with software and embedded in documents',
  lightningcss: 'compiles the stylesheets at build time; nothing of it is in a bundle',
  'lightningcss-linux-x64-gnu': 'the program of lightningcss',
  'lightningcss-linux-arm64-gnu': 'the program of lightningcss',
}

/** Packages of the workspace whose dependencies reach a user: the explorer bundles its own. */
const SHIPPING = ['server', 'portal-kit', 'portal-member', 'portal-admin']
const EXPLORER = ['@graphiql/toolkit', 'graphiql', 'graphql', 'react', 'react-dom']

const shipped = new Set()
for (const folder of SHIPPING) shipAll(join(ROOT, folder))
for (const name of EXPLORER) ship(join(ROOT, 'graphql'), name)

const installed = globSync('node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json', { cwd: ROOT })
  .map((file) => dirname(realpathSync(join(ROOT, file))))
  .filter((folder, at, all) => all.indexOf(folder) === at)

const refused = []
const tools = new Set()
for (const folder of installed) {
  const manifest = manifestOf(folder)
  if (!manifest.name || !manifest.version) continue
  const licence = licenceOf(manifest)
  const named = `${manifest.name}@${manifest.version}: ${licence || 'no licence field'}`
  if (allows(licence, PERMISSIVE)) continue
  if (EXCEPTIONS[manifest.name]) {
    process.stdout.write(`exception ${named} (${EXCEPTIONS[manifest.name]})\n`)
  } else if (!shipped.has(folder) && allows(licence, TOOLS_ONLY)) {
    tools.add(`${manifest.name} ${licence}`)
  } else {
    refused.push(`${named}${shipped.has(folder) ? ', ships' : ''}`)
  }
}

process.stdout.write(
  `${installed.length} packages read, ${shipped.size} of them ship; tools only: ${[...tools].join(', ') || 'none'}\n`,
)
if (refused.length > 0) {
  process.stdout.write(`Not allowed:\n  ${refused.join('\n  ')}\n`)
  process.exit(1)
}

function shipAll(folder) {
  const { dependencies, optionalDependencies } = manifestOf(folder)
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) ship(folder, name)
}

function ship(from, name) {
  if (name.startsWith('@pmm/')) return
  const folder = resolvePackage(from, name)
  // An optional dependency for another system is not installed.
  if (!folder || shipped.has(folder)) return
  shipped.add(folder)
  shipAll(folder)
}

function resolvePackage(from, name) {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(candidate)) return realpathSync(candidate)
  }
  return undefined
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license
  if (license?.type) return license.type
  return Array.isArray(licenses) ? licenses.map((each) => each.type ?? each).join(' OR ') : ''
}

function allows(licence, allowed) {
  const alternatives = licence.replace(/[()]/g, '').split(/\s+OR\s+/i)
  return alternatives.some((each) =>
    each.split(/\s+AND\s+/i).every((part) => allowed.has(part.trim())),
  )
}
