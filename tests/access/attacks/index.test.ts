import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectations, words } from '../expectations.ts'
import { PROVED_BY_QUESTIONS, PROVED_BY_WRITES } from './variants.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const TITLE =
  /(?:test|describe|each|for)[^\n]*?\(\s*(?:\[[\s\S]{0,2000}?\]\s*\)\(\s*)?['"`]((?:A\d+(?:, )?)+)[^'"`\n]*/g
const PENDING = ['A27', 'A28']

const WAYS = ['POST', 'GET', 'hash', 'form', 'page', 'mail', 'job', 'sql', 'log']
const HATS = ['-', 'P', 'C', 'N', 'A', 'V', 'R', 'L', 'E', 'O', 'D', 'B']

const classes = expectations('attacks.csv', ['number', 'attack', 'actors', 'transports', 'pending'])
const tried = new Map<string, number>()
for (const file of globSync(['tests/**/*.test.ts', 'server/src/**/*.test.ts'], { cwd: ROOT })) {
  for (const [, numbers] of readFileSync(join(ROOT, file), 'utf8').matchAll(TITLE)) {
    for (const [number] of numbers!.matchAll(/A\d+/g))
      tried.set(number, (tried.get(number) ?? 0) + 1)
  }
}

test('there are 56 classes of attack', () => {
  expect(classes.map(({ number }) => number)).toEqual(
    Array.from({ length: 56 }, (_, at) => `A${at + 1}`),
  )
})

test('each is tried, or waits for what it attacks and is listed here', () => {
  const untried = classes.filter(({ number }) => !tried.has(number))
  process.stdout.write(
    `attacks: ${classes.length - untried.length} classes tried by ${[...tried.values()].reduce((sum, n) => sum + n, 0)} titles, ${untried.length} pending\n`,
  )

  expect(untried.map(({ number }) => number)).toEqual(PENDING)
  expect(classes.filter(({ pending }) => pending).map(({ number }) => number)).toEqual(PENDING)
})

test('each names who tries it and how, unless it is pending', () => {
  for (const { number, actors, transports, pending } of classes.filter((each) => !each.pending)) {
    expect([number, pending, words(actors).length > 0, words(transports).length > 0]).toEqual([number, '', true, true]) // prettier-ignore
    if (actors !== 'everybody') expect(HATS).toEqual(expect.arrayContaining([...words(actors)]))
    expect(WAYS).toEqual(expect.arrayContaining([...words(transports)]))
  }
})

test('each that goes by GET or by hash is tried by every way it goes', () => {
  const bySource = globSync('tests/access/attacks/*.test.ts', { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .filter((text) => text.includes("from '../transports.ts'"))
    .flatMap((text) => [...text.matchAll(/variantsOf\('(A\d+)'\)|number: '(A\d+)'/g)])
    .map(([, one, other]) => one ?? other!)
  const tried = new Set<string>([...bySource, ...PROVED_BY_QUESTIONS, ...PROVED_BY_WRITES])
  const named = classes.filter(({ transports }) => words(transports).some((each) => each === 'GET' || each === 'hash')) // prettier-ignore

  expect(named.length).toBeGreaterThan(30)
  expect(named.map(({ number }) => number).filter((number) => !tried.has(number))).toEqual([])
})
