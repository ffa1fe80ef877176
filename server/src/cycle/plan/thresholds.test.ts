import { expect, test } from 'vitest'
import { USUAL_PLAN, planProblems, type Plan } from './thresholds'

const wrongWith = (over: Partial<Plan>) =>
  planProblems({ ...USUAL_PLAN, ...over }, 50).map(({ reason, path }) => [reason, path[2]])

test('what holds without a plan is right', () => {
  expect(wrongWith({})).toEqual([])
  expect(wrongWith({ membersMinimum: 8, publicMinimum: 12, leastCoverage: 50 })).toEqual([])
})

test.each([
  [{ membersMinimum: 4 }, ['BELOW_FLOOR', 'membersMinimum']],
  [{ publicMinimum: 9 }, ['BELOW_FLOOR', 'publicMinimum']],
  [{ publicMinimum: 201 }, ['ABOVE_MOST', 'publicMinimum']],
  [{ membersMinimum: 15 }, ['BELOW_MEMBERS', 'publicMinimum']],
  [{ leastCoverage: 0 }, ['BAD_COVERAGE', 'leastCoverage']],
  [{ leastCoverage: 101 }, ['BAD_COVERAGE', 'leastCoverage']],
  [{ leastCoverage: 49 }, ['BELOW_VERSION', 'leastCoverage']],
] as const)('no threshold goes below its floor or beyond what it means: %o', (over, expected) => {
  expect(wrongWith(over)).toEqual([expected])
})

test('everything that is wrong is said at once', () => {
  expect(wrongWith({ membersMinimum: 0, publicMinimum: -1, leastCoverage: -3 })).toHaveLength(4)
})
