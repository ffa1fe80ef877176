import { expect, test } from 'vitest'
import { percentOf, planInput, planProblems, usualPlan } from './plan-form'

test('what the method asks for can be sent as it is', () => {
  expect(planProblems(usualPlan)).toEqual([])
  expect(planInput(usualPlan)).toEqual({
    defaultDisclosure: 'NATIONAL',
    membersMinimum: 5,
    publicMinimum: 10,
    leastCoverage: null,
  })
})

test('every field that is no number is named, an empty coverage is none of them', () => {
  const form = { ...usualPlan, membersMinimum: '', publicMinimum: 'ten', leastCoverage: '60 %' }

  expect(planProblems(form).map(({ path }) => path.join('.'))).toEqual([
    'input.plan.membersMinimum',
    'input.plan.publicMinimum',
    'input.plan.leastCoverage',
  ])
  expect(percentOf('0.5')).toBe('50')
})
