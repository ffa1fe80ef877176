import 'reflect-metadata'
import { expect, test } from 'vitest'
import type { Refusal } from '#platform'
import { ensure, ensureMayChange, expectVersion, mayChange } from './ensure'
import { allow, deny } from './policy'
import { NOW, wearing } from './viewer.fixture'

/** The problem it refuses with, or null. */
function refusalOf(work: () => void) {
  try {
    work()
    return null
  } catch (error) {
    return (error as Refusal).problems.map(({ code, reason, path }) => [code, reason, path])
  }
}

const supportView = {
  id: 'view',
  personId: 'administrator',
  name: 'A. Dministrator',
  startedAt: NOW,
  endsAt: NOW,
}

test('a command goes on when its policy allows it, and stops with the reason when not', () => {
  expect(refusalOf(() => ensure(allow))).toBeNull()
  expect(refusalOf(() => ensure(deny('WRONG_STATE', 'Too late.'), ['input', 'id']))).toEqual([
    ['CONFLICT', 'WRONG_STATE', ['input', 'id']],
  ])
  expect(refusalOf(() => ensure(deny('NOT_YOURS', 'Not yours.')))).toEqual([
    ['FORBIDDEN', 'NOT_YOURS', []],
  ])
})

test('a change made on another version than the present one is refused', () => {
  expect(refusalOf(() => expectVersion({ version: 3 }, 3))).toBeNull()
  for (const expected of [2, 4]) {
    expect(refusalOf(() => expectVersion({ version: 3 }, expected))).toEqual([
      ['CONFLICT', 'STALE_VERSION', ['input', 'expectedVersion']],
    ])
  }
})

test('a support view changes nothing, and every other session may try', () => {
  const looking = wearing('COORDINATOR', { supportView })

  expect(mayChange(wearing('COORDINATOR'))).toBe(allow)
  expect(mayChange(looking).code).toBe('READ_ONLY_SESSION')
  expect(refusalOf(() => ensureMayChange(wearing('COORDINATOR')))).toBeNull()
  expect(refusalOf(() => ensureMayChange(looking))).toEqual([
    ['FORBIDDEN', 'READ_ONLY_SESSION', []],
  ])
})
