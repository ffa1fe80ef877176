import { expect, test } from 'vitest'
import { writtenTogether } from './written-together'

const values = new Map<string, string | null>([
  ['E1 T', '5'],
  ['E2 T', null],
])

test('figures of one act share its key, until each is saved', () => {
  const together = writtenTogether()
  const key = together.begin({ values })
  expect([together.sent('E1 T', '5'), together.sent('E2 T', null)]).toEqual([{ key }, { key }])
  together.saved('E1 T')
  expect(together.sent('E1 T', '5')).toBeUndefined()
  expect(together.markOf('E2 T', null)).toEqual({ key })
})

test('what somebody types instead is no part of it, nor the same value typed later', () => {
  const together = writtenTogether()
  together.begin({ values })
  expect(together.sent('E1 T', '6')).toBeUndefined()
  expect(together.sent('E1 T', '5')).toBeUndefined()
  expect(together.sent('E3 T', '5')).toBeUndefined()
})

test('what takes an act back names it as soon as the server has', () => {
  const together = writtenTogether()
  const pasted = together.begin({ values })
  const key = together.begin({ values, undoes: pasted })
  expect(together.markOf('E1 T', '5')).toEqual({ key })
  together.named(pasted, 'id of the paste')
  expect(together.markOf('E1 T', '5')).toEqual({ key, undoes: 'id of the paste' })
})

test('an act of an earlier visit goes on', () => {
  const together = writtenTogether()
  together.restore('E1 T', '5', { key: 'kept', undoes: 'other' })
  expect(together.sent('E1 T', '5')).toEqual({ key: 'kept', undoes: 'other' })
})
