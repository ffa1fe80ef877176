import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Names under which commands and the system write into the log. */
const actions = globSync('server/src/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.fixture.ts'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .flatMap((text) => [
    ...text.matchAll(/context\.command\(\s*'([^']+)'/g),
    ...text.matchAll(/\baction: '([^']+)'/g),
    ...text.matchAll(/\bnoteSession\([^)']*'([^']+)'/g),
    ...text.matchAll(/\b(?:open|continue)(?:Session|SignIn)\([^)']*'([^']+)'/g),
  ])
  .map(([, name]) => name!)
  // The history of a draft has kinds of its own, in capitals.
  .filter((name) => !/^[A-Z]+$/.test(name))

test('the portals word every act in the log', () => {
  const { action: words } = JSON.parse(
    readFileSync(join(ROOT, 'portal-kit', 'src', 'audit', 'locales', 'en.json'), 'utf8'),
  ) as { action: Record<string, string> }

  expect(actions.length).toBeGreaterThan(70)
  expect([...new Set(actions)].filter((name) => !words[name])).toEqual([])
})

/** Types of what the entries are about, those of the invented past among them. */
const types = globSync(['server/src/**/*.ts', 'server/seeds/*.ts'], { cwd: ROOT })
  .filter((file) => !/\.(test|fixture|testing)\.ts$/.test(file))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .flatMap((text) => [
    ...text.matchAll(/\bobjectType: [^,\n']*'([^']+)'/g),
    ...text.matchAll(/\bsteps\(db, '([^']+)'/g),
  ])
  .map(([, name]) => name!)

test.each(['en', 'fr'])('the portals word every type of object in the log (%s)', (locale) => {
  const { object: words } = JSON.parse(
    readFileSync(join(ROOT, 'portal-kit', 'src', 'audit', 'locales', `${locale}.json`), 'utf8'),
  ) as { object: Record<string, string> }

  expect(new Set(types).size).toBeGreaterThan(15)
  expect([...new Set(types)].filter((name) => !words[name])).toEqual([])
})

test('the portals say of a thing that it is not shown where it could be', () => {
  const targets = readFileSync(join(ROOT, 'server', 'src', 'audit', 'targets.ts'), 'utf8')
  const log = readFileSync(
    join(ROOT, 'portal-kit', 'src', 'audit', 'components', 'AuditLog.vue'),
    'utf8',
  )
  const quoted = (text: string) => [...text.matchAll(/'([A-Z][a-z]\w+)'/g)].map(([, name]) => name!)
  const found = [
    ...[...targets.matchAll(/type === ('\w+')/g)].flatMap(([, name]) => quoted(name!)),
    ...quoted(/const NODES[^\n]*/.exec(targets)![0]),
  ]

  expect(quoted(/const NAMED[^\n]*/.exec(log)![0]).toSorted()).toEqual(found.toSorted())
})

test('acts are named as mutations are', () => {
  expect(actions.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([])
})
