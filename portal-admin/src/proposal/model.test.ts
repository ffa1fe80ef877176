import { expect, test } from 'vitest'
import { standingOf } from './model'

test('a proposal is carried out once the version that does so is published', () => {
  for (const status of ['DRAFT', 'IN_REVIEW', 'APPROVED'] as const)
    expect(standingOf('IMPLEMENTED', { status })).toBe('IN_DRAFT')
  expect(standingOf('IMPLEMENTED', null)).toBe('IN_DRAFT')
  for (const status of ['PUBLISHED', 'RETIRED'] as const)
    expect(standingOf('IMPLEMENTED', { status })).toBe('IMPLEMENTED')
  expect(standingOf('ACCEPTED', null)).toBe('ACCEPTED')
})
