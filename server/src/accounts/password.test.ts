import { expect, test } from 'vitest'
import { HASH_OF_NOBODY, hashPassword, passwordProblems, verifyPassword } from './password'

const reasons = (password: string, email?: string) =>
  passwordProblems(password, email ? { email } : {}).map(({ reason }) => reason)

test('a password is stored as argon2id with 19 MiB and two passes', async () => {
  expect(await hashPassword('three calm harbours')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('only the right password matches its hash', async () => {
  const stored = await hashPassword('three calm harbours')

  expect(await verifyPassword(stored, 'three calm harbours')).toBe(true)
  expect(await verifyPassword(stored, 'three calm harbors')).toBe(false)
})

test('an accent typed in two ways is one password', async () => {
  const stored = await hashPassword('caf\u00e9 sous la pluie')

  expect(await verifyPassword(stored, 'cafe\u0301 sous la pluie')).toBe(true)
})

test('without an account no password matches', async () => {
  expect(await verifyPassword(null, 'three calm harbours')).toBe(false)
})

test('without an account the same work is done: a hash of the same cost is tried', async () => {
  const costOf = (hash: string) => hash.split('$').slice(0, 4)

  expect(costOf(HASH_OF_NOBODY)).toEqual(costOf(await hashPassword('three calm harbours')))
})

test.each([
  ['too short', 'short-words', 'PASSWORD_TOO_SHORT'],
  ['too long', 'x'.repeat(100) + 'abcdef'.repeat(20), 'PASSWORD_TOO_LONG'],
  ['one character repeated', 'aaaaaaaaaaaaaaaa', 'PASSWORD_TOO_COMMON'],
  ['the password of the demonstration', 'Demonstration-Only', 'PASSWORD_TOO_COMMON'],
  ['a notorious word with a tail', 'motdepasse2026', 'PASSWORD_TOO_COMMON'],
  ['a notorious word in other signs', 'P@ssword2026!', 'PASSWORD_TOO_COMMON'],
  ['the word of the house', 'Customs-2026!', 'PASSWORD_TOO_COMMON'],
  ['a row of digits', '9876543210987', 'PASSWORD_TOO_COMMON'],
  ['a row of keys', 'qsdfghjklmwx', 'PASSWORD_TOO_COMMON'],
])('a password that is %s is refused', (_case, password, reason) => {
  expect(reasons(password)).toEqual([reason])
})

test('a long sentence is a good password', () => {
  expect(reasons('three calm harbours')).toEqual([])
})

test.each([
  ['ada.almor@example.org', 'PASSWORD_HAS_ADDRESS'],
  ['xx Ada.Almor@Example.org xx of the three harbours', 'PASSWORD_HAS_ADDRESS'],
  ['ada.almor2026', 'PASSWORD_HAS_ADDRESS'],
])('a password made of the address of the account is refused: %s', (password, reason) => {
  expect(reasons(password, 'ada.almor@example.org')).toEqual([reason])
})

test('a short name in the address forbids no word that holds it', () => {
  expect(reasons('three calm harbours', 'arb@example.org')).toEqual([])
})
