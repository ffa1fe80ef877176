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

test('acts are named as mutations are', () => {
  expect(actions.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([])
})
