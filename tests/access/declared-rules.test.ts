import { expect, test } from 'vitest'
import { createSchema } from '../../server/src/schema'
import { comparisons } from './declared-rules.ts'

test('every rule is declared as the lists say', async () => {
  const compared = comparisons(await createSchema())
  const wrong = compared
    .map(({ at, rule, declared, expected }) => ({ at, declared: declared(rule), expected }))
    .filter(({ declared, expected }) => declared !== expected)

  expect(compared.length).toBeGreaterThan(1_500)
  expect(wrong).toEqual([])
})
