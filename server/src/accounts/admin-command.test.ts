import 'reflect-metadata'
import { expect, test } from 'vitest'
import { parseAdminWords } from './admin-command'

test('an administrator needs a mail address alone', () => {
  expect(parseAdminWords(['create', 'ada@example.org'])).toEqual({
    verb: 'create',
    mail: 'ada@example.org',
  })
})

test('name, role and administration are given as options', () => {
  const words = [
    'create',
    'ada@example.org',
    '--name',
    'Ada Almor',
    '--role',
    'coordinator',
    '--administration',
    'xal',
  ]

  expect(parseAdminWords(words)).toEqual({
    verb: 'create',
    mail: 'ada@example.org',
    name: 'Ada Almor',
    role: 'COORDINATOR',
    administration: 'XAL',
  })
})

test('a second factor is forgotten for one person, or for all', () => {
  expect(parseAdminWords(['forget-second-factor', 'ada@example.org'])).toEqual({
    verb: 'forget',
    mail: 'ada@example.org',
  })
  expect(parseAdminWords(['forget-second-factors'])).toEqual({ verb: 'forget', mail: null })
})

test.each([
  [],
  ['forget-second-factor'],
  ['forget-second-factors', 'ada@example.org'],
  ['create'],
  ['create', '--name', 'Ada'],
  ['delete', 'ada@example.org'],
  ['create', 'a@b.org', '--name'],
])('anything else is answered by how to use it: %j', (...words) => {
  expect(parseAdminWords(words.flat())).toMatch(/^Use: npm run admin/)
})
