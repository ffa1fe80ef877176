import 'reflect-metadata'
import { expect, test } from 'vitest'
import { parseAdminWords } from './admin-command'

test('an administrator needs a mail address alone', () => {
  expect(parseAdminWords(['create', 'ada@example.org'])).toEqual({ mail: 'ada@example.org' })
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
    mail: 'ada@example.org',
    name: 'Ada Almor',
    role: 'COORDINATOR',
    administration: 'XAL',
  })
})

test.each([
  [],
  ['create'],
  ['create', '--name', 'Ada'],
  ['delete', 'ada@example.org'],
  ['create', 'a@b.org', '--name'],
])('anything else is answered by how to use it: %j', (...words) => {
  expect(parseAdminWords(words.flat())).toMatch(/^Use: npm run admin/)
})
