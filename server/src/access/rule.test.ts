import { expect, test } from 'vitest'
import { OWNER, PUBLIC, SECRETARIAT } from './audience'
import { CONDITIONS } from './conditions'
import { isWider, opensToAll } from './rule'

const rule = (audiences: number, when: 'STAFF' | 'COORDINATION' | null = null) => ({
  audiences,
  when,
})

// By hand: the second rule keeps somebody out whom the first lets in.
test.each([
  [rule(OWNER), rule(OWNER), false],
  [rule(OWNER | SECRETARIAT), rule(OWNER), true],
  [rule(OWNER), rule(OWNER | SECRETARIAT), false],
  [rule(PUBLIC), rule(OWNER), true],
  [rule(OWNER), rule(PUBLIC), false],
  [rule(SECRETARIAT), rule(OWNER | SECRETARIAT, 'STAFF'), true],
  [rule(SECRETARIAT, 'STAFF'), rule(OWNER | SECRETARIAT, 'STAFF'), false],
  [rule(OWNER), rule(OWNER | SECRETARIAT, 'STAFF'), false],
  [rule(OWNER, 'COORDINATION'), rule(OWNER), false],
])('%j is wider than %j: %s', (one, other, expected) => {
  expect(isWider(one, other, CONDITIONS)).toBe(expected)
})

test.each([
  [rule(OWNER), rule(OWNER), true],
  [rule(OWNER), rule(OWNER | SECRETARIAT), false],
  [rule(OWNER, 'COORDINATION'), rule(OWNER), false],
  [rule(OWNER | SECRETARIAT, 'STAFF'), rule(OWNER), true],
  [rule(PUBLIC), rule(OWNER | SECRETARIAT), true],
])('%j opens to all of %j: %s', (one, other, expected) => {
  expect(opensToAll(one, other, CONDITIONS)).toBe(expected)
})
