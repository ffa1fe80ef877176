import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectations } from '../expectations.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const TITLE =
  /(?:test|describe|each|for)[^\n]*?\(\s*(?:\[[\s\S]{0,2000}?\]\s*\)\(\s*)?['"`]((?:A\d+(?:, )?)+)[^'"`\n]*/g
const PENDING = ['A27', 'A28']

const classes = expectations('attacks.csv', ['number', 'attack', 'pending'])
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
