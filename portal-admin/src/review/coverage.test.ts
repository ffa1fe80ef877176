import { expect, test } from 'vitest'
import { uncovered } from './coverage'

const scope = ['TF-01-1', 'TF-02-1', 'RC-01-1', 'EP-01-1']
const lead = { id: 'lead', areas: ['TF', 'RC'] }
const trainee = { id: 'trainee', areas: ['RC'] }
const generalist = { id: 'generalist', areas: [] }

test('a dimension that nobody of the team is accredited for is named', () => {
  expect(uncovered(scope, [lead, trainee], 'lead')).toEqual({ byAnybody: ['EP'], byLead: [] })
})

test('a dimension that only somebody else covers is named for the lead', () => {
  expect(uncovered(scope, [trainee, lead, generalist], 'trainee')).toEqual({
    byAnybody: [],
    byLead: ['TF', 'EP'],
  })
})

test('an accreditation without areas covers everything', () => {
  expect(uncovered(scope, [generalist, trainee], 'generalist')).toEqual({
    byAnybody: [],
    byLead: [],
  })
})

test('as long as nobody is chosen nothing is missing', () => {
  expect(uncovered(scope, [], '')).toEqual({ byAnybody: [], byLead: [] })
})
