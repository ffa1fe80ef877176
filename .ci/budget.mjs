// What a browser loads before a portal can be used, compressed with gzip, against ceilings. The sums are of chunks, as the
// manifests of the builds name them: the entry with all it imports, the longer language, the page and what is new with it.
// Texts behind the sign-in count with the home page.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const SIGN_IN = '../portal-kit/src/accounts/views/SignInView.vue'

const PORTALS = [
  { name: 'member', dist: 'portal-member/dist/member', first: SIGN_IN, home: 'src/home/views/HomeView.vue' },
  { name: 'secretariat', dist: 'portal-admin/dist', first: SIGN_IN, home: 'src/overview/views/OverviewView.vue',
    extra: { 'formula editor': 'src/framework/formula/CodeMirrorFormula.vue' } },
  { name: 'public', dist: 'portal-member/dist/public', first: 'src/public/home/views/HomeView.vue',
    home: 'src/public/framework/views/VersionView.vue' },
] // prettier-ignore

/** Thousands of bytes; docs/performance.md tells why. */
const CEILINGS = {
  'script, first page': 200,
  'script, to the home page': 290,
  'script, largest further page': 60,
  'script, formula editor': 130,
  'style, first page': 32,
  'font, Latin': 60,
}

let failures = 0
for (const portal of PORTALS) {
  const manifestFile = join(ROOT, portal.dist, '.vite', 'manifest.json')
  if (!existsSync(manifestFile)) {
    process.stderr.write(`${portal.name}: not built; npm run build comes first.\n`)
    process.exit(1)
  }
  report(portal, measure(portal, JSON.parse(readFileSync(manifestFile, 'utf8'))))
}
process.exit(failures === 0 ? 0 : 1)

function measure({ dist, first, home, extra = {} }, manifest) {
  const sizes = new Map()
  const sizeOf = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(ROOT, dist, file))).length)
    return sizes.get(file)
  }
  const sum = (files) => [...files].reduce((total, file) => total + sizeOf(file), 0)
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
  const longest = (part) =>
    Object.keys(manifest)
      .filter((key) => new RegExp(`/app/${part}-(en|fr)\\.ts$`).test(key))
      .toSorted((a, b) => sum(closure(manifest, [b]).scripts) - sum(closure(manifest, [a]).scripts))
      .slice(0, 1)
  const [entrance, nouns] = [longest('entrance'), longest('texts')]

  const firstPage = closure(manifest, [entry, ...(entrance.length > 0 ? entrance : nouns), first])
  const homePage = closure(manifest, [entry, ...entrance, ...nouns, first, home])
  const beyond = (key) => sum(closure(manifest, [key]).scripts.difference(homePage.scripts))
  const special = Object.values(extra)
  const pages = manifest[entry].dynamicImports.filter((key) => key.endsWith('View.vue'))
  const largest = pages.toSorted((a, b) => beyond(b) - beyond(a))[0]
  const latin = Object.values(manifest)
    .flatMap(({ assets = [] }) => assets)
    .find((file) => /noto-sans-latin-wght-normal/.test(file))
  return [
    ['script, first page', sum(firstPage.scripts)],
    ['script, to the home page', sum(homePage.scripts)],
    ['script, largest further page', beyond(largest), largest.split('/').at(-1)],
    ...Object.entries(extra).map(([name], index) => [`script, ${name}`, beyond(special[index])]),
    ['style, first page', sum(firstPage.styles)],
    ...(latin ? [['font, Latin', statSync(join(ROOT, dist, latin)).size]] : []),
  ]
}

/** Everything the chunks import before they run. */
function closure(manifest, keys) {
  const [scripts, styles, seen] = [new Set(), new Set(), new Set()]
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The manifest does not know ${key}.`)
    if (chunk.file.endsWith('.js')) scripts.add(chunk.file)
    for (const file of chunk.css ?? []) styles.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  keys.forEach(visit)
  return { scripts, styles }
}

function report({ name }, figures) {
  for (const [what, bytes, note] of figures) {
    const kilobytes = bytes / 1000
    const ceiling = CEILINGS[what]
    const isOver = kilobytes > ceiling
    if (isOver) failures += 1
    process.stdout.write(
      `${isOver ? 'OVER' : 'ok  '} ${name.padEnd(12)} ${what.padEnd(30)} ${kilobytes.toFixed(1).padStart(7)} of ${ceiling} kB${note ? `  (${note})` : ''}\n`,
    )
  }
}
